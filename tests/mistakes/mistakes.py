#!/usr/bin/env python3
"""Mistakes that authors make, seeded into the shipped banks one at a time: each must be caught at its place.

mistakes.txt holds one case after another:

    == what the author did
    bank: grade-7/equations.xml
    in: two-step-equation                  the template that the old text is looked for in; may be left out
    - old text
    + new text, with «marks» around the place where the report must begin
    E303: words that the report, its note or its mend must hold | and these

`formkin check` reads a copy of the bank with this one change and, to save time, without the templates that have nothing to do
with it: their lines are empty, so places stay. The first report must be the expected one, begin at the mark,
and hold the words; not more than three other reports may follow from the same mistake. Without the change the bank must be
clean, which the sweep makes sure of. "?" instead of a place (no marks): anywhere in the template.
"""
import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BANKS = HERE.parent.parent / "item-banks"
TEMPLATE = re.compile(r'<item-template id="([^"]*)".*?</item-template>', re.DOTALL)
REPORT = re.compile(r"^(\S+?):(\d+):(\d+): (error|warning) ([EW]\d+): (.*)$")
MOST_REPORTS = 4
LEAST_CASES = 60
SECONDS = 120
DRAWS = "300"


class Case:
    def __init__(self, title):
        self.title, self.bank, self.template, self.old, self.new, self.id, self.words = title, "", None, [], [], "", []

    def take(self, line):
        if line.startswith("bank:"):
            self.bank = line[5:].strip()
        elif line.startswith("in:"):
            self.template = line[3:].strip()
        elif line.startswith("-"):
            self.old.append(line[2:])
        elif line.startswith("+"):
            self.new.append(line[2:])
        else:
            self.id, _, words = line.partition(":")
            self.words = [word.strip() for word in words.split("|")]


def cases_of(path):
    cases = []
    for line in path.read_text().splitlines():
        if line.startswith("== "):
            cases.append(Case(line[3:]))
        elif line and not line.startswith("#"):
            cases[-1].take(line)
    return cases


def start_of(text, template):
    return text.index(f'<item-template id="{template}"') if template else 0


def alone(text, at):
    """The bank with only the template that stands at a place, and those that it names."""
    own = next((match[0] for match in TEMPLATE.finditer(text) if match.start() <= at < match.end()), None)
    return text if own is None else TEMPLATE.sub(
        lambda match: match[0] if re.search(rf'"[^"]*\b{re.escape(match[1])}\b', own) else "\n" * match[0].count("\n"), text)


def seeded(case):
    """The bank with the mistake in it, and line and column of the mark (None: no mark)."""
    text = (BANKS / case.bank).read_text()
    old, new = "\n".join(case.old), "\n".join(case.new)
    begin = text.index(old, start_of(text, case.template))
    mark = new.find("«")
    before = text[:begin] + new[:max(mark, 0)]
    place = None if mark < 0 else (before.count("\n") + 1, len(before) - before.rfind("\n"))
    spoiled = text[:begin] + new.replace("«", "").replace("»", "") + text[begin + len(old):]
    return alone(spoiled, begin), place


def reports_of(output):
    """Each report with the lines that belong to it."""
    reports = []
    for line in output.splitlines():
        match = REPORT.match(line)
        if match:
            reports.append([(int(match[2]), int(match[3])), match[5], line])
        elif reports:
            reports[-1][2] += "\n" + line
    return reports


def fault_of(case, formkin, show):
    try:
        text, place = seeded(case)
    except ValueError:
        return "the old text or the template is not in the bank"
    with tempfile.TemporaryDirectory() as folder:
        bank = pathlib.Path(folder, "bank.xml")
        bank.write_text(text)
        run = subprocess.run([formkin, "check", "bank.xml", "--draws", DRAWS], cwd=folder, capture_output=True, text=True,
                             timeout=SECONDS)
    output = run.stderr + run.stdout
    reports = reports_of(output)
    if show:
        print(f"== {case.title}\n{output}")
    if run.returncode < 0:
        return f"ended by signal {-run.returncode}"
    if not reports:
        return "nothing was reported"
    where, name, said = reports[0]
    if name != case.id:
        return f"{case.id} expected first, got:\n{said}"
    if place and where != place:
        return f"expected at {place[0]}:{place[1]}, got:\n{said}"
    missing = [word for word in case.words if word not in said]
    if missing:
        return f"does not say {missing}:\n{said}"
    if name[0] == "E" and run.returncode == 0:
        return "the exit status is 0"
    return f"{len(reports)} reports for one mistake:\n{output}" if len(reports) > MOST_REPORTS else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("formkin")
    parser.add_argument("--only", help="cases whose title holds this text")
    parser.add_argument("--show", action="store_true", help="print what each case reports")
    options = parser.parse_args()
    cases = cases_of(HERE / "mistakes.txt")
    chosen = [case for case in cases if not options.only or options.only in case.title]
    formkin = str(pathlib.Path(options.formkin).resolve())
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        faults = list(pool.map(lambda case: fault_of(case, formkin, options.show), chosen))
    for case, fault in zip(chosen, faults):
        if fault:
            print(f"FAULT {case.title} ({case.bank}): {fault}")
    wrong = sum(fault is not None for fault in faults)
    if len(cases) < LEAST_CASES:
        print(f"only {len(cases)} cases, {LEAST_CASES} wanted")
        wrong += 1
    print(f"{len(chosen)} seeded mistakes, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
