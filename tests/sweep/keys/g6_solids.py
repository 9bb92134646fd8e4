"""Grade 6, solids: cubes are counted one by one, surfaces added face by face, nets folded by their faces."""
from fractions import Fraction
from itertools import product

from keys import reading

BANK = "item-banks/grade-6/solids.xml"


def measures(item):
    figure = reading.figures(item["stem"])[0]
    return [(one["of"], reading.number(one["label"])) for one in map(reading.held, reading.parts(figure, "measure"))]


def prism(item):
    """By unit fractions: how many cubes of edge 1/12 it holds."""
    figure, _ = reading.figure(item)
    sizes = [figure[name][0] for name in ("width", "depth", "height")]
    cubes = 1
    for size in sizes:
        assert (size * 12).denominator == 1
        cubes *= size * 12
    return [Fraction(cubes, 12 ** 3)]


def edge(item):
    return next(value for value in reading.numbers(item["stem_text"].replace("\u2009", "")) if 0 < value < 1)


def small_cubes(item):
    figure, _ = reading.figure(item)
    count = sum(1 for _ in product(*(range(int(n)) for n in figure["cubes"])))
    return [count, count * edge(item) ** 3]


def stack(item):
    figure, _ = reading.figure(item)
    heights = figure["heights"]
    assert figure["columns"] == [3] and len(heights) == 6
    assert all(front <= back for front, back in zip(heights[:3], heights[3:]))
    highest = max(heights)
    return [sum(heights) * edge(item) ** 3, sum(highest - height for height in heights)]


def left(item):
    figure, _ = reading.figure(item)
    return [sum(figure["heights"])]


def surface(item):
    values = dict()
    for of, value in measures(item):
        values.setdefault(of, []).append(value)
    if "slant" in values:
        (side,), (slant,) = values["side"], values["slant"]
        return [side * side + side * slant * 2]
    (a, b), (c,) = values["side"], values["height"]
    return [(a + b) * c * 2 + a * b * 2]


def closes(net):
    """Four faces go around, and one base hangs on each side of the strip."""
    held = reading.held(net)
    around = held.get("around", [Fraction(4)])
    return around == [4] and {held["top-side"], held["bottom-side"]} == {"above", "below"}


def net(item):
    response = item["parts"][0]["responses"][0]
    right = set()
    for i, option in enumerate(response["options"]):
        (figure,) = reading.figures(option["answer"]["content"])
        right |= {chr(ord("A") + i)} if closes(figure) else set()
    return [lambda text: {text.split()[0]} == right]


def rectangle(item):
    figure = reading.figures(item["stem"])[0]
    texts = {part["name"]: reading.held(part)["label"] for part in figure["parts"] if part["name"] == "row"}
    columns = [reading.held(part)["label"] for part in reading.parts(figure, "column")]
    high, wide = reading.number(texts["row"]), reading.number(columns[1])
    product_response = item["parts"][1]["responses"][0]
    right = {letter for letter, text in reading.options(product_response).items()
             if all(reading.value(text, x=at) == high * at + high * wide for at in (0, 1, 5))}
    at = reading.numbers(item["parts"][2]["stem_text"])[-1]
    return [str(high * wide), lambda text: {text.split()[0]} == right, high * at + high * wide]


def tank(item):
    values = dict(measures(item))
    poured = max(reading.numbers(item["stem_text"]))
    jugs, each = reading.numbers(item["parts"][1]["stem_text"])[:2]
    level = next(h for h in range(1, 31) if h * values["width"] * values["depth"] == poured)
    return [level, (poured + jugs * each) / (values["width"] * values["depth"]) - level]


def paint(item):
    values = dict(measures(item))
    a, b, c = values["width"], values["depth"], values["height"]
    faces = [a * b, a * c, a * c, b * c, b * c]
    return [sum(faces), sum(faces) * reading.numbers(item["parts"][1]["stem_text"])[-1]]


TEMPLATES = {"prism-volume-fraction": prism, "unit-fraction-cubes": small_cubes, "cube-stack-volume": stack,
             "cubes-from-views": left, "surface-area-net": surface, "match-net": net, "area-model-equivalent": rectangle,
             "fill-level": tank, "paint-a-box": paint}
