"""Grade 8, planes and triangles: from what is drawn, by Pythagoras in whole numbers and by trying rules on corners."""
from fractions import Fraction
from math import isqrt

from keys import reading

BANK = "item-banks/grade-8/planes-and-triangles.xml"


def tenths(square):
    """The square root of a whole number, rounded to tenths."""
    return Fraction((isqrt(400 * square) + 1) // 2, 10)


def angles_of(figure):
    """The three angles of a triangle as drawn, where all printed labels agree with it."""
    first, second = reading.drawn(figure, "angles")
    all_three = [first, second, 180 - first - second]
    for name in ("angle", "exterior"):
        for part in reading.parts(figure, name):
            size = all_three[int(reading.drawn(part, "at")[0]) - 1]
            assert reading.number(reading.held(part)["label"]) == (size if name == "angle" else 180 - size)
    return all_three


def similar(item):
    first, second = (angles_of(figure) for figure in reading.figures(item["stem"]))
    return [first[2], reading.letter("A" if sorted(first) == sorted(second) else "B"), None]


def ladder(item):
    long, foot = reading.numbers(item["stem_text"])[:2]
    slip = reading.numbers(item["parts"][1]["stem_text"])[0]
    top, low = (tenths(int(long ** 2 - away ** 2)) for away in (foot, foot + slip))
    return [top, top - low]


def distance(item):
    (plane,) = reading.figures(item["stem"])
    (x1, y1), (x2, y2) = [tuple(reading.drawn(part, "at")) for part in reading.parts(plane, "point")]
    return [tenths(int((x2 - x1) ** 2 + (y2 - y1) ** 2))]


def system(item):
    """Where two lines a x + b y = c cross, by their coefficients."""
    (plane,) = reading.figures(item["stem"])
    (a, b, c), (d, e, f) = [reading.drawn(part, "eq") for part in reading.parts(plane, "line")]
    crossing = (c * e - b * f) / (a * e - b * d), (a * f - c * d) / (a * e - b * d)
    return [lambda key: tuple(reading.numbers(key)) == crossing, None]


RULES = [lambda x, y: (x, -y), lambda x, y: (-x, y), lambda x, y: (-x, -y), lambda x, y: (-y, x), lambda x, y: (y, -x)]


def rule(item):
    (grid,) = reading.figures(item["stem"])
    before, after = [reading.points(part, "corners") for part in reading.parts(grid, "polygon")]
    fits = [letter for letter, rule in zip("ABCDE", RULES) if [rule(x, y) for x, y in before] == after]
    assert len(fits) == 1
    return [reading.letter(fits[0]), None]


def walk(item):
    (plane,) = reading.figures(item["stem"])
    ways = {reading.held(part)["label"]: reading.drawn(part, "from") + reading.drawn(part, "to")
            for part in reading.parts(plane, "segment")}
    speed = {letter: (y2 - y1) / (x2 - x1) for letter, (x1, y1, x2, y2) in ways.items()}
    stay = sum(x2 - x1 for x1, y1, x2, y2 in ways.values() if y1 == y2)
    fastest = max(speed, key=lambda letter: abs(speed[letter]))
    option = dict(zip("PQRS", "ABCD"))
    return [{option[letter] for letter in speed if speed[letter] > 0}, stay, reading.letter(option[fastest])]


def sketched(item):
    out, pace, rest, back, other = reading.numbers(item["stem_text"])[:5]
    away, home = out * pace, out * pace - back * other
    corners = [(0, 0), (out, away), (out + rest, away), (out + rest + back, home)]
    texts = [f"[{x}, {y}]" for x, y in corners]
    return [[[one, two] for one, two in zip(texts, texts[1:])], home]


def slope(item):
    """Of both triangles, which must agree."""
    (plane,) = reading.figures(item["stem"])
    found = set()
    for part in reading.parts(plane, "polygon"):
        (x1, y1), _, (x2, y2) = reading.points(part, "corners")
        found.add((y2 - y1) / (x2 - x1))
    (only,) = found
    return [only, None]


TEMPLATES = {"slope-triangles": slope, "sketch-walk": sketched, "aa-similarity": similar, "ladder": ladder, "distance-on-plane": distance, "system-from-graph": system,
             "rule-from-image": rule, "walk-graph": walk}
