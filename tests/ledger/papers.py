#!/usr/bin/env python3
"""Papers for classes: who gets which letter, no question twice, pages, names, printing again, what runs out."""
import collections
import csv
import json
import re
import sqlite3
import subprocess
import sys

from school import School, bank, check_ledger, check_printed, questions, template

FORMKIN = sys.argv[1]


def letters(school, name):
    with open(school.place / "out" / f"{name}-index-papers.csv", encoding="utf-8-sig") as file:
        return [row["form"] for row in csv.DictReader(file)]


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def pages(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(next(line.split()[1] for line in info.splitlines() if line.startswith("Pages:")))


def letters_go_round():
    """Neighbours differ, letters are equally frequent, and after as many sets as forms everybody had each letter."""
    school = School(FORMKIN)
    students = [f"{n:03d}" for n in range(1, 8)]
    school.import_class("7B", students)
    seen = collections.defaultdict(list)
    for n in range(3):
        school.make("7B", "--forms", "3", "--name", f"q{n}")
        row = letters(school, f"q{n}")
        assert len(row) == 7 and all(a != b for a, b in zip(row, row[1:]))
        counts = collections.Counter(row).values()
        assert max(counts) - min(counts) <= 1
        for student, letter in zip(students, row):
            seen[student].append(letter)
    assert all(sorted(list_of) == ["A", "B", "C"] for list_of in seen.values()), seen
    assert check_ledger(school) == 3 * 7 * 3
    check_printed(school)


def pages_are_even_and_in_roster_order():
    school = School(FORMKIN)
    school.import_class("7B", ["b,Zapata,Ana", "a,Abel,Bo", "c,,"])
    school.make("7B", "--individual", "--name", "own")
    path = school.place / "out" / "own.pdf"
    assert pages(path) == 6, pages(path)
    text = pdf_text(path)
    assert text.index("Ana Zapata") < text.index("Bo Abel"), "not in roster order"
    assert letters(school, "own") == ["A", "B", "C"]
    assert "Bo Abel (a)" in pdf_text(school.place / "out" / "own-index.pdf")


def names_can_be_left_out():
    school = School(FORMKIN)
    school.import_class("7B", ["id-1,Zapata,Ana", "id-2,Abel,Bo"])
    for naming, there in (("id", True), ("none", False)):
        school.make("7B", "--individual", "--names", naming, "--name", naming)
        for file in (school.place / "out").glob(f"{naming}*.pdf"):
            assert "Zapata" not in pdf_text(file) and "Ana" not in pdf_text(file), f"a name stands in {file}"
        assert ("id-1" in pdf_text(school.place / "out" / f"{naming}.pdf")) == there
    for file in (school.place / "out").glob("*.[jc]s*"):
        assert "Zapata" not in file.read_text(), f"a name stands in {file}"


def each_page_says_whose_it_is():
    school = School(FORMKIN)
    school.import_class("7B", ["id-1,Zapata,Ana", "id-2,Abel,Bo", "id-3,Abel,Bo"])
    school.make("7B", "--individual", "--items", "12", "--name", "long")
    named = [page for page in pdf_text(school.place / "out" / "long.pdf").split("\f") if "Name" in page]
    whose = [name for page in named for name in ("Ana Zapata", "Bo Abel (id-2)", "Bo Abel (id-3)") if name in page]
    assert len(named) == len(whose) > 3 and len(set(whose)) == 3, whose


def thirty_students_have_thirty_papers():
    """Each has the student's name and its form's code on every page, and one index has them all."""
    school = School(FORMKIN)
    students = [f"{n:02d}" for n in range(30)]
    school.import_class("7B", students)
    school.make("7B", "--individual", "--name", "own")
    with open(school.place / "out" / "own-index-papers.csv", encoding="utf-8-sig") as file:
        index = [(row["student"], row["code"]) for row in csv.DictReader(file)]
    assert [student for student, _ in index] == students and len({code for _, code in index}) == 30
    paper = pdf_text(school.place / "out" / "own.pdf").split("\f")[:-1]
    assert len(paper) == 60
    for n, (student, code) in enumerate(index):
        assert all(code in page for page in paper[2 * n:2 * n + 2]) and f"Given {student} " in paper[2 * n]
    assert check_ledger(school) == 90


def ten_days_bring_nothing_back():
    school = School(FORMKIN)
    school.import_class("7B", ["1", "2", "3"])
    for day in range(1, 11):
        school.make("7B", "--forms", "2", "--date", f"2026-09-{day:02d}")
    assert check_ledger(school) == 10 * 3 * 3


STYLES = {"usual": None, "large": "large-print-18", "huge": "large-print-24", "half": "half-page", "same": "standard"}


def students_have_styles_and_languages_of_their_own():
    """Accommodations change how a paper looks: not its numbers, not its points, not its key, not the pages of others."""
    school = School(FORMKIN)
    rows = [f"{name},{style or ''},{language}" for name, style in STYLES.items() for language in ("",)]
    rows += ["spanish,,es", "both,large-print-18,es"]
    school.write("roster.csv", "id,style,language,class\n" + "".join(f"{row},7B\n" for row in rows))
    school.run("class", "import", "roster.csv")
    school.make("7B", "--forms", "1", "--name", "one")
    ((file,),) = school.query("SELECT file FROM paper_set WHERE name = 'one'")
    made = json.loads(file)
    (form,) = made["forms"]
    for edition in made["editions"]:
        (other,) = edition["forms"]
        for mine, theirs in zip(form["items"], other["items"]):
            for fact in ("template", "identity", "standard"):
                assert mine[fact] == theirs[fact], f"{fact} differs"
        assert [slot["points"] for slot in made["slots"]] == [slot["points"] for slot in edition["slots"]]
    looks = {(edition["language"], (edition.get("style") or {}).get("id")) for edition in made["editions"]}
    assert looks == {("es", None), ("en", "large-print-18"), ("en", "large-print-24"), ("en", "half-page"),
                     ("en", "standard"), ("es", "large-print-18")}, looks
    texts = paper_texts(school.place / "out" / "one.pdf", form["code"])
    sums = [re.findall(r"(\d+ [+−] \d+)", text) for text in texts]
    assert len(texts) == len(rows) and len(sums[0]) == 3, f"{len(texts)} papers"
    assert all(sorted(found) in (sorted(sums[0]), sorted(sums[0] * 2)) for found in sums), sums # half a sheet has all twice
    assert ["Form A" in text for text in texts] == [True] * 5 + [False] * 2 and "Versión A" in texts[6]
    fonts = subprocess.run(["pdffonts", school.place / "out" / "one.pdf"], capture_output=True, text=True, check=True).stdout
    assert "DejaVuSans" in fonts and "TeXGyreSchola" in fonts, fonts
    assert all(n % 2 == 0 for n in page_counts(school.place / "out" / "one.pdf")), "an odd number of pages"
    reprinted(school, "one")
    assert "2 failed" not in school.run("compare", "one", "--ledger", "formkin.db", "--bank", "bank.xml")


def page_counts(path):
    """Pages of each paper, by its first page, which alone has the code beside the QR code and the name line."""
    counts = []
    for page in pdf_text(path).split("\f")[:-1]:
        if re.search(r"page 1 of|página 1 de", page):
            counts.append(0)
        counts[-1] += 1
    return counts


def paper_texts(path, code):
    texts = []
    for page in pdf_text(path).split("\f")[:-1]:
        assert code in page
        if re.search(r"page 1 of|página 1 de", page):
            texts.append("")
        texts[-1] += page
    return texts


def reprinted(school, name):
    school.run("reprint", name, "-o", "again")
    files = list((school.place / "again").glob(f"{name}*"))
    for file in files:
        assert file.read_bytes() == (school.place / "out" / file.name).read_bytes(), f"{file.name} differs"
    assert files


def compare_finds_the_same_forms():
    """With the ledger's secret, and what each student had had before, every form is drawn again."""
    small = bank(template(low=2, high=7), template(id="other", standard="7.EE.B.4a", title="Other", low=12, high=99))
    school = School(FORMKIN, small)
    school.import_class("7B", ["1", "2", "3"])
    for n in range(3):
        school.make("7B", *(["--individual"] if n else []), "--name", f"set-{n}")
        said = school.run("compare", f"set-{n}", "--ledger", "formkin.db", "--bank", "bank.xml")
        for number in ("13", "15", "17"):
            assert re.search(rf"^{number}  passed", said, re.M), said
    told = school.run_any("compare", "out/set-1.json", "--bank", "bank.xml")
    assert told.count("can't be decided") == 4 and "(--ledger FILE)" in told, told
    changed = json.loads((school.place / "out/set-1.json").read_text())
    changed["forms"][0]["items"][0]["parts"][0]["responses"][0]["key"]["text"] = "1"
    school.write("changed.json", json.dumps(changed))
    told = school.run("compare", "changed.json", "--ledger", "formkin.db", "--bank", "bank.xml", status=1)
    assert re.search(r"^13  failed", told, re.M), told


def ledgers_that_cannot_be_used_are_left_alone():
    """One of a later version, one that is damaged, one that is cut short: a message, status 1, the same bytes."""
    for spoil, message in ((newer, "error E7003: the ledger 'formkin.db' was written by a newer version of Formkin"),
                           (damaged, "error E7004"), (cut_short, "error E7004")):
        school = School(FORMKIN)
        school.import_class("7B", ["1", "2"])
        school.make("7B", "--name", "quiz")
        spoil(school)
        path = school.place / "formkin.db"
        before = path.read_bytes()
        for words in (["class", "import", "7B.csv"], ["class", "list"], ["reprint", "quiz"], ["scores", "sheet", "quiz"],
                      ["make", "quiz.xml", "--bank", "bank.xml", "--class", "7B"]):
            assert message in school.run(*words, status=1), words
        assert path.read_bytes() == before, f"{spoil.__name__}: it was written to"


def newer(school):
    change(school, "PRAGMA user_version = 1000")


def damaged(school):
    with open(school.place / "formkin.db", "r+b") as file:
        file.seek(4096)
        file.write(b"\xA5" * 5000)


def cut_short(school):
    path = school.place / "formkin.db"
    path.write_bytes(path.read_bytes()[:20000])


def the_ledger_prints_again_without_banks():
    school = School(FORMKIN)
    school.import_class("7B", ["1", "2", "3"])
    school.make("7B", "--name", "quiz-1", "--teacher", "--strips")
    school.make("7B", "--individual", "--name", "quiz-2")
    school.run("class", "import", school.roster("7B", ["1,Other,Name"], name="later.csv"))
    (school.place / "bank.xml").unlink()
    (school.place / "quiz.xml").unlink()
    for name, count in (("quiz-1", 7), ("quiz-2", 5)):
        said = school.run("reprint", name, "-o", "again")
        assert len(said.splitlines()) == count, said
        for file in (school.place / "again").glob(f"{name}*"):
            assert file.read_bytes() == (school.place / "out" / file.name).read_bytes(), f"{file.name} differs"
    (code,) = school.query("SELECT f.code FROM form f JOIN paper_set p ON p.id = f.paper_set WHERE p.name = 'quiz-2'"
                           " AND f.letter = 'B'")[0]
    for spelling in (code, code.lower().replace("-", "")):
        school.run("reprint", spelling, "-o", "one")
        text = pdf_text(school.place / "one" / "quiz-2-B.pdf")
        assert code in text and "Given 2 Family 2" in text
        first = (school.place / "one" / "quiz-2-B.pdf").read_bytes()
        school.run("reprint", spelling, "-o", "one")
        assert (school.place / "one" / "quiz-2-B.pdf").read_bytes() == first


def what_is_used_up_is_not_given_again():
    """A cell of ten: two of them a paper, so five papers for a student, whoever else has them."""
    small = bank(template(low=2, high=4), template(id="other", standard="7.EE.B.4a", title="Other", low=12, high=99))
    small = small.replace('<let name="s" value="a + b"/>', '<let name="s" value="a + b"/>\n<where test="a ne 3 or b ne 3"/>', 1)
    school = School(FORMKIN, small)
    school.import_class("7B", [f"s{n}" for n in range(9)])
    made = 0
    while made < 9 and "quiz-" in (said := school.run_any("make", "quiz.xml", "--bank", "bank.xml", "--class", "7B", "-o",
                                                          "out", "--individual", "--date", "2026-09-01")):
        made += 1
    assert "error E7030" in said, said
    assert made == 4, f"{made} sets from 8 questions, two at a time"
    check_ledger(school)
    had = questions(school)
    assert all(len(list_of) == made * 3 for list_of in had.values())
    everybody = collections.Counter(question for list_of in had.values() for question in list_of)
    assert max(everybody.values()) == 9, "questions that are left for nobody are shared"


def seeds_are_not_enough():
    """The same seed, bank and plan in another ledger: other questions, since each has a secret of its own."""
    sets = []
    for _ in range(2):
        school = School(FORMKIN)
        school.import_class("7B", ["1"])
        school.make("7B", "--seed", "7", "--name", "quiz")
        sets.append(questions(school)["1"])
    assert sets[0] != sets[1]


def change(school, sql, *values):
    db = sqlite3.connect(school.place / "formkin.db")
    with db:
        db.execute(sql, values)
    db.close()


def what_was_not_written_is_written_by_the_next():
    """As if the program had been stopped after it had recorded and before it had written."""
    school = School(FORMKIN)
    school.import_class("7B", ["1", "2"])
    school.make("7B", "--name", "first")
    before = {file.name: file.read_bytes() for file in (school.place / "out").iterdir()}
    for file in (school.place / "out").iterdir():
        file.unlink()
    change(school, "UPDATE issue SET printed_on = NULL")
    said = school.make("7B", "--name", "second")
    assert "first had been recorded but not printed; its files are in " in said, said
    assert "recorded" not in school.make("7B", "--name", "third")
    for name, text in before.items():
        assert (school.place / "out" / name).read_bytes() == text, f"{name} differs"
    check_printed(school)


def hostile_ledgers_are_reported():
    """A ledger from somebody else: no file outside, no crash, a message."""
    school = School(FORMKIN)
    school.import_class("7B", ["1", "2"])
    school.make("7B", "--name", "first")
    (file,), (options,) = school.query("SELECT file FROM paper_set")[0], school.query("SELECT options FROM paper_set")[0]
    school.make("7B", "--name", "second")
    for text, message in (("{", "error E7004"), ("[]", "error E7004"), ('{"name": "../first"}', "error E7004"),
                          ('{"name": "first", "papers": 7}', "error E7004"), (options.replace("first", "../x"), "error E7004")):
        change(school, "UPDATE paper_set SET options = ? WHERE name = 'first'", text)
        assert message in school.run("reprint", "first", "-o", "again", status=1), text
    change(school, "UPDATE paper_set SET options = ? WHERE name = 'first'", options.replace('"letter":"A"', '"letter":"Q"'))
    school.run("reprint", "first", "-o", "again")
    change(school, "UPDATE paper_set SET options = ? WHERE name = 'first'", options)
    for bytes_of in (b"", b"{}", file[:1000], b"\0" * 100, file.replace(b'"letter": "A"', b'"letter": "../A"')):
        change(school, "UPDATE paper_set SET file = ? WHERE name = 'first'", bytes_of)
        assert "error E507" in school.run("reprint", "first", "-o", "again", status=1), bytes_of[:20]
    change(school, "UPDATE used SET identity = substr(identity, 1, 5)")
    school.make("7B", "--name", "third")
    assert sorted(path.name for path in school.place.iterdir() if path.is_dir()) == ["again", "out"]


def a_class_has_its_limit():
    school = School(FORMKIN)
    school.import_class("all", [f"{n},," for n in range(2601)])
    assert "E7034" in school.make("all", "--individual", status=1)
    assert school.query("SELECT count(*) FROM paper_set") == [(0,)]


def run_any(self, *words):
    process = self.start(*words)
    out, err = process.communicate(timeout=300)
    return out + err


School.run_any = run_any

for test in (letters_go_round, pages_are_even_and_in_roster_order, names_can_be_left_out, each_page_says_whose_it_is,
             thirty_students_have_thirty_papers, ten_days_bring_nothing_back, students_have_styles_and_languages_of_their_own,
             compare_finds_the_same_forms, ledgers_that_cannot_be_used_are_left_alone, the_ledger_prints_again_without_banks,
             what_is_used_up_is_not_given_again, seeds_are_not_enough, what_was_not_written_is_written_by_the_next,
             hostile_ledgers_are_reported, a_class_has_its_limit):
    test()
    print(test.__name__)
