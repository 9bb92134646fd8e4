#!/usr/bin/env python3
"""Every diagnostic of loading, held to its exact text.

cases/NAME.xml or all of cases/NAME/, or a folder of data data-cases/NAME/, is loaded by the program named first; what it
prints must be the text of NAME.err beside it. Banks use the standards and registers of tests/data. Files too large to
keep are made (GENERATED). With --approve the differences are shown and the .err files written. Fails also when a
diagnostic of the families E106-E199, E3 and W301-W399 occurs in no .err file.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE.parent.parent / "generator" / "base" / "diagnostics.def"
DATA = HERE.parent / "data"
SECONDS = 300
DRAWS = "300"


# Banks are sound; the assessment asks what they cannot give: see commands.
ELSEWHERE = {"E3017"}

BANK = '<item-bank xmlns="urn:formkin:item-bank:1" id="made" title="Made" framework="tiny">\n'

GENERATED = {
    "e121-many-elements": lambda: BANK + "<a/>\n" * 500_001 + "</item-bank>\n",
    "e126-many-attributes": lambda: BANK + "<p\n" + "".join(f'a{n}=""\n' for n in range(200_000)) + "/></item-bank>\n",
    "e127-long-value": lambda: BANK + '<p a="' + "a\n" * 6_000_000 + '"/></item-bank>\n',
}


def generated_cases():
    return [HERE / "generated" / (name + ".xml") for name in GENERATED]


def cases():
    paths = sorted(path for path in (HERE / "cases").iterdir() if path.is_dir() or path.suffix == ".xml")
    folders = sorted(path for path in (HERE / "data-cases").iterdir() if path.is_dir())
    return paths + folders + generated_cases() + sorted((HERE / "proof").glob("*.xml"))


def output_of(program, formkin, case):
    if case.parent.name == "proof":
        return checked(formkin, case)
    if case.stem in GENERATED:
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, case.name).write_text(GENERATED[case.stem]())
            return run_in(program, folder, "-", case.name)
    data = "-" if case.parent.name == "data-cases" else str(HERE.parent / "data" / "item-banks")
    return run_in(program, HERE, data, str(case.relative_to(HERE)))


def run_in(program, folder, data, path):
    run = subprocess.run([program, data, path], cwd=folder, capture_output=True, timeout=SECONDS)
    if run.returncode != 0:
        return f"ended with status {run.returncode}\n" + run.stderr.decode(errors="replace")
    return run.stdout.decode()


def checked(formkin, case):
    """Messages, then the last line, which counts them; the table before it is no message."""
    run = subprocess.run([formkin, "check", str(case.relative_to(HERE)), "--draws", DRAWS], cwd=HERE, capture_output=True,
                         text=True, env={**os.environ, "FORMKIN_DATA": str(DATA)}, timeout=SECONDS)
    return run.stderr + (run.stdout.splitlines() or ["nothing said"])[-1] + f"; exit status {run.returncode}\n"


def expected_file(case):
    return case.parent / (case.stem + ".err")


def difference(case, expected, found):
    lines = difflib.unified_diff(expected.splitlines(True), found.splitlines(True), f"{case.stem}.err", "found")
    return "".join(lines)


def check_all(program, formkin, names, approve):
    bad = 0
    for case in cases():
        if names and case.stem not in names:
            continue
        file = expected_file(case)
        expected = file.read_text() if file.exists() else ""
        found = output_of(program, formkin, case)
        if found != expected:
            print(difference(case, expected, found))
            bad += 1
            if approve:
                file.write_text(found)
    return bad


def ids_in_table():
    ids = re.findall(r"^KIN_DIAG\(([EW]\d+)", TABLE.read_text(), re.M)
    return [name for name in ids if name not in ELSEWHERE and re.match(r"E1(0[6-9]|[1-9]\d)|[EW]3\d\d", name)]


def missing_ids():
    files = sorted(HERE.glob("*/*.err")) + sorted(HERE.glob("commands/*/expected/terminal"))
    shown = "".join(file.read_text() for file in files)
    return [name for name in ids_in_table() if not re.search(rf"(error|warning) {name}:", shown)]


def main():
    approve = "--approve" in sys.argv[3:]
    names = [word for word in sys.argv[3:] if word != "--approve"]
    bad = check_all(sys.argv[1], sys.argv[2], names, approve)
    missing = missing_ids()
    if missing:
        print("in no .err file:", " ".join(missing))
    print(f"{len(cases())} cases, {bad} differ, {len(missing)} diagnostics without a case")
    return 1 if missing or (bad and not approve) else 0


if __name__ == "__main__":
    sys.exit(main())
