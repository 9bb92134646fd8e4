"""Algebra I, statistics: by Python's statistics, quartiles by counting, rounding by comparing squares."""
import re
import statistics
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/statistics.xml"
POLICIES = [{"quartiles": "exclusive"}, {"quartiles": "inclusive"}]


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


def groups(item):
    """Name -> numbers of each row of the table in the stem."""
    rows = [line.split(" | ") for line in reading.lines(item) if " | " in line]
    return {row[0].lower(): [reading.number(cell) for cell in row[1:]] for row in rows if row[1][0].isdigit()}


def summary(data, directions):
    """The five numbers, by taking the middle of halves that hold the median or not, as the directions say."""
    ordered = sorted(data)
    size = len(ordered)
    half = (size + 1) // 2 if "count the median in" in directions else size // 2
    assert ("leave the median out" in directions) != ("count the median in" in directions)
    return [ordered[0], statistics.median(ordered[:half]), statistics.median(ordered),
            statistics.median(ordered[size - half:]), ordered[-1]]


def printed(values):
    return ", ".join(str(value.numerator) if value.denominator == 1 else str(float(value)) for value in values)


def five_numbers(item):
    five = summary(reading.numbers(item["stem_text"].split("\n")[-1]), item["directions"])
    assert len(reading.numbers(item["stem_text"])) == 9
    return [printed(five), five[3] - five[1]]


def statement(text, table):
    """Is it true? More of what, for which group: read off the sentence."""
    text = text.lower()
    measures_of = {"median": lambda five: five[2], "spread out": lambda five: five[3] - five[1],
                   "range": lambda five: five[4] - five[0]}
    name = re.search(r"for (the .+?)(?: than| are| lie)", text)[1]
    if " than " in text:
        measure = next(of for word, of in measures_of.items() if word in text)
        other = re.search(r"than for (the .+?)\.", text)[1]
        return measure(table[name]) > measure(table[other])
    share = {"one quarter": 1, "half": 2, "three quarters": 3}[re.search(r"about (.+?) of", text)[1]]
    found = reading.numbers(text)
    places = [table[name].index(number) for number in found]
    quarters = places[1] - places[0] if len(places) == 2 else 4 - places[0] if "or more" in text else places[0]
    return quarters == share


def compare(item):
    table = groups(item)
    rows = [row["answer"]["text"] for row in item["parts"][0]["responses"][0]["rows"]]
    truths = [statement(row, table) for row in rows]
    assert len(rows) == 4 and sum(truths) == 2
    return [", ".join(str(truth) for truth in truths), None]


def report(item):
    one, two = groups(item).values()
    assert statistics.mean(one) == statistics.mean(two)
    found = []
    for data in (one, two):
        five = summary(data, item["directions"])
        found += [five[2], five[3] - five[1]]
    return [statistics.mean(one), printed(found), None]


TEMPLATES = {"centre-spread-stats": measures, "five-number-summary": five_numbers, "compare-summaries": compare,
             "report-two-groups": report}
