"""Grade 7, linear expressions: two are equal when they agree at more points than a line can share."""
import re

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


def wrong_line(item):
    work = dict(re.match(r"(\d)\. =? ?(.*)", line).groups() for line in reading.lines(item) if re.match(r"\d\. ", line))
    breaks = [n for n in range(2, 5) if values(work[str(n)]) != values(work[str(n - 1)])]
    assert len(breaks) == 1, work
    return [breaks[0], simplified(work["1"]), None]


TEMPLATES = {"expand-signed": last_line, "subtract-group-error": wrong_line}
