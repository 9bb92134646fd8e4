"""Grade 7, proportional graphs: the quotient at the point that is marked."""
from keys import reading

BANK = "item-banks/grade-7/proportional-graphs.xml"


def meaning(item):
    (plane,) = reading.figures(item["stem"])
    x, y = reading.drawn(reading.parts(plane, "point")[0], "at")
    return [y / x, None, None]


def proportional(item):
    """Samples with one quotient, wherever x is not 0, and 0 at 0."""
    right = set()
    for letter, option in zip("ABCD", item["parts"][0]["responses"][0]["options"]):
        (plane,) = reading.figures(option["answer"]["content"])
        samples = dict(reading.points(reading.parts(plane, "curve")[0], "y"))
        if samples.pop(0) == 0 and len({y / x for x, y in samples.items()}) == 1:
            right.add(letter)
    return [right, None]


TEMPLATES = {"proportional-or-not": proportional, "point-meaning": meaning}
