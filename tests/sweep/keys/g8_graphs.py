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


TEMPLATES = {"slope-as-rate": slope}
