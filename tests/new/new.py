"""What `formkin new` writes works as it is: new.py SOURCE FORMKIN JING

For each kind of response that banks can have, a skeleton passes check without a warning, is valid for the schema, prints, and
can be previewed; so do the bank and the assessment. Files that are there are never overwritten."""
import pathlib
import re
import subprocess
import sys
import tempfile

source, formkin, jing = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
faults = []


def run(folder, *words):
    return subprocess.run([formkin, *words], cwd=folder, capture_output=True, text=True)


def must(folder, *words):
    done = run(folder, *words)
    if done.returncode != 0 or "warning" in done.stderr:
        faults.append(f"formkin {' '.join(words)}: {done.stdout}{done.stderr}")
    return done.stdout


def must_not(folder, status, said, *words):
    done = run(folder, *words)
    if done.returncode != status or said not in done.stderr:
        faults.append(f"formkin {' '.join(words)} should end with {status} and say {said!r}: {done.returncode} {done.stderr}")


def kinds():
    """Response kinds that have their element by now."""
    table = (source / "generator" / "content" / "responses.def").read_text()
    elements = (source / "generator" / "bank" / "elements.def").read_text()
    return [name for name in re.findall(r'^KIN_RESPONSE_KIND\(\w+, "([\w-]+)"\)', table, re.M)
            if re.search(rf'^KIN_ELEMENT\(\w+, "{name}"', elements, re.M)]


def try_template(folder, kind):
    file = f"{kind}-try.xml"
    must(folder, "new", "template", "--response", kind, "--id", f"{kind}-try")
    text = (folder / file).read_text()
    if "@" in text or f"<{kind}" not in re.sub(r"(?s)<!--.*?-->", "", text) or text.count("<!--") < 2:
        faults.append(f"{file} is not a commented template with a <{kind}>")
    must(folder, "check", file, "--draws", "2000")
    must(folder, "preview", file, "--draws", "3")
    must(folder, "make", "one.xml", "--bank", file, "--forms", "3", "-o", kind)


def name_kinds(folder):
    """The help names every kind that has a skeleton."""
    said = must(folder, "help", "new")
    faults.extend(f"formkin help new does not name {kind}" for kind in kinds() if not re.search(rf"\b{kind}\b", said))


ONE = """<assessment xmlns="urn:formkin:assessment:1" id="one" title="One">
  <section><items template="{}-try"/></section>
</assessment>
"""

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    name_kinds(folder)
    for kind in kinds():
        (folder / "one.xml").write_text(ONE.format(kind))
        try_template(folder, kind)
    must(folder, "new", "bank", "--id", "mine")
    must(folder, "check", "mine.xml", "--draws", "2000")
    must(folder, "new", "assessment", "--id", "friday", "-o", "friday.xml")
    must(folder, "make", "friday.xml", "--bank", "mine.xml", "--standard", "6.EE.B.7", "-o", "friday")
    must(folder, "new", "template", "--standard", "7.EE.4.b", "--id", "other-standard")
    if 'standard="7.EE.B.4b"' not in (folder / "other-standard.xml").read_text():
        faults.append("--standard is not in the file as its code")
    must(folder, "check", "other-standard.xml")
    before = (folder / "mine.xml").read_text()
    must_not(folder, 1, "E517", "new", "assessment", "--id", "mine")
    if (folder / "mine.xml").read_text() != before:
        faults.append("a file was overwritten")
    must_not(folder, 1, "E501", "new", "template", "--standard", "7.XX.1")
    must_not(folder, 2, "--id takes", "new", "bank", "--id", "../up")
    must_not(folder, 2, "--response takes one of value,", "new", "template", "--response", "essay")
    must_not(folder, 2, "only a template", "new", "bank", "--response", "value")
    must_not(folder, 2, "say what", "new")
    must(folder, "doc", "schema", "-o", "formkin.rng")
    files = sorted(str(path) for path in folder.glob("*.xml"))
    judged = subprocess.run([jing, folder / "formkin.rng", *files], capture_output=True, text=True)
    if judged.returncode != 0:
        faults.append(judged.stdout)

print("\n".join(faults) or f"{len(kinds())} kinds of response, a bank and an assessment work as they are")
sys.exit(bool(faults))
