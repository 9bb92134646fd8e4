#!/usr/bin/env python3
"""Another try: who may have one under which policy, what is on it, that nothing comes back, and the queue."""
import json
import re
import sqlite3
import subprocess
import sys

from school import School, check_ledger, check_printed, questions

FORMKIN = sys.argv[1]
FIRST, LATER = "2026-09-01", "2026-09-10"
POLICY = "rule,value\n"


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


class Retakes(School):
    """Class 7B with a quiz of two sums (7.NS.A.1) and one difference (7.EE.B.4a)."""

    def __init__(self, students=("07", "7", "8"), individual=True):
        super().__init__(FORMKIN)
        self.import_class("7B", list(students))
        self.make("7B", *(["--individual"] if individual else []), "--name", "quiz-1", "--date", FIRST)

    def score(self, student, standard, right, day=FIRST, name=None):
        """All parts of a standard on the student's last form right or wrong, as if marked."""
        with sqlite3.connect(self.place / "formkin.db") as db:
            (form,) = db.execute(
                "SELECT i.form FROM issue i JOIN form f ON f.code = i.form JOIN paper_set p ON p.id = f.paper_set"
                " WHERE i.student = ?1 AND p.name = coalesce(?2, p.name) ORDER BY i.id DESC LIMIT 1", (student, name)).fetchone()
            db.execute("INSERT INTO score(student, form, slot, part, state, points, taken_on, entered_on, source)"
                       " SELECT ?1, form, slot, part, 'answered', CASE ?3 WHEN 1 THEN points ELSE '0' END, ?4, ?4, 'test'"
                       " FROM part WHERE form = ?2 AND standard = ?5", (student, form, int(right), day, standard))
        db.close()

    def reassess(self, *words, status=0, day=LATER):
        return self.run("reassess", *words, "--bank", "bank.xml", "-o", "out", "--date", day, status=status)

    def policy(self, **rules):
        self.write("policy.csv", POLICY + "".join(f"{rule.replace('_', '-')},{value}\n" for rule, value in rules.items()))
        return "--policy", "policy.csv"

    def form(self, name):
        ((file,),) = self.query("SELECT file FROM paper_set WHERE name = ?", name)
        (form,) = json.loads(file)["forms"]
        return form


def failed(school, student="07"):
    school.score(student, "7.NS.A.1", True)
    school.score(student, "7.EE.B.4a", False)


def only_what_was_failed_is_tried_again():
    school = Retakes()
    failed(school)
    before = {question for list_of in questions(school).values() for question in list_of}
    said = school.reassess("--student", "07", "--evidence", "corrections handed in")
    assert "quiz-07-2026-09-10: 1 paper" in said and "left out: 7.NS.A.1: it is met" in said, said
    form = school.form("quiz-07-2026-09-10")
    assert form["letter"] == "D" and [item["standard"] for item in form["items"]] == ["7.EE.B.4a"]
    assert (form["items"][0]["template"], form["items"][0]["identity"]) not in before
    text = pdf_text(school.place / "out" / "quiz-07-2026-09-10-slip.pdf")
    for words in ("Another try", "7.EE.B.4a", "0%", "corrections handed in", "Given 07 Family 07", form["code"]):
        assert words in text, f"{words} is not on the slip:\n{text}"
    paper = pdf_text(school.place / "out" / "quiz-07-2026-09-10.pdf")
    assert re.findall(r"^ *(\d+)\. ", paper, re.M) == ["1"], f"items are not numbered anew:\n{paper}"
    check_ledger(school)
    check_printed(school)
    school.run("reprint", "quiz-07-2026-09-10", "-o", "again")
    for file in (school.place / "again").iterdir():
        assert file.read_bytes() == (school.place / "out" / file.name).read_bytes(), f"{file.name} differs"


def it_is_parallel_to_the_first():
    """The same template, cell and points as in the slot that was failed, on every try."""
    school = Retakes()
    ((file,),) = school.query("SELECT file FROM paper_set WHERE name = 'quiz-1'")
    slots = {slot["standard"]: slot for slot in json.loads(file)["slots"]}
    for n, day in enumerate((LATER, "2026-09-20", "2026-09-30")):
        school.score("07", "7.EE.B.4a", False, day=(FIRST, "2026-09-11", "2026-09-21")[n])
        school.reassess("--student", "07", day=day)
        ((again,),) = school.query("SELECT file FROM paper_set ORDER BY id DESC LIMIT 1")
        again = json.loads(again)
        (slot,) = again["slots"]
        first = slots["7.EE.B.4a"]
        assert (slot["template"], slot["features"], slot["points"]) == (first["template"], first["features"], first["points"])
        assert again["forms"][0]["letter"] == "DEF"[n]
    check_ledger(school)


def all_tried_again(count):
    """A class in which everybody failed, and has another try."""
    school = Retakes(students=[f"{n:02d}" for n in range(count)])
    for n in range(count):
        failed(school, f"{n:02d}")
    for n in range(count):
        school.reassess("--student", f"{n:02d}")
    return school


def classmates_questions_are_spared():
    school = all_tried_again(10)
    given = [question for list_of in questions(school).values() for question in list_of]
    assert len(given) == 40 and len(set(given)) == 40, "two students have one question though others were left"
    letters = [letter for (letter,) in school.query("SELECT f.letter FROM form f JOIN paper_set p ON p.id = f.paper_set"
                                                    " WHERE p.parent IS NOT NULL ORDER BY p.id")]
    assert letters == list("KLMNOPQRST"), letters


def the_policy_is_kept():
    school = Retakes()
    failed(school)
    ask = ("--student", "07")
    wait = "the last try was on 2026-09-01, and 7 days lie between tries: again from 2026-09-08"
    assert f"07 is refused another try: 7.NS.A.1: it is met; 7.EE.B.4a: {wait}" in school.reassess(*ask, day="2026-09-07", status=1)
    ended = "further ones were open until 2026-09-08"
    assert ended in school.reassess(*ask, *school.policy(window_days=7), day="2026-09-09", status=1)
    needs = "evidence of relearning is asked for"
    assert needs in school.reassess(*ask, *school.policy(evidence="required"), status=1)
    assert "it is met" in school.reassess(*ask, "--objective", "7.NS.1", status=1)
    assert "error E501" in school.reassess(*ask, "--objective", "9.XX.1", status=1)
    assert "no scores of what was asked for" in school.reassess("--student", "8", status=1)
    assert "error E7042: the ledger has no student '9'" in school.reassess("--student", "9", status=1)
    school.reassess(*ask, *school.policy(evidence="required", scope="whole", letter="R", wait_days=9), "--evidence", "tutoring")
    (letter,) = school.query("SELECT letter FROM form ORDER BY rowid DESC LIMIT 1")[0]
    ((file,),) = school.query("SELECT file FROM paper_set WHERE parent IS NOT NULL")
    assert letter == "R" and len(json.loads(file)["forms"][0]["items"]) == 3, "the whole paper was asked for"
    assert "has no scores yet" in school.reassess(*ask, day="2026-09-30", status=1)
    school.score("07", "7.EE.B.4a", False, day="2026-09-11")
    assert "further tries so far: 1; the most is 1" in school.reassess(*ask, *school.policy(tries=1), day="2026-09-30", status=1)
    school.reassess(*ask, *school.policy(tries=2), day="2026-09-30")
    statuses = [status for (status,) in school.query("SELECT status FROM request ORDER BY id")]
    assert statuses.count("printed") == 2 and statuses.count("refused") == 7, statuses
    check_ledger(school)


def each_rule_of_a_school_refuses():
    """The rules that look into the ledger; tests/unit/mastery_retake.c has all of them with their limits."""
    school = Retakes()
    failed(school)
    ask = ("--student", "07", "--objective", "7.EE.B.4a")
    refused = lambda reason, *words, day=LATER, **rules: reason in school.reassess( # noqa: E731
        *ask, *school.policy(**rules), *words, day=day, status=1) or sys.exit(f"{rules} did not say: {reason}")
    refused("the score is 0%, and further tries are for scores below 0%", who="below 0%")
    refused("before another try there must be: corrections", before="corrections")
    refused("asked for: 2; handed in: 1", "--evidence", "corrections", evidence="2")
    refused("further tries were open until 2026-09-09", until="2026-09-09")
    school.make("7B", "--name", "quiz-2", "--date", "2026-09-09")
    refused("the next test was on 2026-09-09", next_test="closes")
    met = ("--student", "07", "--objective", "7.NS.A.1")
    school.reassess(*met, *school.policy(who="anyone"), "--evidence", "corrections", "--evidence", "tutoring")
    school.score("07", "7.NS.A.1", False, day="2026-09-12")
    assert "it is met" in school.reassess(*met, *school.policy(score="highest"), day="2026-09-30", status=1)
    again = ("--evidence", "Corrections; tutoring")
    assert "handed in for an earlier try" in school.reassess(*met, *again, *school.policy(score="latest", evidence="new"),
                                                             day="2026-09-30", status=1)
    school.reassess(*met, "--evidence", "more practice", "--names", "id", *school.policy(score="latest", evidence="new"), day="2026-09-30")
    evidence = [text for (text,) in school.query("SELECT evidence FROM request WHERE status = 'printed' ORDER BY id")]
    assert evidence == ["corrections; tutoring", "more practice"], evidence
    for file in (school.place / "out").glob("quiz-07-2026-09-30*.pdf"):
        assert "Family" not in pdf_text(file) and "Given" not in pdf_text(file), f"a name stands in {file.name}"
    assert "07" in pdf_text(school.place / "out" / "quiz-07-2026-09-30-slip.pdf")
    check_ledger(school)


def it_looks_as_the_student_needs():
    """Large print and Spanish on a further try, with a key in the language of the class."""
    school = Retakes()
    for student in ("07", "7"):
        failed(school, student)
    school.write("needs.csv", "id,style,language,class\n07,large-print-18,,7B\n7,,es,7B\n8,,,7B\n")
    school.run("class", "import", "needs.csv")
    school.reassess("--student", "07")
    assert page_fonts(school, "quiz-07-2026-09-10") == {"DejaVuSans"}
    assert "warning W7044" in school.reassess("--student", "7"), "the first paper was never printed in Spanish"
    school.make("7B", "--individual", "--name", "quiz-2", "--date", "2026-09-11")
    school.score("7", "7.EE.B.4a", False, day="2026-09-12")
    name = "quiz-7-2026-09-30"
    assert "W7044" not in school.reassess("--student", "7", "--objective", "7.EE.B.4a", *school.policy(tries=0), day="2026-09-30")
    assert "Versión" in pdf_text(school.place / "out" / f"{name}.pdf")
    assert "Answer key" in pdf_text(school.place / "out" / f"{name}-key.pdf")
    said = school.run("compare", name, "--ledger", "formkin.db", "--bank", "bank.xml")
    assert all(re.search(rf"^{number}  passed", said, re.M) for number in ("13", "15", "17")), said
    check_ledger(school)


def page_fonts(school, name):
    fonts = subprocess.run(["pdffonts", school.place / "out" / f"{name}.pdf"], capture_output=True, text=True, check=True).stdout
    return {re.sub(r"^\w+\+|(Condensed)?(-\w+)?$", "", line.split()[0]) for line in fonts.splitlines()[2:]
            if "Math" not in line}


def what_it_was_drawn_from_can_be_drawn_again():
    """Every further try of a class comes out the same from the ledger's secret and what had been given by then."""
    school = all_tried_again(4)
    for n in range(4):
        said = school.run("compare", f"quiz-{n:02d}-2026-09-10", "--ledger", "formkin.db", "--bank", "bank.xml")
        assert re.search(r"^15  passed", said, re.M), said


def the_threshold_decides():
    school = Retakes(individual=False)
    school.score("07", "7.EE.B.4a", True)
    with sqlite3.connect(school.place / "formkin.db") as db:
        db.execute("UPDATE score SET points = '4/5'")
    db.close()
    assert "it is met" in school.reassess("--student", "07", status=1)
    assert "1 paper" in school.reassess("--student", "07", *school.policy(threshold="90%"))


def faulty_policies_are_named():
    school = Retakes()
    school.write("policy.csv", POLICY + "wait-days,soon\nscope,half\nletters,R\nletter,r\ntries,-1\n")
    said = school.reassess("--student", "07", "--policy", "policy.csv", status=1)
    assert said.count("error E7040") == 5 and "policy.csv:2:1" in said, said


def the_queue():
    school = Retakes()
    for student in ("07", "7"):
        failed(school, student)
    school.reassess("request", "--student", "07", "--evidence", "corrections")
    school.reassess("request", "--student", "7", "--objective", "7.EE.4a")
    assert "refused" in school.reassess("request", "--student", "8", status=1)
    assert "no request is approved" in school.reassess("print")
    school.reassess("approve", "1", "2")
    assert "error E7043: request 1 is approved already" in school.reassess("approve", "1", status=1)
    assert "error E7041: there is no request 9" in school.reassess("refuse", "2", "9", status=1)
    school.reassess("refuse", "2", "--reason", "not now")
    said = school.reassess("print")
    assert "quiz-07-2026-09-10: 1 paper" in said and "quiz-7-" not in said, said
    listed = school.reassess("list").splitlines()
    assert [line.split()[2] for line in listed] == ["printed", "refused", "refused"], listed
    assert "evidence: corrections" in listed[0] and "reason: not now" in listed[1]
    check_printed(school)


for test in (only_what_was_failed_is_tried_again, it_is_parallel_to_the_first, classmates_questions_are_spared,
             the_policy_is_kept, each_rule_of_a_school_refuses, it_looks_as_the_student_needs,
             what_it_was_drawn_from_can_be_drawn_again, the_threshold_decides, faulty_policies_are_named, the_queue):
    test()
    print(test.__name__)
