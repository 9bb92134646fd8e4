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


def meaning(item):
    total, each = (Fraction(text) for text in re.findall(r"\d+/\d+", reading.lines(item)[-1]))
    story = re.compile(rf"\w+ has {total} .* Each \w+ takes {each} \w+\. How many \w+ is this enough for\?")
    options = reading.options(item["parts"][0]["responses"][0])
    right = [letter for letter, text in options.items() if story.fullmatch(text)]
    assert len(right) == 1
    low, high = reading.numbers(item["parts"][1]["stem_text"])
    assert low == high - 1 and low < pieces(total, each) < high
    return [lambda key: key[0] == right[0], None, pieces(total, each)]


TEMPLATES = {"fraction-divide": quotient, "fraction-divide-meaning": meaning, "fraction-divide-story": portions}
