"""Grade 6, ratio tables and circle graphs: cross products of what is printed, and shares of wholes."""
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-6/ratio-tables.xml"


def table(item):
    over, under = [row[1:] for row in reading.cells(item["parts"][0]["responses"][0], reading.maths_of)]
    whole = next((Fraction(a), Fraction(b)) for a, b in zip(over, under) if a and b)
    missing = [Fraction(b) * whole[0] / whole[1] for a, b in zip(over, under) if not a]
    missing += [Fraction(a) * whole[1] / whole[0] for a, b in zip(over, under) if not b]
    return [", ".join(str(number) for number in missing)]


def mixtures(item):
    rows = [reading.numbers(line) for line in reading.lines(item) if line.count("|") == 1 and line.strip()[0].isdigit()]
    first, second = rows[:3], rows[3:]
    assert len({Fraction(a, b) for a, b in first}) == 1 and len({Fraction(a, b) for a, b in second}) == 1
    strong, other = Fraction(*map(int, first[0])), Fraction(*map(int, second[0]))
    (water,) = reading.numbers(item["parts"][1]["stem_text"])
    return [reading.letter("A" if strong > other else "B"), strong * water]


def circle(item):
    whole, parts = reading.figure(item)
    total = reading.numbers(item["stem_text"])[0]
    shares = [held["value"][0] for _, held, _ in parts]
    labels = [held["label"] for _, held, _ in parts]
    assert sum(shares) == whole["total"][0] == 100
    told = [reading.numbers(label)[0] * 100 for label in labels if "%" in label]
    assert told == [share for share, label in zip(shares, labels) if "%" in label] and len(told) == 3
    missing = 100 - sum(told)
    return [f"{missing}%", total * missing / 100]


def two_circles(item):
    figures = reading.figures(item["stem"])
    counts = []
    for figure, students in zip(figures, reading.numbers(item["stem_text"])):
        percent = reading.drawn(reading.parts(figure, "sector")[0], "value")[0]
        counts.append(students * percent / 100)
    return [counts[0], reading.letter("A" if counts[0] > counts[1] else "B")]


TEMPLATES = {"ratio-table-fill": table, "compare-mixtures": mixtures, "circle-graph-count": circle,
             "compare-circle-graphs": two_circles}
