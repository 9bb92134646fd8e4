"""Grade 8, integer exponents: powers as printed, worked out by repeated exact multiplication."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-8/exponents.xml"


def power(base, exponent):
    """Multiplies, or divides, 1 by the base again and again."""
    result = Fraction(1)
    for _ in range(abs(exponent)):
        result = result * base if exponent > 0 else result / base
    return result


def one_power(line):
    """Whether a key is one power with the value of the printed line and its base."""
    base = re.match(r"\(*(\d+)", line)[1]

    def right(text):
        found = re.fullmatch(r"(\d+)\^\(?(-?\d+)\)?", reading.plain(text))
        return found and found[1] == base and power(int(found[1]), int(found[2])) == reading.value(line)
    return right


def single(item):
    return [one_power(reading.lines(item)[-1])]


def three(item):
    texts = [reading.plain(part["stem_text"]) for part in item["parts"]]
    a, m = re.fullmatch(r"\(-(\d+)\)\^\(-(\d+)\)", texts[0]).groups()
    b, n = re.fullmatch(r"-(\d+)\^\(-(\d+)\)", texts[1]).groups()
    c, d, k = re.fullmatch(r"(\d+)\^0 \+ (\d+)\^\(-(\d+)\)", texts[2]).groups()
    return [power(-int(a), -int(m)), -power(int(b), -int(n)), power(int(c), 0) + power(int(d), -int(k))]


def wrong_line(item):
    work = dict(re.match(r"(\d)\. =? ?(.*)", line).groups() for line in reading.lines(item) if re.match(r"\d\. ", line))
    values = [reading.value(work[str(n)]) for n in range(1, 5)]
    breaks = [n for n in range(2, 5) if values[n - 1] != values[n - 2]]
    assert len(breaks) == 1, work
    return [breaks[0], one_power(work["1"]), None]


TEMPLATES = {"integer-exponents": single, "evaluate-negative-exponent": three, "exponent-error": wrong_line}
