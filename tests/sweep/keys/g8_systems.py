"""Grade 8, systems: two lines by two points of each."""
import re

from keys import reading

BANK = "item-banks/grade-8/systems.xml"


def equations(item):
    (line,) = [line for line in reading.lines(item) if re.search(r"[xy].*=", line)]
    return line.strip("{}").split("; ")


def points(equation):
    """The points of a line above x = 0 and x = 1."""
    found = []
    for x in (0, 1):
        left, right = equation.split("=")
        at = [reading.value(left, x=x, y=y) - reading.value(right, x=x, y=y) for y in (0, 1)]
        found.append((x, at[0] / (at[0] - at[1])))
    return found


def how_many(item):
    one, other = [points(line) for line in equations(item)]
    slopes = [second[1] - first[1] for first, second in (one, other)]
    name = ("exactly one solution" if slopes[0] != slopes[1] else
            "infinitely many solutions" if one == other else "no solution")
    options = reading.options(item["parts"][0]["responses"][0])
    return [lambda key: options[key[0]] == name, None]


def crossing(item):
    """The only point with whole coordinates on both lines."""
    gaps = [line.split("=") for line in equations(item)]
    found = [(x, y) for x in range(-12, 13) for y in range(-12, 13)
             if all(reading.value(left, x=x, y=y) == reading.value(right, x=x, y=y) for left, right in gaps)]
    assert len(found) == 1
    return ["({}, {})".format(*found[0]).replace("-", "−")]


TEMPLATES = {"system-inspection": how_many, "solve-system-algebra": crossing}
