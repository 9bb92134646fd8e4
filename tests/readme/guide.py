"""Every example of the authoring guide works: guide.py SOURCE FORMKIN

A fenced block of XML that holds an <item-bank> is checked as it stands, one that begins with <item-template> inside a
bank, and one that begins with <assessment> is printed from. Shorter snippets are not complete, so they are passed over; there must be
few of them. And the guide is complete: it names every element and attribute of banks, function, answer type and automatic feature."""
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
