#!/usr/bin/env python3
"""Every paper style on a school's copier and scanner: copier.py SOURCE FORMKIN

An exit ticket in each style, on Letter and A4 in turn, as pictures of 150 dots per inch: the QR code of the first page is read, from
both halves of half sheets; no pixel of any page has a colour, so a gray copy tells the same; and on the ruler of styles that
have one, ten centimetres are ten centimetres long."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

source, formkin, scene = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
DOTS = 150
NUMBER = r"-?\d+(?:\.\d+)?"


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True, **more).stdout


def read_codes(folder, style, half):
    wanted = json.loads((folder / "exit-ticket.json").read_text())["forms"][0]["code"]
    scan = subprocess.run(["zbarimg", "--quiet", "--raw", sorted(folder.glob("page-*.ppm"))[0]], capture_output=True, text=True)
    expected = [f"formkin:{wanted}:A"] * (2 if half else 1)
    found = scan.stdout.split()
    # zbarimg says a text once, however often it stands there; each half is looked at for itself.
    return [] if set(found) == set(expected) else [f"the code was read as {found}"]


def halves(folder):
    """The lower half of a sheet as a picture of its own: its code must be read there, too."""
    page = sorted(folder.glob("page-*.ppm"))[0]
    head, width, height, data = pixels(page)
    rows = height // 2
    lower = folder / "lower.ppm"
    lower.write_bytes(b"P6\n%d %d\n255\n" % (width, rows) + data[(height - rows) * width * 3:])
    return subprocess.run(["zbarimg", "--quiet", "--raw", lower], capture_output=True, text=True).stdout.split()


def pixels(path):
    data = path.read_bytes()
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    return head, int(head.group(1)), int(head.group(2)), data[head.end():]


def colours(folder):
    for page in sorted(folder.glob("page-*.ppm")):
        data = pixels(page)[3]
        if data[0::3] != data[1::3] or data[1::3] != data[2::3]:
            yield f"{page.name} has a colour"
        if min(data) > 40:
            yield f"{page.name} has no black"


def ruler_faults(folder, kind):
    """Ticks of whole units: thin upright rules of one height, as far apart as the unit is long."""
    trace = run(scene, folder / "exit-ticket.json", "A")
    units = {"cm": 72 / 2.54, "in": 72.0}
    for unit in units if kind == "both" else [kind]:
        length, tall = units[unit], 10
        rules = [tuple(map(float, words)) for words in re.findall(rf"rule ({NUMBER}) ({NUMBER}) ({NUMBER}) ({NUMBER})", trace)]
        ticks = sorted({x for x, _, width, height in rules if abs(width - 0.6) < 0.01 and abs(height - tall) < 0.01})
        found = [x for x in ticks if any(abs(x + 5 * length - other) < 0.02 for other in ticks)]
        if not found:
            yield f"no two ticks are 5 {unit} apart"


def check(style, paper, place):
    text = (source / "templates" / "styles" / f"{style}.xml").read_text()
    folder = pathlib.Path(place) / style
    run(formkin, "make", "exit-ticket", "--style", style, "--paper", paper, "--seed", 7, "--forms", 1, "--standard", "7.EE.B.4a",
        "--bank", source / "item-banks" / "grade-7", "-o", folder)
    run("pdftoppm", "-r", DOTS, folder / "exit-ticket-A.pdf", folder / "page")
    half = 'sheet="half"' in text
    faults = read_codes(folder, style, half) + list(colours(folder))
    if half and not halves(folder):
        faults.append("the lower half has no code that can be read")
    kind = re.search(r'ruler="(\w+)"', text)
    return faults + (list(ruler_faults(folder, kind.group(1))) if kind else [])


def main():
    for tool in ("pdftoppm", "zbarimg"):
        if not shutil.which(tool):
            print(f"{tool} is not installed (poppler-utils, zbar-tools)")
            return 77
    styles, found = sorted(path.stem for path in (source / "templates" / "styles").glob("*.xml")), 0
    with tempfile.TemporaryDirectory() as place:
        for i, style in enumerate(styles):
            paper = ("letter", "a4")[i % 2]
            faults = check(style, paper, place)
            found += len(faults)
            print("\n".join(f"{style}, {paper}: {fault}" for fault in faults), end="\n" if faults else "")
    print(f"{len(styles)} styles, {found} faults")
    return 1 if found or not styles else 0


if __name__ == "__main__":
    sys.exit(main())
