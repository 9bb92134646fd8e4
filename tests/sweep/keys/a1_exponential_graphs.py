"""Algebra I, graphs that are compared, moved and built: from the samples of the curves that are drawn."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/exponential-graphs.xml"


def curves(item):
    """Label -> samples {x: y} of each curve of the first figure."""
    (plane,) = reading.figures(item["stem"])
    return {reading.held(part)["label"]: dict(reading.points(part, "y")) for part in reading.parts(plane, "curve")}


def exponential(item):
    first, base = re.search(r"= (\d+) \* \(?([\d/]+)\)?\^x", reading.plain(item["stem_text"])).groups()
    first, base = Fraction(first), Fraction(base)
    points = [[f"[{x}, {first * base ** x}]"] for x in (-1, 0, 1)]
    return [points, reading.letter("A" if base > 1 else "B")]


def rule(item):
    """From the printed points at 1 and 2."""
    (plane,) = reading.figures(item["stem"])
    (one, second), (two, third) = [tuple(reading.drawn(part, "at")) for part in reading.parts(plane, "point")]
    assert (one, two) == (1, 2)
    base = third / second
    samples = dict(reading.points(reading.parts(plane, "curve")[0], "y"))
    assert samples[0] == second / base
    return [lambda key: [reading.number(text) for text in re.split(r"[;,] ", key)] == [second / base, base]]


def average_rate(item):
    (plane,) = reading.figures(item["stem"])
    samples = dict(reading.points(reading.parts(plane, "curve")[0], "y"))
    (p, yp), (q, yq) = [tuple(reading.drawn(part, "at")) for part in reading.parts(plane, "point")]
    assert samples[p] == yp and samples[q] == yq
    return [(yq - yp) / (q - p)]


def meeting(item):
    found = curves(item)
    common = sorted(x for x in found["f"] if found["f"][x] == found["g"].get(x))
    return [lambda key: sorted(reading.numbers(key)) == common and len(common) == 2, None]


def shift(item):
    """g(x) = f(x + k) wherever both are drawn."""
    found = curves(item)
    fits = [k for k in range(-8, 9)
            if all(found["f"].get(x + k, y) == y for x, y in found["g"].items()) and
            sum(1 for x in found["g"] if x + k in found["f"]) > 20]
    return [fits[0] if len(fits) == 1 else None, None]


TEMPLATES = {"graph-exponential": exponential, "exponential-from-graph": rule, "average-rate-on-graph": average_rate,
             "solve-with-graphs": meeting, "find-shift": shift}
