"""Grade 7, angles and circles: angles as they are drawn, areas by a fraction of a whole turn."""
from fractions import Fraction

from keys import reading
from keys.g7_circles import shown

BANK = "item-banks/grade-7/plane-figures.xml"
POLICIES = [{"pi": rule} for rule in ("exact", "3.14", "22/7")]


def angles(item):
    """Label -> how far the angle opens on the page."""
    return {held.get("label", "").rstrip("°"): held["to"][0] - held["from"][0]
            for name, held, _ in reading.figure(item)[1] if name == "angle"}


def angle(item):
    opened = angles(item)
    assert all(reading.number(label) == size for label, size in opened.items() if label[:1].isdigit())
    return [opened["x"]]


def equation(item):
    opened = {label: size for label, size in angles(item).items() if label}
    return [lambda text: all(reading.value(label, x=reading.number(text)) == size for label, size in opened.items())]


def several(item):
    """Angles as drawn; the labels with x must fit."""
    opened = angles(item)
    labels = {label: size for label, size in opened.items() if label.endswith("x")}
    return [lambda text: all(reading.value(label, x=reading.number(text)) == size for label, size in labels.items()),
            opened["y"], opened["z"], None]


def sector(item):
    parts = {name: held for name, held, _ in reading.figure(item)[1]}
    turn = parts["sector"]["to"][0] - parts["sector"]["from"][0]
    assert parts["angle"]["label"] == f"{turn}°"
    (radius,) = reading.numbers(parts["radius"]["label"])
    return [shown(item["directions"], radius * radius * turn / 360)]


def from_circumference(item):
    around = reading.number(item["stem_text"].split(" is ")[1])
    return [around / 2, f"{around * around / 4}π"]


def composite(item):
    """Every label is as long as what it stands at; pi is 3.14."""
    (_, rectangle, _), (_, arc, _) = reading.figure(item)[1]
    (across, up) = rectangle["corners"][4:6]
    radius = arc["radius"][0]
    assert 2 * radius == up and arc["center"] == [across, radius]
    pi = Fraction("3.14")
    return [across * up + pi * radius * radius / 2, across + up + across + pi * radius]


TEMPLATES = {"find-angle": angle, "angle-equation": equation, "multi-angle": several, "sprinkler-area": sector,
             "circle-from-circumference": from_circumference, "composite-circle": composite}
