"""Grade 7, scale drawings, slices and prisms: from what is drawn and written beside it."""
import math

from keys import reading

BANK = "item-banks/grade-7/solids.xml"


def outline(item):
    """Width and height of the room that is drawn, which the labels of its sides must say, too."""
    figure = reading.figures(item["stem"])[0]
    (room,) = reading.parts(figure, "room")
    corners = reading.points(room, "corners")
    width, height = max(x for x, _ in corners), max(y for _, y in corners)
    labels = [reading.number(reading.held(side)["label"]) for side in reading.parts(figure, "side")]
    assert labels == [width, height]
    return width, height


def ratio(item):
    """Real units for one of the drawing, as the figure and the sentence above it say."""
    one, each = reading.numbers(reading.held(reading.figures(item["stem"])[0])["ratio"])
    assert one == 1 and reading.numbers(item["stem_text"])[:2] == [1, each]
    return each


def scale(item):
    width, height = outline(item)
    each = ratio(item)
    return [width * each, width * height * each * each]


def again(item):
    width, height = outline(item)
    old = ratio(item)
    new = reading.numbers(item["parts"][0]["stem_text"])[-1]
    real = [side * old for side in (width, height)]
    return [real[0] / new, real[1] / new, real[0] * real[1]]


def labels(part):
    return [(one["of"], reading.number(one["label"])) for one in map(reading.held, reading.parts(part, "measure"))]


def slice_(item):
    """By similar triangles: at half height every length is half as long."""
    figure = reading.figures(item["stem"])[0]
    section = reading.held(reading.parts(figure, "section")[0])
    share = 1 - section["at"][0]
    assert section["direction"] == "level"
    shapes = reading.options(item["parts"][0]["responses"][0])
    values = dict(labels(figure))
    right = {letter for letter, text in shapes.items() if text == "rectangle"}
    return [lambda text: {text.split()[0]} == right, values["width"] * share * values["depth"] * share]


def triangle(item):
    figure = reading.figures(item["stem"])[0]
    values = labels(figure)
    sides = sorted(value for of, value in values if of == "side")
    (long,) = [value for of, value in values if of == "height"]
    half = sum(sides) / 2
    area = math.isqrt(int(half * (half - sides[0]) * (half - sides[1]) * (half - sides[2])))  # Heron's formula
    assert sides[0] * sides[1] == 2 * area
    return [area * long if "volume" in item["stem_text"] else 2 * area + sum(side * long for side in sides)]


def step(item):
    """As the box around both less what is missing from it."""
    tall, low = [dict(labels(part)) for part in reading.figures(item["stem"])[0]["parts"]]
    box = (tall["width"] + low["width"]) * low["depth"] * tall["height"]
    volume = box - low["width"] * low["depth"] * (tall["height"] - low["height"])
    return [volume, volume * reading.numbers(item["parts"][1]["stem_text"])[-1]]


def edges(figure):
    """Of a pyramid, or a prism that lies: pairs of corners in space."""
    held = reading.held(figure)
    high = held["height"][0]
    if figure["name"] == "pyramid":
        w, d = held["width"][0], held["depth"][0]
        base, top = [(0, 0, 0), (w, 0, 0), (w, d, 0), (0, d, 0)], [(w / 2, d / 2, high)] * 4
    else:
        assert held["stand"] == "lying"
        flat = reading.points(figure, "base")
        base, top = [(x, 0, z) for x, z in flat], [(x, high, z) for x, z in flat]
    ring = [(corners[i - 1], corners[i]) for corners in (base, top) for i in range(len(base))]
    return ring + list(zip(base, top))


def cut(figure):
    """Corners where the plane of the section meets the edges."""
    section = reading.held(reading.parts(figure, "section")[0])
    axis = {"side": 0, "front": 1, "level": 2}[section["direction"]]
    lines = edges(figure)
    places = [corner[axis] for line in lines for corner in line]
    at = min(places) + (max(places) - min(places)) * section["at"][0]
    corners = set()
    for a, b in lines:
        if (a[axis] - at) * (b[axis] - at) <= 0 and a[axis] != b[axis]:
            share = (at - a[axis]) / (b[axis] - a[axis])
            corners.add(tuple(p + (q - p) * share for p, q in zip(a, b)))
    return corners


def name(item):
    corners = cut(reading.figures(item["stem"])[0])
    spread = [len({corner[axis] for corner in corners}) for axis in range(3)]
    shape = {3: "triangle", 4: "rectangle" if sorted(spread) == [1, 2, 2] else "trapezoid"}[len(corners)]
    options = reading.options(item["parts"][0]["responses"][0])
    return [lambda text: options[text.split()[0]] == shape]


def boxes(item):
    sizes = [dict(labels(figure)) for figure in reading.figures(item["stem"])]
    volumes = {box["width"] * box["depth"] * box["height"] for box in sizes}
    assert len(volumes) == 1
    surfaces = [2 * box["width"] * (box["depth"] + box["height"]) + 2 * box["depth"] * box["height"] for box in sizes]
    return [volumes.pop(), *surfaces, None]


def bent(item):
    """The base from its corners, whose sides the labels must say."""
    figure = reading.figures(item["stem"])[0]
    corners = reading.points(figure, "base")
    turned = list(zip(corners, corners[1:] + corners[:1]))
    lengths = [abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in turned]
    values = labels(figure)
    (long,) = [value for of, value in values if of == "height"]
    assert all(value in lengths for of, value in values if of == "side")
    return [abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turned)) / 2 * long]


TEMPLATES = {"scale-length": scale, "new-scale": again, "pyramid-slice": slice_, "triangular-prism-measures": triangle,
             "composite-solid-cost": step, "cross-section-name": name, "same-volume-different-surface": boxes,
             "l-prism-volume": bent}
