#!/usr/bin/env python3
"""Scores: what students answered goes in once, by whatever file, is marked by the key of each form, and makes groups and
practice. Every number expected here is worked out from the set file, not by the program."""
import csv
import json
import random
import re
import shutil
import subprocess
import sys
import time

from school import DATA, School, bank, check_ledger, template

FORMKIN, SOURCE = sys.argv[1], sys.argv[2]
STUDENTS = ["01,Okafor,Ada", "2,=Dot,Dee", "03,Silva,Bruno", "4,Tanaka,Chie", "05,Ng,Ed"]
IDS = [student.split(",")[0] for student in STUDENTS]

CHOICE = """  <item-template id="choosing" standard="7.NS.A.1" level="1">
    <title>Choose</title>
    <parameters><pick name="a" from="110..490"/><pick name="b" from="110..490"/></parameters>
    <features off="digits"/>
    <stem><p>Which is <m>{a} + {b}</m>?</p></stem>
    <choice key="a + b" type="integer" points="2">
      <check test="key - b eq a"/>
      <wrong key="a + b + 1" misconception="stopped-early"/>
      <wrong key="a + b + 10" because="Carries one too many."/>
    </choice>
    <solution><step><m>{a} + {b} = {answer}</m></step></solution>
  </item-template>
  <item-template id="telling" standard="7.EE.B.4a" level="1">
    <title>Tell</title>
    <parameters><pick name="a" from="110..490"/></parameters>
    <features off="digits"/>
    <stem><p>Say something about {a}.</p></stem>
    <part><stem><p>What comes next?</p></stem>
      <value type="integer" key="a + 1" points="1"><check test="key - 1 eq a"/></value>
      <solution><step><m>{a} + 1 = {answer}</m></step></solution></part>
    <part><stem><p>Why?</p></stem>
      <open points="3" lines="1"><sample><p>It does.</p></sample><rubric><row points="3">Says so.</row></rubric></open></part>
  </item-template>
"""
QUIZ = """<assessment xmlns="urn:formkin:assessment:1" id="quiz" title="Quiz"><section>
  <items template="adding" count="1"/><items template="choosing" count="1"/><items template="telling" count="1"/>
</section></assessment>
"""


def school_of_five():
    levels = [template(id=f"level-{n}", level=n, low=110 + n, high=480 + n) for n in (2, 3)]
    school = School(FORMKIN, bank(template(), CHOICE, *levels), QUIZ)
    school.write("roster.csv", "id,family,given,class\n" + "".join(f"{student},7B\n" for student in STUDENTS))
    school.run("class", "import", "roster.csv", "--date", "2026-09-01")
    school.make("7B", "--forms", "A,B", "--name", "q", "--date", "2026-09-01")
    return school


def keys(school):
    """By letter: the answers to 1, 2 and 3a, and the letter of an option that names a misconception."""
    found = {}
    for form in json.loads((school.place / "out/q.json").read_text())["forms"]:
        value, choice, part = (form["items"][n]["parts"][0]["responses"][0] for n in range(3))
        right = next(n for n, option in enumerate(choice["options"]) if option.get("right"))
        slip = next(n for n, option in enumerate(choice["options"]) if option.get("misconception"))
        found[form["letter"]] = (value["key"]["text"], "ABC"[right], part["key"]["text"], "ABC"[slip])
    return found


def sheet(school):
    school.run("scores", "sheet", "q")
    with open(school.place / "q-scores.csv", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def fill(school, name, rows, columns):
    with open(school.place / name, "w", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", restval="")
        writer.writeheader()
        writer.writerows(rows)


def standing(school):
    rows = school.query("SELECT student, slot, part, state, points, coalesce(misconception, '') FROM score"
                        " WHERE replaced_by IS NULL ORDER BY student, slot, part")
    return {(student, slot + part): (state, points, slip) for student, slot, part, state, points, slip in rows}


def answered(school):
    """The sheet as a teacher fills it in, and what the ledger must hold then. Student 05 was not there."""
    key, rows, expected = keys(school), sheet(school), {}
    assert [row["student_id"] for row in rows] == IDS and rows[1]["family"] == "'=Dot"
    assert list(rows[0])[6:] == ["1", "2", "3a", "3b (3 pts)"], list(rows[0])
    for row in rows:
        value, choice, part, slip = key[row["form"]]
        answers = {"01": (value, choice, part, "3"), "2": (f"x = {value} + 0", choice.lower(), part, "1.5"),
                   "03": ("0", slip, "", "0"), "4": (value, "AB", part, "")}.get(row["student_id"])
        if answers:
            row["1"], row["2"], row["3a"], row["3b (3 pts)"] = answers
    right, two = ("answered", "1", ""), ("answered", "2", "")
    for student in ("01", "2"):
        expected |= {(student, "1"): right, (student, "2"): two, (student, "3a"): right}
    expected |= {("01", "3b"): ("points", "3", ""), ("2", "3b"): ("points", "3/2", ""), ("03", "1"): ("answered", "0", ""),
                 ("03", "2"): ("answered", "0", "stopped-early"), ("03", "3a"): ("blank", "0", ""),
                 ("03", "3b"): ("points", "0", ""), ("4", "1"): right, ("4", "2"): ("invalid", "0", ""), ("4", "3a"): right}
    return rows, expected


def import_and_correct():
    school = school_of_five()
    rows, expected = answered(school)
    columns = list(rows[0])
    fill(school, "filled.csv", rows, columns)
    said = school.run("scores", "import", "filled.csv", "--date", "2026-09-02")
    assert "4 students, 15 new scores, 1 invalid answer" in said and "W7110" in said, said
    assert standing(school) == expected, standing(school)
    before = school.query("SELECT * FROM score ORDER BY id")
    said = school.run("scores", "import", "filled.csv", "--date", "2026-10-02")
    assert "0 new scores, 15 as they were" in said, said
    assert school.query("SELECT * FROM score ORDER BY id") == before, "importing twice changed something"
    again = sheet(school)
    assert again[0]["1"] == rows[0]["1"] and again[1]["3b (3 pts)"] == "3/2", "the sheet does not show what is there"
    fill(school, "again.csv", again, columns)
    assert "0 new scores, 15 as they were" in school.run("scores", "import", "again.csv")
    rows[3]["2"], rows[2]["3a"] = keys(school)[rows[3]["form"]][1], "-"
    fill(school, "corrected.csv", rows, columns)
    said = school.run("scores", "import", "corrected.csv", "--date", "2026-09-05")
    assert "0 new scores, 2 corrected, 13 as they were" in said, said
    expected[("4", "2")] = ("answered", "2", "")
    assert standing(school) == expected
    assert school.query("SELECT state, response, taken_on FROM score WHERE replaced_by IS NOT NULL AND student = '4'") == [
        ("invalid", "AB", "2026-09-02")]
    assert school.query("SELECT taken_on, entered_on, source FROM score WHERE student = '4' AND slot = '2'"
                        " AND replaced_by IS NULL") == [("2026-09-02", "2026-09-05", "corrected.csv")]
    said = school.run("scores", "show", "q", "--history", "--student", "4")
    assert "was" in said and "AB" in said and "entered 2026-09-02 from filled.csv" in said, said
    for row in rows:
        row["1"] = row["3b (3 pts)"] = ""
    fill(school, "emptied.csv", rows, columns)
    said = school.run("scores", "import", "emptied.csv", "--date", "2026-09-06")
    assert "0 new scores" in said and "corrected" not in said, said
    assert standing(school) == expected, "an empty cell took something away"
    check_ledger(school)


def a_paper_says_who_had_it():
    """Somebody who came later got a spare paper: the sheet says which, and the ledger knows it from then on."""
    school = school_of_five()
    school.write("roster.csv", (school.place / "roster.csv").read_text() + "06,,,7B\n")
    school.run("class", "import", "roster.csv")
    school.write("late.csv", "student_id,1\n06,0\n")
    assert "E7105" in school.run("scores", "import", "late.csv", "--set", "q", status=1)
    school.write("late.csv", "student_id,form,1\n06,B,0\n")
    assert "1 student, 1 new score" in school.run("scores", "import", "late.csv", "--set", "q")
    assert school.query("SELECT f.letter FROM issue i JOIN form f ON f.code = i.form WHERE i.student = '06'") == [("B",)]
    check_ledger(school)
    assert school.query("SELECT count(*) FROM used WHERE student = '06'") == [(3,)], "its questions are not remembered"
    school.make("7B", "--individual", "--date", "2026-09-08")
    check_ledger(school)


def tables_of_other_programs():
    """The same answers by five kinds of files come to the same scores."""
    results = []
    for kind in ("own", "zipgrade", "zipgrade-full", "long", "gradescope", "canvas"):
        school = school_of_five()
        key, rows = keys(school), []
        forms = dict(school.query("SELECT i.student, f.letter FROM issue i JOIN form f ON f.code = i.form"))
        value, choice, part, slip = key[forms["03"]]
        answers, points = [value, slip, part], ["1", "0", "1", "2"]
        head = {"own": "student_id,form,1,2,3a,3b (3 pts)", "zipgrade": "External Id,First Name,Key Version,Q1,Q2,Q3,Q4",
                "zipgrade-full": "ZipGrade Id,External Id,Key Version,Num Correct,Stu1,PriKey1,Points1,Mark1,"
                                 "Stu2,PriKey2,Points2,Mark2,Stu3,PriKey3,Points3,Mark3",
                "long": "SID,version,question,response,points", "canvas":
                "name,id,sis_id,section,1001: Add,1.0,1002: Choose,2.0,1003: Next,1.0,1004: Why,3.0,n correct",
                "gradescope": "Name,SID,Total Score,1: Add (1.0 pts),2: Choose (2.0 pts),3.1: Next (1.0 pts),"
                              "3.2: Why (3.0 pts)"}[kind]
        own = ",".join(answers)
        if kind == "own":
            rows = [f"03,{forms['03']},{own},2"]
        elif kind == "zipgrade":
            rows = [f"03,Bruno,{forms['03']},{own},"]
        elif kind == "zipgrade-full":
            rows = [f"77,03,{forms['03']},7," + ",".join(f"{answer},X,9,C" for answer in answers)]
        elif kind == "long":
            rows = [f"03,{forms['03']},{q},{a}," for q, a in zip(("1", "2", "3a"), answers)] + [f"03,{forms['03']},3b,,2"]
        elif kind == "gradescope":
            rows = [f"Bruno,03,4.0,{','.join(points)}"]
        else:
            rows = ["    Points Possible,,,,,1,,2,,1,,3,", f"Bruno,9,03,s,x,1,y,0,z,1,w,2,2"]
        school.write("file.csv", head + "\n" + "\n".join(rows) + "\n")
        said = school.run("scores", "import", "file.csv", "--set", "q", "--date", "2026-09-02")
        found = {place: points for (student, place), (_, points, _) in standing(school).items() if student == "03"}
        expected = {"1": "1", "2": "0", "3a": "1"} | ({} if "zip" in kind else {"3b": "2"})
        assert found == expected, f"{kind}: {found}\n{said}"
        slips = [slip for (_, _, slip) in standing(school).values() if slip]
        assert slips == ([] if kind in ("gradescope", "canvas") else ["stopped-early"]), f"{kind}: {slips}"
        assert ("W7111" in said) == (kind == "zipgrade-full"), said # 7 right, says the file; two are
        results.append(kind)
    return results


READY, SUPPORT, LOW, NONE = ("Ready", "3"), ("Needs Support", "2"), ("Needs Reinforcement", "1"), ("No score", "")


def groups(school, *words):
    """What is said, and by student and objective: percent, group, level, parts that are not marked."""
    said = school.run("groups", "q", "-o", "g", *words)
    with open(next((school.place / "g").glob("*groups.csv")), encoding="utf-8-sig") as file:
        return said, {(row["student"], row["objective"]): (row["percent"].removesuffix(".0"), row["group"], row["level"],
                                                           row["not_marked"]) for row in csv.DictReader(file)}


def nobody_is_ready_by_what_is_not_marked():
    """01 waits for 3 of 4 points, 2 for 1 of 3; all that is marked is right. 4 for all of 3a and 3b."""
    school = school_of_five()
    rows, _ = answered(school)
    rows[0]["3b (3 pts)"], rows[1]["1"], rows[3]["3a"] = "", "12;13", "12;13"
    fill(school, "filled.csv", rows, list(rows[0]))
    assert "W7109" in school.run("scores", "import", "filled.csv", "--date", "2026-09-02")
    said, found = groups(school)
    assert "Students with unmarked answers: 3." in said, said
    expected = {("01", "7.NS.A.1"): ("100", *READY, "0"), ("01", "7.EE.B.4a"): ("100", *SUPPORT, "1"),
                ("2", "7.NS.A.1"): ("100", *SUPPORT, "1"), ("2", "7.EE.B.4a"): ("62.5", *SUPPORT, "0"),
                ("4", "7.EE.B.4a"): ("", *NONE, "2"), ("05", "7.EE.B.4a"): ("", *NONE, "0")}
    assert expected.items() <= found.items(), found
    page = subprocess.run(["pdftotext", "-layout", next((school.place / "g").glob("*groups.pdf")), "-"], capture_output=True,
                          text=True, check=True).stdout
    assert page.count("Ada (01) *") == 1 and page.count("Ada (01)") == 2 and page.count("Chie (4) *") == 1, page
    assert "Not everything is marked yet (*)." in page, page
    _, found = groups(school, "--ready", "66", "--support", "10")  # 2 of 3 points are enough, 1 of 4 are not
    assert found["2", "7.NS.A.1"] == ("100", *READY, "1") and found["01", "7.EE.B.4a"] == ("100", *SUPPORT, "1"), found


def groups_and_practice():
    school = school_of_five()
    rows, _ = answered(school)
    rows[3]["3b (3 pts)"] = "1"
    fill(school, "filled.csv", rows, list(rows[0]))
    school.run("scores", "import", "filled.csv", "--date", "2026-09-02")
    said, found = groups(school, "--support", "40")
    assert "Not everything is marked" not in said, said
    # 7.NS.A.1: 3 points, 7.EE.B.4a: 4 points; Ready from 80 % on, Needs Support from 40 % on
    expected = {("01", "7.NS.A.1"): ("100", *READY), ("01", "7.EE.B.4a"): ("100", *READY),
                ("2", "7.NS.A.1"): ("100", *READY), ("2", "7.EE.B.4a"): ("62.5", *SUPPORT),
                ("03", "7.NS.A.1"): ("0", *LOW), ("03", "7.EE.B.4a"): ("0", *LOW),
                ("4", "7.NS.A.1"): ("33.3", *LOW), ("4", "7.EE.B.4a"): ("50", *SUPPORT),
                ("05", "7.NS.A.1"): ("", *NONE), ("05", "7.EE.B.4a"): ("", *NONE)}
    assert found == {place: (*row, "0") for place, row in expected.items()}, f"{found}\n{said}"
    practise(school)


def data_with_templates(school):
    """The standards of the tests with the problem sets that are shipped."""
    place = school.place / "data"
    shutil.copytree(DATA, place)
    shutil.copytree(f"{SOURCE}/templates", place / "templates", dirs_exist_ok=True)
    return place


def the_index_alone_names_the_group(folder, name, students):
    group = "Ready" if "01" in students else "Needs Reinforcement"
    with open(folder / f"{name}-index-papers.csv", encoding="utf-8-sig") as file:
        rows = [(row["student"], row["objective"], row["group"]) for row in csv.DictReader(file)]
    assert rows == [(student, "7.NS.A.1", group) for student in students], rows
    text = {part: subprocess.run(["pdftotext", "-layout", folder / f"{name}{part}.pdf", "-"], capture_output=True, text=True,
                                 check=True).stdout for part in ("", "-index")}
    assert text["-index"].count(group) == len(students) and text["-index"].count("7.NS.A.1") >= len(students), text["-index"]
    assert text[""] and "Ready" not in text[""] and "Needs" not in text[""], text[""]


def practise(school):
    """Each pack has a paper for each of its group, of its level, and nobody meets a question twice."""
    data = data_with_templates(school)
    for words in ([], ["--individual"]):
        before = set(name for (name,) in school.query("SELECT name FROM paper_set"))
        school.run("practice", "q", "--bank", "bank.xml", "--objective", "7.NS.1", "--items", "3", "-o", "p", "--date",
                   "2026-09-03", "--support", "40", *words, data=data)
        packs = {}
        for name, file in school.query("SELECT name, file FROM paper_set WHERE purpose = 'practice'"):
            if name not in before:
                made = json.loads(file)
                level = {slot["level"] for slot in made["slots"]}
                students = [s for (s,) in school.query("SELECT i.student FROM issue i JOIN form f ON f.code = i.form JOIN"
                                                       " paper_set p ON p.id = f.paper_set WHERE p.name = ? ORDER BY i.id", name)]
                packs[level.pop()] = (students, len(made["forms"]), made["title"])
                assert not level and len(made["slots"]) == 3
                the_index_alone_names_the_group(school.place / "p", name, students)
        alone = bool(words)
        assert packs == {3: (["01", "2"], 2 if alone else 1, "Problem set"), 1: (["03", "4"], 2 if alone else 1, "Problem set")}, packs
        check_ledger(school)


STORY = """  <item-template id="story" standard="7.NS.A.1" level="1">
    <title>Story</title>
    <parameters><pick name="a" from="110..490"/><pick name="b" from="110..490"/></parameters>
    <contexts>
      <context id="pitch" interest="sports"><word name="place" one="soccer field"/></context>
      <context id="kitchen" interest="cooking"><word name="place" one="kitchen"/></context>
      <context id="garden"><word name="place" one="garden"/></context>
    </contexts>
    <features off="digits"/>
    <stem><p>In the {place} there are {a} ants, then {b} more come. How many are there now?</p></stem>
    <value type="integer" key="a + b"><check test="key - b eq a"/></value>
    <solution><step><m>{a} + {b} = {answer}</m></step></solution>
  </item-template>
"""


def stories_of_interest():
    """One form for a group: the same numbers for all, each in a story of the student's own."""
    school = School(FORMKIN, bank(STORY), QUIZ.replace("adding", "story").replace("choosing", "story").replace("telling", "story"))
    school.write("roster.csv", "id,class,interest\n1,7B,sports\n2,7B,cooking\n3,7B,sports\n")
    school.run("class", "import", "roster.csv")
    school.make("7B", "--forms", "A", "--name", "q")
    school.write("zero.csv", "student_id,1,2,3\n" + "".join(f"{n},0,0,0\n" for n in (1, 2, 3)))
    school.run("scores", "import", "zero.csv", "--set", "q")
    data = data_with_templates(school)
    school.run("practice", "q", "--bank", "bank.xml", "--items", "2", "-o", "p", data=data)
    (name, file), = school.query("SELECT name, file FROM paper_set WHERE purpose = 'practice'")
    text = subprocess.run(["pdftotext", "-layout", school.place / "p" / f"{name}.pdf", "-"], capture_output=True, text=True,
                          check=True).stdout
    pages = [page for page in text.split("\f") if "ants" in page]
    assert [("soccer" in page, "kitchen" in page) for page in pages] == [(True, False), (False, True), (True, False)], text
    numbers = [re.findall(r"are (\d+) ants, then (\d+)", page) for page in pages]
    assert len(numbers[0]) == 2 and numbers[0] == numbers[1] == numbers[2], numbers
    made = json.loads(file)
    assert len(made["forms"]) == 1
    code = made["forms"][0]["code"]
    school.run("reprint", code, "-o", "again")


def killed_imports(count=6):
    """Whenever an import is killed, the next one makes it whole."""
    school = school_of_five()
    rows, expected = answered(school)
    fill(school, "filled.csv", rows, list(rows[0]))
    begun = time.time()
    school.run("scores", "show", "q")
    took = time.time() - begun
    for _ in range(count):
        process = school.start("scores", "import", "filled.csv", "--date", "2026-09-02")
        time.sleep(random.uniform(0, 1.5) * took)
        process.kill()
        process.communicate()
        now = standing(school)
        assert now in ({}, expected), "an import was entered in part"
    school.run("scores", "import", "filled.csv", "--date", "2026-09-02")
    assert standing(school) == expected
    assert school.query("SELECT count(*) FROM score") == [(len(expected),)]
    check_ledger(school)


import_and_correct()
a_paper_says_who_had_it()
kinds = tables_of_other_programs()
nobody_is_ready_by_what_is_not_marked()
groups_and_practice()
stories_of_interest()
killed_imports()
print(f"scores go in once and are right, by {len(kinds)} kinds of files; groups and practice follow from them")
