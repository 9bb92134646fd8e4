#!/usr/bin/env python3
"""What teachers ask of the mastery cycle, by commands: rows.py FORMKIN SOURCE

A function a question, named in README.md beside this file with the row of the research notes that it comes from. Students answer by plan;
the numbers that reports must show are worked by hand in the comments."""
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys

from answers import fill, table

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "ledger"))
from school import DATA, School, check_ledger, template  # noqa: E402

FORMKIN, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])


def bank(*templates):
    return ('<item-bank xmlns="urn:formkin:item-bank:1" id="own" title="Own" framework="own">\n' + "".join(templates)
            + "</item-bank>\n")


def quiz(lines, name="quiz", **attributes):
    words = "".join(f' {key}="{value}"' for key, value in attributes.items())
    items = "".join(f'<items template="{item}" count="{count}"/>' for item, count in lines)
    return (f'<assessment xmlns="urn:formkin:assessment:1" id="{name}" title="Quiz"{words}><section>{items}'
            "</section></assessment>\n")


class Class:
    """Students 1 to `count` of a class, a bank with a template an objective, and commands on them."""

    def __init__(self, count, objectives, *templates, columns="interest", cells=lambda n: ""):
        self.school = School(FORMKIN, bank(*(template(id=f"t{code[2:]}", standard=code) for code in objectives), *templates))
        place = self.school.place
        self.data = place / "data"
        shutil.copytree(DATA, self.data)
        shutil.copytree(SOURCE / "templates", self.data / "templates", dirs_exist_ok=True)
        rows = "".join(f"{code},6,Objective {code[2:]},I can do {code[2:]}.\n" for code in objectives)
        (self.data / "item-banks/standards/own.csv").write_text("code,grade,description,i_can\n" + rows)
        roster = "".join(f"{n},Family{n},Given{n},7B,{cells(n)}\n" for n in range(1, count + 1))
        self.school.write("roster.csv", f"student_id,family,given,class,{columns}\n{roster}")
        self.run("class", "import", "roster.csv", "--date", "2026-09-01")

    def run(self, *words, status=0):
        return self.school.run(*words, status=status, data=self.data)

    def make(self, lines, day, right=None, *words, **attributes):
        """A quiz on one day, and what came out of it."""
        self.school.write("quiz.xml", quiz(lines, **attributes))
        name = f"quiz-{day}"
        self.run("make", "quiz.xml", "--bank", "bank.xml", "--class", "7B", "--date", day, "--name", name, "-o", "out", *words)
        if right:
            self.score(name, day, right)
        return name

    def score(self, name, day, right):
        sheet = self.school.place / f"{name}.csv"
        self.run("scores", "sheet", name, "-o", sheet.name)
        fill(sheet, self.school.place / "out" / f"{name}.json", right)
        self.run("scores", "import", sheet.name, "--date", day)

    def report(self, kind, *words, of=None, table_name=None):
        """The CSV table of a report."""
        said = self.run("report", kind, *([of] if of else ["--class", "7B"]), "-o", "r", *words)
        names = re.findall(r"r/(\S+\.csv)", said)
        return table(self.school.place / "r" / (names[0] if table_name is None else table_name)), said


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


# ---- Decisions ------------------------------------------------------------------------------------------------------

def a_good_total_hides_nothing():
    """Ten objectives of five questions; everybody has 45 of 50, and none of the fifth."""
    objectives = [f"S.{n}" for n in range(1, 11)]
    room = Class(3, objectives)
    name = room.make([(f"t{n}", 5) for n in range(1, 11)], "2026-09-07", lambda n, o: 0 if o == "S.5" else 5)
    rows, said = room.report("chart", of=name)
    assert "The class meets 9 of 10 objectives, 1 not met." in said and "Not met: S.5  I can do 5." in said, said
    assert [row["objective"] for row in rows if row["class_met"] == "no"] == ["S.5"], rows
    rows, said = room.report("students", of=name)
    assert sum(int(row["right"]) for row in rows if row["student"] == "2") == 45
    assert [row["met"] for row in rows if row["student"] == "2"] == 4 * ["yes"] + ["no"] + 5 * ["yes"]
    text = text_of(room.school.place / "r" / f"{name}-students.pdf")
    assert text.count("9 of 10 objectives met, 1 not met yet: S.5") == 3, text


def three_dates():
    """One objective on three days, 10 questions each. Student 1: 4, 9, 7; student 2: 8, 8, 10."""
    room = Class(2, ["S.1"])
    marks = {"2026-09-07": (4, 8), "2026-09-14": (9, 8), "2026-09-21": (7, 10)}
    for day, right in marks.items():
        room.make([("t1", 10)], day, lambda n, o, right=right: right[n - 1])
    policies(room)
    growth(room)
    thresholds(room)
    progress(room)


def policies(room):
    """Of 40, 90, 70 and 80, 80, 100, in percent. Decaying at 65: 40, 72.5, 70.875; 80, 80, 93. Floor 60: 220 / 3, 260 / 3."""
    for policy, wanted in {"highest": ("90.0", "100.0"), "latest": ("70.0", "100.0"), "latest-capped": ("70.0", "80.0"),
                           "average-floored": ("73.3", "86.6"), "decaying": ("70.8", "93.0"),
                           "won-back": ("65.0", "90.0")}.items():
        rows, _ = room.report("students", "--policy", policy)
        assert tuple(row["percent"] for row in rows) == wanted, (policy, rows)
        assert [row["tries"] for row in rows] == ["3", "3"]


def growth(room):
    """(4 + 8) / 20, (9 + 8) / 20, (7 + 10) / 20."""
    (row,), _ = room.report("growth")
    assert [row[day] for day in ("2026-09-07", "2026-09-14", "2026-09-21")] == ["60.0", "85.0", "85.0"], row
    assert (row["change"], row["students"]) == ("+25.0", "2"), row


def thresholds(room):
    """8 of 10 on the first day: met at 80 %, 4 of 5 and level 3; not at 90 %, 9 of 10, level 4. A form that says 90 % is
    judged by that, without an option."""
    for threshold, met in {"80": "yes", "4/5": "yes", "level 3": "yes", "90": "no", "9 of 10": "no", "level 4": "no"}.items():
        rows, _ = room.report("students", "--threshold", threshold, "--to", "2026-09-07")
        assert [row["met"] for row in rows] == ["no", met], (threshold, rows)
    name = room.make([("t1", 10)], "2026-09-28", lambda n, o: 8, threshold="90")
    rows, _ = room.report("students", of=name)
    assert [(row["threshold"], row["met"]) for row in rows] == [("90%", "no"), ("90%", "no")], rows
    rows, _ = room.report("students", "--threshold", "80", of=name)
    assert [row["met"] for row in rows] == ["yes", "yes"]
    assert "Mastery: 90%" in text_of(room.school.place / "out" / f"{name}.pdf")
    assert "Ready: 90% or more" in text_of(groups(room, name)[1])


def progress(room):
    """The table's totals are those of the students' own, day by day; students have no place in it."""
    rows, _ = room.report("progress")
    assert set(rows[0]) == {"class", "date", "mastered", "of", "percent"}, rows[0]
    for row in rows:
        students, _ = room.report("students", "--to", row["date"])
        assert row["mastered"] == str(sum(one["met"] == "yes" for one in students)), (row, students)
        assert row["of"] == str(sum(one["met"] != "" for one in students))


# ---- Groups and practice -------------------------------------------------------------------------------------------

def groups(room, name, *words):
    """The students of each group in the table, and the page."""
    room.run("groups", name, "-o", "g", *words)
    found = {}
    for row in table(room.school.place / "g" / f"{name}-groups.csv"):
        found.setdefault(row["group"], []).append(row["student"])
    return found, room.school.place / "g" / f"{name}-groups.pdf"


def groups_and_their_sets():
    """On each cut: 10, 8, 7, 5, 4 of 10 and nothing at all."""
    levels = [template(id=f"level-{n}", standard="S.1", level=n, low=110 + n, high=480 + n) for n in (2, 3)]
    room = Class(6, ["S.1"], *levels)
    name = room.make([("t1", 10)], "2026-09-07", lambda n, o: [10, 8, 7, 5, 4, None][n - 1])
    found, page = groups(room, name)
    assert found == {"Ready": ["1", "2"], "Needs Support": ["3", "4"], "Needs Reinforcement": ["5"], "No score": ["6"]}, found
    assert "Ready: 80% or more. Needs Support: 50% or more. Needs Reinforcement: less than 50%." in text_of(page)
    assert "8 of 10 right would pass" in text_of(page)
    found, page = groups(room, name, "--ready", "81", "--support", "40", "--names", "id")
    assert found["Ready"] == ["1"] and found["Needs Support"] == ["2", "3", "4", "5"], found
    assert "Family" not in text_of(page) + (room.school.place / "g" / f"{name}-groups.csv").read_text()
    practice(room, name)


def practice(room, name):
    """A set a group, as many papers as students; no page says a level, and all begin and end alike; the prompt for reflection
    stands on the set, not on the key."""
    room.run("practice", name, "--bank", "bank.xml", "--items", "3", "-o", "p", "--date", "2026-09-08")
    heads, papers = set(), []
    for path in sorted((room.school.place / "p").glob("practice-*-[123].pdf")):
        text, key = text_of(path), text_of(path.with_name(f"{path.stem}-key.pdf"))
        papers.append(len(re.findall(r"^Name", text, re.M)))
        assert not re.search(r"level|ready|support|reinforce", text, re.I), text
        assert "Reflect" in text and "Which question are you least sure of?" in text and "Reflect" not in key
        heads.add(re.sub(r"[A-Z0-9]{4}-[A-Z0-9]{4}|(Family|Given)\d|\s+", " ", text.partition("1. ")[0]))
    assert papers == [2, 2, 1] and len(heads) == 1, (papers, heads)


# ---- Through the year ----------------------------------------------------------------------------------------------

def ten_daily_quizzes():
    room = Class(2, ["S.1"])
    for day in range(1, 11):
        room.make([("t1", 5)], f"2026-09-{day + 6:02}", None, "--seed", "7")
    assert check_ledger(room.school) == 2 * 10 * 5


def a_fifth_of_the_review_is_old():
    """S.1 was met on Sep 1 and waits for Sep 4, S.2 on Sep 7 for Sep 10; S.3 is new."""
    room = Class(2, ["S.1", "S.2", "S.3"])
    for day, item in (("2026-09-01", "t1"), ("2026-09-07", "t2"), ("2026-09-14", "t3")):
        room.make([(item, 5)], day, lambda n, o: 5)
    words = ["review", "--class", "7B", "--bank", "bank.xml", "--items", "10", "--date", "2026-09-21", "-o", "v"]
    room.run(*words, "--older", "20")
    asked = [slot["standard"] for slot in json.loads((room.school.place / "v/review-7B-2026-09-21.json").read_text())["slots"]]
    old = [i for i, standard in enumerate(asked) if standard != "S.3"]
    assert len(asked) == 10 and [asked[i] for i in old] == ["S.1", "S.2"] and old[1] - old[0] > 1, asked
    rows = table(room.school.place / "v/review-7B-2026-09-21-schedule.csv")
    assert [(row["objective"], row["due"], row["questions"]) for row in rows] == [
        ("S.1", "2026-09-04", "1"), ("S.2", "2026-09-10", "1"), ("S.3", "2026-09-17", "8")], rows
    room.run(*words, "--schedule", "--gaps", "10,20")
    rows = table(room.school.place / "v/review-7B-2026-09-21-schedule.csv")
    assert [row["due"] for row in rows] == ["2026-09-11", "2026-09-17", "2026-09-24"], rows
    check_ledger(room.school)


def the_same_in_three_interests():
    """A story of each interest and one of none: numbers, answers and points are the same."""
    story = (SOURCE / "tests/ledger/scores.py").read_text().partition('STORY = """')[2].partition('"""')[0]
    room = Class(1, ["S.1"], story.replace("7.NS.A.1", "S.1"))
    sets = []
    for interest in ("sports", "cooking", None):
        room.school.write("quiz.xml", quiz([("story", 3)]))
        room.run("make", "quiz.xml", "--bank", "bank.xml", "--seed", "4", "-o", f"i-{interest}",
                 *(["--interest", interest] if interest else []))
        sets.append(json.loads((room.school.place / f"i-{interest}/quiz.json").read_text()))
    facts = [[(item["identity"], [(r["key"]["text"], r["points"]) for part in item["parts"] for r in part["responses"]])
              for form in one["forms"] for item in form["items"]] for one in sets]
    stories = [re.findall("soccer field|kitchen|garden", json.dumps(one["forms"])) for one in sets]
    assert facts[0] == facts[1] == facts[2] and len(facts[0]) == 6, facts
    assert set(stories[0]) == {"soccer field"} and set(stories[1]) == {"kitchen"}, stories


# ---- What comes before ---------------------------------------------------------------------------------------------

def ready_for_equations():
    """With the shipped banks: before 8.EE.C.7b come 7.EE.B.4a and, behind it, 6.EE.B.7, two grades in one pre-test. Students 1 to
    3 know all; 4 misses 6.EE.B.7, so that it is the first to be taught again; 5 misses both."""
    school = School(FORMKIN)
    school.write("roster.csv", "student_id,class,language\n" + "".join(f"{n},8A,{'es' if n == 5 else ''}\n" for n in range(1, 6)))
    banks = [word for name in ("grade-6/objects", "grade-7/equations", "grade-7/expressions", "grade-7/pictures")
             for word in ("--bank", SOURCE / f"item-banks/{name}.xml")]

    def run(*words):
        return school.run(*words, data=SOURCE)
    run("class", "import", "roster.csv")
    made = run("readiness", "8.EE.C.7b", *banks, "--class", "8A", "--seed", "9", "--date", "2026-09-02", "-o", "out")
    assert "W415" not in made, made
    name = "readiness-8-ee-c-7b-8A-2026-09-02"
    plan = (school.place / f"out/{name}.xml").read_text()
    assert '<title xml:lang="es">¿Listos para lo que sigue?</title>' in plan and '<p xml:lang="es">' in plan, plan
    asked = [slot["standard"] for slot in json.loads((school.place / f"out/{name}.json").read_text())["slots"]]
    assert {"7.EE.B.4a", "6.EE.B.7"} <= set(asked), asked
    assert asked.index("6.EE.B.7") < asked.index("7.EE.B.4a"), asked
    run("scores", "sheet", name, "-o", "s.csv")
    fill(school.place / "s.csv", school.place / f"out/{name}.json",
         lambda n, o: 0 if (n >= 4 and o == "6.EE.B.7") or (n == 5 and o == "7.EE.B.4a") else 99)
    run("scores", "import", "s.csv", "--date", "2026-09-02")
    said = run("readiness", "8.EE.C.7b", *banks, "--class", "8A", "--report", "--date", "2026-09-03", "-o", "r")
    rows = {row["objective"]: row for row in table(school.place / "r/readiness-8-ee-c-7b-8A-prerequisites.csv")}
    found = {code: [rows[code][name] for name in ("steps_back", "needed_for", "mean_percent", "students_met", "class_met")]
             for code in ("7.EE.B.4a", "6.EE.B.7")}
    assert found == {"7.EE.B.4a": ["1", "8.EE.C.7b", "80.0", "4", "yes"], "6.EE.B.7": ["2", "7.EE.B.4a", "60.0", "3", "no"]}, found
    reteach = [(row["objective"], row["students"]) for row in table(school.place / "r/readiness-8-ee-c-7b-8A-reteach.csv")]
    assert reteach == [("6.EE.B.7", "4; 5"), ("7.EE.B.4a", "5")], reteach
    assert "prerequisites that were asked" in said, said
    spanish = run("readiness", "8.EE.C.7b", *banks, "--class", "8A", "--report", "--language", "es", "-o", "es")
    assert "requisitos preguntados" in spanish, spanish


CASES = [a_good_total_hides_nothing, three_dates, groups_and_their_sets, ten_daily_quizzes, a_fifth_of_the_review_is_old,
         the_same_in_three_interests, ready_for_equations]
for case in CASES:
    case()
print(f"{len(CASES)} questions of teachers came out as worked by hand")
