"""Algebra I, graphs of functions: read off the segments that are drawn, or by the printed rule."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/function-graphs.xml"


def segments(item):
    """((x, y), (x, y)) of each segment of the first figure, from left to right."""
    (plane,) = reading.figures(item["stem"])
    return [(tuple(reading.drawn(part, "from")), tuple(reading.drawn(part, "to"))) for part in reading.parts(plane, "segment")]


def height(pieces, x):
    """The height of a broken line over x."""
    (x1, y1), (x2, y2) = next(piece for piece in pieces if piece[0][0] <= x <= piece[1][0])
    return y1 + (y2 - y1) * (x - x1) / (x2 - x1)


def features(item):
    pieces = segments(item)
    (falling,) = [(left[0], right[0]) for left, right in pieces if left[1] > right[1]]
    top = max(y for piece in pieces for _, y in piece)
    return [top, height(pieces, Fraction(0)), lambda key: tuple(reading.numbers(key)) == falling and key.count("<") == 2]


def values(item):
    (plane,) = reading.figures(item["stem"])
    samples = dict(reading.points(reading.parts(plane, "curve")[0], "y"))
    first, second = (reading.plain(part["stem_text"]) for part in item["parts"])
    at = Fraction(re.search(r"f\((-?\d+)\)", first).group(1))
    wanted = Fraction(re.search(r"= (-?\d+)", second).group(1))
    found = [x for x, y in samples.items() if y == wanted]
    return [samples[at], found[0] if len(found) == 1 else None]


def corner(item):
    """By the printed rule: the corner is where the values turn, and the rays go through points of the graph."""
    rule = reading.plain(item["stem_text"]).split("\n")[1].split("=")[1]
    slope, inside, rest = re.fullmatch(r"\s*(-?[\d/]*)\s*\|x ([+-] \d+)\|\s*([+-] \d+)\s*", rule).groups()
    slope = Fraction({"": "1", "-": "-1"}.get(slope, slope))

    def at(x):
        return slope * abs(x + Fraction(inside.replace(" ", ""))) + Fraction(rest.replace(" ", ""))
    (turn,) = [x for x in range(-5, 6) if at(x - 1) == at(x + 1)]
    marks = item["parts"][0]["responses"][0]["marked"]
    through = [[Fraction(v) for v in mark["values"]["through"].strip("[]").split(",")] for mark in marks[1:]]
    assert [x - turn for x, _ in through] in ([2, -2], [4, -4]) and all(at(x) == y for x, y in through)
    start = f"[{turn}, {at(turn)}]"
    return [[[start], *[[start, f"[{x}, {y}]"] for x, y in through]]]


def two_pieces(item):
    """Each piece ends over the number of its condition; the sign says where the point is closed."""
    text = reading.plain(item["stem_text"]).split("{")[1]
    found = re.findall(r"\s*([^;]+?) if x ([<>≤≥]) (-?\d+)", text)
    assert len(found) == 2
    marks = []
    for rule, sign, edge in found:
        edge = int(edge)
        far = edge - 2 if sign in "<≤" else edge + 2
        mark = [f"[{x}, {reading.value(rule, x=x)}]" for x in (edge, far)]
        marks.append(mark + (["open"] if sign in "<>" else []))
    return [marks]


def fee(item):
    steps = segments(item)
    first, second, third = (reading.plain(part["stem_text"]) for part in item["parts"])
    hours, minutes = reading.numbers(first)
    time = hours + minutes / 60
    (exact,), (budget,) = reading.numbers(second), reading.numbers(third)

    def at(x):
        """A step owns its right end, not its left one."""
        return next(left[1] for left, right in steps if left[0] < x <= right[0])
    affordable = [right[0] for left, right in steps if right[1] <= budget]
    return [at(time), at(exact), None, max(affordable)]


TEMPLATES = {"key-features": features, "values-from-graph": values, "graph-absolute-value": corner,
             "graph-two-pieces": two_pieces, "step-fee": fee}
