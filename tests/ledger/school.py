"""A school for tests: a bank, an assessment, a folder to work in, and what must hold for every ledger."""
import collections
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"

TEMPLATE = """  <item-template id="{id}" standard="{standard}" level="{level}">
    <title>{title}</title>
    <parameters>
      <pick name="a" from="{low}..{high}"/>
      <pick name="b" from="{low}..{high}"/>
      <let name="s" value="a {sign} b"/>
    </parameters>
    <features off="digits"/>
    <stem><p>Find <m>{{a}} {print} {{b}}</m>.</p></stem>
    <value type="integer" key="s"><check test="key {back} b eq a"/></value>
    <solution><step><m>{{a}} {print} {{b}} = {{answer}}</m></step></solution>
  </item-template>
"""

ASSESSMENT = """<assessment xmlns="urn:formkin:assessment:1" id="quiz" title="Quiz">
  <section><items standard="7.NS.A.1" count="2"/><items standard="7.EE.B.4a" count="1"/></section>
</assessment>
"""


def template(**given):
    usual = {"id": "adding", "standard": "7.NS.A.1", "level": 1, "title": "Add", "low": 110, "high": 490, "sign": "+",
             "print": "+", "back": "-"}
    return TEMPLATE.format(**{**usual, **given})


def bank(*templates):
    return ('<item-bank xmlns="urn:formkin:item-bank:1" id="school" title="School" framework="tiny">\n'
            + "".join(templates) + "</item-bank>\n")


def usual_bank():
    return bank(template(), template(id="taking-away", standard="7.EE.B.4a", title="Take away", low=12, high=99, sign="-",
                                     print="-", back="+"))


class School:
    """An empty folder with a bank and an assessment, and the commands that are given there."""

    def __init__(self, formkin, text=None, assessment=ASSESSMENT):
        self.formkin = formkin
        self.keep = tempfile.TemporaryDirectory()
        self.place = pathlib.Path(self.keep.name)
        self.write("bank.xml", text or usual_bank())
        self.write("quiz.xml", assessment)

    def write(self, name, text):
        (self.place / name).write_text(text)

    def roster(self, class_id, students, header="id,family,given", name="roster.csv"):
        rows = [student if "," in student else f"{student},Family {student},Given {student}" for student in students]
        self.write(name, f"{header},class\n" + "".join(f"{row},{class_id}\n" for row in rows))
        return name

    def start(self, *words, data=DATA):
        environment = {**os.environ, "FORMKIN_DATA": str(data)}
        return subprocess.Popen([self.formkin, *map(str, words)], cwd=self.place, env=environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *words, status=0, data=DATA):
        process = self.start(*words, data=data)
        out, err = process.communicate(timeout=300)
        assert process.returncode == status, f"{words} ended with {process.returncode}:\n{out}{err}"
        return out + err

    def make(self, class_id, *words, status=0):
        return self.run("make", "quiz.xml", "--bank", "bank.xml", "--class", class_id, "-o", "out", *words, status=status)

    def query(self, sql, *values):
        """Read-only, as another program would."""
        db = sqlite3.connect(f"file:{self.place}/formkin.db?mode=ro", uri=True)
        try:
            return db.execute(sql, values).fetchall()
        finally:
            db.close()

    def import_class(self, class_id, students):
        name = self.roster(class_id, students, name=f"{class_id}.csv")
        self.run("class", "import", name)


def questions(school):
    """By student, the identities of all questions that were recorded, read from the set files and not from the table that
    keeps them apart."""
    had = collections.defaultdict(list)
    for file, letter, student in school.query(
            "SELECT p.file, f.letter, i.student FROM issue i JOIN form f ON f.code = i.form"
            " JOIN paper_set p ON p.id = f.paper_set"):
        form = next(form for form in json.loads(file)["forms"] if form["letter"] == letter)
        had[student] += [(item["template"], item["identity"]) for item in form["items"]]
    return had


def check_ledger(school):
    """What always holds: whole, consistent, no question twice for anybody, every code once."""
    assert school.query("PRAGMA integrity_check") == [("ok",)]
    assert school.query("PRAGMA foreign_key_check") == []
    had = questions(school)
    for student, list_of in had.items():
        twice = [question for question, n in collections.Counter(list_of).items() if n > 1]
        assert not twice, f"{student} got {twice[0]} twice"
    recorded = dict(school.query("SELECT student, count(*) FROM used GROUP BY student"))
    given = {student: len(list_of) for student, list_of in had.items()}
    assert recorded == given, f"recorded {recorded}, but given {given}"
    codes = [form["code"] for (file,) in school.query("SELECT file FROM paper_set") for form in json.loads(file)["forms"]]
    assert len(codes) == len(set(codes)), "a code stands on two forms"
    assert sorted(codes) == sorted(code for (code,) in school.query("SELECT code FROM form"))
    return sum(map(len, had.values()))


def check_printed(school):
    """Everything that was recorded is there, whole."""
    assert school.query("SELECT count(*) FROM issue WHERE printed_on IS NULL") == [(0,)]
    for name, file in school.query("SELECT name, file FROM paper_set"):
        out = school.place / "out"
        assert (out / f"{name}.json").read_bytes() == file, f"{name}.json is not what was recorded"
        for part in ("", "-key", "-index"):
            pdf = (out / f"{name}{part}.pdf").read_bytes()
            assert pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF"), f"{name}{part}.pdf is cut short"
    left = [path.name for path in (school.place / "out").iterdir() if path.suffix not in (".pdf", ".json", ".csv")]
    return left
