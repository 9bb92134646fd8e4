"""Text copied from the PDF must be each formula's linear text, in order. Usage: copied.py PROGRAM FOLDER"""
import shutil
import subprocess
import sys
from pathlib import Path

program, folder = sys.argv[1], Path(sys.argv[2])
if not shutil.which("pdftotext"):
    print("pdftotext is not installed (poppler-utils)")
    sys.exit(77)
pdf, expected_file = folder / "copied.pdf", folder / "copied.txt"
subprocess.run([program, pdf, expected_file], check=True)
expected = expected_file.read_text().splitlines()
text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
copied = [line.strip() for line in text.replace("\f", "").splitlines() if line.strip()]
wrong = [(want, got) for want, got in zip(expected, copied) if want != got]
for want, got in wrong:
    print(f"expected {want!r}\n  copied {got!r}")
if len(copied) != len(expected):
    print(f"{len(expected)} formulas, but {len(copied)} lines were copied")
sys.exit(1 if wrong or len(copied) != len(expected) else 0)
