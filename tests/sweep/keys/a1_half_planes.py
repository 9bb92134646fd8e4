"""Algebra I, regions: the sides of edges by the figure's relations, corners by the printed conditions."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/half-planes.xml"
SIGNS = {"<": lambda a, b: a < b, "≤": lambda a, b: a <= b, ">": lambda a, b: a > b, "≥": lambda a, b: a >= b}


def half_planes(item):
    """A test (x, y) of each half-plane of the first figure: a x + b y beside c."""
    tests = []
    for part in reading.parts(reading.figures(item["stem"])[0], "half-plane"):
        a, b, c = reading.drawn(part, "eq")
        sign = next(value["word"] for value in part["values"] if value["name"] == "eq")
        tests.append(lambda x, y, a=a, b=b, c=c, sign=sign: SIGNS[sign](a * x + b * y, c))
    return tests


def pair(text):
    return reading.numbers(text.strip("()"))


def named(item):
    (test,) = half_planes(item)
    first, second = (part["responses"][0] for part in item["parts"])

    def printed(text):
        """The inequality of an option, as a test."""
        sign, rule = re.match(r"y (<|>|≤|≥) (.+)", reading.plain(text)).groups()
        return lambda x, y: SIGNS[sign](y, reading.value(rule, x=x))
    samples = [(Fraction(x), Fraction(y, 2)) for x in range(-4, 5) for y in range(-40, 41)]
    right = [letter for letter, text in reading.options(first).items()
             if all(printed(text)(x, y) == test(x, y) for x, y in samples)]
    return [reading.letter(right[0]), {letter for letter, text in reading.options(second).items() if test(*pair(text))}]


def both(item):
    tests = half_planes(item)
    found = [letter for letter, text in reading.options(item["parts"][0]["responses"][0]).items()
             if all(test(*pair(text)) for test in tests)]
    assert len(found) == 1
    return [reading.letter(found[0]), None]


def sales(item):
    most, small, large, least = reading.numbers(item["stem_text"])[:4]
    cross = (large * most - least) / (large - small)
    marks = [[f"[[0, {most}], [{most}, 0]]"], [f"[[0, {least / large}], [{cross}, {most - cross}]]"],
             ["x + y lt n and p*x + q*y gt least"]]

    def plan(text):
        x, y = reading.numbers(text)
        return x >= 0 and y >= 0 and x + y < most and small * x + large * y > least
    return [f"x + y ≤ {most}", f"{'' if small == 1 else small}x + {large}y ≥ {least}", marks, plan]


def either(item):
    text = reading.plain(item["stem_text"])
    first, second = re.search(r"\n(.+) or (.+?)(?:\n|$)", text).groups()

    def solved(inequality, x):
        left, sign, right = re.match(r"(.+?) ([<>≤≥]) (.+)", inequality).groups()
        return SIGNS[sign](reading.value(left, x=x), reading.value(right))
    inside = [Fraction(x, 4) for x in range(-80, 81) if not solved(first, Fraction(x, 4)) and not solved(second, Fraction(x, 4))]
    low, high = min(inside), max(inside)
    low, high = (low, high + Fraction(1, 4)) if low.denominator == 1 else (low - Fraction(1, 4), high)
    kept = (solved(first, low), solved(second, high))
    text = f"x {'≤' if kept[0] else '<'} {low} or x {'≥' if kept[1] else '>'} {high}"
    rays = [[str(low), "-10"] + ([] if kept[0] else ["open"]), [str(high), "10"] + ([] if kept[1] else ["open"])]
    return [lambda key: reading.plain(key) == text, rays]


TEMPLATES = {"name-halfplane": named, "system-of-regions": both, "sales-system": sales, "graph-or-inequality": either}
