"""Run the commands of README.md and templates/README.md, in order, in an empty folder: commands.py SOURCE FORMKIN

`./first-forms` runs as it stands (its build is up to date by then); `./run-tests` is what runs this, so it is only
looked at. XML of the templates' page is a file by its id there. Links and pictures must be there, and every assessment of
templates/ is named on that page."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

source, formkin = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
templates = (source / "templates/README.md").read_text()


def commands_of(text):
    return [line.strip() for block in re.findall(r"```sh\n(.*?)```", text, re.S) for line in block.strip().splitlines()]


commands = commands_of((source / "README.md").read_text()) + commands_of(templates)
assert len(commands) >= 15, commands
faults = []

with tempfile.TemporaryDirectory() as folder:
    path = f"{formkin.parent}{os.pathsep}{os.environ['PATH']}"
    (pathlib.Path(folder) / "item-banks").symlink_to(source / "item-banks")
    for xml in re.findall(r"```xml\n(.*?)```", templates, re.S):
        name = re.search(r'id="([^"]+)"', xml).group(1)
        (pathlib.Path(folder) / f"{name}.xml").write_text(xml)
    for command in commands:
        if command == "./run-tests":
            assert os.access(source / "run-tests", os.X_OK)
            continue
        place = source if command.startswith("./") else folder
        done = subprocess.run(["sh", "-c", command], cwd=place, env={**os.environ, "PATH": path},
                              capture_output=True, text=True)
        print("$", command, f"-> {done.returncode}")
        if done.returncode != 0:
            faults.append(f"{command}: {done.stdout}{done.stderr}")
    made = {file.name for file in (pathlib.Path(folder) / "tickets").iterdir()}
    for name in ("exit-ticket-A.pdf", "exit-ticket-B.pdf", "exit-ticket-C.pdf", "exit-ticket-key.pdf",
                 "exit-ticket.json", "quiz-A.pdf"):
        if name not in made:
            faults.append(f"{name} was not made")

for file in (source / "templates").glob("*.xml"):
    if file.stem not in templates and not ("problem-set" in file.stem and f"[-{file.stem[-1]}]" in templates):
        faults.append(f"templates/README.md does not name {file.stem}")

for name in ("README.md", "CONTRIBUTING.md", "item-banks/README.md", "templates/README.md"):
    file = source / name
    for link in re.findall(r"\]\(([^)#:]+)\)", file.read_text()):
        if not (file.parent / link).exists():
            faults.append(f"{name}: {link} is not there")

print("\n".join(faults) or "all commands work")
sys.exit(bool(faults))
