"""Grade 6, hangers, balances and ratios in pictures: from what is drawn."""
from fractions import Fraction
from math import gcd

from keys import reading

BANK = "item-banks/grade-6/objects.xml"


def hanger(item):
    (_, circles, _), (_, weight, _) = reading.figure(item)[1]
    count, total = int(circles["count"][0]), Fraction(weight["label"])
    root = next(x for x in (Fraction(k, 2) for k in range(200)) if sum([x] * count) == total)
    return [lambda text: reading.root(text, "x") == root and abs(reading.gap(text, "x", 0)) == total, root]


def balance(item):
    whole, (_, (_, known, _), (_, other, _)) = reading.figure(item)
    added, right = Fraction(known["label"]), Fraction(other["label"])
    options = reading.options(item["parts"][0]["responses"][0])
    lower = {True: "left", False: "right"}

    def fits(text):
        left = reading.number(text) + added
        return left != right and lower[left > right] == whole["tilt"]

    return [{letter for letter, text in options.items() if fits(text)}]


def counts(item):
    return [int(part["count"][0]) for _, part, _ in reading.figure(item)[1]]


def ratios(item):
    stars, circles = counts(item)
    first, second = (stars, circles) if "of stars to" in item["parts"][0]["stem_text"] else (circles, stars)
    return [f"{first} : {second}", f"{first} : {first + second}"]


def statements(item):
    squares, triangles = counts(item)
    group = gcd(squares, triangles)

    def holds(text):
        a, b = map(int, reading.numbers(text))
        if text.startswith("For every"):
            return [b * group, a * group] == [squares, triangles]
        sizes = {"squares": squares, "triangles": triangles, "all shapes": squares + triangles}
        named = [name for name in sizes if name in text.split(" is ")[0]]
        named.sort(key=text.index)
        return sizes[named[0]] * b == sizes[named[1]] * a

    options = reading.options(item["parts"][0]["responses"][0])
    return [{letter for letter, text in options.items() if holds(text)}]


TEMPLATES = {"hanger-equation": hanger, "balance-values": balance, "ratio-from-picture": ratios, "ratio-statements": statements}
