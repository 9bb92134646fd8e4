"""Papers of a department: Form A prints what was typed, the other forms are parallel to it: papers.py FORMKIN

NAME.txt holds the paper as it was typed: questions in their order, a line for each paragraph, row, option or line of work,
points behind the first paragraph of a question or part, blanks as ____. The paper of that name is made, and Form A's texts
are read from the set file and compared line by line; the PDF must hold the same words. The environment's KIN_SWEEP divides
the number of sets, down to two."""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

FORMKIN = sys.argv.pop(1)
HERE = pathlib.Path(__file__).resolve().parent
BANKS = HERE.parents[1] / "item-banks" / "papers"
NAMES = sorted(path.stem for path in BANKS.glob("*.xml"))
FORMS = 4
SEEDS = (11, 12, 13)[:max(2, 3 // int(os.environ.get("KIN_SWEEP") or 1))]


def keyboard(text):
    """One kind of minus, apostrophe and blank."""
    return text.replace("−", "-").replace("’", "'").replace("\u00a0", " ")


def typed(text):
    """Lines as from a keyboard: no indents, no empty lines."""
    lines = (re.sub(r"\s+", " ", keyboard(line)).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def signs(node):
    """A formula in one line."""
    kind, kids = node["kind"], [signs(kid) for kid in node.get("kids", []) if kid]
    if kind == "blank":
        return "____"
    if kind == "fence":
        return node["open"] + "".join(kids) + node["close"]
    if kind == "fraction":
        return "/".join(kids)
    if kind == "scripts":
        return f"{kids[0]}^({kids[1]})" if kids[1].startswith("−") else "^".join(kids)
    return f" {node['text']} " if kind in ("operator", "relation") else node.get("text", "") + "".join(kids)


def inline(node):
    if node["kind"] == "maths":
        return signs(node["maths"])
    return "____" if node["kind"] == "blank" else node.get("text", "") + "".join(map(inline, node.get("kids", [])))


def body_lines(nodes):
    for node in nodes:
        rows = node["kids"] if node["kind"] == "table" else []
        yield from (" | ".join(map(inline, row["kids"])) for row in rows)
        if not rows:
            yield inline(node)


def points(number):
    return f" ({number:g} point{'' if number == 1 else 's'})"


def lettered(response):
    return [f"{chr(ord('A') + i)}. {option['answer']['text']}" for i, option in enumerate(response["options"])]


def entry(response):
    """The answer line, where words stand beside it."""
    words = f"{response['label_text']} ____ {response['unit_text']}".strip()
    return [] if words == "____" else [words]


def response_lines(response):
    kind = response["kind"]
    rows = [f"{row['label']}. {row['answer']['text']}" for row in response.get("rows", [])]
    if kind == "grid":
        return [" | ".join(["", *(column["answer"]["text"] for column in response["options"])])] + rows
    if kind == "blanks":
        return list(body_lines(response["body"]))
    if kind in ("choice", "multi-select", "match", "order"):
        asked = ["Select all that apply."] if kind == "multi-select" else []
        return asked + rows + lettered(response)
    return entry(response) if kind == "value" else []


def with_points(lines, number):
    return [lines[0] + points(number), *lines[1:]]


def part_lines(part, label, stem):
    number = sum(response["points"] for response in part["responses"])
    lines = with_points(stem + [line for line in part["stem_text"].split("\n") if line], number)
    answers = [line for response in part["responses"] for line in response_lines(response)]
    return [label + lines[0], *lines[1:], *answers]


def group_lines(item, number):
    count = len(item["parts"])
    yield f"Use this for questions {number} to {number + count - 1}."
    yield from item["stem_text"].split("\n")
    for i, part in enumerate(item["parts"]):
        yield from part_lines(part, f"{number + i}. ", [])


def item_lines(item, number):
    stem = [line for line in item["stem_text"].split("\n") if line]
    if "label" not in item["parts"][0]:
        yield from part_lines(item["parts"][0], f"{number}. ", stem)
        return
    yield f"{number}. {stem[0]}"
    yield from stem[1:]
    for part in item["parts"]:
        yield from part_lines(part, f"({part['label']}) ", [])


def form_lines(paper, form):
    """The form as a department would type it."""
    number, section = 1, None
    total = sum(slot["points"] for slot in paper.set["slots"])
    yield paper.set["title"]
    yield points(total).strip(" ()")
    yield from map(inline, paper.set.get("directions", []))
    for slot, item in zip(paper.set["slots"], form["items"]):
        if paper.sections and slot.get("section", 0) != section:
            section = slot.get("section", 0)
            yield paper.sections[section]["heading"]
        group = item["template"] in paper.groups
        yield from group_lines(item, number) if group else item_lines(item, number)
        number += len(item["parts"]) if group else 1


Paper = collections.namedtuple("Paper", "set groups sections folder said")


def make(name, seed, folder):
    bank = BANKS / f"{name}.xml"
    done = subprocess.run([FORMKIN, "make", name, "--bank", str(bank), "--forms", str(FORMS), "--seed", str(seed), "-o",
                           folder], capture_output=True, text=True)
    if done.returncode or done.stderr:
        raise AssertionError(done.stdout + done.stderr)
    made = json.loads((pathlib.Path(folder) / f"{name}.json").read_text(encoding="utf-8"))
    templates = re.findall(r"<item-template ([^>]*)>", bank.read_text(encoding="utf-8"))
    groups = {re.search(r'id="([^"]+)"', text)[1] for text in templates if "least=" in text}
    sections = [section for section in made.get("sections", []) if section.get("heading")]
    return Paper(made, groups, sections, pathlib.Path(folder), done.stdout)


def squeezed(text):
    """Without blanks, points and page furniture, so that line ends and columns make no difference."""
    return re.sub(r"\s|_", "", re.sub(r"\(\d+(\.\d+)? points?\)", "", keyboard(text)))


class Papers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def each(self, seeds=SEEDS[:1]):
        for name in NAMES:
            for seed in seeds:
                yield name, make(name, seed, self.folder)

    def test_form_a_is_the_paper_as_typed(self):
        self.maxDiff = None
        for name, paper in self.each(SEEDS):
            wanted = typed((HERE / f"{name}.txt").read_text(encoding="utf-8"))
            self.assertEqual(wanted, typed("\n".join(form_lines(paper, paper.set["forms"][0]))))

    def test_there_are_enough_to_tell(self):
        scored = [line for name in NAMES for line in typed((HERE / f"{name}.txt").read_text(encoding="utf-8"))
                  if re.search(r"\(\d+(\.\d+)? points?\)$", line)]
        self.assertGreaterEqual(len(scored), 30)

    def test_the_pdf_of_form_a_holds_the_same_words(self):
        for name, paper in self.each():
            text = subprocess.run(["pdftotext", "-raw", paper.folder / f"{name}-A.pdf", "-"], check=True,
                                  capture_output=True, text=True).stdout
            printed = squeezed(text)
            for line in typed((HERE / f"{name}.txt").read_text(encoding="utf-8")):
                for piece in re.split(r" ?\| ?|____", re.sub(r"^([A-H]|\d+|[iv]+|\([a-h]\))\.? ", "", line)):
                    self.assertIn(squeezed(piece), printed, line)

    def test_the_other_forms_are_parallel(self):
        for _, paper in self.each(SEEDS):
            self.assertEqual(paper.set["label"], "slot-parallel")
            self.assertEqual(len(paper.set["forms"]), FORMS)
            for items in zip(*(form["items"] for form in paper.set["forms"])):
                self.assertEqual(len({item["template"] for item in items}), 1)
                self.assertEqual(len({json.dumps(item["features"], sort_keys=True) for item in items}), 1)
                self.assertEqual(len({item["identity"] for item in items}), FORMS)
                shapes = {json.dumps([[r["kind"], r["points"], len(r.get("options", [])), len(r.get("rows", []))]
                                      for part in item["parts"] for r in part["responses"]]) for item in items}
                self.assertEqual(len(shapes), 1, items[0]["template"])

    def test_all_forms_break_pages_alike(self):
        for name, paper in self.each(SEEDS):
            maps = []
            for form in paper.set["forms"]:
                text = subprocess.run(["pdftotext", "-layout", paper.folder / f"{name}-{form['letter']}.pdf", "-"],
                                      check=True, capture_output=True, text=True).stdout
                maps.append([re.findall(r"^(\d+)\. ", page, re.M) for page in text.split("\f")])
            self.assertTrue(all(one == maps[0] for one in maps), maps)

    def test_forms_beside_a_are_other_with_another_seed(self):
        for name in NAMES:
            with tempfile.TemporaryDirectory() as other:
                one, two = make(name, SEEDS[0], self.folder), make(name, SEEDS[1], other)
                same = [json.dumps(a["items"]) == json.dumps(b["items"])
                        for a, b in zip(one.set["forms"], two.set["forms"])]
                self.assertEqual(same, [True, False, False, False])

    def test_check_has_nothing_to_say(self):
        for name in NAMES:
            done = subprocess.run([FORMKIN, "check", str(BANKS / f"{name}.xml"), "--draws", "2000"], capture_output=True,
                                  text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("0 errors, 0 warnings", done.stdout)


if __name__ == "__main__":
    unittest.main()
