"""Grade 6, displays of data: what is drawn is counted again, dot by dot and bar by bar."""
import statistics

from keys import reading

BANK = "item-banks/grade-6/displays.xml"


def dots(item):
    data = reading.figure(item)[0]["data"]
    return [len(data), statistics.median(data), max(data) - min(data)]


def bars(item):
    drawn, _ = reading.figure(item)
    starts = [k * drawn["step"][0] for k in range(len(drawn["counts"]))]
    least = reading.numbers(item["parts"][1]["stem_text"])[0]
    values = [start for start, count in zip(starts, drawn["counts"]) for _ in range(int(count))]
    assert least in starts
    return [len(values), sum(1 for value in values if value >= least)]


def missing(item):
    lines = reading.lines(item)
    data, first = reading.numbers(lines[1]), reading.numbers(lines[2])[0]
    shown = reading.figure(item)[0]["counts"]
    heights = [sum(1 for value in data if low <= value <= low + 9) for low in range(0, 50, 10)]
    gaps = [(low, height) for low, height, bar in zip(range(0, 50, 10), heights, shown) if height != bar]
    assert [low for low, _ in gaps] == [first] and shown[int(first) // 10] == 0
    return [gaps[0][1]]


def box(item):
    five = reading.figure(item)[0]["five"]
    above = reading.numbers(item["parts"][2]["stem_text"])[-1]
    quarters = sum(1 for landmark in five if landmark > above)
    return [five[2], five[3] - five[1], f"{25 * quarters}%"]


TEMPLATES = {"read-dot-plot": dots, "read-histogram": bars, "histogram-missing-bar": missing, "read-box-plot": box}
