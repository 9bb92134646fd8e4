"""Grade 7, constructions: sticks and angles as drawn, areas by the corners, perimeters by the labels, games by counting."""
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-7/constructions.xml"


def sticks(item):
    """The sticks as long as they are drawn, and as they are said to be."""
    (figure,) = reading.figures(item["stem"])
    drawn = [reading.drawn(part, "to")[0] - reading.drawn(part, "from")[0] for part in reading.parts(figure, "segment")]
    assert drawn == reading.numbers(item["stem_text"])[:3]
    one, other, longest = sorted(drawn)
    return [reading.letter("B" if one + other > longest else "A"), None]


def angles(item):
    (figure,) = reading.figures(item["stem"])
    sizes = [reading.drawn(part, "to")[0] - reading.drawn(part, "from")[0] for part in reading.parts(figure, "angle")]
    said = reading.numbers(item["stem_text"])
    assert sizes == said[:2]
    if sum(sizes) >= 180:
        return [reading.letter("A"), None]
    return [reading.letter("B" if "AB should" in item["stem_text"] else "C"), None]


def area(item):
    """By the corners in order."""
    (figure,) = reading.figures(item["stem"])
    corners = reading.points(figure, "corners")
    size = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1]))) / 2
    factor = reading.numbers(item["stem_text"])[0]
    return [size, factor * factor * size, None]


def perimeter(item):
    labels = [held["label"] for name, held, _ in reading.figure(item)[1] if name == "side"]
    assert len(labels) == 5

    def around(text):
        return all(reading.value(text, x=x) == sum(reading.value(label, x=x) for label in labels) for x in (0, 1, 5))
    return [lambda key: around(key) and "(" not in key, lambda key: around(key) and key.startswith("2("), None]


def game(item):
    """Every outcome of the spinners as drawn."""
    spinners = [[reading.number(reading.held(part)["label"]) for part in reading.parts(figure, "sector")]
                for figure in reading.figures(item["stem"])]
    first, second = spinners
    sums = [[a + b for b in second] for a in first]
    wins = sum(1 for row in sums for value in row if value % 2 == 0)
    chance = Fraction(wins, 12)
    rounds = reading.numbers(item["parts"][3]["stem_text"])[0]
    blanks = [int(value) for row in sums[1:] for value in row]
    return [lambda key: reading.numbers(key) == blanks, chance, None, chance * rounds]


TEMPLATES = {"triangle-from-sticks": sticks, "triangle-from-angles": angles, "scale-area": area, "perimeter-forms": perimeter,
             "fair-game": game}
