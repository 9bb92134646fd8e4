"""Grade 6, common factors and multiples: by trying out numbers one after the other, stories by acting them out."""
import re

from keys import reading

BANK = "item-banks/grade-6/factors.xml"


def greatest(one, other):
    return max(n for n in range(1, min(one, other) + 1) if one % n == 0 and other % n == 0)


def least(one, other):
    return next(n for n in range(1, one * other + 1) if n % one == 0 and n % other == 0)


def two(text):
    return [int(n) for n in re.search(r"(\d+) and (\d+)", text).groups()]


def gcf(item):
    return [greatest(*two(item["stem_text"]))]


def lcm(item):
    return [least(*two(part["stem_text"])) for part in item["parts"]]


def sum_of_multiples(item):
    one, other = [int(n) for n in re.search(r"write (\d+) \+ (\d+) as", item["stem_text"]).groups()]
    factor = greatest(one, other)
    inside = [next(n for n in range(1, 101) if n * factor == whole) for whole in (one, other)]
    return [None, factor, *inside]


def story(item):
    one, other = [int(n) for n in reading.numbers(item["stem_text"])]
    options = reading.options(item["parts"][0]["responses"][0])
    if "nothing may be left over" in item["stem_text"]:
        kits = greatest(one, other)
        contents = sum(1 for thing in range(one + other) if thing % kits == 0)
        name, answers = "the greatest common factor", [kits, contents]
    else:
        assert "every" in item["stem_text"]
        moments = sorted(set(range(one, 10 ** 4, one)) & set(range(other, 10 ** 4, other)))
        name, answers = "the least common multiple", [moments[0], moments[2]]
    return [lambda key: options[key[0]].startswith(name), *answers, None]


TEMPLATES = {"gcf": gcf, "lcm": lcm, "factor-sum": sum_of_multiples, "gcf-lcm-story": story}
