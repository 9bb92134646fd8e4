"""Every example of the authoring guide works: guide.py SOURCE FORMKIN

The tutorial is followed to the letter in an empty folder: its commands are run (those marked `sh fails` must fail), of two blocks of
XML one after the other the first is looked for in the file and the second put in its place, and the lines of a block of text must
occur in what the last command said.

A fenced block of XML that holds an <item-bank> is checked as it stands, one that begins with <item-template> inside a
bank, and one that begins with <assessment> is printed from. Shorter snippets are not complete, so they are passed over; there must be
few of them. And the guide is complete: it names every element and attribute of banks, function, answer type and automatic feature."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

source, formkin = pathlib.Path(sys.argv[1]), sys.argv[2]
text = (source / "item-banks" / "README.md").read_text()
blocks = re.findall(r"```xml\n(.*?)```", text, re.S)
HEAD = '<item-bank xmlns="urn:formkin:item-bank:1" id="guide" title="Guide" framework="ccss-math">\n'
faults, tried = [], 0

TUTORIAL_FILE = "my-equation.xml"


def follow(folder, path):
    """The tutorial's steps; the number of them. `path`: where formkin is found."""
    part = text.split("## Your first item in 20 minutes")[1].split("\n## ")[0]
    steps = re.findall(r"```(\w[\w ]*)\n(.*?)```", part, re.S)
    said, sought = "", None
    for kind, block in steps:
        if kind == "xml":
            file = pathlib.Path(folder, TUTORIAL_FILE)
            if sought and file.read_text().count(sought) != 1:
                faults.append(f"tutorial: the file does not hold this once: {sought}")
            elif sought:
                file.write_text(file.read_text().replace(sought, block))
            sought = None if sought else block
        elif kind == "text":
            faults.extend(f"tutorial: {line!r} is not in {said}" for line in block.splitlines() if line not in said)
        else:
            said = ""
            for command in block.splitlines():
                done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True,
                                      env={**os.environ, "PATH": path})
                said += done.stdout + done.stderr
                if (done.returncode != 0) != (kind == "sh fails") or (kind == "sh" and "warning " in done.stderr):
                    faults.append(f"tutorial: {command}: {done.returncode} {said}")
    return len(steps)


with tempfile.TemporaryDirectory() as folder:
    if follow(folder, f"{pathlib.Path(formkin).resolve().parent}{os.pathsep}{os.environ['PATH']}") < 20:
        faults.append("the tutorial was not found")
    made = {file.name for file in pathlib.Path(folder).rglob("*")}
    for name in ("my-equation-preview.pdf", "exit-ticket-A.pdf", "exit-ticket-C.pdf", "exit-ticket-key.pdf", "friday-quiz.xml"):
        if name not in made:
            faults.append(f"tutorial: {name} was not made")

with tempfile.TemporaryDirectory() as folder:
    for number, block in enumerate(blocks, 1):
        path = pathlib.Path(folder) / f"example-{number}.xml"
        if block.lstrip().startswith("<item-template"):
            block = HEAD + block + "</item-bank>\n"
        path.write_text(block)
        if "<item-bank" in block:
            command = [formkin, "check", str(path), "--draws", "500"]
        elif "<assessment" in block:
            command = [formkin, "make", str(path), "--standard", "7.EE.B.4a", "-o", folder]
        else:
            continue
        tried += 1
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0 or "warning" in done.stderr:
            faults.append(f"example {number}: {done.stdout}{done.stderr}")

def rows(table, pattern):
    """Names in the rows of a table of the sources."""
    found = re.findall(pattern, (source / "generator" / table).read_text())
    assert len(found) > 5, table
    return set(found)


banks = (source / "generator" / "bank" / "elements.def").read_text().split("/* ---- Registers")[0]
elements = set(re.findall(r'^KIN_ELEMENT\(\w+, "([\w-]+)"', banks, re.M))
functions = rows("expr/functions.def", r"(?m)^KIN_FUNCTION\((\w+)\)")
named = elements | functions | set(re.findall(r'^KIN_ATTRIBUTE\(\w+, "([\w:-]+)"', banks, re.M))
named |= rows("content/answers.def", r"(?m)^KIN_ANSWER_TYPE\((\w+)\)") | rows("bank/automatic.def", r'(?m)^KIN_AUTOMATIC\(\w+, "([\w ]+)"')
reference = text.split("## Reference")[-1]
for name in sorted(named):
    if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", reference):
        faults.append(f"the reference of the guide does not name {name}")

for name in sorted(elements | functions):
    said = subprocess.run([formkin, "help", name], capture_output=True, text=True).stdout
    if f"Element <{name}>: " not in said and f"Function {name}: " not in said:
        faults.append(f"formkin help {name} does not describe it")

if tried < 5:
    faults.append(f"only {tried} complete examples were found")
print("\n".join(faults) or f"{tried} examples work")
sys.exit(bool(faults))
