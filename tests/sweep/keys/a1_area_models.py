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


TEMPLATES = {"binomials-in-area-model": model}
