"""Grade 6, making displays of data: the list on the page is tallied again."""
import statistics
from collections import Counter

from keys import reading

BANK = "item-banks/grade-6/make-displays.xml"


def listed(item):
    return [int(number) for number in reading.numbers(reading.lines(item)[1])]


def dots(item):
    tally = Counter(listed(item))
    cut = reading.numbers(item["parts"][1]["stem_text"])[0]
    return [[[str(value), str(tally[value])] for value in sorted(tally)],
            sum(number for value, number in tally.items() if value < cut)]


def bars(item):
    tally = Counter(value // 10 for value in listed(item))
    heights = [tally[tens] for tens in range(5)]
    return [", ".join(map(str, heights)), [[str(10 * tens), str(heights[tens])] for tens in range(5)]]


def box(item):
    data = sorted(listed(item))
    assert len(data) == 10 and len(set(data)) == 10
    five = [data[0], statistics.median(data[:5]), statistics.median(data), statistics.median(data[5:]), data[-1]]
    texts = [str(int(number)) for number in five]
    return [", ".join(texts), [[text] for text in texts]]


def leaves(item):
    data = reading.figure(item)[0]["data"]
    return [len(data), statistics.median(data), max(data) - min(data)]


TEMPLATES = {"make-dot-plot": dots, "make-histogram": bars, "make-box-plot": box, "read-stem-and-leaf": leaves}
