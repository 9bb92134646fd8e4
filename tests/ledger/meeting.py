#!/usr/bin/env python3
"""Programs that are killed, and programs that meet.

usage: meeting.py FORMKIN kills N     N commands, each killed (-9) at a random moment: nothing is lost or repeated
       meeting.py FORMKIN students N  four processes issue to N students in classes at once, and to one class that all share
"""
import random
import sys
import threading
import time

from school import School, check_ledger, check_printed

PROCESSES, SHARED = 4, 3


def kill_some(formkin, count):
    school = School(formkin)
    students = [f"{n:02d}" for n in range(8)]
    school.import_class("7B", students)
    begun = time.time()
    school.make("7B", "--individual")
    took = time.time() - begun
    recorded, killed = 3 * len(students), 0
    for n in range(count):
        words = ["make", "quiz.xml", "--bank", "bank.xml", "--class", "7B", "-o", "out", "--individual"]
        if n % 4 == 3:
            words = ["class", "import", school.roster("7B", students[n % 5:] + students[:n % 5], name="turned.csv")]
        process = school.start(*words)
        time.sleep(random.uniform(*random.choice([(0.1, 1.2), (0.6, 1.0)])) * took)
        process.kill()
        process.communicate()
        killed += process.returncode == -9
        now = check_ledger(school)
        assert now in (recorded, recorded + 3 * len(students)), "a set was recorded in part, or lost"
        recorded = now
    assert killed > count / 5, f"only {killed} of {count} were killed in time"
    said = school.make("7B", "--individual")
    assert check_ledger(school) == recorded + 3 * len(students)
    check_printed(school)
    assert school.query("SELECT count(*) FROM enrolment WHERE left_on IS NULL") == [(len(students),)]
    print(f"{killed} of {count} commands killed; {recorded} questions given, none twice; "
          f"{said.count('had been recorded')} sets finished by the last command")


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
