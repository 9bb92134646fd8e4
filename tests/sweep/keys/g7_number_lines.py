"""Grade 7, number lines: arrows as drawn, inequalities by trying numbers on both sides of their edge."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-7/number-lines.xml"


def arrows(item):
    (line,) = reading.figures(item["stem"])
    (start, turn), (again, end) = [reading.drawn(part, "from") + reading.drawn(part, "to") for part in reading.parts(line, "arrow")]
    assert start == 0 and again == turn
    response = item["parts"][0]["responses"][0]
    found = []
    for letter, text in reading.options(response).items():
        left, right = reading.plain(text).split("=")
        first, second = re.fullmatch(r"\s*(-?\d+) \+ \(?(-?\d+)\)?\s*", left).groups()
        if (Fraction(first), Fraction(second), Fraction(right)) == (turn, end - turn, end):
            found.append(letter)
    return [reading.letter(found[0]) if len(found) == 1 else "one option", None]


def moves(item):
    text = item["stem_text"]
    steps = [Fraction(size) * (1 if way == "up" else -1) for size, way in re.findall(r"(\d+) \w+ (up|down)", text)]
    first, end = steps[0], sum(steps)
    return [[["0", str(first)], [str(first), str(end)]], end]


SIGNS = {"<": lambda a, b: a < b, "≤": lambda a, b: a <= b, ">": lambda a, b: a > b, "≥": lambda a, b: a >= b}


def solved(item):
    left, sign, right = re.search(r"\n(.+?) ([<>≤≥]) (-?\d+)", reading.plain(item["stem_text"])).groups()
    edge = reading.root(f"{left} = {right}", "x")

    def holds(x):
        return SIGNS[sign](reading.value(left, x=x), Fraction(right))
    below, at, above = holds(edge - 1), holds(edge), holds(edge + 1)
    assert below != above
    text = f"x {('≤' if at else '<') if below else ('≥' if at else '>')} {edge}"
    ray = [str(edge), "-10" if below else "10"] + ([] if at else ["open"])
    return [lambda key: reading.plain(key) == text, [ray]]


TEMPLATES = {"arrows-to-equation": arrows, "draw-sum-arrows": moves, "solve-graph-inequality": solved}
