#!/usr/bin/env python3
"""Every kind of figure, and every look of it that school needs, stands in at least two shipped templates; and every
kind has a test that measures its sketches (measured.txt).

usage: kinds.py SOURCE"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

BANK = "{urn:formkin:item-bank:1}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LEAST = 2


def kinds(source):
    table = (source / "output/figure/figures.def").read_text(encoding="utf-8")
    return [name.replace("_", "-") for name in re.findall(r"^KIN_FIGURE_KIND\((\w+)\)", table, re.M)]


def body_of(program, function):
    """What stands between the braces of a function; "" where there is none."""
    found = re.search(rf"^static void {function}\(.*?^}}", program, re.M | re.S)
    return found.group(0) if found else ""


def measured_kind(folder, kind, row):
    """What is wrong with the row of a kind; None."""
    if row is None:
        return "no test measures it"
    program, function = row
    text = (folder / f"{program}.c").read_text(encoding="utf-8")
    body = body_of(text, function)
    if f'kind=\\"{kind}\\"' not in body or "expect" not in body:
        return f"{function} of {program}.c does not measure it"
    called = text.replace(body, "")
    return None if re.search(rf"\b{function}\b", called) else f"{program}.c does not run {function}"


def unmeasured(source):
    """Faults of the table of measures."""
    folder = source / "tests/figures"
    lines = (folder / "measured.txt").read_text(encoding="utf-8").splitlines()
    rows = {kind: row for kind, *row, _ in (line.split(None, 3) for line in lines if not line.startswith("#"))}
    faults = [(kind, measured_kind(folder, kind, rows.pop(kind, None))) for kind in kinds(source)]
    return [f"{kind}: {fault}" for kind, fault in faults if fault] + [f"{kind}: there is no such kind" for kind in rows]


def templates(source):
    for path in sorted((source / "item-banks").rglob("*.xml")):
        yield from ElementTree.parse(path).iter(BANK + "item-template")


def inside(template, name):
    return template.iter(BANK + name)


def figures(template, kind):
    return [figure for figure in inside(template, "figure") if figure.get("kind") == kind]


def has_curve(pattern):
    return lambda template: any(re.search(pattern, curve.get("y", "")) for curve in inside(template, "curve"))


def holds(kind, part, least=1):
    """A figure of the kind with so many of the parts."""
    return lambda template: any(len(list(figure.iter(BANK + part))) >= least for figure in figures(template, kind))


def drawn(mark):
    return lambda template: any(list(draw.iter(BANK + mark)) for draw in inside(template, "draw"))


def says(element, attribute, value=None):
    return lambda template: any(found.get(attribute) is not None and value in (None, found.get(attribute))
                                for found in inside(template, element))


def cell_with(name):
    return lambda template: any(list(cell.iter(BANK + name)) for cell in inside(template, "cell"))


def ends_open(template):
    return any("open" in (segment.get("from-end"), segment.get("to-end"), segment.get("end"))
               for name in ("segment", "ray", "curve") for segment in inside(template, name))


def first_quadrant(template):
    return any(plane.get("x-from") == "0" and plane.get("y-from") == "0" for plane in figures(template, "coordinate-plane"))


def two_lines_drawn(template):
    return any(sum(1 for line in draw.iter(BANK + "line") if not line.attrib.get(LANGUAGE)) >= 2 for draw in inside(template, "draw"))


# What a table of kinds alone does not see.
LOOKS = {
    "upright number line": lambda template: any(line.get("direction") == "upright" for line in figures(template, "number-line")),
    "arrows on a number line": lambda template: holds("number-line", "arrow")(template) or drawn("arrow")(template),
    "rays with open and closed ends": drawn("ray"),
    "first quadrant": first_quadrant,
    "graph of an absolute value": has_curve(r"abs\("),
    "exponential graph": has_curve(r"power\("),
    "parabola": has_curve(r"\^2"),
    "graph in pieces": lambda template: holds("coordinate-plane", "segment", 3)(template) or has_curve(r"if\(")(template)
                       or any(list(repeat.iter(BANK + "segment")) for repeat in inside(template, "for")),
    "pieces with open ends": ends_open,
    "shaded half-plane": lambda template: holds("coordinate-plane", "half-plane")(template) or drawn("region")(template),
    "system of lines or half-planes": lambda template: holds("coordinate-plane", "half-plane", 2)(template)
                                      or holds("coordinate-plane", "line", 2)(template) or two_lines_drawn(template),
    "stacked box plots": holds("box-plot", "box", 2),
    "slice of a solid": lambda template: bool(list(inside(template, "section"))),
    "table with cells over several columns": says("cell", "span"),
    "table with cells over several rows": says("cell", "rows"),
    "table with blanks": cell_with("blank"),
    "heading of a table": lambda template: any(list(table.iter(BANK + "caption")) for table in inside(template, "table")),
    "row of headers": says("row", "header", "yes"),
    "polygon to draw": drawn("polygon"),
    "bars to draw": drawn("bar"),
    "dots to draw": drawn("dots"),
    "landmarks to draw": drawn("landmark"),
    "segments to draw": drawn("segment"),
    "regions to draw": drawn("region"),
}


def main():
    source = pathlib.Path(sys.argv[1])
    found = list(templates(source))
    wanted = {f"figures of the kind {kind}": lambda template, kind=kind: bool(figures(template, kind)) for kind in kinds(source)}
    wanted.update(LOOKS)
    few = 0
    for what, test in wanted.items():
        names = [template.get("id") for template in found if test(template)]
        if len(names) < LEAST:
            few += 1
            print(f"{what}: {len(names)} of {LEAST} templates {' '.join(names)}")
    faults = unmeasured(source)
    print("".join(f"{fault}\n" for fault in faults), end="")
    print(f"{len(wanted)} kinds and looks in {len(found)} templates, {few} in too few")
    return 1 if few or faults else 0


if __name__ == "__main__":
    sys.exit(main())
