"""Grade 6, ratios and percents in pictures: by proportion from what is drawn."""
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-6/ratio-pictures.xml"


def double_line(item):
    line, parts = reading.figure(item)
    rate = line["upper-to"][0] / line["lower-to"][0]
    at = {pair.get("upper") or pair.get("lower") or "known": pair["at"][0] for _, pair, _ in parts}
    assert len(at) == 3 and all(value % (line["lower-to"][0] / line["parts"][0]) == 0 for value in at.values())
    return [at["a"] * rate, at["b"]]


def percent_line(item):
    percent, part = reading.numbers(item["stem_text"])[:2]
    line, parts = reading.figure(item)
    assert line["lower-to"] == [100] and parts[0][1]["at"] == [100 * percent] and parts[1][1]["upper"] == "?"
    return [part / percent]


def tapes(item):
    drawn, parts = reading.figure(item)
    (_, first, _), (_, second, _) = parts
    boxes, total = [first["count"][0], second["count"][0]], Fraction(drawn["total"])
    assert boxes + [total] == reading.numbers(item["stem_text"])[:3]
    amounts = [total * box / sum(boxes) for box in boxes]
    return [amounts[0], abs(amounts[0] - amounts[1])]


TEMPLATES = {"double-line-missing": double_line, "double-line-percent": percent_line, "tape-ratio-total": tapes}
