#!/usr/bin/env python3
"""Each rule of the bank language with a shipped template that uses it and a test that holds it: check.py SOURCE BUILD

rules.csv has a row for each point of a rule that matters: the rule's number, its title (in its first row), the point, the id of a
shipped item template or assessment, a sign in its text that proves the use (a regular expression), and a test: a name of ctest, or
a case of tests/lint or tests/golden. A row fails when its template, its sign or its test does not exist; a rule that has no row
fails as well."""
import csv
import json
import pathlib
import re
import subprocess
import sys

RULES = range(1, 26)
COLUMNS = ["rule", "title", "point", "template", "sign", "test"]


def shipped(source):
    """Text by id of all item templates and assessments that are shipped, without comments, which use nothing."""
    texts = {}
    for path in [*(source / "item-banks").rglob("*.xml"), *(source / "templates").rglob("*.xml")]:
        text = re.sub(r"(?s)<!--.*?-->", "", path.read_text())
        for element in re.findall(r"(?s)<(?:item-template|assessment)\b.*?</(?:item-template|assessment)>", text):
            texts[re.search(r'\bid="([^"]+)"', element).group(1)] = element
    return texts


def test_names(build):
    shown = subprocess.run(["ctest", "--test-dir", build, "--show-only=json-v1"], capture_output=True, text=True, check=True)
    return {test["name"] for test in json.loads(shown.stdout)["tests"]}


def faults_of(row, texts, names, source):
    text = texts.get(row["template"])
    if text is None:
        yield f"there is no template '{row['template']}'"
    elif not re.search(row["sign"], text, re.S):
        yield f"'{row['template']}' does not show {row['sign']}"
    if not row["point"]:
        yield "no point is named"
    if row["test"] not in names and not (row["test"].startswith("tests/") and (source / row["test"]).exists()):
        yield f"there is no test '{row['test']}'"


def main():
    source, build = pathlib.Path(sys.argv[1]), sys.argv[2]
    with open(source / "tests" / "rules" / "rules.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    texts, names = shipped(source), test_names(build)
    faults = [] if rows and list(rows[0]) == COLUMNS else [f"the columns are not {COLUMNS}"]
    for line, row in enumerate(rows, 2):
        faults += [f"line {line}, rule {row['rule']}, {row['point']}: {fault}" for fault in faults_of(row, texts, names, source)]
    for rule in RULES:
        titles = [row["title"] for row in rows if row["rule"] == str(rule)]
        if not titles or not titles[0] or any(titles[1:]):
            faults.append(f"rule {rule} needs a row, and a title in its first one")
    faults += [f"there is no rule {row['rule']}" for row in rows if row["rule"] not in map(str, RULES)]
    print("\n".join(faults) or f"{len(rows)} points of {len(RULES)} rules are used by {len({row['template'] for row in rows})} templates")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
