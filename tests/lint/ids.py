#!/usr/bin/env python3
"""Does every diagnostic occur with its exact text somewhere, or, where no file can provoke it, in a unit test?

An exact text is a report in an expected file: error E214: division by zero. NAMED_ONLY lists those that a test names by its id
alone, each with the reason; an entry that is no longer needed is an error, so that the list cannot grow old."""
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
TABLE = TESTS.parent / "generator" / "base" / "diagnostics.def"

NAMED_ONLY = {
    "E102": "the file would have 64 MB",
    "E295": "the loader refuses the formulas that it is about; one that is put together by a program can meet it",
    "E409": "the loader counts the same names first (E303); a program that builds templates itself can meet it",
    "E412": "the set file's digest is compared first (E509); a program that reads sets itself can meet it",
    "E513": "the command reads no such letter; a program that uses the library can hand one over",
    "E601": "needs a disk that is full at the right moment",
    "E610": "needs a computer without the fonts",
    "E612": "needs a broken font file",
    "E644": "codes are made short enough; a set that a program fills can have a longer one",
    "W6032": "layout/sweep: an instance's parts must end on another page than those of the instance that was measured",
    "E7002": "unit/ledger_open",
    "E7003": "unit/ledger_open",
    "E7005": "another program would have to write for half a minute",
    "E7033": "others would have to issue all the time: ledger/meeting",
    "W7044": "ledger/retakes",
    "E7034": "a class of 2,601 students: ledger/papers",
}
TEXTS = ("*.err", "*.test", "*.txt", "terminal")
SOURCES = ("*.c", "*.h", "*.py", "*.txt")


def texts_of(patterns):
    for pattern in patterns:
        for path in TESTS.rglob(pattern):
            if path.is_file() and path.name != pathlib.Path(__file__).name:
                yield path.read_text(errors="replace")


def main():
    known = re.findall(r"^KIN_DIAG\(([EW]\d+)", TABLE.read_text(), re.M)
    shown = {name for text in texts_of(TEXTS) for name in re.findall(r"(?:error|warning) ([EW]\d{3,4}):", text)}
    named = {name for text in texts_of(SOURCES) for name in re.findall(r"\b(?:KIN_)?([EW]\d{3,4})\b", text)}
    faults = [f"{name} occurs in no expected text" for name in known if name not in shown and name not in NAMED_ONLY]
    faults += [f"{name} is named by no test" for name in NAMED_ONLY if name not in named]
    faults += [f"{name} has an expected text now: take it off the list" for name in NAMED_ONLY if name in shown]
    faults += [f"{name} is twice in the table" for name in sorted(set(known)) if known.count(name) > 1]
    faults += [f"{name} is expected, but is not in the table" for name in sorted(shown - set(known))]
    print("\n".join(faults + [f"{len(known)} diagnostics, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
