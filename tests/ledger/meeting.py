#!/usr/bin/env python3
"""Programs that are killed, and programs that meet.

usage: meeting.py FORMKIN kills N     N commands that issue, import and give further tries, each killed (-9) at a random
                                      moment: nothing is lost or repeated
       meeting.py FORMKIN students N  four processes issue to N students in classes at once, and to one class that all share
"""
import random
import sys
import threading
import time

from school import School, check_ledger, check_printed

PROCESSES, SHARED = 4, 3


STUDENTS = [f"{n:02d}" for n in range(8)]
MAKE = ["make", "quiz.xml", "--bank", "bank.xml", "--class", "7B", "-o", "out", "--individual"]
REASSESS = ["reassess", "--bank", "bank.xml", "-o", "out", "--policy", "policy.csv", "--student"]


def turn_roster(school, n):
    turned = STUDENTS[n % 5:] + STUDENTS[:n % 5]
    return ["class", "import", school.roster("7B", turned, name="turned.csv")]


def wrong_answers(school, n):
    """Everybody's answers to the newest set of the class, all wrong, and other ones each time."""
    rows = school.query("SELECT i.student, i.form FROM issue i JOIN form f ON f.code = i.form WHERE f.paper_set ="
                        " (SELECT max(id) FROM paper_set WHERE parent IS NULL)")
    lines = [f"{student},{code},{n + 5000},{n + 5000},{n + 5000}" for student, code in rows]
    school.write("wrong.csv", "student_id,form code,1,2,3\n" + "".join(line + "\n" for line in lines))
    return ["scores", "import", "wrong.csv"]


def counts_of(school):
    ((used, scores, standing, tries, printed),) = school.query(
        "SELECT (SELECT count(*) FROM used), (SELECT count(*) FROM score), (SELECT count(*) FROM score WHERE replaced_by IS"
        " NULL), (SELECT count(*) FROM paper_set WHERE parent IS NOT NULL), (SELECT count(*) FROM request WHERE status ="
        " 'printed')")
    return {"used": used, "scores": scores, "standing": standing, "tries": tries, "printed": printed}


def check_step(kind, before, now):
    """A command that was killed did all of what it does or nothing."""
    whole = 3 * len(STUDENTS)
    steps = {key: now[key] - before[key] for key in now}
    allowed = {"make": [(whole, 0, 0)], "roster": [], "scores": [(0, whole, 0), (0, whole, whole)],
               "reassess": [(questions, 0, 0) for questions in (1, 2, 3)]}[kind] + [(0, 0, 0)]
    assert (steps["used"], steps["scores"], steps["standing"]) in allowed, f"{kind} was recorded in part: {steps}"
    assert steps["tries"] == steps["printed"] == (kind == "reassess" and steps["used"] > 0), f"{kind}: {steps}"


def kill_some(formkin, count):
    school = School(formkin)
    school.import_class("7B", STUDENTS)
    school.write("policy.csv", "rule,value\nwait-days,0\n")
    begun = time.time()
    school.make("7B", "--individual")
    killed = dict.fromkeys(("make", "scores", "reassess", "roster"), 0)
    done, took = counts_of(school), dict.fromkeys(killed, time.time() - begun)
    for n in range(count):
        kind = list(killed)[n % len(killed)]
        words = {"make": lambda: MAKE, "roster": lambda: turn_roster(school, n), "scores": lambda: wrong_answers(school, n),
                 "reassess": lambda: [*REASSESS, STUDENTS[n // 4 % 8]]}[kind]()
        process = school.start(*words)
        time.sleep(random.uniform(*random.choice([(0.1, 1.2), (0.6, 1.0)])) * took[kind])
        process.kill()
        process.communicate()
        killed[kind] += process.returncode == -9
        took[kind] *= 1.1 if process.returncode == -9 else 0.7 # commands differ, and so do computers from hour to hour
        now = counts_of(school)
        check_step(kind, done, now)
        done = now
        if n % 25 == 24:
            check_ledger(school)
    assert sum(killed.values()) > count / 5, f"only {killed} of {count} were killed in time"
    said = school.make("7B", "--individual")
    assert check_ledger(school) == done["used"] + 3 * len(STUDENTS)
    check_printed(school)
    assert school.query("SELECT count(*) FROM enrolment WHERE left_on IS NULL") == [(len(STUDENTS),)]
    print(f"{killed} of {count} commands killed; {done['used']} questions given, none twice; {done['scores']} scores entered, "
          f"{done['tries']} further tries, each whole; {said.count('had been recorded')} sets finished by the last command")


def meet(formkin, count):
    school = School(formkin)
    classes = max(PROCESSES, count // (8 if count < 1000 else 40))
    rows = [f"{n:05d},,,c{n % classes}" for n in range(count)] + [f"shared{n},,,all" for n in range(8)]
    school.write("school.csv", "id,family,given,class\n" + "".join(row + "\n" for row in rows))
    school.run("class", "import", "school.csv")
    faults = []

    def work(number):
        mine = [f"c{n}" for n in range(number, classes, PROCESSES)]
        for n, class_id in enumerate(mine + ["all"] * SHARED):
            try:
                said = school.make(class_id, "--individual")
                assert "E7033" not in said
                school.run("class", "import", school.roster(f"p{number}", [f"{number}-{n}"], name=f"p{number}.csv"))
            except AssertionError as fault:
                faults.append(fault)

    begun = time.time()
    threads = [threading.Thread(target=work, args=(number,)) for number in range(PROCESSES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults, faults[0]
    expected = 3 * (count + PROCESSES * SHARED * 8)
    assert check_ledger(school) == expected, "papers are missing"
    check_printed(school)
    print(f"{PROCESSES} processes, {count} students in {classes} classes, one class shared: {expected} questions given, none "
          f"twice, no lock error, {time.time() - begun:.0f} s")


{"kills": kill_some, "students": meet}[sys.argv[2]](sys.argv[1], int(sys.argv[3]))
