"""Grade 7, displays of data and tape diagrams: from what is drawn."""
import statistics
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-7/pictures.xml"


def two_plots(item):
    first, second = (statistics.median(group["data"]) for _, group, _ in reading.figure(item)[1])
    return [first, second, second - first]


def two_boxes(item):
    first, second = (box["five"] for _, box, _ in reading.figure(item)[1])
    wide = [five[3] - five[1] for five in (first, second)]
    assert wide[0] != wide[1]
    return [second[2] - first[2], lambda text: text.split()[0] == "AB"[wide.index(max(wide))]]


def equation(item):
    (_, tape, inner), = reading.figure(item)[1]
    (_, box), (_, brace) = inner
    count, extra, total = tape["count"][0], Fraction(box["label"]), Fraction(brace["label"])
    root = (total - extra) / count
    return [lambda text: reading.root(text, "x") == root and reading.gap(text, "x", 0) in (extra - total, total - extra), root]


def discount(item):
    rate, paid = reading.numbers(item["stem_text"])[:2]
    (_, tape, _), = reading.figure(item)[1]
    assert tape["shaded"][0] / tape["count"][0] == rate
    return [paid / (1 - rate)]


TEMPLATES = {"two-dot-plots": two_plots, "compare-box-plots": two_boxes, "tape-equation": equation,
             "tape-before-discount": discount}
