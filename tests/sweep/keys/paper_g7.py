"""A department's paper, grade 7: signed numbers worked out from the page."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/papers/grade-7-rational-numbers.xml"


def only(item):
    return item["parts"][0]["responses"][0]


def matches(item):
    """"1 B, 2 D": the letter of the value that each expression has."""
    response = only(item)
    letter = {reading.number(text): letter for letter, text in reading.options(response).items()}
    assert len(letter) == len(response["options"])
    return [", ".join(f"{row['label']} {letter[reading.value(row['answer']['text'])]}" for row in response["rows"])]


def order(item):
    options = {letter: reading.value(text) for letter, text in reading.options(only(item)).items()}
    return [" < ".join(sorted(options, key=options.get))]


def statements(item):
    a, b = reading.numbers(item["stem_text"])[:2]
    truth = {"The sum a + b is negative.": a + b < 0, "The difference a − b is positive.": a - b > 0,
             "The opposite of b is greater than a.": -b > a, "The product ab is positive.": a * b > 0}
    return [", ".join(f"{row['label']} {truth[row['answer']['text']]}" for row in only(item)["rows"])]


def error(item):
    """The first line whose value is not that of line 1."""
    lines = [line.split(". ", 1)[1].removeprefix("= ") for line in reading.lines(item) if re.match(r"\d\. ", line)]
    values = [reading.value(line) for line in lines]
    wrong = next(i for i, value in enumerate(values) if value != values[0])
    assert values[wrong:] == [values[wrong]] * (len(values) - wrong)
    return [wrong + 1, None, values[0]]


def quotient(item):
    first, second = reading.lines(item)[-1].split(" ÷ ")
    right = reading.number(first) / reading.number(second)
    return ["".join(f"{letter}  {text}" for letter, text in reading.options(only(item)).items()
                    if reading.number(text) == right)]


def last_line(item):
    return [reading.value(reading.lines(item)[-1])]


def cell(node):
    return node.get("text", "") + "".join(cell(kid) for kid in node.get("kids", []))


def temperatures(item):
    """Down the table: what is not given follows from the row before; blanks are cells of letters only."""
    rows = [[cell(each) for each in row["kids"]] for row in item["parts"][0]["responses"][0]["body"][0]["kids"][1:]]
    now, found, seen = reading.number(rows[0][1]), [], []
    for _, shown, change in rows[1:]:
        blank = re.fullmatch(r"[a-z]+", shown)
        after = now + reading.number(change.replace("+", "")) if blank else reading.number(shown)
        found.append(f"{after}" if blank else f"{int(after - now):+}")
        seen, now = [*seen, now, after], after
    return [", ".join(found).replace("-", "−"), max(seen) - min(seen)]


def account(item):
    amounts = [reading.number(line.rsplit(" | ", 1)[1]) for line in reading.lines(item)[2:]]
    assert len(amounts) == 4
    count, after = reading.numbers(item["parts"][2]["stem_text"])[1:3]
    price = next(Fraction(cents, 100) for cents in range(1, 5000) if sum(amounts) - count * Fraction(cents, 100) == after)
    return [amounts[0] + amounts[1], sum(amounts), price]


TEMPLATES = {
    "paper-match-signed": matches,
    "paper-order-rationals": order,
    "paper-signed-statements": statements,
    "paper-double-minus-error": error,
    "paper-quotient-of-fractions": quotient,
    "paper-order-of-operations": last_line,
    "paper-temperature-table": temperatures,
    "paper-club-account": account,
}
