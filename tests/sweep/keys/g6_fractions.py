"""Grade 6, dividing fractions: quotients by cutting both fractions into equal pieces, portions by handing them out."""
import re
from fractions import Fraction
from math import lcm

from keys import reading

BANK = "item-banks/grade-6/fractions.xml"


def pieces(total, each):
    """How many times one fraction fits into another: both are counted in pieces of one size."""
    size = lcm(total.denominator, each.denominator)
    count = [part.numerator * (size // part.denominator) for part in (total, each)]
    return Fraction(*count)


def quotient(item):
    total, each = (Fraction(text) for text in re.findall(r"\d+/\d+", reading.lines(item)[-1]))
    return [pieces(total, each)]


def portions(item):
    found = re.search(r"has (\d+ \d+/\d+) \w+ of .* takes (\d+/\d+) ", item["stem_text"])
    total, each = reading.number(found.group(1)), Fraction(found.group(2))
    left, full = total, 0
    while left >= each:
        left, full = left - each, full + 1
    return [pieces(total, each), full, left]


TEMPLATES = {"fraction-divide": quotient, "fraction-divide-story": portions}
