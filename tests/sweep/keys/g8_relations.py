"""Grade 8, a balance with x on both pans, mappings and a shortcut: by trying numbers and following arrows."""
from fractions import Fraction
from math import isqrt

from keys import reading

BANK = "item-banks/grade-8/relations.xml"


def balance(item):
    weights = [part for _, part, _ in reading.figure(item)[1]]

    def side(name, x):
        here = [weight for weight in weights if weight["side"] == name]
        return sum(weight["count"][0] * (x if weight["label"] == "x" else Fraction(weight["label"])) for weight in here)

    roots = [x for x in range(100) if side("left", x) == side("right", x)]
    assert len(roots) == 1

    def says_so(text):
        left, right = text.split("=")
        return all(reading.value(part, x=at) == side(name, at) for at in (0, 1, 5) for part, name in ((left, "left"), (right, "right")))

    return [says_so, roots[0]]


def is_function(node):
    flat = reading.drawn(node, "arrows")
    starts = flat[::2]
    count = len(reading.held(node)["inputs"])
    return sorted(starts) == list(range(1, count + 1))


def mappings(item):
    options = item["parts"][0]["responses"][0]["options"]
    return [{chr(ord("A") + i) for i, option in enumerate(options) if is_function(reading.figures(option["answer"]["content"])[0])}]


def shortcut(item):
    long, short = map(int, reading.numbers(item["stem_text"])[:2])
    across = isqrt(long * long + short * short)
    assert across * across == long * long + short * short
    return [across, long + short - across]


TEMPLATES = {"balance-both-sides": balance, "function-or-not": mappings, "shortcut": shortcut}
