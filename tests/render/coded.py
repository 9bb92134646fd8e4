"""The codes must be read at the resolution of an office scanner, 150 dots per inch. Usage: coded.py PROGRAM FOLDER"""
import shutil
import subprocess
import sys
from pathlib import Path

program, folder = sys.argv[1], Path(sys.argv[2])
for tool in ("pdftoppm", "zbarimg"):
    if not shutil.which(tool):
        print(f"{tool} is not installed (poppler-utils, zbar-tools)")
        sys.exit(77)
pdf = folder / "coded.pdf"
subprocess.run([program, pdf], check=True)
subprocess.run(["pdftoppm", "-r", "150", "-gray", "-singlefile", pdf, folder / "coded"], check=True)
scan = subprocess.run(["zbarimg", "--quiet", "--raw", folder / "coded.pgm"], capture_output=True, text=True)
read = sorted(scan.stdout.split())
expected = ["K7QM-2XD9", "K7QM-2XD9:exit-ticket-8.EE.C.7b:A:2"]
if read != expected:
    print(f"expected {expected}, read {read}")
sys.exit(0 if read == expected else 1)
