"""Algebra I, displays of one variable: counts and quartiles of the printed list; steps by the printed price."""
import statistics
from collections import Counter
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/one-variable.xml"


def displays(item):
    data = sorted(int(number) for number in reading.numbers(reading.lines(item)[1]))
    assert len(data) == 10
    tally = Counter(data)
    five = [data[0], statistics.median(data[:5]), statistics.median(data), statistics.median(data[5:]), data[-1]]
    return [[[str(value), str(tally[value])] for value in sorted(tally)], int(five[2]), [[str(int(value))] for value in five], None]


def steps(item):
    price, width, *_, more, until = [int(number) for number in reading.numbers(item["stem_text"].split("[")[0])][:6] + \
        [int(reading.numbers(reading.lines(item)[-1])[0])]
    assert until == 4 * width
    return [[[f"[{width * i}, {price + more * i}]", f"[{width * (i + 1)}, {price + more * i}]", "open", "closed"] for i in range(4)]]


def outlier(item):
    """Mean and median of the dots, without the last one and with it."""
    data = sorted(int(value) for value in reading.drawn(reading.figures(item["stem"])[0], "data"))
    assert len(data) == 9
    return [statistics.mean(map(Fraction, data)) - statistics.mean(map(Fraction, data[:8])), int(statistics.median(data) - statistics.median(data[:8])), None]


TEMPLATES = {"outlier-effect": outlier, "represent-one-variable": displays, "graph-step-function": steps}
