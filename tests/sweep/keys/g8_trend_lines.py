"""Grade 8, lines in scatter plots: the line with the smallest squares of distances, of those that are drawn."""
from keys import reading

BANK = "item-banks/grade-8/trend-lines.xml"


def squares(plot):
    (x1, y1), (x2, y2) = reading.points(reading.parts(plot, "line")[0], "through")
    return sum((y - y1 - (y2 - y1) * (x - x1) / (x2 - x1)) ** 2 for x, y in reading.points(plot, "data"))


def best(item):
    options = item["parts"][0]["responses"][0]["options"]
    sums = [squares(reading.figures(option["answer"]["content"])[0]) for option in options]
    assert min(sums) * 2 < sorted(sums)[1]
    return [reading.letter("ABC"[sums.index(min(sums))]), None]


TEMPLATES = {"best-line": best}
