"""Grade 6, areas: by the corners of what is drawn, with Gauss's formula for areas."""
from fractions import Fraction
from math import ceil

from keys import reading

BANK = "item-banks/grade-6/plane-figures.xml"


def corners_of(numbers):
    return list(zip(numbers[::2], numbers[1::2]))


def area_of(corners):
    doubled = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1]))
    return abs(doubled) / Fraction(2)


def length(one, other):
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** Fraction(1, 2)


def drawn(item):
    """The corners; each labelled side is as long as its label says, and each height, too."""
    whole, parts = reading.figure(item)[:2]
    corners = corners_of(whole["corners"])
    for name, held, _ in parts:
        if name == "side" and held["label"] != "x":
            at = int(held["at"][0])
            assert length(corners[at - 1], corners[at % len(corners)]) == reading.numbers(held["label"])[0]
        if name == "height":
            assert corners[int(held["from"][0]) - 1][1] == reading.numbers(held["label"])[0]
    return corners


def area(item):
    return [area_of(drawn(item))]


def cost(item):
    corners = drawn(item)
    covered, price = reading.numbers(item["parts"][2]["stem_text"].split("covers")[1])
    return [corners[4][1] - corners[3][1], area_of(corners), ceil(area_of(corners) / covered) * price]


def equal_area(item):
    """The triangle that the key shows is one of many: it must have the area."""
    (_, given, _), (_, sample, _) = reading.figure(item)[1]
    triangle = corners_of(sample["corners"])
    size = area_of(corners_of(given["corners"]))
    assert len(triangle) == 3 and area_of(triangle) == size
    return [size, [["[" + ", ".join(f"[{x}, {y}]" for x, y in triangle) + "]"]]]


def height(item):
    """The height goes straight down from C to the line of the base."""
    a, b, c = corners_of(reading.figure(item)[0]["corners"])
    assert a[1] == b[1]
    return [[[f"[{c[0]}, {c[1]}]", f"[{c[0]}, {a[1]}]"]], area_of([a, b, c])]


TEMPLATES = {"draw-height": height, "triangle-area": area, "quadrilateral-area": area, "composite-area-cost": cost,
             "draw-equal-area": equal_area}
