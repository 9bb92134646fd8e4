#!/usr/bin/env python3
"""Every shipped template and assessment prints in Spanish, whole: spanish.py FORMKIN SOURCE

Forms and keys of every bank and of every assessment are made in Spanish: nothing is said to be missing, no English word stands on a
page, and what is looked for in English texts (texts.py) is looked for here, too. That no misconception and no word of a key lacks its
Spanish, the checklist says (proof.py)."""
import argparse
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import texts

FORMS = 2
# Said by make where something is not there in Spanish.
LACKS = re.compile(r"(W415|W416): .*")
# Words that English pages are full of and that Spanish does not have.
ENGLISH = re.compile(
    r"(?<![-\w])(the|of|and|is|are|was|were|with|each|what|how|which|find|write|your|from|both|answer|answers|student|students|line|"
    r"side|sides|then|for|by|if|not|one|two|three|first|second|positive|negative|true|false|yes|than|more|less|number|numbers|"
    r"below|above|this|that|have|points|page|form|forms|work|right|wrong|only|level|name|date|score|key|it|its|to|at|on|"
    r"after|before|times|equal|between|cost|price|per|all|many|much|instead|took|added|gave|Monday|March|April|noon)\b", re.I)
BLUEPRINT = """<assessment xmlns="urn:formkin:assessment:1" id="all" title="Todo" objectives="no" xml:lang="es">
<section>{}</section></assessment>
"""


def english_in(text):
    """With the words around it."""
    for found in ENGLISH.finditer(text):
        yield text[max(0, found.start() - 40):found.end() + 40].replace("\n", " ")


def pages_of(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout


def page_faults(folder):
    pdfs = sorted(pathlib.Path(folder).glob("*.pdf"))
    if not pdfs:
        yield "no page was printed"
    for pdf in pdfs:
        for words in english_in(pages_of(pdf)):
            yield f"{pdf.name}: English words: ... {words} ..."


def make(options, arguments, folder):
    command = [options.formkin, "make", *arguments, "--language", "es", "--forms", str(FORMS), "--seed", "77", "-o", folder]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)}\n{run.stdout}{run.stderr}")
    return [found.group() for found in LACKS.finditer(run.stderr)]


def bank_faults(options, bank, templates):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "all.xml"
        lines = "".join(f'<items template="{name}" count="1"/>' for name in templates)
        path.write_text(BLUEPRINT.format(lines), encoding="utf-8")
        yield from make(options, [str(path), "--bank", str(pathlib.Path(options.source) / bank)], folder)
        made = json.loads((pathlib.Path(folder) / "all-es.json").read_text(encoding="utf-8"))
        for form in made["forms"]:
            yield from texts.form_faults(form)
        yield from page_faults(folder)


def assessment_faults(options, path):
    """One that leaves the standard open is asked for a few."""
    open_one = 'template="' not in path.read_text(encoding="utf-8")
    asked = ["--standard", "7.EE.B.4a", "--standard", "7.RP.A.3"] if open_one else []
    with tempfile.TemporaryDirectory() as folder:
        yield from make(options, [str(path), *asked], folder)
        yield from page_faults(folder)


def objective_faults(options):
    """Every I-can line of the score box has its Spanish."""
    for table in sorted((pathlib.Path(options.source) / "item-banks" / "standards").glob("*.csv")):
        with open(table, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["i_can"] and not row["i_can_es"]:
                    yield f"{table.name}: {row['code']} has no I-can line in Spanish"


def all_faults(options):
    yield from objective_faults(options)
    for bank, templates in texts.banks_below(options.source):
        yield from (f"{bank}: {fault}" for fault in bank_faults(options, bank, templates))
    for path in sorted((pathlib.Path(options.source) / "templates").glob("*.xml")):
        yield from (f"{path.name}: {fault}" for fault in assessment_faults(options, path))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("formkin")
    parser.add_argument("source")
    options = parser.parse_args()
    faults = list(all_faults(options))
    print("\n".join(faults[:60]))
    print(f"{len(faults)} fault{'' if len(faults) == 1 else 's'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
