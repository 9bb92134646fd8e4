"""The pages of `formkin doc` hang together: doc.py SOURCE FORMKIN

Every topic has its page, every link leads somewhere, and whatever the tables name stands on its page with its
documentation; on a terminal the same names appear."""
import pathlib
import re
import subprocess
import sys
import tempfile

source, formkin = pathlib.Path(sys.argv[1]), sys.argv[2]
TABLES = {"elements": ("bank/elements.def", r'^KIN_ELEMENT\(\w+, "([\w-]+)"'),
          "attributes": ("bank/elements.def", r'^KIN_ATTRIBUTE\(\w+, "([\w:-]+)"'),
          "functions": ("expr/functions.def", r"^KIN_FUNCTION\((\w+)\)"),
          "answers": ("content/answers.def", r"^KIN_ANSWER_TYPE\((\w+)\)"),
          "formats": ("content/formats.def", r'^KIN_FORMAT\(\w+, "([^"]+)"'),
          "features": ("bank/automatic.def", r'^KIN_AUTOMATIC\(\w+, "([^"]+)"'),
          "diagnostics": ("base/diagnostics.def", r"^KIN_DIAG\((\w+)")}
faults = []


def run(*words):
    return subprocess.run([formkin, "doc", *words], check=True, capture_output=True, text=True).stdout


def names(table, pattern):
    found = re.findall(pattern, (source / "generator" / table).read_text(), re.M)
    assert len(found) > 5, table
    return found


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    run("-o", name)
    pages = {path.name: path.read_text() for path in folder.glob("*.md")}
    for page, text in pages.items():
        for link in re.findall(r"\]\(([^)]+)\)", text):
            file, _, anchor = link.partition("#")
            if file and not (folder / file).exists():
                faults.append(f"{page}: {link} leads nowhere")
            if anchor and f'<a id="{anchor}">' not in pages.get(file or page, ""):
                faults.append(f"{page}: there is no {anchor}")
    if not (folder / "figures.pdf").read_bytes().startswith(b"%PDF"):
        faults.append("the gallery of figures is no PDF")
    for topic, (table, pattern) in TABLES.items():
        terminal = run(topic)
        for word in names(table, pattern):
            for where, text in (("page", pages[f"{topic}.md"]), ("terminal", terminal)):
                if not re.search(rf"(?<![\w-]){re.escape(word)}", text):
                    faults.append(f"{topic} ({where}) does not name {word}")

refused = subprocess.run([formkin, "doc", "nonsense"], capture_output=True, text=True)
if refused.returncode != 2:
    faults.append("a topic that is not there should be refused")
print("\n".join(faults) or f"{len(pages)} pages hang together")
sys.exit(bool(faults))
