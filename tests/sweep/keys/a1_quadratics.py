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


def members(text):
    return text.strip("{}").split(", ")


def whole_roots(item):
    equation = reading.lines(item)[-1]
    found = {x for x in range(-100, 101) if reading.gap(equation, "x", x) == 0}
    assert len(found) == 2
    return [lambda key: len(members(key)) == 2 and {reading.number(text) for text in members(key)} == found]


def with_root(text):
    """u, v, n of (p + q√n)/d as u + v√n."""
    found = re.fullmatch(r"\(?(-?\d+) ([+-]) (\d*)√(\d+)\)?(?:/(\d+))?", reading.plain(text))
    p, sign, q, n, d = found.groups()
    below = Fraction(int(d or 1))
    return int(p) / below, int(sign + (q or "1")) / below, int(n)


def formula(item):
    """Exact: put into the equation, numbers and multiples of the root apart; rounded: the sign changes close by."""
    equation = reading.lines(item)[-1]
    a, b, c = coefficients(equation)

    def exact(key):
        found = [with_root(text) for text in members(key)]
        return (len(set(found)) == 2 and
                all(a * (u * u + v * v * n) + b * u + c == 0 and 2 * a * u * v + b * v == 0 for u, v, n in found))

    def rounded(key):
        near = {reading.number(text) for text in members(key)}
        half = Fraction(1, 200)
        return len(near) == 2 and all(
            reading.gap(equation, "x", x - half) * reading.gap(equation, "x", x + half) < 0 for x in near)
    return [exact, rounded]


def area_story(item):
    """Which half numbers make the area: the sides are those that the story tells."""
    text = item["stem_text"]
    numbers = reading.numbers(text)
    if "longer than it is wide" in text:
        more, area = numbers
        sides = lambda x: (x, x + more)
    else:
        long, wide, area = numbers
        sides = lambda x: (wide + x + x, long + x + x)
    halves = [Fraction(n, 2) for n in range(-120, 121)]
    found = {x for x in halves if sides(x)[0] * sides(x)[1] == area}
    assert len(found) == 2 and max(found) > 0 > min(found)

    def equation(key):
        """Its gap is a multiple of that of the story, also at other numbers."""
        at = [Fraction(n) for n in (-50, 17, 40)]
        shares = {reading.gap(key, "x", x) / (sides(x)[0] * sides(x)[1] - area) for x in at}
        return len(shares) == 1 and 0 not in shares
    return [equation, lambda key: {reading.number(text) for text in members(key)} == found, None]


TEMPLATES = {
    "quadratic-story": area_story,
    "discriminant-reasoning": discriminant,
    "solve-quadratic-factor": whole_roots,
    "quadratic-formula": formula,
}
