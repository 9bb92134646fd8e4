"""Grade 6, percent of a quantity: by hundredths, and by trying wholes and percents."""
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-6/percent.xml"


def share(rate, whole):
    """So many hundredths of the whole."""
    return int(100 * rate) * Fraction(whole) / 100


def whole_of(part, rate):
    """The only whole number of which the percent is the part."""
    found = [whole for whole in range(1, 2001) if int(100 * rate) * whole == 100 * part]
    assert len(found) == 1, found
    return Fraction(found[0])


def percent_of(item):
    rate, whole = reading.numbers(item["stem_text"])
    return [share(rate, whole)]


def find_whole(item):
    part, rate = reading.numbers(item["stem_text"])
    return [whole_of(part, rate)]


def wrong_quantity(item):
    part, rate = reading.numbers(reading.lines(item)[0])
    return [None, whole_of(part, rate)]


def goal(item):
    lines = reading.lines(item)
    needed = reading.numbers(lines[0])[0]
    rows = dict(line.split(" | ") for line in lines[2:])
    first = share(reading.number(rows["Friday"]), needed)
    second = reading.number(rows["Saturday"])
    reached = [p for p in range(1, 100) if share(Fraction(p, 100), needed) == first + second]
    still = needed - first - second
    return [first, Fraction(reached[0], 100), still - share(reading.number(rows["Sunday"]), still)]


TEMPLATES = {
    "percent-of": percent_of,
    "find-whole": find_whole,
    "percent-of-wrong-quantity": wrong_quantity,
    "percent-goal": goal,
}
