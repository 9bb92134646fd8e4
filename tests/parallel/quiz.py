"""Twenty-six forms of a quiz from the shipped banks: slot-parallel, all distinct, and no property fails: quiz.py FORMKIN"""
import json
import subprocess
import sys
import unittest

from comparing import TESTS, Comparing

Comparing.formkin = sys.argv.pop(1)


class Quiz(Comparing):
    data = TESTS.parent

    def test_26_forms(self):
        file = self.make("quiz", "--standard", "8.EE.C.7b", "--standard", "7.EE.B.4a", "--forms", "26", "--seed", "5")
        made = json.loads(file.read_text())
        self.assertEqual((len(made["forms"]), made["label"], made.get("label_reason")), (26, "slot-parallel", None))
        for items in zip(*(form["items"] for form in made["forms"])):
            self.assertEqual(len({item["identity"] for item in items}), 26, items[0]["template"])
        sheet = self.path / "sheet.pdf"
        done = self.run_formkin("compare", file, "-o", sheet)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        last = done.stdout.splitlines()[-1]
        self.assertRegex(last, r"^passed: 1[0-9], failed: 0, not applicable: [0-9]+$")
        text = subprocess.run(["pdftotext", "-layout", sheet, "-"], capture_output=True, text=True, check=True).stdout
        for form in made["forms"]:
            self.assertEqual(text.count(f"Form {form['letter']} ") + text.count(f"Form {form['letter']}\n"),
                             len(made["slots"]), form["letter"])
        self.assertNotIn("equivalent forms", text)
        self.assertNotIn("equated", text)


unittest.main(verbosity=2)
