"""Grade 8, cylinders, cones and spheres: from the labels of the figure, with pi as a factor apart."""
import math
from fractions import Fraction

from keys import reading
from keys.g7_circles import POLICIES, shown  # noqa: F401

BANK = "item-banks/grade-8/solids.xml"


def measures(item, part=None):
    """What is measured in the first figure (or in one of its parts), as printed -> value."""
    figure = reading.figures(item["stem"])[0]
    held = [reading.held(one) for one in reading.parts(part or figure, "measure") if one.get("layer") != "key"]
    return {one["of"]: reading.number(one["label"]) for one in held if any(sign.isdigit() for sign in one["label"])}


def across(values):
    return values["diameter"] if "diameter" in values else 2 * values["radius"]


def cylinder(item):
    values = measures(item)
    return [shown(item["directions"], across(values) ** 2 * values["height"] / 4)]


def lying(item):
    figure = reading.held(reading.figures(item["stem"])[0])
    assert figure["stand"] == "lying" and figure["height"][0] > 2 * figure["radius"][0]
    return cylinder(item)


def height(item):
    (times, *_) = [reading.number(found) for found in item["stem_text"].split() if "π" in found]
    radius = measures(item)["radius"]
    return [next(h for h in range(1, 200) if radius * radius * h == times)]


def cone(item):
    values = measures(item)
    up = values.get("height") or Fraction(math.isqrt(int(values["slant"] ** 2 - values["radius"] ** 2)))
    if "slant" in values:
        assert up * up + values["radius"] ** 2 == values["slant"] ** 2
    return [shown(item["directions"], across(values) ** 2 * up / 12)]


def sphere(item):
    radius = across(measures(item)) / 2
    figure = reading.held(reading.figures(item["stem"])[0])
    half = "hemisphere" in item["stem_text"]
    assert (figure["half"] == "top") == half and figure["radius"] == [radius]
    volume = Fraction(314, 100) * radius * radius * radius * (2 if half else 4)
    return [(volume / 3 + Fraction(1, 2)).__floor__()]


def relations(item):
    whole = max(reading.numbers(item["stem_text"]))
    assert [reading.held(figure)["radius"] for figure in reading.figures(item["stem"])] == [[3], [3], [3]]
    return [whole - whole * 2 / 3, whole * 2 / 3, None]


def tank(item):
    figure = reading.figures(item["stem"])[0]
    low, high = figure["parts"]
    radius, up, tip = measures(item, high)["radius"], measures(item, low)["height"], measures(item, high)["height"]
    volume = radius * radius * (3 * up + tip) / 3
    text = item["parts"][1]["stem_text"]
    each = next(word for word in text.replace(",", "").split() if word[0].isdigit())
    rate = reading.number(each) / (1 if "π" in each else shown_factor(item["directions"]))
    return [shown(item["directions"], volume), volume / rate]


def shown_factor(directions):
    return {"3.14": Fraction("3.14"), "22/7": Fraction(22, 7)}[directions.split("Use ")[1].split(" ")[0]]


TEMPLATES = {"cylinder-volume": cylinder, "lying-cylinder-volume": lying, "cylinder-missing-height": height, "cone-volume": cone, "sphere-volume": sphere,
             "volume-relations": relations, "composite-round-solid": tank}
