"""Grade 6, numbers on lines: what is drawn is measured again, mark by mark."""
from keys import reading

BANK = "item-banks/grade-6/number-lines.xml"


def shown(item):
    """The first figure of the question or of its first part, and its points and events."""
    figure = (reading.figures(item["stem"]) + reading.figures(item["parts"][0].get("stem", [])))[0]
    posed = [part for part in figure.get("parts", []) if part.get("layer") != "key"]
    return reading.held(figure), [reading.drawn(part, "at")[0] for part in posed]


def opposite(item):
    (at,) = shown(item)[1]
    return [[[str(-at)]], max(at, -at) - min(at, -at)]


def between(item):
    """From the left end, one part at a time."""
    line, (at,) = shown(item)
    (left,), (right,), (step,) = line["from"], line["to"], line["step"]
    assert line["numbers"] == "ends" and left == -right
    here = left
    while here < at:
        here += step
    return [here]


def heights(item):
    high, low = reading.numbers(item["stem_text"])
    scale = shown(item)[0]
    assert all((mark - scale["from"][0]) % scale["step"][0] == 0 for mark in (high, -low))
    return [[[str(high)], [str(-low)]], sum(1 for _ in range(-int(low), int(high)))]


def hours(item):
    first, second = shown(item)[1]
    assert first < 0 < second
    return [-first, sum(1 for _ in range(int(first), int(second)))]


def years(item):
    first, second = shown(item)[1]
    return [first, second - first]


TEMPLATES = {"opposite-number": opposite, "unlabelled-scale": between, "opposite-situations": heights,
             "hours-around-start": hours, "read-timeline": years}
