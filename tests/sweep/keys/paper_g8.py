"""A department's paper, grade 8: powers, scientific notation, equations and a system worked out from the page."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/papers/grade-8-equations-and-exponents.xml"


def only(item):
    return item["parts"][0]["responses"][0]


def power(text):
    """A product, quotient or power of powers of whole numbers, 2^3 × 2^2, worked out with whole-number powers."""
    source = re.sub(r"\^(\(?-?\d+\)?)", r"**(\1)", reading.plain(text).replace(",", ""))
    source = re.sub(r"(?<![*(\d-])(\d+)", r"Fraction(\1)", source)
    source = re.sub(r"^\((\d+)", r"(Fraction(\1)", source)
    assert re.fullmatch(r"[\dFraction\s*/()+-]*", source), text
    return eval(source, {"__builtins__": {}, "Fraction": Fraction})  # pylint: disable=eval-used


def cells(node):
    return [[text(cell) for cell in row["kids"]] for row in node["kids"]]


def text(node):
    if node["kind"] == "maths":
        return maths(node["maths"])
    return node.get("text", "") + "".join(map(text, node.get("kids", [])))


def maths(node):
    kids = [maths(kid) for kid in node.get("kids", []) if kid]
    if node["kind"] == "fraction":
        return f"{kids[0]}/{kids[1]}"
    if node["kind"] == "scripts":
        return f"{kids[0]}^({kids[1]})"
    if node["kind"] == "fence":
        return f"({''.join(kids)})"
    return node.get("text", "") + "".join(kids)


def table(item):
    rows = cells(only(item)["body"][0])[1:]
    base = int(re.match(r"\(?(\d+)", rows[0][0])[1])
    values = [power(row[0]) for row in rows]
    exponents = [next(e for e in range(-9, 30) if Fraction(base) ** e == value) for value in values]
    assert exponents[0] == int(rows[0][1]) and exponents[3] == reading.number(rows[3][1])
    return [f"{values[0]}, {exponents[1]}, {values[1]}, {exponents[2]}, {values[3]}"]


def equal_powers(item):
    right = power(re.search(r"equal to (\S+)\?", item["stem_text"])[1])
    return [{letter for letter, option in reading.options(only(item)).items() if power(option) == right}]


def product(item):
    shown = text(only(item)["body"][0]).split("=")[0]
    factors = [Fraction(first) * Fraction(10) ** int(reading.plain(exponent))
               for first, exponent in re.findall(r"\((\d+)×10\^\(([−\d]+)\)\)", shown)]
    assert len(factors) == 2
    value, exponent = factors[0] * factors[1], 0
    while value >= 10:
        value, exponent = value / 10, exponent + 1
    while value < 1:
        value, exponent = value * 10, exponent - 1
    return [f"{float(value):.1f}, {exponent}".replace("-", "−")]


def times(item):
    small, large = (power(f"{first} * 10^{exponent}")
                    for first, exponent in re.findall(r"(\d+) × 10\^(\d+)", item["stem_text"]))
    return ["".join(f"{letter}  {option}" for letter, option in reading.options(only(item)).items()
                    if reading.number(option) * small == large)]


def solve(item):
    return [reading.root(reading.lines(item)[-1], "x")]


def numbers_of_solutions(item):
    """From the gaps of the two sides at 0 and 1."""
    names = []
    for row in only(item)["rows"]:
        gaps = [reading.gap(row["answer"]["text"], "x", at) for at in (0, 1)]
        name = "Exactly one" if gaps[0] != gaps[1] else "None" if gaps[0] else "Infinitely many"
        names.append(f"{row['label']} {name}")
    return [", ".join(names)]


def system(item):
    first, second = (line.strip() for line in reading.lines(item)[-1].strip("{").split(";"))
    holds = [(x, y) for x in range(-60, 61) for y in [reading.value(first.split("=")[1], x=x)]
             if reading.value(second.split("=")[0], x=x, y=y) == reading.value(second.split("=")[1])]
    assert len(holds) == 1
    return list(holds[0])


def error(item):
    lines = [line.split(". ", 1)[1] for line in reading.lines(item) if re.match(r"\d\. ", line)]
    roots = [reading.root(line, "x") for line in lines]
    wrong = next(i for i, root in enumerate(roots) if root != roots[0])
    assert roots[wrong:] == [roots[wrong]] * (len(roots) - wrong)
    return [wrong + 1, None, roots[0]]


def story(item):
    high, slow, low, fast = reading.numbers(item["stem_text"])
    minutes = next(Fraction(t) for t in range(1, 200) if high + slow * t == low + fast * t)

    def equation(key):
        return all(reading.holds(key, "t", at) == (at == minutes) for at in range(200))

    return [equation, minutes, low + fast * minutes]


TEMPLATES = {
    "paper-table-of-powers": table,
    "paper-equal-powers": equal_powers,
    "paper-scientific-product": product,
    "paper-times-as-large": times,
    "paper-solve-linear": solve,
    "paper-number-of-solutions": numbers_of_solutions,
    "paper-system": system,
    "paper-equation-error": error,
    "paper-savings-story": story,
}
