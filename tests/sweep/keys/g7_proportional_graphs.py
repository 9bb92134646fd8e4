"""Grade 7, proportional graphs: the quotient at the point that is marked."""
from keys import reading

BANK = "item-banks/grade-7/proportional-graphs.xml"


def meaning(item):
    (plane,) = reading.figures(item["stem"])
    x, y = reading.drawn(reading.parts(plane, "point")[0], "at")
    return [y / x, None, None]


TEMPLATES = {"point-meaning": meaning}
