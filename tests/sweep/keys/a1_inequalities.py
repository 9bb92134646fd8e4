"""Algebra I, inequalities: whole numbers are put into the printed inequality; the ends are the last ones that fit."""
import re

from keys import reading

BANK = "item-banks/algebra-1/inequalities.xml"


def fits(line, x):
    left, one, middle, two, right = re.fullmatch(r"(.+?) ([<≤]) (.+?) ([<≤]) (.+)", line).groups()
    low, at, high = reading.value(left), reading.value(middle, x=x), reading.value(right)
    return (low < at or one == "≤" and low == at) and (at < high or two == "≤" and at == high)


def compound(item):
    """The ends are whole: one of them fits and the other one does not, though the numbers beside it do."""
    line = reading.lines(item)[-1]
    whole = [x for x in range(-40, 41) if fits(line, x)]
    low_in, high_in = not fits(line, min(whole) - reading.Fraction(1, 2)), not fits(line, max(whole) + reading.Fraction(1, 2))
    assert low_in != high_in
    low = min(whole) if low_in else min(whole) - 1
    high = max(whole) if high_in else max(whole) + 1
    shown = f"{low} {'≤' if low_in else '<'} x {'≤' if high_in else '<'} {high}"
    interval = f"{'[' if low_in else '('}{low}, {high}{']' if high_in else ')'}"
    return [shown.replace("-", "−"), interval.replace("-", "−")]


TEMPLATES = {"compound-inequality": compound}
