"""A department's paper, Algebra I: polynomials compared at many numbers, quadratic equations tried out."""
import re
from fractions import Fraction

from keys import reading
from keys.paper_g8 import cells, only

BANK = "item-banks/papers/algebra-1-quadratics.xml"
TRIED = range(-40, 41)


def at(source, letter, number):
    """The value of a polynomial as printed, with products side by side and powers."""
    plain = re.sub(r"(?<=[\da-z)])\s*(?=[a-z(])", "*", reading.plain(source)).replace("^", "**")
    assert re.fullmatch(r"[\d\sa-z+\-*/().]*", plain), source
    return eval(plain, {"__builtins__": {}, letter: Fraction(number)})  # pylint: disable=eval-used


def same(one, other):
    return all(at(one, "x", x) == at(other, "x", x) for x in TRIED)


def roots(equation, letter):
    left, right = equation.split("=")
    return [x for x in range(-200, 201) if at(left, letter, x) == at(right, letter, x)]


def matches(item):
    response = only(item)
    found = []
    for row in response["rows"]:
        letters = [letter for letter, text_ in reading.options(response).items() if same(row["answer"]["text"], text_)]
        assert len(letters) == 1
        found.append(f"{row['label']} {letters[0]}")
    return [", ".join(found)]


def difference(item):
    return [lambda key: same(key, reading.lines(item)[-1])]


def square(item):
    source = re.search(r"“(\([^)]*\)\^2)", item["stem_text"])[1]
    return [None, lambda key: same(key, source)]


def factoring(item):
    smaller, larger = roots(reading.lines(item)[-1], "x")
    assert smaller < 0 < larger
    return [f"{larger}, {-smaller}, {smaller}, {larger}".replace("-", "−")]


def coefficients(equation):
    left = equation.replace("^(2)", "^2").split("=")[0]
    c, one, minus = (at(left, "x", x) for x in (0, 1, -1))
    return (one + minus) / 2 - c, (one - minus) / 2, c


def discriminants(item):
    found = []
    for equation, shown, _ in cells(only(item)["body"][0])[1:]:
        a, b, c = coefficients(equation)
        discriminant = b * b - 4 * a * c
        if shown != "0":
            found.append(str(discriminant))
        else:
            assert discriminant == 0
        found.append("2" if discriminant > 0 else "0" if discriminant < 0 else "1")
    return [", ".join(found).replace("-", "−")]


def completing(item):
    equation = re.search(r"equation (x\^2 .* = \d+) is", item["stem_text"])[1]
    solution = max(roots(equation, "x"))
    half = next(Fraction(h) for h in range(100) if at(equation.split("=")[0], "x", 1) == 1 + 2 * h)
    right = at(equation.split("=")[1], "x", 0)
    return [f"{half * half}, {right + half * half}, {half}, {solution}"]


def ball(item):
    height = reading.lines(item)[-1].split("=")[1]
    landed = next(t for t in range(1, 100) if at(height, "t", t) == 0)
    return [at(height, "t", 1), landed, max(at(height, "t", Fraction(t, 2)) for t in range(2 * landed))]


TEMPLATES = {
    "paper-match-factored": matches,
    "paper-subtract-polynomials": difference,
    "paper-square-of-sum": square,
    "paper-solve-by-factoring": factoring,
    "paper-discriminant-table": discriminants,
    "paper-complete-the-square": completing,
    "paper-ball": ball,
}
