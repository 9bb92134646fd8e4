"""Grade 7, linear expressions: two are equal when they agree at more points than a line can share."""
import re
from math import gcd

from keys import reading

BANK = "item-banks/grade-7/expressions.xml"
POINTS = (-7, 0, 4)


def values(text):
    return [reading.value(text, x=at) for at in POINTS]


def simplified(line):
    """Whether a key equals the printed line and has one term with x and one number at most."""
    def right(text):
        terms = re.split(r"(?<=[\dx]) [+−] ", text)
        return values(text) == values(line) and "(" not in text and len(terms) <= 2
    return right


def last_line(item):
    return [simplified(reading.lines(item)[-1])]


def factored(item):
    """Tries all products p(qx + r) with whole numbers whose q and r share no factor."""
    line = reading.lines(item)[-1]
    sign = 1 if "a positive p" in item["stem_text"] else -1
    at_0, at_1 = reading.value(line, x=0), reading.value(line, x=1)
    found = [(sign * p, q, r) for p in range(1, 97) for q in range(1, 97) for r in [at_0 / (sign * p)]
             if r.denominator == 1 and sign * p * (q + r) == at_1 and gcd(q, int(r)) == 1]
    assert len(found) == 1, (line, found)
    return list(found[0])


def wrong_line(item):
    work = dict(re.match(r"(\d)\. =? ?(.*)", line).groups() for line in reading.lines(item) if re.match(r"\d\. ", line))
    breaks = [n for n in range(2, 5) if values(work[str(n)]) != values(work[str(n - 1)])]
    assert len(breaks) == 1, work
    return [breaks[0], simplified(work["1"]), None]


TEMPLATES = {"expand-signed": last_line, "factor-linear": factored, "subtract-group-error": wrong_line}
