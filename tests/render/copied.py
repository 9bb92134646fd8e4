#!/usr/bin/env python3
"""What copying a formula from a PDF gives: one line that a person can read and paste.

usage: copied.py PROGRAM FOLDER [--approve]

Each row of copied.txt is a formula as a bank writes it and its line; all formulas of sizes.txt are among them. PROGRAM
prints them, and pdftotext must give the lines back in their order. --approve writes anew what is found."""
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILE = HERE / "copied.txt"
program, folder, approve = sys.argv[1], Path(sys.argv[2]), sys.argv[3:] == ["--approve"]


def rows(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split(";;")] for line in lines if line and not line.startswith("#")]


def copied(pdf):
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return [line.strip() for line in text.replace("\f", "\n").splitlines() if line.strip()]


if not shutil.which("pdftotext"):
    print("pdftotext is not installed (poppler-utils)")
    sys.exit(77)
expected = rows(FILE)
subprocess.run([program, FILE, folder / "copied.pdf"], check=True)
found = copied(folder / "copied.pdf")
faults = [f"{row[1]} is measured, but not copied" for row in rows(HERE / "sizes.txt")
          if row[1] not in {written for written, _ in expected}]
if len(found) != len(expected):
    faults.append(f"{len(expected)} formulas, but {len(found)} lines were copied")
elif approve:
    notes = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [f"{written} ;; {line}" for (written, _), line in zip(expected, found)]
    FILE.write_text("\n".join(notes + lines) + "\n", encoding="utf-8")
else:
    faults += [f"{written}\n  expected {line!r}\n  copied   {got!r}"
               for (written, line), got in zip(expected, found) if line != got]
print("\n".join(faults) or f"{len(found)} formulas copied as expected")
sys.exit(bool(faults))
