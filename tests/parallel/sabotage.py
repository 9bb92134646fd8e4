"""Templates and sets spoiled in each way that a property of parallel forms describes: sabotage.py FORMKIN

Each test makes a set from a sound template, in which no property fails, and from its twin with one thing spoiled, in which
the property named fails for the reason named. What no template can spoil, since all forms take it from one place, is
spoiled in the set file."""
import json
import sys
import unittest

from comparing import Comparing

Comparing.formkin = sys.argv.pop(1)
SEED, FORMS = "4711", "12"
PLAN = """<assessment xmlns="urn:formkin:assessment:1" id="plan" title="Plan">
  <section><items count="1" template="spoiled"/><items count="1" template="other"/></section></assessment>"""
BANK = """<item-bank xmlns="urn:formkin:item-bank:1" id="spoiled" title="Spoiled" framework="tiny">
  <item-template id="spoiled" standard="7.NS.A.1" level="1" minutes="2">
    <title>Sums of books</title>
    {body}
  </item-template>
  <item-template id="other" standard="7.NS.A.1" level="1" minutes="2">
    <title>Differences</title>
    <parameters><pick name="a" from="52..98"/><pick name="b" from="11..39"/></parameters>
    <stem><p>What is {{a}} minus {{b}}?</p></stem>
    <value type="integer" key="a - b"><check test="key + b eq a"/></value>
    <solution><step><m>{{a}} - {{b}} = {{answer}}</m></step></solution>
  </item-template>
</item-bank>"""

SUM = """<parameters><pick name="a" from="12..48"/><pick name="b" from="51..89"/></parameters>
    <stem><p>A shelf holds {a} books, another one {b}. How many books is that?</p></stem>
    <value type="integer" key="a + b"><check test="key - b eq a"/>
      <wrong key="b - a" misconception="same-sign-move"/><wrong key="b" misconception="stopped-early"/></value>
    <solution><step><m>{a} + {b} = {answer}</m></step></solution>"""

CHOICE = """<parameters><pick name="a" from="12..48"/><pick name="b" from="51..89"/></parameters>
    <stem><p>A shelf holds {a} books, another one {b}. What is true?</p></stem>
    <choice><option right="yes"><p>Both hold {a + b} books.</p></option>
      <option misconception="stopped-early"><p>Both hold {b} books.</p></option>
      <option misconception="same-sign-move"><p>Both hold {b - a} books.</p></option></choice>
    <solution><step><m>{a} + {b} = {a + b}</m></step></solution>"""


def response_of(made, form, item=0):
    return made["forms"][form]["items"][item]["parts"][0]["responses"][0]


class Sabotage(Comparing):
    def made_from(self, name, body):
        bank, plan = self.path / f"{name}.xml", self.path / f"{name}-plan.xml"
        bank.write_text(BANK.format(body=body))
        plan.write_text(PLAN.replace('id="plan"', f'id="{name}"'))
        self.bank = bank
        done = self.run_formkin("make", plan, "--bank", bank, "--seed", SEED, "--forms", FORMS, "-o", self.path)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return self.path / f"{name}.json"

    def is_sound(self, found):
        failed = {number: reason for number, (verdict, reason) in found.items() if verdict == "failed"}
        self.assertEqual(failed, {})

    def fails(self, found, number, reason):
        self.assertEqual(found[number][0], "failed", found[number])
        self.assertIn(reason, found[number][1])

    def spoil_template(self, number, reason, sound, *changes):
        """The twin is `sound` with each (old, new) replaced."""
        spoiled = sound
        for old, new in changes:
            self.assertIn(old, spoiled)
            spoiled = spoiled.replace(old, new)
        file = self.made_from("sound", sound)
        self.is_sound(self.compare(file, "--bank", self.bank))
        self.assertEqual(self.label, ("slot-parallel", None))
        file = self.made_from("twin", spoiled)
        self.fails(self.compare(file, "--bank", self.bank), number, reason)

    def spoil_set(self, number, reason, body, spoil):
        file = self.made_from("sound", body)
        self.is_sound(self.compare(file, "--bank", self.bank))
        made = json.loads(file.read_text())
        spoil(made)
        file.write_text(json.dumps(made))
        self.fails(self.compare(file, "--bank", self.bank), number, reason)

    # ---- 1: the same items for the same points

    def test_01_points(self):
        def spoil(made):
            response_of(made, 2)["points"] = 3
        self.spoil_set(1, "on form C", SUM, spoil)

    def test_01_order(self):
        def spoil(made):
            made["forms"][1]["items"][1]["level"] = made["forms"][1]["items"][1]["parts"][0]["level"] = 2
        self.spoil_set(1, "7.NS.A.1 level 2", SUM, spoil)

    # ---- 2: the same kind of answer

    def test_02_kind_of_answer(self):
        half = SUM.replace("a + b", "(a + b)/2").replace('type="integer"', 'type="number"').replace(
            "key - b eq a", "2*key - b eq a").replace("{a} + {b} =", "({a} + {b})/2 =").replace(
            "<stem>", "<features/><stem>")
        self.spoil_template(2, "kind of key", half, ("<features/>", '<features off="kind of answer, digits"/>'))

    # ---- 3: the same way to the answer

    def test_03_steps(self):
        step = SUM.replace("<solution>", '<solution><step when="mod(a, 10) + mod(b, 10) ge 10"><p>Carry a ten.</p></step>')
        step = step.replace("<stem>", "<features/><stem>")
        self.spoil_template(3, "steps of the solution", step, ("<features/>", '<features off="conditions"/>'))

    def test_03_declared_feature(self):
        """A carry that the author declares keeps forms alike; a department's own numbers for Form C leave that cell."""
        sound = SUM.replace("<stem>", """<features><feature name="carry" value="mod(a, 10) + mod(b, 10) ge 10"/></features><stem>""")
        own = "".join(f'</solution><fixed form="C"><set name="a">{a}</set><set name="b">{b}</set></fixed>' for a, b in [(41, 52)])
        other = "".join(f'</solution><fixed form="C"><set name="a">{a}</set><set name="b">{b}</set></fixed>' for a, b in [(48, 59)])
        found = {}
        for name, fixed in (("one", own), ("two", other)):
            file = self.made_from(name, sound.replace("</solution>", fixed))
            found[name] = self.compare(file, "--bank", self.bank)[3]
        self.assertEqual(sorted(verdict for verdict, _ in found.values()), ["failed", "passed"], found)
        self.assertIn("carry", next(reason for verdict, reason in found.values() if verdict == "failed"))

    # ---- 4: numbers of one size

    def test_04_digits(self):
        wide = SUM.replace('from="12..48"', 'from="2..4800"').replace("b - a", "a - b - 1").replace("<stem>", "<features/><stem>")
        self.spoil_template(4, "size of the numbers", wide, ("<features/>", '<features off="digits, signs, wrong answers"/>'))

    def test_04_signs(self):
        signed = SUM.replace('from="12..48"', 'from="-48..48" except="-9..9"').replace("<stem>", "<features/><stem>")
        self.spoil_template(4, "size of the numbers", signed, ("<features/>", '<features off="signs, wrong answers"/>'))

    # ---- 5: no giveaway on one form only

    def test_05_key_in_the_question(self):
        share = """<parameters><pick name="n" from="3..8"/><pick name="k" from="3..9"/><where test="n ne k"/></parameters>
            <stem><p>How many groups of {k} are there in {n*k}?</p></stem>
            <value type="integer" key="n"><check test="key*k eq n*k"/></value>
            <solution><step><m>{n*k} div {k} = {answer}</m></step></solution>"""
        self.spoil_template(5, "stands in the question", share, ('<where test="n ne k"/>', ""))

    def test_05_key_of_0_or_1(self):
        less = SUM.replace('from="12..48"', 'from="1..4"').replace('from="51..89"', 'from="0..9"').replace(
            "</parameters>", '<where test="b - a gt 1 and distinct(a, b, b - a) and b - a lt 9"/></parameters>')
        less = less.replace('key="a + b"', 'key="b - a"').replace("key - b eq a", "key + a eq b").replace(
            "{a} + {b} =", "{b} - {a} =").replace('<wrong key="b - a" misconception="same-sign-move"/>', "")
        self.spoil_template(5, "is 0 or 1", less, ("b - a gt 1 and", "b - a ge 0 and"))

    # ---- 6: the same wrong answers

    def test_06_misconceptions(self):
        some = SUM.replace('<wrong key="b"', '<wrong when="a gt 30" key="b"').replace("<stem>", "<features/><stem>")
        self.spoil_template(6, "wrong answers on offer", some, ("<features/>", '<features off="wrong answers"/>'))

    def test_06_wrong_answer_is_the_key(self):
        def spoil(made):
            response = response_of(made, 1)
            response["wrong"][0]["answer"] = response["key"]
        self.spoil_set(6, "is the key", SUM, spoil)

    # ---- 7: other questions and answers

    def test_07_one_answer_for_all(self):
        self.spoil_template(7, "on every form", SUM, ('<pick name="b" from="51..89"/>', '<let name="b" value="98 - a"/>'))

    def test_07_same_question(self):
        def spoil(made):
            made["forms"][4]["items"][1] = made["forms"][0]["items"][1]
        self.spoil_set(7, "the same question on forms A and E", SUM, spoil)

    # ---- 8: as much to read

    def test_08_words(self):
        story = SUM.replace("<stem>", """<contexts><context id="shelf"><word name="thing" one="shelf"/></context>
            <context id="case"><word name="thing" one="cupboard"/></context></contexts><stem>""")
        story = story.replace("A shelf holds", "A {thing} holds")
        self.spoil_template(8, "more than 10% apart", story,
                            ('one="cupboard"', 'one="very old wooden cupboard with glass doors in the hall"'))
        checked = self.run_formkin("check", self.path / "twin.xml")
        self.assertIn("W411", checked.stderr + checked.stdout)

    # ---- 9: the same figures and tables

    def test_09_table(self):
        table = SUM.replace("</stem>", """<table><row header="yes"><cell>Shelf</cell><cell>Books</cell></row>
            <for each="v" in="if(mod(a, 2) eq 0, [a, b], [a, b, a + b - 1])"><row><cell>shelf</cell><cell>{v}</cell></row></for></table></stem>""")
        table = table.replace("<stem>", "<features/><stem>")
        self.spoil_template(9, "figures and tables", table, ("<features/>", '<features off="repetition, signs, conditions"/>'))

    # ---- 10: the same pages and places

    def test_10_longer_question(self):
        def spoil(made):
            item = made["forms"][1]["items"][0]
            item["stem"] = item["stem"] * 12
        self.spoil_set(10, "item 1 has a box", SUM, spoil)

    def test_10_work_space(self):
        def spoil(made):
            response_of(made, 3)["space_pt"] = 300
        self.spoil_set(10, "work space", SUM, spoil)

    # ---- 11: right choices everywhere

    def test_11_right_choice_stays(self):
        def spoil(made):
            for form in range(int(FORMS)):
                response_of(made, form)["options"].sort(key=lambda option: not option.get("right"))
        self.spoil_set(11, "the right choice is A", CHOICE, spoil)

    def test_11_right_choice_is_longest(self):
        self.spoil_template(11, "much longer", CHOICE, (
            "Both hold {a + b} books.", "Both shelves together hold exactly {a + b} books, which is the sum of the two numbers."))

    def test_11_ordered_choices_are_only_counted(self):
        file = self.made_from("ordered", CHOICE.replace("<choice>", '<choice order="as-written">'))
        found = self.compare(file, "--bank", self.bank)
        self.assertEqual(found[11], ("passed", "ordered by a rule: A 12, B 0, C 0"))

    # ---- 13: keys by a second route

    def test_13_check_fails(self):
        (self.path / "wrong.xml").write_text(BANK.format(body=SUM.replace('key="a + b"', 'key="a + b + if(a eq 20, 1, 0)"')))
        done = self.run_formkin("check", self.path / "wrong.xml", "--draws", "3000")
        self.assertEqual(done.returncode, 1)
        self.assertIn("error E4", done.stderr + done.stdout)

    def test_13_key_was_changed(self):
        def spoil(made):
            response_of(made, 5)["key"]["text"] = "7"
        self.spoil_set(13, "item 1, form F: the set says 7", SUM, spoil)

    # ---- 14: as much time

    def test_14_minutes(self):
        def spoil(made):
            made["forms"][1]["items"][0]["minutes"] = 5
        self.spoil_set(14, "expected time", SUM, spoil)

    def test_14_more_to_do(self):
        long = SUM.replace("<step>", '<for each="v" in="first_of"><step><m>{v} + 0 = {v}</m></step></for><step>', 1)
        long = long.replace("</parameters>", '<let name="first_of" value="if(mod(a, 2) eq 0, [a, b, a + 1, b + 1], [b])"/></parameters>')
        long = long.replace("<stem>", "<features/><stem>")
        self.spoil_template(14, "difficulty index", long, ("<features/>", '<features off="repetition, signs, conditions"/>'))

    # ---- 15: the same forms again

    def test_15_question_was_changed(self):
        def spoil(made):
            made["forms"][1]["items"][0]["identity"] = "[1, 2]"
        self.spoil_set(15, "item 1 of form B is another one", SUM, spoil)

    def test_15_bank_was_changed(self):
        """Then nobody can say, and the reason names the template."""
        file = self.made_from("sound", SUM)
        self.bank.write_text(self.bank.read_text().replace("12..48", "12..47"))
        for number in (13, 15, 17):
            verdict, reason = self.compare(file, "--bank", self.bank)[number]
            self.assertEqual(verdict, "can't be decided")
            self.assertIn("spoiled", reason)

    # ---- 16: no question twice

    def test_16_question_of_another_form(self):
        def spoil(made):
            made["forms"][7]["items"][0] = made["forms"][2]["items"][0]
        self.spoil_set(16, "form H, item 1 is the question of form C, item 1", SUM, spoil)


unittest.main(verbosity=2)
