"""Grade 7, decimals of rational numbers: by dividing digit by digit until the remainder is 0 or comes back."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-7/decimals.xml"


def long_division(fraction):
    """Whole part, digits before the repetend, and the repetend, which is empty when the decimal terminates."""
    whole, rest = divmod(abs(fraction.numerator), fraction.denominator)
    digits, seen = "", {}
    while rest and rest not in seen:
        seen[rest] = len(digits)
        digit, rest = divmod(10 * rest, fraction.denominator)
        digits += str(digit)
    start = seen[rest] if rest else len(digits)
    return whole, digits[:start], digits[start:]


def terminating(item):
    options = reading.options(item["parts"][0]["responses"][0])
    assert "terminate" in item["parts"][0]["stem_text"]
    right = {letter for letter, text in options.items() if not long_division(Fraction(text))[2]}
    asked = re.search(r"decimal of (\S+) ", item["parts"][1]["stem_text"]).group(1)
    assert not long_division(Fraction(asked))[2], "the sample answer says that this decimal terminates"
    return [right, None]


def divided(item):
    """The key's digits, with a combining bar over those that repeat, are those of the division."""
    fraction = Fraction(reading.plain(re.search(r"Write (\S+) as a decimal", item["stem_text"])[1]))
    whole, first, again = long_division(fraction)
    sign = "−" if fraction < 0 else ""
    return [f"{sign}{whole}.{first}" + "".join(digit + "\u0305" for digit in again)]


TEMPLATES = {"fraction-to-decimal": divided, "terminates-or-repeats": terminating}
