"""Sets that are matched in total, and what a set below slot-parallel says of itself: totals.py FORMKIN"""
import json
import sys
import unittest

from comparing import TESTS, Comparing

Comparing.formkin = sys.argv.pop(1)
BANK = """<item-bank xmlns="urn:formkin:item-bank:1" id="totals" title="Totals" framework="ccss-math">
  <item-template id="sum" standard="7.NS.A.1d" level="1" minutes="1"><title>Sums</title>
    <parameters><pick name="a" from="12..48"/><pick name="b" from="51..89"/></parameters>
    <stem><p>What is {{a}} plus {{b}}?</p></stem>
    <value type="integer" key="a + b"><check test="key - b eq a"/><wrong key="b - a" misconception="same-sign-move"/></value>
    <solution><step><m>{{a}} + {{b}} = {{answer}}</m></step></solution>{fixed}
  </item-template>
  <item-template id="difference" standard="7.NS.A.1d" level="1" minutes="1"><title>Differences</title>
    <parameters><pick name="a" from="52..98"/><pick name="b" from="11..39"/></parameters>
    <stem><p>What is {{a}} minus {{b}}?</p></stem>
    <value type="integer" key="a - b{slip}"><check test="key + b eq a"/></value>
    <solution><step><m>{{a}} - {{b}} = {{answer}}</m></step></solution>
  </item-template>
</item-bank>"""
PLAN = """<assessment xmlns="urn:formkin:assessment:1" id="totals" title="Totals"><section>{lines}</section></assessment>"""
MATCHED = '<items count="2" any-of="sum, difference" match="totals"/>'
OWN = '<fixed form="C"><set name="a">{}</set><set name="b">{}</set></fixed>'


class Totals(Comparing):
    data = TESTS.parent

    def made_from(self, lines, seed="4", fixed="", slip=""):
        self.bank, plan = self.path / "bank.xml", self.path / "plan.xml"
        self.bank.write_text(BANK.format(fixed=fixed, slip=slip))
        plan.write_text(PLAN.format(lines=lines))
        done = self.run_formkin("make", plan, "--bank", self.bank, "--seed", seed, "--forms", "6", "-o", self.path)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return self.path / "totals.json"

    def spoiled(self, spoil):
        file = self.made_from(MATCHED)
        made = json.loads(file.read_text())
        spoil(made["forms"][3]["items"][1])
        file.write_text(json.dumps(made))
        return self.compare(file, "--bank", self.bank)

    def fails(self, found, number, reason):
        self.assertEqual(found[number][0], "failed", found[number])
        self.assertIn(reason, found[number][1])

    def test_nothing_fails(self):
        file = self.made_from(MATCHED)
        forms = [[item["template"] for item in form["items"]] for form in json.loads(file.read_text())["forms"]]
        self.assertGreater(len({tuple(form) for form in forms}), 1, "the forms should take different templates")
        found = self.compare(file, "--bank", self.bank)
        self.assertEqual(self.label[0], "total-matched")
        self.assertRegex(self.label[1], r"^predicted scores differ by at most 0\.\d+ points \(1% is 0\.020\)")
        self.assertEqual({number for number, (verdict, _) in found.items() if verdict == "failed"}, set())
        self.assertIn("2 value", found[2][1])
        for number in (3, 4, 5):
            self.assertEqual(found[number][0], "not applicable")
            self.assertIn("different templates by plan", found[number][1])
        self.assertEqual(found[6], ("passed", "all wrong answers are distinct; where forms take different templates, they "
                                              "foresee different ones"))
        self.assertIn("predicted scores differ by at most", found[14][1])
        self.assertIn("templates: 2,", found[17][1])

    def test_items_that_are_matched_one_by_one_are_still_compared(self):
        file = self.made_from('<items count="1" template="sum"/>' + MATCHED, fixed=OWN.format(9999, 52))
        found = self.compare(file, "--bank", self.bank)
        self.fails(found, 4, "item 1, size of the numbers")

    def test_level_of_one_item(self):
        def spoil(item):
            item["level"] = item["parts"][0]["level"] = 2
        self.fails(self.spoiled(spoil), 1, "7.NS.A.1d level 2 on form D")

    def test_kind_of_response(self):
        def spoil(item):
            item["parts"][0]["responses"][0]["kind"] = "open"
        self.fails(self.spoiled(spoil), 2, "form D has other kinds of response than form A: 1 open, 1 value and 2 value")

    def test_predicted_time(self):
        def spoil(item):
            item["minutes"] = 4
        self.fails(self.spoiled(spoil), 14, "times by up to 180 s")

    def test_predicted_score(self):
        def spoil(item):
            item["parts"][0]["solution"] *= 6
        self.fails(self.spoiled(spoil), 14, "predicted totals do not agree: scores differ by up to 0.")

    def test_template_of_a_later_form(self):
        """A fault in a template that the first form has no item of is found all the same."""
        file = self.made_from(MATCHED.replace('"2"', '"1"'), slip=" + if(a eq 60, 1, 0)")
        first, *others = [form["items"][0]["template"] for form in json.loads(file.read_text())["forms"]]
        self.assertEqual((first, "difference" in others), ("sum", True))
        self.fails(self.compare(file, "--bank", self.bank), 17, "template difference")

    def test_own_numbers_of_the_same_size(self):
        """A digit more is less than slot-parallel; over ten items the totals agree all the same."""
        self.made_from('<items count="1" template="sum"/><items count="9" template="difference"/>', fixed=OWN.format(38, 62))
        self.compare(self.path / "totals.json", "--bank", self.bank)
        self.assertEqual(self.label[0], "total-matched")
        self.assertRegex(self.label[1], r"^item 1: form C differs in digits; predicted scores differ by at most 0\.0\d+ points "
                                        r"\(1% is 0\.100\) and times by at most 0 s")

    def test_own_numbers_far_off(self):
        file = self.made_from('<items count="1" template="sum"/><items count="1" template="difference"/>',
                              fixed=OWN.format(1200, -89))
        self.compare(file, "--bank", self.bank)
        self.assertEqual(self.label[0], "random")
        self.assertRegex(self.label[1], "^item 1: form C differs in signs, digits, size of the numbers; predicted totals do not "
                                        r"agree: scores differ by up to 0\.\d+ points \(1% is 0\.020\)")


unittest.main(verbosity=2)
