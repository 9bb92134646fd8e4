"""Grade 8, lines, images and scatter plots: from what the figures show."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-8/lines.xml"


def equation(item):
    (plane,) = reading.figures(item["stem"])
    (line,) = reading.parts(plane, "line")
    (x1, y1), (x2, y2) = reading.points(line, "through")

    def right(key):
        return all(reading.gap(key.replace("y", str(y1 + (y2 - y1) / (x2 - x1) * (x - x1)).join("()")), "x", x) == 0
                   for x in (Fraction(-7), Fraction(0), Fraction(4)))
    return [right]


def pair(x, y):
    return f"[{x}, {y}]"


def graph(item):
    rule = re.search(r"y = (.+?)\.?$", reading.plain(reading.lines(item)[0])).group(1)
    values = {x: reading.value(rule, x=x) for x in range(0, 4)}
    second = next(x for x in range(1, 4) if values[x].denominator == 1)
    first, other = pair(0, values[0]), pair(second, values[second])
    return [[[first], [f"[{first}, {other}]"]]]


def triangle(item):
    (grid,) = reading.figures(item["stem"])
    return reading.points(reading.parts(grid, "polygon")[0], "corners")


def image(item):
    """Complex numbers: a reflection is a conjugate, a quarter turn a multiplication by i."""
    x, y = triangle(item)[0]
    corner, text = complex(x, y), reading.lines(item)[0]
    if "reflected" in text:
        moved = corner.conjugate() if "the x-axis" in text else -corner.conjugate()
    elif "rotated" in text:
        moved = corner * (1j if "counterclockwise" in text else -1j)
    else:
        left, down = re.findall(r"(\d+) unit", text)[0], re.findall(r"and (\d+) units down", text)[0]
        moved = corner - complex(int(left), int(down))
    return [f"({int(moved.real)}, {int(moved.imag)})".replace("-", "−")]


def drawn_image(item):
    mirror = -1 if "the y-axis" in reading.lines(item)[0] else 1
    corners = [(mirror * x, -mirror * y) for x, y in triangle(item)]
    return [[[pair(*corners[0])], ["[" + ", ".join(pair(*corner) for corner in corners) + "]"]]]


def association(item):
    """By the correlation of the points, and of the points on either side of the middle."""
    (plot,) = reading.figures(item["stem"])
    points = sorted(reading.points(plot, "data"))

    def correlation(some):
        n = len(some)
        mx, my = sum(x for x, _ in some) / n, sum(y for _, y in some) / n
        sxy = sum((x - mx) * (y - my) for x, y in some)
        sxx, syy = sum((x - mx) ** 2 for x, _ in some), sum((y - my) ** 2 for _, y in some)
        return float(sxy) / (float(sxx) * float(syy)) ** 0.5
    whole, left, right = correlation(points), correlation(points[:5]), correlation(points[5:])
    curved = left > 0.4 and right < -0.4
    letter = "A" if whole > 0.8 else "B" if whole < -0.8 else "C" if curved else "D"
    return [lambda key: key.split()[0] == letter]


def trend(item):
    rule = re.search(r"y = ([^.]+)\.", reading.plain(item["stem_text"])).group(1)
    (hours,) = reading.numbers(item["parts"][0]["stem_text"])
    (longer,) = reading.numbers(item["parts"][1]["stem_text"])
    return [reading.value(rule, x=hours), reading.value(rule, x=hours + longer) - reading.value(rule, x=hours)]


TEMPLATES = {"equation-of-graph": equation, "graph-line": graph, "image-coordinates": image, "draw-image": drawn_image,
             "describe-scatter": association, "interpret-trend-line": trend}
