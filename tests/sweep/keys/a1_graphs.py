"""Algebra I, graphs: half-planes by testing points, parabolas by their samples, residuals by the table."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/graphs.xml"


def half_plane(item):
    text = next(line for line in reading.plain(item["stem_text"]).split("\n") if line.startswith("y "))
    sign, rule = re.match(r"y (<|>|≤|≥) (.+)", text).groups()
    values = {x: reading.value(rule, x=x) for x in range(4)}
    second = next(x for x in range(1, 4) if values[x].denominator == 1)
    edge = [f"[[0, {values[0]}], [{second}, {values[second]}]]"] + (["dashed"] if sign in "<>" else [])
    slope = values[second] - values[0]

    def shaded(test):
        """Far below and far above the line."""
        match = re.fullmatch(r"y (lt|gt) m\*x \+ b", test)
        return match and (match.group(1) == "lt") == (sign in "<≤") and slope != 0
    marks = item["parts"][0]["responses"][0]["marked"]
    region = marks[1]["values"]["test"]
    return [[edge, [region if shaded(region) else "the other side"]]]


def parabola(item):
    """The vertex is where the heights turn; the zeros are the samples on the axis."""
    (plane,) = reading.figures(item["stem"])
    samples = reading.points(reading.parts(plane, "curve")[0], "y")
    zeros = sorted(x for x, y in samples if y == 0)
    middle = sum(zeros) / 2
    (height,) = [y for x, y in samples if x == middle]
    assert height in (max(y for _, y in samples), min(y for _, y in samples))
    text = ", ".join(str(zero) for zero in zeros).replace("-", "−")
    return [f"({middle}, {height})".replace("-", "−"), lambda key: sorted(reading.numbers(key)) == zeros or key == text]


def residuals(item):
    rule = re.search(r"y = (.+?) was", reading.plain(item["stem_text"])).group(1)
    rows = [line.split("|") for line in reading.plain(item["stem_text"]).split("\n") if "|" in line]
    data = dict(zip(*[[Fraction(cell.strip()) for cell in row[1:]] for row in rows]))
    left = {x: y - reading.value(rule, x=x) for x, y in data.items()}
    return [left[6], [[f"[{x}, {left[x]}]"] for x in sorted(left)]]


def judged(item):
    """A parabola through the residuals explains nearly all of them, or little."""
    (plot,) = reading.figures(item["stem"])
    points = [(float(x), float(y)) for x, y in reading.points(plot, "data")]
    square = [(x - 4.5) ** 2 for x, _ in points]
    mean_s, mean_y = sum(square) / len(square), sum(y for _, y in points) / len(points)
    sxy = sum((s - mean_s) * (y - mean_y) for s, (_, y) in zip(square, points))
    sxx, syy = sum((s - mean_s) ** 2 for s in square), sum((y - mean_y) ** 2 for _, y in points)
    letter = "B" if abs(sxy) > 0.7 * (sxx * syy) ** 0.5 else "A"
    return [lambda key: key.split()[0] == letter]


TEMPLATES = {"graph-halfplane": half_plane, "read-parabola": parabola, "plot-residuals": residuals,
             "judge-residual-plot": judged}
