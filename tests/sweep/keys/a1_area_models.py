"""Algebra I, area models: the product at many places, and the coefficients that they ask for."""
from keys import reading

BANK = "item-banks/algebra-1/area-models.xml"


def model(item):
    figure = reading.figures(item["stem"])[0]
    columns = [reading.held(part)["label"] for part in reading.parts(figure, "column")]
    rows = [reading.held(part)["label"] for part in reading.parts(figure, "row")]

    def whole(x):
        return reading.value("+".join(columns), x=x) * reading.value("+".join(rows), x=x)

    def agrees(text):
        return all(reading.value(text, x=x) == whole(x) for x in range(4))

    return [lambda text: reading.value(text, x=7) == reading.value(columns[0], x=7) * reading.value(rows[1], x=7), agrees]


def square(item):
    figure = reading.figures(item["stem"])[0]
    wide = reading.number(reading.held(reading.parts(figure, "column")[1])["label"])
    equation = item["parts"][1]["stem_text"].split("solution of ")[1].split(". ")[0]
    roots = [x for x in range(1, 200) if reading.holds(equation, "x", x)]
    assert len(roots) == 1 and reading.gap(equation, "x", 0) == reading.gap(equation, "x", -2 * wide)
    return [wide * wide, roots[0]]


TEMPLATES = {"binomials-in-area-model": model, "complete-square-in-area-model": square}
