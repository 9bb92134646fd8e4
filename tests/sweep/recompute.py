#!/usr/bin/env python3
"""Recomputes the keys of drawn instances from what stands on the student's page.

usage: recompute.py FORMKIN SOURCE [MODULE...] [--seeds N] [--forms N]

Each module of keys/ stands for one bank and gives
    BANK       the bank's path below SOURCE
    TEMPLATES  template id -> function(item) -> one expectation per response, in the order of the page
    POLICIES   if wanted, policies of an assessment, name -> rule; the seeds take them in turn
An item is a slot of a form in the set file, with the form's directions as item["directions"]. An expectation is a number
(the key must have this value), a text (the key must print like this), a set of letters (the options that are right), a
function of the key's text that says whether it is right, or None for an open answer that has no key; of a drawing, a list
of what is marked, each mark a list of its values as texts.

A set of parallel forms stays in one feature cell, so many seeds see more than many forms do. The environment's KIN_SWEEP
divides the seeds. A template of a bank that no module recomputes is a fault."""
import argparse
import importlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from keys import reading  # noqa: E402


def blueprint(folder, bank, templates, policies):
    path = pathlib.Path(folder) / "all.xml"
    rules = "".join(f'<policy name="{name}" rule="{rule}"/>' for name, rule in policies.items())
    lines = "".join(f'<items template="{name}" count="1"/>' for name in templates)
    path.write_text(f'<assessment xmlns="urn:formkin:assessment:1" id="all" title="{bank}" objectives="no">'
                    f"{rules}<section>{lines}</section></assessment>\n", encoding="utf-8")
    return path


def draw(options, module, seed):
    """The set of a seed; each item knows the directions that stand above it."""
    policies = getattr(module, "POLICIES", [{}])
    made = make(options, module.BANK, module.TEMPLATES, seed, policies[seed % len(policies)])
    for form in made["forms"]:
        for item in form["items"]:
            item["directions"] = "\n".join(reading.text_of(node) for node in made.get("directions", []))
    return made


def make(options, bank, templates, seed, policies):
    with tempfile.TemporaryDirectory() as folder:
        command = [options.formkin, "make", str(blueprint(folder, bank, templates, policies)), "--bank",
                   str(pathlib.Path(options.source) / bank), "--forms", str(options.forms), "--seed", str(seed),
                   "-o", folder]
        run = subprocess.run(command, capture_output=True, text=True, timeout=300)
        if run.returncode:
            raise SystemExit(f"seed {seed}: {' '.join(command)}\n{run.stdout}{run.stderr}")
        return json.loads((pathlib.Path(folder) / "all.json").read_text(encoding="utf-8"))


def agrees(expected, response):
    text = response["key"]["text"] if response.get("key") else None
    if expected is None:
        return response["kind"] == "open"
    if response["kind"] == "draw":
        return [list(mark["values"].values()) for mark in response["marked"]] == expected
    if text is None:
        return False
    if callable(expected):
        return bool(expected(text))
    if isinstance(expected, (set, frozenset)):
        return set(text.split(", ")) == expected
    if isinstance(expected, str):
        return text == expected
    return reading.number(text) == expected


def faults(item, function):
    responses = [response for part in item["parts"] for response in part["responses"]]
    expected = function(item)
    if len(expected) != len(responses):
        yield f"{len(expected)} expectations for {len(responses)} responses"
    for want, response in zip(expected, responses):
        if not agrees(want, response):
            yield f"key {response.get('key', {}).get('text')!r} of {response['id']}, but {want!r} is expected"


def templates_of(options, module):
    """Template id of every template and variant of the bank."""
    text = (pathlib.Path(options.source) / module.BANK).read_text(encoding="utf-8")
    found, template = {}, None
    for element, name in re.findall(r'<(item-template|variant)\s+id="([^"]+)"', text):
        template = name if element == "item-template" else template
        found[name] = template
    return found


def sweep(options, name):
    module = importlib.import_module(f"keys.{name}")
    template_of = templates_of(options, module)
    seen, wrong = dict.fromkeys(module.TEMPLATES, 0), 0
    for seed in range(1, options.seeds + 1):
        for form in draw(options, module, seed)["forms"]:
            for item in form["items"]:
                template = template_of[item["template"]]
                seen[template] += 1
                for fault in faults(item, module.TEMPLATES[template]):
                    wrong += 1
                    print(f"seed {seed}, form {form['letter']}, {item['template']}: {fault}\n  {item['values']}")
    for name in sorted(set(template_of.values()) - set(module.TEMPLATES)):
        wrong += 1
        print(f"{module.BANK}: nothing recomputes {name}")
    print(f"{module.BANK}: " + ", ".join(f"{count} of {template}" for template, count in seen.items()))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("formkin")
    parser.add_argument("source")
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--seeds", type=int, default=max(1, 4 // int(os.environ.get("KIN_SWEEP") or 1)))
    parser.add_argument("--forms", type=int, default=25)
    options = parser.parse_intermixed_args()
    known = sorted(path.stem for path in (HERE / "keys").glob("*.py") if path.stem not in ("__init__", "reading"))
    wrong = sum(sweep(options, name) for name in options.modules or known)
    print(f"{wrong} wrong key{'' if wrong == 1 else 's'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
