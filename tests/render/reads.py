#!/usr/bin/env python3
"""Papers as who copies from them or listens to them finds them.

usage: reads.py FORMKIN TREE CASES FOLDER [--approve]

Prints small sets of tests/golden/cases in FOLDER: their text as pdftotext gives it, in the order of the file, and the
structure of tagged files as TREE reads it back must be those of tests/render/reads, which were read line by line. (Without
-raw, pdftotext goes by places on the page, and so mixes columns.) --approve shows the difference and writes them anew."""
import difflib
import pathlib
import shutil
import subprocess
import sys

FORMKIN, TREE, CASES, FOLDER = [pathlib.Path(word) for word in sys.argv[1:5]]
APPROVE = sys.argv[5:] == ["--approve"]
EXPECTED = pathlib.Path(__file__).resolve().parent / "reads"

# A set: its name, the case and assessment, further options; what of it is read as text, what as a tree.
SETS = [
    ("responses", "responses/all.xml", ["--tagged"], ["A", "key"], ["A", "key"]),
    ("rows", "rows/all.xml", ["--tagged", "--teacher", "--strips"], ["A", "teacher", "strips"], ["A"]),
    ("figures", "figures/sheet.xml", ["--tagged"], ["A"], ["A"]),
    ("spanish", "responses/all.xml", ["--tagged", "--language", "es"], ["A-es"], ["A-es"]),
    ("blanks", "blanks/all.xml", ["--tagged"], ["A"], ["A"]),
    ("spans", "displays/sheet.xml", ["--tagged"], [], ["A"]),
    ("practice", "styles/quiz.xml", ["--style", "practice"], ["A"], []),
    ("answer-column", "styles/quiz.xml", ["--style", "answer-column"], ["A"], []),
    ("half-page", "styles/quiz.xml", ["--style", "half-page", "--tagged"], ["A"], ["A"]),
    ("large-print", "styles/quiz.xml", ["--style", "large-print-24"], ["A"], []),
]

wrong = []


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def hold(name, text):
    """The text is the expected one, or becomes it."""
    path = EXPECTED / name
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if text == expected:
        return
    print("".join(difflib.unified_diff(expected.splitlines(True), text.splitlines(True), name, name)))
    if APPROVE:
        path.write_text(text, encoding="utf-8")
    else:
        wrong.append(f"{name} is not as expected")


def make(name, source, options):
    bank = next(path for path in (CASES / source).parent.glob("*.xml") if "<item-bank" in path.read_text(encoding="utf-8"))
    folder = FOLDER / "reads" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run([FORMKIN, "make", CASES / source, "--bank", bank, "--seed", "12", "--forms", "1", *options, "-o", folder],
                   check=True, capture_output=True)
    return folder


def tree_rules(name, tree, language):
    """What holds for every tagged file: its language, and a text for whatever is not text."""
    if tree[0] != f"{language}, yes, yes":
        wrong.append(f"{name}: language, title and marks are {tree[0]!r}")
    silent = [line.strip() for line in tree if line.strip() in ("Figure", "Formula")]
    if silent or not any(line.strip().startswith(("Formula: ", "Figure: ")) for line in tree):
        wrong.append(f"{name}: {len(silent)} figures and formulas without a text")
    if sum(line == "Document" for line in tree) != 1:
        wrong.append(f"{name}: not one document")


def read(name, folder, stem, parts, trees):
    for part in parts:
        hold(f"{name}-{part}.txt", output("pdftotext", "-raw", folder / f"{stem}-{part}.pdf", "-").replace("\f", "\n"))
    for part in trees:
        tree = output(TREE, folder / f"{stem}-{part}.pdf")
        tree_rules(f"{name}-{part}", tree.splitlines(), "es" if "es" in part.split("-") else "en")
        hold(f"{name}-{part}.tree", tree)


if not shutil.which("pdftotext"):
    print("pdftotext is not installed (poppler-utils)")
    sys.exit(77)
for name, source, options, parts, trees in SETS:
    folder = make(name, source, options)
    read(name, folder, pathlib.Path(source).stem, parts, trees)
first = (FOLDER / "reads/blanks/all-A.pdf").read_bytes()
if (make("blanks", "blanks/all.xml", ["--tagged"]) / "all-A.pdf").read_bytes() != first:
    wrong.append("the same tagged form has other bytes")
# A set that was made without tags gets further forms with them.
later = FOLDER / "reads/later"
shutil.rmtree(later, ignore_errors=True)
bank = CASES / "styles/bank.xml"
subprocess.run([FORMKIN, "make", "--from", FOLDER / "reads/practice/quiz.json", "--bank", bank, "--forms", "B", "--tagged",
                "-o", later], check=True, capture_output=True)
tree_rules("later-B", output(TREE, later / "quiz-B.pdf").splitlines(), "en")
print("\n".join(wrong) or f"{len(SETS)} sets read as expected")
sys.exit(bool(wrong))
