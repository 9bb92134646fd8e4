"""What holds for every set of forms, tried through the command: sets.py FORMKIN"""
import itertools
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import unittest

FORMKIN = sys.argv.pop(1)
EQUATIONS = pathlib.Path(__file__).resolve().parents[2] / "item-banks" / "grade-7" / "equations.xml"
MOST_ITEMS = 40
SEED = "8314271965"
TICKET = ["exit-ticket", "--standard", "7.EE.B.4a"]
QUIZ = ["quiz", "--standard", "8.EE.C.7b", "--standard", "7.NS.A.1", "--items", "6"]


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout


def questions(form):
    return [json.dumps(item, sort_keys=True) for item in form["items"]]


def identities(form):
    return [item["template"] + item["identity"] for item in form["items"]]


NUMERIC = {"integer", "fraction", "mixed", "decimal", "number", "money", "percent", "equation", "expression"}


def facts(item):
    """What does not depend on the language. A choice's key begins with its letter."""
    keys = []
    for part in item["parts"]:
        for response in part["responses"]:
            key = response["key"]["text"] if "key" in response else ""
            keys.append((response["id"], response["kind"], str(response["points"]),
                         key if response.get("type") in NUMERIC else "" if response["kind"] == "grid" else key.split(" ")[0][:1],
                         [option.get("right", False) for option in response.get("options", [])],
                         [wrong.get("misconception") for wrong in response.get("wrong", [])]))
    return item["identity"], item["values"], len(item.get("features", {})), keys, item.get("context")


def answers(form):
    """Of every item: its places with the numbers that are right there."""
    return [[(part, response["id"], response["key"]["text"])
             for part, its in enumerate(item["parts"]) for response in its["responses"] if response.get("type") in NUMERIC]
            for item in form["items"]]


class Sets(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def make(self, name, *arguments):
        folder = self.path / name
        done = subprocess.run([FORMKIN, "make", *arguments, "-o", str(folder)], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.said = done.stdout
        return folder

    def set_of(self, folder):
        return json.loads(next(folder.glob("*.json")).read_text())

    def make_set(self, name, *arguments):
        return self.set_of(self.make(name, *arguments))

    def test_same_seed_same_bytes(self):
        first = self.make("1", *TICKET, "--seed", SEED)
        second = self.make("2", *TICKET, "--seed", SEED)
        names = sorted(path.name for path in first.iterdir())
        self.assertEqual(names, ["exit-ticket-A.pdf", "exit-ticket-B.pdf", "exit-ticket-key.pdf", "exit-ticket.json"])
        for name in names:
            self.assertEqual((first / name).read_bytes(), (second / name).read_bytes(), name)

    def test_another_seed_other_instances(self):
        first = self.make_set("1", *TICKET, "--seed", SEED)
        second = self.make_set("2", *TICKET, "--seed", SEED + "1")
        self.assertNotEqual(identities(first["forms"][0]), identities(second["forms"][0]))

    def test_check_says_the_same_with_several_processes(self):
        said = [subprocess.run([FORMKIN, "check", str(EQUATIONS), "--draws", "40", "--jobs", jobs], capture_output=True, text=True)
                for jobs in ("1", "3")]
        self.assertEqual(said[0].stdout, said[1].stdout)
        self.assertEqual(said[0].stderr, said[1].stderr)
        self.assertEqual([run.returncode for run in said], [0, 0])

    def matched(self):
        """An assessment whose forms take templates of their own."""
        path = self.path / "matched.xml"
        path.write_text('''<assessment xmlns="urn:formkin:assessment:1" id="matched" title="Matched"><section>
            <items count="3" standard="7.EE.B.4a" level="1" points="2" match="totals"/>
            <items count="1" standard="7.EE.B.4a" level="1"/>
            <items count="2" any-of="add-integers, subtract-rationals, add-chain" match="totals"/>
        </section></assessment>''')
        return str(path)

    def test_matched_forms_agree_in_total(self):
        made = self.make_set("1", self.matched(), "--forms", "8", "--seed", SEED)
        self.assertEqual(made["label"], "total-matched")
        for ability in ("weak_milli", "typical_milli", "strong_milli"):
            scores = [form["outlook"][ability] for form in made["forms"]]
            self.assertLessEqual(max(scores) - min(scores), 200)
        for form in made["forms"]:
            self.assertEqual([pick["template"] for pick in form["picks"]], [item["template"] for item in form["items"]])
        everything = [identity for form in made["forms"] for identity in identities(form)]
        self.assertEqual(len(set(everything)), len(everything))
        self.assertGreater(len({tuple(item["template"] for item in form["items"]) for form in made["forms"]}), 1)

    def test_matched_forms_stay_as_they_are(self):
        few = self.make("few", self.matched(), "--forms", "3", "--seed", SEED)
        before = self.set_of(few)["forms"]
        many = self.make("many", self.matched(), "--forms", "5", "--seed", SEED)
        self.make("few", "--from", str(few / "matched.json"), "--forms", "D,E")
        self.assertEqual([questions(form) for form in before], [questions(form) for form in self.set_of(many)["forms"][:3]])
        self.assertEqual((few / "matched.json").read_bytes(), (many / "matched.json").read_bytes())

    def test_matched_forms_are_the_same_in_another_language(self):
        english = self.make_set("en", self.matched(), "--forms", "3", "--seed", SEED)
        spanish = self.make_set("es", self.matched(), "--forms", "3", "--seed", SEED, "--language", "es")
        for form, other in zip(english["forms"], spanish["forms"]):
            self.assertEqual(form["picks"], other["picks"])
            self.assertEqual(identities(form), identities(other))

    def test_forms_are_the_first_of_more(self):
        few = self.make_set("few", *QUIZ, "--forms", "3", "--seed", SEED)
        many = self.make_set("many", *QUIZ, "--forms", "26", "--seed", SEED)
        for a, b in zip(few["forms"], many["forms"]):
            self.assertEqual(a["letter"], b["letter"])
            self.assertEqual(questions(a), questions(b))
            self.assertEqual(a["code"], b["code"])
        for a, b in zip(few["slots"], many["slots"]):
            self.assertEqual(a["geometry"], b["geometry"])

    def test_all_forms_differ_in_every_slot(self):
        forms = self.make_set("many", *QUIZ, "--forms", "26", "--seed", SEED)["forms"]
        everything = [identity for form in forms for identity in identities(form)]
        self.assertEqual(len(everything), len(set(everything)))
        for items in zip(*(form["items"] for form in forms)):
            cells = {json.dumps(item["features"], sort_keys=True) for item in items}
            self.assertEqual(len(cells), 1, items[0]["template"])

    def test_no_part_has_one_answer_on_both_forms(self):
        for seed in ("1", "2", "3"):
            a, b = self.make_set(f"two{seed}", *TICKET, "--seed", seed)["forms"]
            for one, other in zip(answers(a), answers(b)):
                self.assertFalse(set(one) & set(other), f"seed {seed}")

    def test_a_template_that_stands_twice_has_two_keys(self):
        made = self.make_set("twice", "quiz", "--standard", "8.F.B.4", "--standard", "8.SP.A.4", "--seed", SEED)
        pairs = 0
        for form in made["forms"]:
            for (a, one), (b, other) in itertools.combinations(zip(form["items"], answers(form)), 2):
                if a["template"] == b["template"] and one:
                    pairs += 1
                    self.assertNotEqual(one, other, a["template"])
        self.assertGreater(pairs, 2)

    def test_from_a_set_file_as_from_the_start(self):
        folder = self.make("grown", *TICKET, "--seed", SEED)
        self.make("grown", "--from", str(folder / "exit-ticket.json"), "--forms", "C,D")
        whole = self.make("whole", *TICKET, "--seed", SEED, "--forms", "4")
        self.assertEqual(self.set_of(folder)["forms"], self.set_of(whole)["forms"])
        for letter in "CD":
            name = f"exit-ticket-{letter}.pdf"
            self.assertEqual((folder / name).read_bytes(), (whole / name).read_bytes(), name)

    def test_redraw_changes_one_item(self):
        before = self.make_set("1", *TICKET, "--seed", SEED)
        after = self.make_set("2", *TICKET, "--seed", SEED, "--redraw", "3")
        for a, b in zip(before["forms"], after["forms"]):
            same = [x == y for x, y in zip(identities(a), identities(b))]
            self.assertEqual(same, [True, True, False])

    def test_another_template_in_the_bank_moves_nothing(self):
        text = EQUATIONS.read_text()
        extra = """<item-template id="another" standard="7.NS.A.1b" level="1"><title>Another</title>
            <parameters><pick name="a" from="2..90"/></parameters><stem><p>What is one more than {a}?</p></stem>
            <value type="integer" key="a + 1"><check test="key - 1 eq a"/></value>
            <solution><step><m>{a} + 1 = {answer}</m></step></solution></item-template></item-bank>"""
        grown = self.path / "grown.xml"
        grown.write_text(text.replace("</item-bank>", extra))
        before = self.make_set("1", *TICKET, "--seed", SEED, "--bank", str(EQUATIONS))
        after = self.make_set("2", *TICKET, "--seed", SEED, "--bank", str(grown))
        self.assertEqual([identities(f) for f in before["forms"]], [identities(f) for f in after["forms"]])

    def test_the_seed_is_on_no_student_page(self):
        folder = self.make("1", *TICKET, "--seed", SEED)
        self.assertIn(SEED, self.said)
        self.assertIn(SEED, text_of(folder / "exit-ticket-key.pdf"))
        for letter in "AB":
            name = folder / f"exit-ticket-{letter}.pdf"
            self.assertNotIn(SEED, text_of(name))
            self.assertNotIn(SEED.encode(), name.read_bytes())
            self.assertNotIn(hex(int(SEED))[2:], text_of(name).lower())

    def test_student_pages_have_no_key_and_key_pages_have_it(self):
        folder = self.make("1", *TICKET, "--seed", SEED)
        key = "".join(text_of(folder / "exit-ticket-key.pdf").split())
        for form in self.set_of(folder)["forms"]:
            self.assertNotIn("nswer key", text_of(folder / f"exit-ticket-{form['letter']}.pdf"))
            for item in form["items"]:
                for part in item["parts"]:
                    for response in part["responses"]:
                        if response["kind"] == "value":
                            self.assertIn("".join(response["key"]["text"].split()), key)

    def test_keys_are_readable_by_their_owner_only(self):
        folder = self.make("1", *TICKET, "--seed", SEED)
        for name in ("exit-ticket-key.pdf", "exit-ticket.json"):
            self.assertEqual((folder / name).stat().st_mode & 0o077, 0)

    def test_a_failed_run_leaves_the_old_files(self):
        folder = self.make("1", *TICKET, "--seed", SEED)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        done = subprocess.run([FORMKIN, "make", "exit-ticket", "--standard", "9.XX", "-o", str(folder)],
                              capture_output=True)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(before, {path.name: path.read_bytes() for path in folder.iterdir()})

    def test_a_full_disk_leaves_the_old_files(self):
        folder = self.make("1", *TICKET, "--seed", SEED)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}

        def no_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (50000, 50000))

        done = subprocess.run([FORMKIN, "make", *TICKET, "--seed", "1", "-o", str(folder)], capture_output=True,
                              text=True, preexec_fn=no_room)
        self.assertEqual(done.returncode, 1)
        self.assertIn("error E601", done.stderr)
        said = subprocess.run([FORMKIN, "explain", "E601"], capture_output=True, text=True).stdout
        self.assertIn("free space", " ".join(said.split()))
        self.assertEqual(before, {path.name: path.read_bytes() for path in folder.iterdir()})

    def test_paper_sizes(self):
        for paper, size in (("letter", "612 x 792"), ("a4", "595.276 x 841.89")):
            folder = self.make(paper, *TICKET, "--seed", SEED, "--paper", paper)
            info = subprocess.run(["pdfinfo", folder / "exit-ticket-A.pdf"], capture_output=True, text=True).stdout
            self.assertIn(size, info.replace("595.28", "595.276"))

    def test_a_pdf_lists_its_items(self):
        """The outline, as the bytes have it: titles in brackets, or in UTF-16."""
        folder = self.make("outline", "quiz", "--standard", "7.EE.B.4a", "--items", "4", "--seed", SEED)
        titles = re.findall(rb"/Title (<[0-9A-F]+>|\([^)]*\))", (folder / "quiz-A.pdf").read_bytes())
        titles = [bytes.fromhex(title[1:-1].decode()).decode("utf-16") if title[:1] == b"<" else title[1:-1].decode()
                  for title in titles]
        items = [title for title in titles if re.match(r"\d+\. ", title)]
        self.assertEqual([item.split(".")[0] for item in items], ["1", "2", "3", "4"])
        self.assertTrue(all(len(item) > 8 for item in items), items)

    def test_a_misspelt_standard_names_near_ones(self):
        done = subprocess.run([FORMKIN, "make", "exit-ticket", "--standard", "7.EE.B.4z", "-o", str(self.path)],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("7.EE.B.4a", done.stderr)

    def test_a_framework_of_ones_own(self):
        folder = self.path / "department"
        (folder / "standards").mkdir(parents=True)
        (folder / "standards" / "our-school.csv").write_text("code,description\nALG.1,Solve equations in two steps\n")
        text = EQUATIONS.read_text().replace("ccss-math", "our-school").replace('standard="7.EE.B.4a"',
                                                                                'standard="alg.1"')
        (folder / "equations.xml").write_text(text)
        made = self.make_set("own", "exit-ticket", "--bank", str(folder), "--standard", "Alg.1", "--seed", SEED)
        self.assertEqual(made["objectives"][0]["standard"], "ALG.1")
        self.assertEqual(made["objectives"][0]["i_can"], "Solve equations in two steps")

    def test_an_empty_selection_says_what_exists(self):
        done = subprocess.run([FORMKIN, "make", "exit-ticket", "--standard", "A-CED.A.1", "-o", str(self.path)],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("7.EE.B.4a", done.stderr)

    def test_keys_of_shuffled_choices_stand_everywhere(self):
        """Four choices with four options: on each form the keys have four letters, and each moves through all of them."""
        choice = """<item-template id="choice-{n}" standard="7.NS.A.1b" level="1"><title>Choice {n}</title>
            <parameters><pick name="a" from="20..90"/></parameters><stem><p>What is {n}0 more than {{a}}?</p></stem>
            <choice type="integer" key="a + {n}0" order="shuffle"><check test="key - {n}0 eq a"/>
              <wrong key="a - {n}0"/><wrong key="a + {n}"/><wrong key="a + {n}1"/></choice>
            <solution><step><m>{{a}} + {n}0 = {{answer}}</m></step></solution></item-template>"""
        bank, plan = self.path / "choices.xml", self.path / "plan.xml"
        templates = "".join(choice.format(n=n) for n in range(1, 6))
        bank.write_text('<item-bank xmlns="urn:formkin:item-bank:1" id="choices" title="Choices" framework="ccss-math">'
                        f"{templates}</item-bank>")

        def places(count, forms):
            rows = "".join(f'<items count="1" template="choice-{n}"/>' for n in range(1, count + 1))
            plan.write_text('<assessment xmlns="urn:formkin:assessment:1" id="plan" title="Plan">'
                            f"<section>{rows}</section></assessment>")
            made = self.make_set(f"{count}-{forms}", str(plan), "--bank", str(bank), "--seed", SEED, "--forms", forms)
            return [[next(i for i, option in enumerate(item["parts"][0]["responses"][0]["options"]) if option.get("right"))
                     for item in form["items"]] for form in made["forms"]]

        four = places(4, "8")
        for form in four:
            self.assertEqual(sorted(form), [0, 1, 2, 3])
        for item in zip(*four):
            self.assertEqual(sorted(item), [0, 0, 1, 1, 2, 2, 3, 3])
        self.assertEqual(places(4, "3"), four[:3], "further forms move keys")
        self.assertEqual([form[:4] for form in places(5, "8")], four, "a further item moves keys")

    def test_languages_ask_the_same(self):
        """Every template that has Spanish texts: numbers, keys, points and cells are those of the English form. The environment's
        KIN_SWEEP takes one in so many templates."""
        listed = subprocess.run([FORMKIN, "list", "--language", "es"], capture_output=True, text=True).stdout
        names = [line.split()[2] for line in listed.splitlines() if line.startswith("  level")]
        self.assertGreater(len(names), 20)
        names = names[::int(os.environ.get("KIN_SWEEP") or 1)]
        for first in range(0, len(names), MOST_ITEMS):
            with self.subTest(first=names[first]):
                self.compare_languages(names[first:first + MOST_ITEMS])

    def compare_languages(self, names):
        rows = "".join(f'<items count="1" template="{name}"/>' for name in names)
        path = self.path / "all.xml"
        path.write_text('<assessment xmlns="urn:formkin:assessment:1" id="all" title="All">'
                        f'<title xml:lang="es">Todo</title><section>{rows}</section></assessment>')
        made = self.make_set("1", str(path), "--language", "en,es", "--seed", SEED)
        (spanish,) = made["editions"]
        self.assertEqual((made["language"], spanish["language"]), ("en", "es"))
        for own, other in zip(made["forms"], spanish["forms"], strict=True):
            self.assertEqual(own["code"], other["code"])
            for a, b in zip(own["items"], other["items"], strict=True):
                self.assertEqual(facts(a), facts(b), a["template"])
                self.assertNotEqual(a["title"], b["title"])

unittest.main(verbosity=2)
