"""Grade 8, graphs: rates by going up in equal steps from 0."""
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-8/graphs.xml"


def rate_of(x, y):
    """The half number that, added x times, makes y."""
    return next(Fraction(n, 2) for n in range(1, 200) if sum(Fraction(n, 2) for _ in range(int(x))) == y)


def printed(value):
    return str(value.numerator if value.denominator == 1 else float(value))


def slope(item):
    x, y = reading.numbers(item["stem_text"])
    rate = rate_of(x, y)
    sentence = " ".join(reading.text_of(node) for node in item["parts"][2]["responses"][0]["body"])
    (far,) = reading.numbers(sentence)
    total = sum(rate for _ in range(int(far)))
    return [[["[0, 0]"], [f"[{x}, {y}]"], ["[0, 0]", f"[{x}, {y}]"]], rate,
            ", ".join(printed(value) for value in (rate, rate, total))]


def compare(item):
    lines = reading.lines(item)
    xs, ys = [reading.numbers(line) for line in lines if line.startswith(("x |", "y |"))]
    rates = {rate_of(x, y) for x, y in zip(xs, ys)}
    assert len(rates) == 1, "the table is proportional"
    (rate,) = rates
    (equation,) = [line for line in lines if line.startswith("y = ")]
    ahead = reading.value(equation[4:], x=1) - rate
    right = "first" if ahead < 0 else "second" if ahead > 0 else "neither"
    options = reading.options(item["parts"][1]["responses"][0])
    assert options["D"].startswith("it depends")
    letters = {letter for letter, text in options.items() if right in text}
    return [rate, lambda key: key[0] in letters and len(letters) == 1, None]


TEMPLATES = {"slope-as-rate": slope, "compare-proportional": compare}
