#!/usr/bin/env python3
"""A class of 30 over four weeks, by commands alone: scenario.py FORMKIN

Pre-test, groups and practice, exit ticket, two rounds of reassessment, review and reports. Students answer by plan, so that
every number of every report is known beforehand; the plan and the numbers worked by hand stand in the comments. Three objectives of
five questions each: EQ two-step equations, SUB subtraction, PACK packs of pens."""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from answers import fill, table

HERE = pathlib.Path(__file__).resolve().parent
FORMKIN = pathlib.Path(sys.argv[1]).resolve()
EQ, SUB, PACK = "7.EE.B.4a", "7.NS.A.1", "7.RP.A.3"
SECONDS = 120
faults = []


def formkin(*words, status=0):
    done = subprocess.run([str(FORMKIN), *map(str, words)], capture_output=True, text=True, timeout=SECONDS)
    if done.returncode != status:
        sys.exit(f"formkin {' '.join(map(str, words))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def expect(what, found, wanted):
    if found != wanted:
        faults.append(f"{what}: {found!r}, not {wanted!r}")


def expect_said(what, said, *lines):
    for line in lines:
        if line not in said:
            faults.append(f"{what}: {line!r} is not said:\n{said}")


def number(student):
    return int(student)


def score(set_name, folder, day, right):
    sheet = f"{set_name}-scores.csv"
    formkin("scores", "sheet", set_name, "-o", sheet)
    fill(sheet, f"{folder}/{set_name}.json", right)
    said = formkin("scores", "import", sheet, "--date", day)
    again = formkin("scores", "import", sheet, "--date", day)
    expect_said(f"{set_name}, imported again", again, "0 new scores")
    return said


# ---- The plan -----------------------------------------------------------------------------------------------------

def on_pretest(student, objective):
    """Student 30 is away. EQ 5 4 3 2 in sixes, then 0; SUB 5, the last five 4; nobody knows PACK."""
    if student == 30:
        return None
    if objective == EQ:
        return [5, 4, 3, 2, 0][(student - 1) // 6]
    return 0 if objective == PACK else 5 if student <= 24 else 4


def on_ticket(student, objective):
    """EQ 5, students 19 to 24 4, 25 to 29 3; PACK 5 up to student 15, then 2."""
    if objective == EQ:
        return 4 if 19 <= student <= 24 else 3 if 25 <= student <= 29 else 5
    return 5 if student <= 15 else 2


def on_first_retake(student, objective):
    """EQ: 25 to 27 pass, 28 and 29 do not; PACK: 16 to 25 get 4, the others 3."""
    if objective == EQ:
        return 5 if student <= 27 else 3
    return 4 if student <= 25 else 3


def on_second_retake(student, objective):
    """All pass but student 30 in PACK."""
    return 2 if student == 30 else 5


# ---- The weeks ----------------------------------------------------------------------------------------------------

def roster():
    """Names that a spreadsheet must not take for formulas are part of life."""
    with open("roster.csv", "w", encoding="utf-8", newline="") as file:
        write = csv.writer(file)
        write.writerow(["student_id", "family", "given", "class"])
        for student in range(1, 31):
            family = "=HYPERLINK(1)" if student == 3 else f"Family{student:02}"
            write.writerow([f"{student:03}", family, f"Given{student:02}", "7B"])
    expect_said("roster", formkin("class", "import", "roster.csv", "--date", "2026-09-04"), "30 students")


def week_1():
    formkin("make", HERE / "pre-test.xml", "--bank", HERE / "year.xml", "--class", "7B", "--seed", 11, "--date",
            "2026-09-07", "-o", "papers")
    score("pre-test-7B-2026-09-07", "papers", "2026-09-07", on_pretest)
    said = formkin("report", "chart", "pre-test-7B-2026-09-07", "-o", "reports")
    expect_said("chart", said, "The class meets 1 of 3 objectives, 2 not met.", f"Not met: {EQ}", f"Not met: {PACK}")
    chart = {row["objective"]: row for row in table("reports/pre-test-7B-2026-09-07-chart-objectives.csv")}
    # EQ (6*5 + 6*4 + 6*3 + 6*2 + 5*0) / (29*5) = 84/145; SUB (24*5 + 5*4) / 145 = 140/145
    expect("EQ mean", chart[EQ]["mean_percent"], "57.9")
    expect("EQ met", (chart[EQ]["students_met"], chart[EQ]["students_scored"]), ("12", "29"))
    expect("SUB mean", (chart[SUB]["mean_percent"], chart[SUB]["class_met"]), ("96.5", "yes"))
    expect("PACK mean", (chart[PACK]["mean_percent"], chart[PACK]["students_met"]), ("0.0", "0"))
    groups_and_practice()


def groups_and_practice():
    """EQ: 80 % and more are students 1 to 12, 50 % and more 13 to 18, 19 to 29 less; student 30 has no score."""
    formkin("groups", "pre-test-7B-2026-09-07", "-o", "groups")
    rows = table(next(pathlib.Path("groups").glob("*groups*.csv")))
    found = {}
    for row in rows:
        if row["objective"] == EQ:
            found.setdefault(row["group"], []).append(number(row["student"]))
    expect("Ready", found.get("Ready"), list(range(1, 13)))
    expect("Needs Support", found.get("Needs Support"), list(range(13, 19)))
    expect("Needs Reinforcement", found.get("Needs Reinforcement"), list(range(19, 30)))
    formkin("practice", "pre-test-7B-2026-09-07", "--bank", HERE / "year.xml", "--objective", EQ, "--date", "2026-09-10",
            "--seed", 12, "-o", "practice")
    expect("practice papers", len(list(pathlib.Path("practice").glob("*.pdf"))) >= 3, True)


def week_2():
    formkin("make", HERE / "ticket.xml", "--bank", HERE / "year.xml", "--class", "7B", "--seed", 13, "--date",
            "2026-09-14", "-o", "papers")
    score("exit-ticket-7B-2026-09-14", "papers", "2026-09-14", on_ticket)
    growth()
    misconceptions()
    students()


def growth():
    """Students 1 to 29, who were there on both days. EQ 84/145 to 129/145, PACK 0 to (15*5 + 14*2) / 145 = 103/145."""
    said = formkin("report", "growth", "--class", "7B", "-o", "reports")
    rows = {row["objective"]: row for row in table("reports/7B-growth.csv")}
    expect("EQ growth", [rows[EQ][name] for name in ("2026-09-07", "2026-09-14", "change", "students")],
           ["57.9", "88.9", "+31.0", "29"])
    expect("PACK growth", [rows[PACK][name] for name in ("2026-09-07", "2026-09-14", "change")],
           ["0.0", "71.0", "+71.0"])
    expect_said("growth", said, "2 up, 0 down, 0 unchanged")


def misconceptions():
    """15 students take n + k for n * k in three questions each; 11 students slip in equations, 6 once and 5 twice."""
    formkin("report", "misconceptions", "exit-ticket-7B-2026-09-14", "-o", "reports")
    rows = table("reports/exit-ticket-7B-2026-09-14-misconceptions.csv")
    found = {row["misconception"]: (row["objective"], row["answers"], row["students"], row["percent"]) for row in rows}
    expect("additive", found.get("additive-ratio"), (PACK, "45", "15", "50.0"))
    expect("stopped early", found.get("stopped-early"), (EQ, "16", "11", "36.6"))


def students():
    """All scores together, the best try counts. Student 3's name is no formula."""
    formkin("report", "students", "--class", "7B", "-o", "reports")
    path = "reports/7B-students.csv"
    rows = {(number(row["student"]), row["objective"]): row for row in table(path)}
    expect("student 17, EQ", [rows[17, EQ][name] for name in ("tries", "percent", "met")], ["2", "100.0", "yes"])
    expect("student 27, EQ", [rows[27, EQ][name] for name in ("tries", "percent", "met")], ["2", "60.0", "no"])
    expect("student 30, SUB", [rows[30, SUB][name] for name in ("tries", "percent", "met")], ["0", "", ""])
    expect("formula", rows[3, EQ]["family"], "'=HYPERLINK(1)")
    expect("no name", "Family" in formkin("report", "students", "--class", "7B", "--names", "id", "-o", "coded") or
           "Family" in pathlib.Path("coded/7B-students.csv").read_text(), False)


def retakes(day, students_, right):
    """Each asks for what is not met yet and gets it at once; the scores of all sets that were made for it come in."""
    before = set(pathlib.Path("retakes").glob("*.json"))
    for student in students_:
        formkin("reassess", "--student", f"{student:03}", "--bank", HERE / "year.xml", "--date", day, "-o", "retakes")
    for path in sorted(set(pathlib.Path("retakes").glob("*.json")) - before):
        score(path.stem, "retakes", day, right)


def week_3():
    said = formkin("reassess", "--student", "025", "--bank", HERE / "year.xml", "--date", "2026-09-16", "-o", "retakes",
                   status=1)
    expect_said("too early", said, "refused another try")
    retakes("2026-09-21", range(16, 31), on_first_retake)


def week_4():
    retakes("2026-09-28", range(26, 31), on_second_retake)
    progress()
    no_question_twice()
    review()


def progress():
    """Pairs of student and objective. Sep 7: 12 + 29 + 0 of 87; Sep 14: 25 + 29 + 15 of 89; Sep 21: 28 + 29 + 25; Sep 28:
    30 + 29 + 29."""
    formkin("report", "progress", "--class", "7B", "-o", "reports")
    rows = [(row["date"], row["mastered"], row["of"], row["percent"]) for row in table("reports/progress-mastered.csv")]
    expect("mastered", rows, [("2026-09-07", "41", "87", "47.1"), ("2026-09-14", "69", "89", "77.5"),
                              ("2026-09-21", "82", "89", "92.1"), ("2026-09-28", "88", "89", "98.8")])
    said = formkin("report", "chart", "--class", "7B", "-o", "reports")
    chart = {row["objective"]: row for row in table("reports/7B-chart-objectives.csv")}
    # best tries, EQ: 1 to 18 and 25 to 30 at 100, 19 to 24 at 80: (24*100 + 6*80) / 30
    expect("EQ in the end", (chart[EQ]["students_met"], chart[EQ]["mean_percent"]), ("30", "96.0"))
    # PACK: 15 at 100, 16 to 25 at 80, 26 to 29 at 100, student 30 at 60: (1500 + 800 + 400 + 60) / 30
    expect("PACK in the end", (chart[PACK]["students_met"], chart[PACK]["mean_percent"]), ("29", "92.0"))
    expect_said("chart in the end", said, "The class meets all 3 objectives.")


def no_question_twice():
    """Whatever a student was given in four weeks, no question came back."""
    seen = {}
    for path in [*pathlib.Path("papers").glob("*.json"), *pathlib.Path("retakes").glob("*.json")]:
        for form in json.loads(path.read_text())["forms"]:
            listed = formkin("scores", "sheet", path.stem, "-o", "who.csv") and table("who.csv")
            for row in listed:
                if row["form code"] == form["code"]:
                    for item in form["items"]:
                        stem = json.dumps(item["stem"])
                        key = (row["student_id"], stem)
                        expect(f"question of {key}", seen.setdefault(key, form["code"]), form["code"])
    expect("questions were looked at", len(seen) > 30 * 25, True)


def review():
    """Days on which the class was there: Sep 7 (EQ and PACK missed, SUB met), Sep 14 (EQ met: 7 days; PACK missed), Sep 21
    (half of the class; PACK 73 %, missed). On Sep 30 all three are due: SUB since Sep 10, EQ since Sep 21, PACK Sep 24."""
    said = formkin("review", "--class", "7B", "--bank", HERE / "year.xml", "--items", 9, "--current", EQ, "--seed", 14, "--date",
                   "2026-09-30", "-o", "papers")
    expect_said("review", said, "3 of 3 objectives are due on 2026-09-30.")
    rows = [(row["objective"], row["due"], row["gap_days"], row["questions"])
            for row in table("papers/review-7B-2026-09-30-schedule.csv")]
    expect("schedule", rows, [(SUB, "2026-09-10", "3", "3"), (EQ, "2026-09-21", "7", "3"),
                              (PACK, "2026-09-24", "3", "3")])
    data = json.loads(pathlib.Path("papers/review-7B-2026-09-30.json").read_text())
    order = [slot["standard"] for slot in data["slots"]]
    expect("neighbours", any(a == b for a, b in zip(order, order[1:])), False)


def main():
    os.environ["FORMKIN_DATA"] = str(HERE.parent.parent)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        roster()
        week_1()
        week_2()
        week_3()
        week_4()
        os.chdir(HERE)
    print("\n".join(faults) or "four weeks came out as worked by hand")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
