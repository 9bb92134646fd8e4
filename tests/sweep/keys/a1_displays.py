"""Algebra I, displays: relative frequencies of a printed table; heights of bars above a cut axis."""
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/displays.xml"


def frequencies(item):
    rows = [[Fraction(cell) for cell in line.split("|")[1:]] for line in reading.lines(item)
            if line.count("|") == 3 and line.split("|")[1].strip().isdigit()]
    first, _, totals = rows
    return [first[0] / totals[2], totals[0] / totals[2], first[0] / first[2]]


def bars(item):
    graph, categories = reading.figure(item)
    (low,) = graph["y-from"]
    may, june = (held["values"][0] for _, held, _ in categories)
    return [(june - low) / (may - low), june / may - 1]


TEMPLATES = {"two-way-frequencies": frequencies, "misleading-scale": bars}
