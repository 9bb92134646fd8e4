"""Algebra I, statistics: by Python's statistics, quartiles by counting, rounding by comparing squares."""
import statistics
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/statistics.xml"


def nearest_tenth_of_root(square):
    """The tenth whose interval of half a tenth on both sides holds the root."""
    tenth = Fraction(1, 10)
    found = [n * tenth for n in range(1000) if (n * tenth + tenth / 2) ** 2 > square]
    assert (found[0] - tenth / 2) ** 2 < square
    return found[0]


def measures(item):
    data = reading.numbers(item.get("stimulus_text") or item["stem_text"])
    assert len(data) == 6
    low, high = sorted(data)[:3], sorted(data)[3:]
    return [statistics.mean(data), statistics.median(data), statistics.median(high) - statistics.median(low),
            nearest_tenth_of_root(statistics.pvariance(data))]


TEMPLATES = {"centre-spread-stats": measures}
