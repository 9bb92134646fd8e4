"""Grade 8, scientific notation: whole and decimal numbers written out, calculated exactly and written again."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-8/scientific.xml"
NUMBER = r"(\d(?:\.\d+)?) × 10\^\(?(-?\d+)\)?"


def values(text):
    found = re.findall(NUMBER, text.replace("−", "-").replace(" - ", " minus "))
    return [Fraction(front) * Fraction(10) ** int(power) for front, power in found]


def written(value):
    """A number in scientific notation, by moving the point."""
    power = 0
    while value >= 10:
        value, power = value / 10, power + 1
    while value < 1:
        value, power = value * 10, power - 1
    digits = str(value.numerator * 10 ** 6 // value.denominator).rjust(7, "0")
    assert Fraction(int(digits), 10 ** 6) == value
    front = (digits[0] + "." + digits[1:]).rstrip("0").rstrip(".")
    return f"{front} × 10^{power}" if power > 0 else f"{front} × 10^(−{-power})"


def calculate(item):
    line = reading.lines(item)[-1]
    one, other = values(line)
    if "/" in line:
        return [written(one / other)]
    if ")(" in line:
        return [written(one * other)]
    return [written(one + other if " + " in line else one - other)]


def story(item):
    one, count = values(item["stem_text"])
    (room,) = values(item["parts"][2]["stem_text"])
    total = one * count
    units = {"kilobytes": 3, "megabytes": 6, "gigabytes": 9, "terabytes": 12}
    (name,) = [unit for unit, power in units.items() if 1 <= total / 10 ** power < 1000]
    options = reading.options(item["parts"][1]["responses"][0])
    return [lambda key: key.startswith(written(total)), lambda key: options[key[0]].startswith(name), written(room / one)]


TEMPLATES = {"operate-scientific": calculate, "scientific-story": story}
