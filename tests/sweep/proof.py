#!/usr/bin/env python3
"""Draws and proves instances of every shipped template; any message is a fault: proof.py FORMKIN SOURCE

2,000 of each, or all there are, or what a check finds within its bound of steps, which must be 500 at least; the environment's
KIN_SWEEP divides the numbers, down to 100, and takes one bank in two. Warnings about shares of instances settle only with the thousand draws that a check
makes by itself; with fewer, messages count if they are errors."""
import os
import pathlib
import re
import subprocess
import sys

DRAWS = 2000
WITHIN_BOUND = 500
SHARES_SETTLE = 1000
FEWEST = 100


def unproved(table, least):
    """Templates of which fewer instances were proved than wanted, though there are more."""
    for line in table.splitlines()[1:-1]:
        proved = re.search(r"(\d+)( \(all\))?$", line)
        if not proved or (int(proved[1]) < least and not proved[2]):
            yield line


def banks_below(source, part):
    banks = pathlib.Path(source, "item-banks")
    with_templates = [path for path in sorted(banks.rglob("*.xml")) if "<item-template" in path.read_text(encoding="utf-8")]
    return [banks] if part == 1 else with_templates[::2]


def main():
    formkin, source = sys.argv[1:]
    part = int(os.environ.get("KIN_SWEEP") or 1)
    draws = max(FEWEST, DRAWS // part)
    run = subprocess.run([formkin, "check", *banks_below(source, part), "--draws", str(draws)], capture_output=True, text=True)
    short = list(unproved(run.stdout, min(draws, WITHIN_BOUND)))
    heard = run.stderr if draws >= SHARES_SETTLE else re.search(r": error E", run.stderr)
    print(run.stdout + run.stderr + "".join(f"proved too few: {line}\n" for line in short))
    return 1 if run.returncode or heard or short or len(run.stdout.splitlines()) < 3 else 0


if __name__ == "__main__":
    sys.exit(main())
