"""Grade 8, functions: a line through two cells of a table; roots between decimals by trying tenths."""
from fractions import Fraction
from math import isqrt

from keys import reading

BANK = "item-banks/grade-8/functions.xml"


def line(item):
    """Rate and initial value by stepping from one given cell to the other, and back to 0."""
    above, below = [row[1:] for row in reading.cells(item["parts"][0]["responses"][0], reading.maths_of)]
    given = [(int(reading.number(x)), reading.number(y)) for x, y in zip(above, below) if y]
    assert len(given) == 2
    (x1, y1), (x2, y2) = given
    rate = next(r for r in range(-50, 51) if y1 + sum(r for _ in range(x2 - x1)) == y2)
    start = y1
    for _ in range(x1):
        start -= rate
    (far,) = reading.numbers(item["parts"][2]["stem_text"])
    hidden = [start + rate * int(reading.number(x)) for x, y in zip(above, below) if not y]
    return [", ".join(str(y) for y in hidden).replace("-", "−"), f"{rate}, {start}".replace("-", "−"),
            start + rate * far]


def between(item):
    low, high = reading.numbers(item["stem_text"])
    tenths = isqrt(int(100 * low))
    while Fraction(tenths * tenths, 100) <= low:
        tenths += 1
    assert Fraction(tenths * tenths, 100) < high
    return [Fraction(tenths, 10)]


TEMPLATES = {"linear-table": line, "decimal-between-roots": between}
