#!/usr/bin/env python3
"""Looks at what is printed: 26 forms of every template, again and again, read from the set files.

usage: texts.py FORMKIN SOURCE [BANK...]

No number is printed as no teacher would write it, the forms of a set are distinct and parallel, the options of a choice
differ and one is right, each key is the one that the options mark, and each solution ends in its key. The environment's
KIN_SWEEP divides the number of sets. No property of parallel forms fails when they are compared; what compare draws again
from the banks is left to the other sweeps."""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import recompute

HERE = pathlib.Path(__file__).resolve().parent
SETS = 2
FORMS = 26
ODD = {
    "a value that is none": re.compile(r"undefined|\bnan\b|\(null\)|\binf\b", re.I),
    "two signs in a row": re.compile(r"[+−] ?[+−]"),
    "a hyphen for a minus": re.compile(r"(?<!\w)-\d"),
    "1 before a letter": re.compile(r"(?<![\w.,])1[a-z]\b"),
    "0 before a letter": re.compile(r"(?<![\w.,])0[a-z]\b"),
    "the power 1": re.compile(r"\^1(?!\d)|¹"),
    "a negative zero": re.compile(r"[−-]\$?0(?![\d.])"),
    "the denominator 1": re.compile(r"(?<=\w)/1(?![\d.])"),
    "a hole": re.compile(r"\{[A-Za-z_]\w*\}"),
    "a stray blank": re.compile(r"(?<!^[A-Z])  |(?<!\|) [.,;?](?!\d)"),
}
TEXTS = re.compile(r".*_text$|^text$")


def texts_below(value):
    """All whole printed texts of an item; the pieces of content trees are parts of them and are passed over."""
    if isinstance(value, list):
        for each in value:
            yield from texts_below(each)
    elif isinstance(value, dict) and "kind" not in value or isinstance(value, dict) and "points" in value:
        for name, each in value.items():
            if name == "own_features":  # in the template's own language, for comparing: they print nowhere
                continue
            if isinstance(each, str) and TEXTS.match(name):
                yield each
            elif isinstance(each, (dict, list)):
                yield from texts_below(each)


def odd_texts(item):
    for text in texts_below(item):
        for what, pattern in ODD.items():
            if pattern.search(text):
                yield f"{what}: {text!r}"


def responses_of(item):
    return [response for part in item["parts"] for response in part["responses"]]


def letter_of(index):
    return chr(ord("A") + index)


def key_of_grid(response, options):
    return ", ".join(" ".join(filter(None, (row.get("label"), options[row.get("right", 0)]))) for row in response["rows"])


def key_of_match(response, _):
    return ", ".join(f"{row['label']} {letter_of(row.get('right', 0))}" for row in response["rows"])


def keys_of_order(response, options):
    """The things in their order as letters or as they print, or the place of each: any of these, with any sign between."""
    ranks = [option["rank"] for option in response["options"]]
    order = sorted(range(len(ranks)), key=ranks.__getitem__)
    return [[letter_of(i) for i in order], [options[i] for i in order], [str(rank) for rank in ranks]]


def bad_rows(response):
    """Of a grid, match or order: its key is what its rows or ranks say."""
    options = [option["answer"]["text"] for option in response["options"]]
    key = response["key"]["text"]
    if len(set(options)) < len(options):
        yield f"two options print the same: {options}"
    if response["kind"] == "order":
        ranks = sorted(option["rank"] for option in response["options"])
        if ranks != list(range(1, len(options) + 1)):
            yield f"the ranks are {ranks}"
        if not any(squeezed(key) in (squeezed(sign.join(way)) for sign in ",<>") for way in keys_of_order(response, options)):
            yield f"the key {key!r} is not the order of {options}"
    else:
        made = (key_of_grid if response["kind"] == "grid" else key_of_match)(response, options)
        if key != made:
            yield f"the key is {key!r}, but the rows say {made!r}"


def bad_options(item):
    for response in responses_of(item):
        if response["kind"] in ("grid", "match", "order"):
            yield from bad_rows(response)
            continue
        options = response.get("options", [])
        printed = [option["answer"]["text"] for option in options]
        right = [chr(ord("A") + i) for i, option in enumerate(options) if option.get("right")]
        if len(set(printed)) < len(printed):
            yield f"two options print the same: {printed}"
        if response["kind"] == "choice" and len(right) != 1:
            yield f"{len(right)} right options in {printed}"
        key = response["key"]["text"] if response.get("key") else ""
        if options and key not in (", ".join(right), *(f"{letter}  {text}" for letter, text in marked(right, printed))):
            yield f"the key is {key!r}, but the right options are {right} of {printed}"


def marked(letters, printed):
    return [(letter, printed[ord(letter) - ord("A")]) for letter in letters] if len(letters) == 1 else []


def squeezed(text):
    return "".join(text.split())


def unfinished_solutions(item):
    """The last step of a part shows the answer that students write on the part's only line."""
    for part in item["parts"]:
        values = [response for response in part["responses"] if response["kind"] == "value"]
        if len(values) == 1 and part.get("solution"):
            last = part["solution"][-1]
            shown = squeezed(last["work_text"] + " " + last.get("why_text", ""))
            if squeezed(values[0]["key"]["text"]) not in shown:
                yield f"the last step {last['work_text']!r} does not show the key {values[0]['key']['text']!r}"


def form_faults(form):
    for item in form["items"]:
        for look in (odd_texts, bad_options, unfinished_solutions):
            for fault in look(item):
                yield f"form {form['letter']}, {item['template']}: {fault}\n  {item['values']}"


def shape(item):
    return [[(response["kind"], response.get("type"), len(response.get("options", []))) for response in part["responses"]]
            for part in item["parts"]]


def few_answers(made):
    """Forms of orders and statements alone: two of so many forms are then alike in their answers by chance."""
    ways = 1
    for items in zip(*(form["items"] for form in made["forms"])):
        ways *= len({json.dumps([response.get("key", {}).get("text") for response in responses_of(item)]) for item in items})
    return ways < 50 * FORMS * FORMS


def compared_faults(options, made):
    """The set is slot-parallel, and no property of parallel forms fails. Without the banks, which would be drawn again."""
    if made["label"] != "slot-parallel":
        yield f"the set is {made['label']}: {made.get('label_reason')}"
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "set.json"
        file.write_text(json.dumps(made), encoding="utf-8")
        environment = {**os.environ, "FORMKIN_DATA": str(pathlib.Path(options.source) / "tests" / "data")}
        run = subprocess.run([options.formkin, "compare", file, "--json"], capture_output=True, text=True, env=environment)
    if not run.stdout:
        yield f"the set can't be compared: {run.stderr}"
        return
    for row in json.loads(run.stdout)["properties"]:
        if row["verdict"] == "failed" and not (row["number"] == 7 and few_answers(made)):
            yield f"property {row['number']} fails: {row['reason']}"


def set_faults(made):
    """Between forms: each slot of one template, cell and shape, no question twice."""
    for items in zip(*(form["items"] for form in made["forms"])):
        name = items[0]["template"]
        for what, of in (("template", lambda item: item["template"]), ("feature vector", lambda item: item["features"]),
                         ("shape", shape)):
            if any(of(item) != of(items[0]) for item in items):
                yield f"{name}: not one {what} in all forms"
        for what, of in (("identity", lambda item: item["identity"]), ("question", question)):
            seen = {of(item) for item in items}
            if len(seen) < len(items):
                yield f"{name}: only {len(seen)} of {len(items)} forms differ in {what}"
    codes = {form["code"] for form in made["forms"]}
    if len(codes) < len(made["forms"]):
        yield "two forms have one code"


def question(item):
    """What a student reads, options in any order."""
    options = [sorted(option["answer"]["text"] for option in response.get("options", [])) for response in responses_of(item)]
    rows = [[row["answer"]["text"] for row in response.get("rows", [])] for response in responses_of(item)]
    bodies = [response.get("body") for response in responses_of(item)]
    shown = recompute.reading.figures(item["stem"])
    return json.dumps([item["stem_text"], shown, [part["stem_text"] for part in item["parts"]], options, rows, bodies])


def banks_below(source):
    for path in sorted((pathlib.Path(source) / "item-banks").rglob("*.xml")):
        templates = re.findall(r'<item-template\s+id="([^"]+)"', path.read_text(encoding="utf-8"))
        if templates:
            yield str(path.relative_to(source)), templates


def sweep(options, bank, templates):
    wrong = 0
    sets = max(1, SETS // int(os.environ.get("KIN_SWEEP") or 1))
    for seed in range(101, 101 + sets):
        made = recompute.make(options, bank, templates, seed, {})
        faults = [*compared_faults(options, made), *set_faults(made), *(fault for form in made["forms"] for fault in form_faults(form))]
        wrong += len(faults)
        for fault in faults[:20]:
            print(f"{bank}, seed {seed}: {fault}")
    print(f"{bank}: {sets} sets of {FORMS} forms of {len(templates)} items")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("formkin")
    parser.add_argument("source")
    parser.add_argument("banks", nargs="*")
    options = parser.parse_args()
    options.forms = FORMS
    banks = [each for each in banks_below(options.source) if not options.banks or each[0] in options.banks]
    wrong = sum(sweep(options, bank, templates) for bank, templates in banks)
    print(f"{wrong} fault{'' if wrong == 1 else 's'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
