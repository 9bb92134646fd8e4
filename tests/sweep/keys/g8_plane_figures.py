"""Grade 8, angles and right triangles: from what is drawn."""
from fractions import Fraction
from math import isqrt

from keys import reading

BANK = "item-banks/grade-8/plane-figures.xml"


def opening(place, rise):
    """How far an angle opens at parallel lines that a transversal crosses at this rise."""
    return rise if (place - 1) % 4 in (1, 2) else 180 - rise


def at_lines(item):
    """(label, how far it opens) of each angle of a transversal figure."""
    parts = reading.figure(item)[1]
    rises = [held["angle"][0] for name, held, _ in parts if name == "transversal"]
    found = []
    for name, held, _ in parts:
        if name == "angle" and "place" in held:
            found.append((held["label"], opening(held["place"][0], rises[int(held["transversal"][0]) - 1])))
        elif name == "angle":
            found.append((held["label"], held["to"][0] - held["from"][0]))
    return found


def transversal(item):
    (given, size), (asked, open_by) = at_lines(item)
    assert reading.number(given) == size
    return [lambda text: reading.value(asked.rstrip("°"), x=reading.number(text)) == open_by]


def chase(item):
    found = dict(at_lines(item))
    assert all(reading.number(label) == size for label, size in found.items() if label[0].isdigit())
    return [found["x"], found["y"], None]


def triangle(item):
    """The angle that is left at a corner of a triangle with the angles as drawn."""
    whole, parts = reading.figure(item)[:2]
    for name, held, _ in parts:
        angle = whole["angles"][int(held["at"][0]) - 1]
        if held["label"] == "x":
            key = 180 - angle if name == "exterior" else angle
        else:
            assert reading.number(held["label"]) == angle
    return [key]


def side(item):
    whole, parts = reading.figure(item)[:2]
    numbers = [int(number) for number in whole["corners"]]
    corners = list(zip(numbers[::2], numbers[1::2]))
    lengths = {}
    for name, held, _ in parts:
        if name == "side":
            (x1, y1), (x2, y2) = corners[int(held["at"][0]) - 1], corners[int(held["at"][0]) % 3]
            lengths[held["label"]] = isqrt((x2 - x1) ** 2 + (y2 - y1) ** 2)
    assert all(reading.number(label) == size for label, size in lengths.items() if label != "x")
    known = sorted(lengths.values())
    assert known[0] ** 2 + known[1] ** 2 == known[2] ** 2
    return [lengths["x"]]


def similar(item):
    """By the labels alone: sides between the same angles."""
    labels = [[kid["label"] for name, kid in kids if name == "side"] for _, _, kids in reading.figure(item)[1]]
    (base, other), (large, unknown) = labels
    assert unknown == "x"
    factor = Fraction(reading.number(large), reading.number(base))
    return [factor, factor * reading.number(other), factor * factor]


def squares(item):
    """The labels of the squares; each is as large as it is drawn."""
    known = {}
    for _, held, _ in reading.figure(item)[1][1:]:
        (x1, y1), (x2, y2) = zip(held["corners"][:4:2], held["corners"][1:4:2])
        known[held["label"]] = (x2 - x1) ** 2 + (y2 - y1) ** 2
    assert all(reading.number(label) == size for label, size in known.items() if label != "P")
    one, other = sorted(reading.number(label) for label in known if label != "P")
    return [other - one, isqrt(int(other - one)), None]


TEMPLATES = {"similar-unknowns": similar, "squares-on-sides": squares, "parallel-transversal": transversal,
             "triangle-angle": triangle, "angle-chase": chase, "right-triangle-side": side}
