"""Grade 6, planes and lines: conditions by their words, what is drawn by counting marks and boxes."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-6/planes-and-lines.xml"


def condition(item):
    word, edge = re.search(r"(above|below) (-?\d+)°C", reading.plain(item["stem_text"])).groups()
    far = "30" if word == "above" else "-30"
    text = f"t {'>' if word == 'above' else '<'} {edge}"
    return [lambda key: reading.plain(key) == text, [[edge, far, "open"]]]


def depth(item):
    (line,) = reading.figures(item["stem"])
    high, low = [reading.drawn(part, "at")[0] for part in reading.parts(line, "point")]
    marks = 0
    while high + marks * reading.drawn(line, "step")[0] < 0:
        marks += 1
    return [low, marks * reading.drawn(line, "step")[0], None]


def apart(item):
    x1, y1, x2, y2 = reading.numbers(item["stem_text"])[:4]
    assert x1 == x2 or y1 == y2
    return [Fraction(sum(1 for _ in range(int(min(x1, x2)), int(max(x1, x2)))) + abs(int(y2 - y1)))]


def boxes(item):
    (plot,) = reading.figures(item["stem"])
    one, two = [reading.drawn(part, "five") for part in reading.parts(plot, "box")]
    assert one[4] > two[4]
    lengths = [one[3] - one[1], two[3] - two[1]]
    return [two[2] - one[2], lambda key: reading.numbers(key) == lengths, None]


def reflected(item):
    (plane,) = reading.figures(item["stem"])
    x, y = reading.drawn(reading.parts(plane, "point")[0], "at")
    quadrant = "ABDC"[(x < 0) + 2 * (y < 0)]
    image = (x, -y) if "across the x-axis" in item["parts"][1]["stem_text"] else (-x, y)
    return [reading.letter(quadrant), lambda key: tuple(reading.numbers(key)) == image]


def shape(item):
    (plane,) = reading.figures(item["stem"])
    corners = reading.points(reading.parts(plane, "polygon")[0], "corners")
    sides = list(zip(corners, corners[1:] + corners[:1]))
    around = sum(abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in sides)
    return [around, abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in sides)) / 2]


TEMPLATES = {"reflect-point": reflected, "coordinate-area": shape, "graph-simple-inequality": condition, "depth-meaning": depth, "same-line-distance": apart,
             "compare-two-boxes": boxes}
