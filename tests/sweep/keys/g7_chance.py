"""Grade 7, spinners, bags, trees, a hanger and a path: by counting what is drawn, one outcome after another."""
from fractions import Fraction
from itertools import permutations

from keys import reading

BANK = "item-banks/grade-7/chance.xml"


def counted(item, size="count"):
    """Label -> how many or how large, of the parts of the first figure."""
    return {part["label"]: part[size][0] for _, part, _ in reading.figure(item)[1]}


def expected_count(item):
    sectors = counted(item)
    (trials,) = reading.numbers(item["stem_text"].split("\n")[0])
    around = [name for name, count in sectors.items() for _ in range(int(count))]
    return [sum(name == "B" for name in around) * trials / len(around)]


def unequal(item):
    sizes = counted(item, "size")
    alpha, beta = reading.numbers(item["stem_text"].split("\n")[0])
    assert [sizes["A"], sizes["B"], sizes["C"]] == [alpha, beta, 360 - alpha - beta]
    (trials,) = reading.numbers(item["parts"][1]["stem_text"])
    return [1 - (alpha + beta) / 360, trials * (1 - (alpha + beta) / 360), None]


def one_color(item):
    inside = "".join(name * int(count) for name, count in counted(item).items())
    question = item["stem_text"].split("What is")[1]
    wanted = {"it is green": "G", "it is red or green": "RG", "it is not blue": "RG"}
    letters = next(letters for words, letters in wanted.items() if words + "?" in question)
    return [Fraction(sum(one in letters for one in inside), len(inside))]


def change(item):
    counters = counted(item)
    green, total = counters["G"], sum(counters.values())
    (target,) = reading.numbers(item["parts"][1]["stem_text"])
    more = [n for n in range(1, 100) if (green + n) / (total + n) == target]
    assert len(more) == 1
    return [green / total, more[0], None]


def leaves(part):
    kids = reading.parts(part, "branch")
    return [leaf for kid in kids for leaf in leaves(kid)] if kids else [part]


def space(item):
    tree = reading.figures(item["parts"][0]["responses"][0]["body"])[0]
    first, last = (reading.parts(tree, "branch")[i] for i in (0, -1))
    whole = [reading.held(leaf)["label"] for leaf in leaves(first)]
    shown = [reading.held(leaf)["label"] for leaf in leaves(last)]
    missing = [full for full, here in zip(whole, shown) if not here]
    (third,) = reading.numbers(item["parts"][1]["stem_text"])
    return [", ".join(missing), len(leaves(tree)) * third]


def two_draws(item):
    red, blue = map(int, reading.numbers(item["stem_text"])[:2])
    pairs = list(permutations("R" * red + "B" * blue, 2))

    def share(test, given=lambda pair: True):
        those = [pair for pair in pairs if given(pair)]
        return Fraction(sum(map(test, those)), len(those))

    second = [share(lambda pair: pair[1] == "R", lambda pair, one=one: pair[0] == one) for one in "RB"]
    return [lambda text: [reading.number(one) for one in text.split(", ")] == second, share(lambda pair: pair == ("R", "R")),
            share(lambda pair: pair[0] != pair[1])]


def hanger(item):
    (_, boxes, _), (_, weight, _) = reading.figure(item)[1]
    total = Fraction(weight["label"])
    root = next(x for x in range(100) if sum(reading.value(boxes["label"], x=x) for _ in range(int(boxes["count"][0]))) == total)
    return [lambda text: reading.root(text, "x") == root and reading.gap(text, "x", 0) - reading.gap(text, "x", 1)
            in (boxes["count"][0], -boxes["count"][0]), root]


def path(item):
    """Squares of one meter that lie in the outer rectangle and not in the inner one."""
    (_, outer, _), (_, inner, _) = reading.figure(item)[1]
    sizes = [int(one[side][0]) for one in (outer, inner) for side in ("width", "height")]
    wide, long, short = map(int, reading.numbers(item["stem_text"].split("\n")[0]))
    assert sizes == [long + 2 * wide, short + 2 * wide, long, short]
    return [sum(not (wide <= x < wide + long and wide <= y < wide + short) for x in range(sizes[0]) for y in range(sizes[1]))]


TEMPLATES = {
    "predict-frequency": expected_count,
    "unequal-spinner": unequal,
    "uniform-probability": one_color,
    "change-bag": change,
    "sample-space": space,
    "compound-probability": two_draws,
    "hanger-two-step": hanger,
    "path-around": path,
}
