"""Algebra I, quadratic equations: by the value at the vertex, and by trying out numbers."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/quadratics.xml"


def coefficients(equation):
    """a, b, c of ax^2 + bx + c, left side less right side, from three values."""
    low, middle, high = [reading.gap(equation, "x", at) for at in (-1, 0, 1)]
    return (low + high) / 2 - middle, (high - low) / 2, middle


def lowest(equation):
    """The value at the vertex of a parabola that opens upwards."""
    a, b, _ = coefficients(equation)
    assert a > 0
    return reading.gap(equation, "x", -b / (2 * a))


def equation_of(part):
    return re.search(r"^(.*x\^2.* = .*)$", part["stem_text"], re.M)[1]


def discriminant(item):
    vertex = lowest(equation_of(item["parts"][0]))
    name = "exactly two" if vertex < 0 else "exactly one" if vertex == 0 else "none"
    options = reading.options(item["parts"][0]["responses"][0])
    with_k = equation_of(item["parts"][1])

    def one_root(k):
        a, b, c = coefficients(with_k.replace("k", f"({k})"))
        return reading.gap(with_k.replace("k", f"({k})"), "x", Fraction(-b, 2 * a)) == 0
    found = [k for k in range(-100, 101) if one_root(k)]
    assert len(found) == 1
    return [lambda key: options[key[0]] == name, found[0], None]


TEMPLATES = {"discriminant-reasoning": discriminant}
