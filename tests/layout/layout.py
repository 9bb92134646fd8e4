#!/usr/bin/env python3
"""Random assessments in all paper styles lie well on their pages: layout.py SOURCE FORMKIN SCENE ROUNDS [FIRST]

Each round draws an assessment of its own (standards, levels, number of items, sections, work space, paper) and prints it in one style
after the other. The scene of form A is read operation by operation: nothing stands outside of the page or in the half inch that
school printers leave white, no two lines of text overlap, no section's heading is the last thing on its page, every page has its foot
with the right number, and no gray is so light that a copier loses it. Of the first round, the QR code of each style is read from
a picture of 150 dots per inch."""
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

source, formkin, scene = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
rounds, first = int(sys.argv[4]), int(sys.argv[5]) if len(sys.argv) > 5 else 0
STYLES = sorted(path.stem for path in (source / "templates" / "styles").glob("*.xml"))
BANK = str(source / "item-banks" / "grade-7") # one folder of banks: reading all of them takes most of the time
EDGE, LIGHTEST, LIGHTEST_AREA = 18, 0.6, 0.8
# Banks may have too few instances for what a round asks, and what is large in one style may not fit on half a sheet.
REFUSED = re.compile(r"error E5\d\d:|error E64[235]:")
NUMBER = r"-?\d+(?:\.\d+)?"


def offers():
    """What the banks have: pairs of a standard and a level."""
    found, standard = set(), None
    for line in subprocess.run([formkin, "list", "--bank", BANK], capture_output=True, text=True, check=True).stdout.splitlines():
        level = re.match(r"  level (\d)", line)
        standard = standard if level else line.split()[0]
        found |= {(standard, int(level.group(1)))} if level else set()
    return sorted(found)


def assessment(dice, pairs):
    sections = []
    for n in range(dice.randint(1, 3)):
        lines = "".join(f'<items count="{dice.randint(1, 3)}" level="{level}" standard="{standard}"/>'
                        for standard, level in dice.sample(pairs, dice.randint(1, 3)))
        words = dice.choice(['', ' calculator="no"', ' calculator="yes"', ' page="new"'])
        sections.append(f'<section heading="Part {n + 1}"{words}>{lines}</section>')
    reflection = dice.choice(["", '<reflection lines="2"/>'])
    return ('<assessment xmlns="urn:formkin:assessment:1" id="paper" title="A paper of many kinds" minutes="20" '
            f'objectives="{dice.choice(["yes", "no"])}" space="{dice.choice(["tight", "normal", "generous"])}">'
            f'<directions><p>Show your work.</p></directions>{"".join(sections)}{reflection}</assessment>')


class Page:
    """Operations with their places on the page."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.runs, self.marks, self.headings, self.grays, self.areas = [], [], [], [], []


def pages_of(trace):
    """The scenes of a trace; groups nest by indentation."""
    pages, groups = [], []
    for line in trace.splitlines():
        depth, words = (len(line) - len(line.lstrip())) // 2, line.split()
        if words[0] == "scene":
            pages.append(Page(float(words[1]), float(words[2])))
            groups = []
            continue
        page = pages[-1]
        groups = [group for group in groups if group[0] < depth]
        x, y = sum(group[1] for group in groups), sum(group[2] for group in groups)
        inner = len(groups) and any(group[3] for group in groups)
        gray = re.search(rf" gray ({NUMBER})", re.sub(r'"(\\.|[^"])*"', "", line))
        if gray and not (words[0] == "path" and float(gray.group(1)) == 1): # white covers: it is paper
            (page.grays if words[0] != "path" or " stroke " in line else page.areas).append(float(gray.group(1)))
        if words[0] == "group":
            groups.append((depth, float(words[1]), float(words[2]), inner))
        elif words[0] == "tag":
            groups.append((depth, 0, 0, words[1] == "H2" or inner))
        elif words[0] == "rule":
            left, top, width, height = map(float, words[1:5])
            page.marks.append((x + left, y + top, x + left + width, y + top + height))
        elif words[0] == "glyphs":
            read_glyphs(page, line, x, y, inner)
    return pages


def read_glyphs(page, line, x, y, heading):
    head = re.match(rf"\s*glyphs ({NUMBER}) ({NUMBER}) face (\d+) size ({NUMBER})", line)
    text = re.search(r'"((?:\\.|[^"])*)"', line).group(1)
    glyphs = [tuple(map(float, pair)) for pair in re.findall(rf"\d+@({NUMBER}),({NUMBER})", line)]
    if not text.strip() or not glyphs:
        return
    left, base, size = x + float(head.group(1)), y + float(head.group(2)), float(head.group(4))
    box = (left + min(g[0] for g in glyphs), base - 0.45 * size, left + max(g[0] for g in glyphs) + 0.3 * size, base)
    cluster = " cluster " in line
    page.runs.append((box, text, cluster, base, size))
    if heading:
        page.headings.append(box)


def faults_of(page):
    for box, text, _, _, _ in page.runs:
        if box[0] < EDGE or box[2] > page.width - EDGE + 6 or box[1] < EDGE or box[3] > page.height - EDGE:
            yield f"{text!r} stands outside of the page: {box}"
    for box in page.marks:
        if box[0] < EDGE or box[2] > page.width - EDGE or box[1] < EDGE or box[3] > page.height - EDGE:
            yield f"a rule stands outside of the page: {box}"
    plain = [run for run in page.runs if not run[2]]
    for i, (a, text, _, base, size) in enumerate(plain):
        for b, other, _, second, _ in plain[i + 1:]:
            if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1 and text != other:
                yield f"{text!r} and {other!r} overlap"
    for heading in page.headings:
        foot = page.height - 75
        if not any(run[0][1] > heading[3] and run[0][1] < foot for run in page.runs) and \
                not any(run[0][0] > heading[2] for run in page.runs):
            yield "a heading is the last thing on its page"
    if any(gray > LIGHTEST for gray in page.grays):
        yield f"a gray of {max(page.grays)} is lost on a copier"
    if any(gray > LIGHTEST_AREA for gray in page.areas):
        yield f"an area's gray of {max(page.areas)} is lost on a copier"


def check(folder, style, paper, seed):
    command = [formkin, "make", "paper.xml", "--style", style, "--paper", paper, "--seed", str(seed), "--forms", "1", "--bank", BANK, "-o",
               style]
    made = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if made.returncode:
        return None if REFUSED.search(made.stderr) else [made.stderr.strip()]
    trace = subprocess.run([scene, f"{style}/paper.json", "A"], cwd=folder, capture_output=True, text=True, check=True).stdout
    pages = pages_of(trace)
    faults = [f"page {n}: {fault}" for n, page in enumerate(pages, 1) for fault in faults_of(page)]
    for n, page in enumerate(pages, 1):
        words = re.sub(r"\s+", " ", " ".join(run[1] for run in page.runs))
        if f"page {n} of {len(pages)}" not in words:
            faults.append(f"page {n} has no foot of page {n} of {len(pages)}")
    return faults


def read_code(folder, style):
    file = folder / style / "paper-A.pdf"
    code = json.loads((folder / style / "paper.json").read_text())["forms"][0]["code"]
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-singlefile", file, folder / "page"], check=True)
    scan = subprocess.run(["zbarimg", "--quiet", "--raw", folder / "page.pgm"], capture_output=True, text=True)
    return [] if f"formkin:{code}:A" in scan.stdout else [f"the code was read as {scan.stdout!r}"]


def main():
    found, papers, pairs = 0, 0, offers()
    for n in range(first, first + rounds):
        dice = random.Random(n)
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            (folder / "paper.xml").write_text(assessment(dice, pairs))
            paper = dice.choice(["letter", "a4"])
            for style in STYLES:
                faults = check(folder, style, paper, n)
                if faults is None:
                    continue
                if n == first and not faults and shutil.which("zbarimg") and shutil.which("pdftoppm"):
                    faults += read_code(folder, style)
                papers += 1
                found += len(faults)
                print("\n".join(f"round {n}, {style}, {paper}: {fault}" for fault in faults[:5]), end="\n" if faults else "")
    print(f"{papers} papers, {found} faults")
    return 1 if found or not papers else 0


if __name__ == "__main__":
    sys.exit(main())
