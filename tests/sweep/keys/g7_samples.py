"""Grade 7, samples: shares of the sample taken of the school; medians of the leaves on both sides."""
import statistics

from keys import reading

BANK = "item-banks/grade-7/samples.xml"


def bars(item):
    _, categories = reading.figure(item)
    sample, school = reading.numbers(item["stem_text"])[:2]
    heights = [held["values"][0] for _, held, _ in categories]
    assert sum(heights) == sample
    asked = next(i for i, (_, held, _) in enumerate(categories)
                 if "“" + held["label"] + "”" in item["parts"][0]["stem_text"])
    estimates = [height / sample * school for height in heights]
    return [estimates[asked], [[str(i + 1), str(estimate)] for i, estimate in enumerate(estimates)]]


def stems(item):
    plot, _ = reading.figure(item)
    left, right = statistics.median(plot["left"]), statistics.median(plot["data"])
    return [left, right - left]


TEMPLATES = {"scale-sample-bars": bars, "back-to-back-stems": stems}
