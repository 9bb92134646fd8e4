"""Algebra I, polynomials: two of degree 3 at most are equal when they agree at five points."""
import re

from keys import reading

BANK = "item-banks/algebra-1/polynomials.xml"
POINTS = (-5, -1, 2, 3, 11)


def powers(text):
    """Exponents of x term by term, or None where something is not one term after the other."""
    found = []
    for term in re.split(r" \+ | - ", reading.plain(text)):
        match = re.fullmatch(r"-?\d*(x)?(?:\^(\d))?", term)
        if not match:
            return None
        found.append(int(match[2] or 1) if match[1] else 0)
    return found


def standard_form(of):
    """Whether a key is a polynomial in standard form with the values of a function."""
    def right(text):
        found = powers(text)
        return (found and found == sorted(set(found), reverse=True)
                and [reading.value(text, x=at) for at in POINTS] == [of(at) for at in POINTS])
    return right


def last_line(item):
    line = reading.lines(item)[-1]
    return [standard_form(lambda at: reading.value(line, x=at))]


def square(item):
    left, right = re.search(r"(\(.*) = (.*)", item["stem_text"]).groups()
    at = reading.number(item["parts"][0]["stem_text"].split("x = ")[1])
    values = [reading.value(side, x=at) for side in (left, right)]
    assert values[0] != values[1]
    return [*values, standard_form(lambda x: reading.value(left, x=x)), None]


def border(item):
    length, width = reading.numbers(item["stem_text"])
    (wide,) = reading.numbers(item["parts"][2]["stem_text"])

    def whole(x):
        return (x + length + x) * (x + width + x)

    def strips_and_corners(x):
        return 2 * x * length + 2 * x * width + 4 * x * x
    return [standard_form(whole), standard_form(strips_and_corners), strips_and_corners(wide)]


TEMPLATES = {
    "polynomial-operations": last_line,
    "multiply-binomials": last_line,
    "closure-or-error": square,
    "area-border-polynomial": border,
}
