"""Grade 7, signed numbers: printed arithmetic worked out, situations by reading their verbs."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-7/integers.xml"
UP = {"rises", "up", "deposits", "east", "gains"}
DOWN = {"falls", "down", "withdraws", "west", "loses"}


def last_line(item):
    return [reading.value(reading.lines(item)[-1])]


def total(situation):
    """Sum of the changes of a sentence: each number takes the direction that stands in its half."""
    change = Fraction(0)
    for half in situation.split(" and later "):
        words = set(re.findall(r"[a-z]+", half))
        assert len(words & UP) + len(words & DOWN) == 1, half
        change += reading.numbers(half)[0] * (1 if words & UP else -1)
    return change


def opposites(item):
    options = reading.options(item["parts"][0]["responses"][0])
    return [{letter for letter, text in options.items() if total(text) == 0}, None]


def log(item):
    start = reading.number(re.search(r"first reading is (\S+) ", item["stem_text"]).group(1))
    row = next(row for row in reading.cells(item["parts"][0]["responses"][0]) if row[0] == "Change")
    changes = [reading.number(cell.replace("+", "")) for cell in row[1:]]
    readings = [start]
    for change in changes:
        readings.append(readings[-1] + change)
    widest = max(abs(one - other) for one in readings for other in readings)
    assert min(readings) < 0 < max(readings)
    return [lambda key: reading.numbers(key) == readings[1:], widest]


def distance(item):
    """A tenth of a meter at a time from the lower one to the higher one; bars are read as absolute values."""
    low, high = reading.numbers(item["stem_text"])[:2]
    apart = sum(Fraction(1, 10) for tenth in range(int(10 * low), int(10 * high)))
    expressions = {letter: re.sub(r"\|([^|]+)\|", lambda bars: str(abs(reading.value(bars[1]))), text)
                   for letter, text in reading.options(item["parts"][0]["responses"][0]).items()}
    return [{letter for letter, text in expressions.items() if reading.value(text) == apart}, apart]


TEMPLATES = {
    "add-integers": last_line,
    "subtract-rationals": last_line,
    "distance-absolute": distance,
    "add-chain": last_line,
    "additive-opposites": opposites,
    "elevation-log": log,
}
