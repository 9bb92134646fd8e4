#!/usr/bin/env python3
"""The RELAX NG schema says what the validator says: schema.py SOURCE FORMKIN JING

`formkin doc schema` is written and jing judges with it, in one run, all shipped banks, registers and assessments, the
examples of the skeletons, and every file of tests/lint. Shipped files are valid. Of the lint cases, those whose messages are about
structure are refused; those whose messages are about what a schema cannot see are accepted. Which is which is said below by
diagnostic id, so a new case needs no line here."""
import pathlib
import re
import subprocess
import sys
import tempfile

# What the tables say: elements, their places and number, attributes and what they take, kinds of
# figures and their parts. A schema says it, too.
STRUCTURE = {f"E{number}" for number in range(130, 151)} - {"E147"} | {"E3102", "E3009", "E6003", "E6004", "E6005",
                                                                          "E7210"}
# The XML reader's own: not every tool refuses the same, and what is not well-formed cannot be judged.
READER = {f"E{number}" for number in range(101, 130)}
# All others, and E147 (a comment inside a formula, which no schema sees), are about what texts and numbers mean.


def ids_of(case):
    """Ids of the messages, without those about the copy of a fragment: a schema does not know where it is used."""
    reports = re.split(r"(?m)^(?=\S*:\d+:\d+: )", case.with_suffix(".err").read_text())
    own = "".join(report for report in reports if "  note: used in line " not in report)
    return set(re.findall(r"(?:error|warning) ([EW]\d{3,4}):", own))


def lint_cases(source):
    """Files with what is expected of them: True valid, False refused. Folders hold several files with one list of messages,
    which can only be told apart by the messages' paths."""
    for case in sorted((source / "tests" / "lint").glob("*/*.xml")):
        if not case.with_suffix(".err").exists():
            continue
        found = ids_of(case)
        if not found & READER:
            yield case, not found & STRUCTURE


def shipped(source):
    for folder in ("item-banks", "templates", "tests/data"):
        for path in sorted((source / folder).rglob("*.xml")):
            if path.read_text().lstrip().startswith("<") and "@id@" not in path.read_text():
                yield path, True


def main():
    source, formkin, jing = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    expected = dict(list(shipped(source)) + list(lint_cases(source)))
    with tempfile.TemporaryDirectory() as folder:
        schema = pathlib.Path(folder) / "formkin.rng"
        subprocess.run([formkin, "doc", "schema", "-o", schema], check=True, capture_output=True)
        run = subprocess.run([jing, schema, *expected], capture_output=True, text=True)
    said = {}
    for line in run.stdout.splitlines():
        path, _, message = line.partition(":")
        said.setdefault(path, message)
    faults = [f"jing does not take the schema itself: {said[path]}" for path in said if path.endswith("formkin.rng")]
    for path, valid in expected.items():
        if valid and str(path) in said:
            faults.append(f"{path} should be valid, but: {said[str(path)]}")
        elif not valid and str(path) not in said:
            faults.append(f"{path} should be refused for {sorted(ids_of(path) & STRUCTURE)}")
    refused = sum(not valid for valid in expected.values())
    if refused < 15 or len(expected) - refused < 100:
        faults.append("too few cases were tried")
    print("\n".join(faults) or f"{len(expected)} files: {len(expected) - refused} valid, {refused} refused, as they should be")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
