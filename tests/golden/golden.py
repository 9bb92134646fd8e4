#!/usr/bin/env python3
"""Commands and everything that they give, held to expected texts.

usage: golden.py FORMKIN SCENE FOLDER [NAME...] [--approve]

Each folder below FOLDER that holds a file `command` is a case. Its files, and those of FOLDER/shared, are copied into an
empty folder, and the lines of `command` are run there:
    formkin ...      the command; what it says, and its exit status, is expected/terminal
    chmod MODE FILE  a folder that nobody may write in, and the like
    show FILE...     also compares these with the files of the same name (folders joined by -) in expected/:
        NAME.txt     the text of NAME.pdf as pdftotext lays it out
        NAME.csv, NAME.xml  the file
        NAME.json    the set file, with the program's version masked and one line for what fits on one
        NAME-A.scene the drawing operations of form A of NAME.json; NAME-key.scene: of the key
The data folder is tests/data, unless a line begins with `shipped formkin`. --approve writes the expected files, after
showing what changes."""
import difflib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent / "data"
SECONDS = 60
WIDTH = 120
VERSION = re.compile(r"formkin \d+\.\d+\.\d+")


class Case:
    """One case while it runs: where, and what it has given so far."""

    def __init__(self, formkin, scene, folder):
        self.formkin, self.scene, self.folder = formkin, scene, folder
        self.terminal = ""
        self.found = {}

    def run(self):
        with tempfile.TemporaryDirectory() as place:
            self.place = pathlib.Path(place)
            for source in (self.folder.parent / "shared", self.folder):
                if source.is_dir():
                    shutil.copytree(source, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected"))
            for line in (self.folder / "command").read_text().splitlines():
                self.run_line(line)
        self.found["terminal"] = mask(self.terminal)

    def run_line(self, line):
        words = shlex.split(line, comments=True)
        if not words:
            return
        if words[0] == "show":
            for name in words[1:]:
                self.found[name.replace("/", "-")] = mask(self.show(name))
        elif words[0] == "chmod":
            (self.place / words[2]).chmod(int(words[1], 8))
        else:
            self.run_command(line, words)

    def run_command(self, line, words):
        shipped = words[0] == "shipped"
        words = words[1:] if shipped else words
        assert words[0] == "formkin", f"{self.folder}: unknown line {line!r}"
        environment = {key: value for key, value in os.environ.items() if key != "FORMKIN_DATA"}
        if not shipped:
            environment["FORMKIN_DATA"] = str(DATA)
        done = subprocess.run([self.formkin, *words[1:]], cwd=self.place, env=environment, capture_output=True, text=True,
                              timeout=SECONDS)
        self.terminal += f"$ {line}\n{done.stdout}{done.stderr}" + (f"[{done.returncode}]\n" if done.returncode else "")

    def show(self, name):
        stem, kind = name.rsplit(".", 1)
        if kind == "txt":
            return text_of(self.place / f"{stem}.pdf")
        if kind in ("csv", "xml"):
            return (self.place / name).read_text(encoding="utf-8-sig")
        if kind == "json":
            return layout_json(json.loads((self.place / name).read_text()))
        stem, which = stem.rsplit("-", 1)
        return said([self.scene, self.place / f"{stem}.json", which])


def mask(text):
    return VERSION.sub("formkin VERSION", text)


def said(command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS).stdout


def text_of(path):
    """Pages end with a line of their own, since no editor shows a form feed; blanks at line ends are dropped."""
    lines = said(["pdftotext", "-layout", path, "-"]).replace("\f", "---- end of page\n").splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def layout_json(value, indent=0):
    """JSON with each value on one line if it fits, so that a difference is read as what it means."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= WIDTH or not isinstance(value, (dict, list)):
        return line + ("\n" if indent == 0 else "")
    pairs = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    rows = [" " * (indent + 1) + ("" if name is None else json.dumps(name) + ": ") + layout_json(item, indent + 1)
            for name, item in pairs]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return opening + "\n" + ",\n".join(rows) + "\n" + " " * indent + closing + ("\n" if indent == 0 else "")


def differences(case):
    """(file, its difference) of each expected file that is not what was found."""
    expected = case.folder / "expected"
    for name in sorted(case.found):
        file = expected / name
        before = file.read_text() if file.exists() else ""
        if before != case.found[name]:
            title = f"{case.folder.name}/{name}"
            yield file, "".join(difflib.unified_diff(before.splitlines(True), case.found[name].splitlines(True),
                                                     title, "found"))
    for file in sorted(expected.glob("*")) if expected.is_dir() else []:
        if file.name not in case.found:
            yield file, f"{case.folder.name}/{file.name}: nothing shows this any more\n"


def approve_file(case, file):
    file.parent.mkdir(exist_ok=True)
    if file.name in case.found:
        file.write_text(case.found[file.name])
    else:
        file.unlink()


def main():
    arguments = [word for word in sys.argv[1:] if word != "--approve"]
    approve = "--approve" in sys.argv
    formkin, scene, folder, names = *arguments[:3], arguments[3:]
    folders = sorted(path.parent for path in pathlib.Path(folder).resolve().glob("*/command"))
    differing = 0
    for path in folders:
        if names and path.name not in names:
            continue
        case = Case(formkin, scene, path)
        case.run()
        for file, difference in differences(case):
            print(difference)
            differing += 1
            if approve:
                approve_file(case, file)
    print(f"{len(folders)} cases, {differing} files differ" + (" and were approved" if approve and differing else ""))
    return 1 if not folders or (differing and not approve) else 0


if __name__ == "__main__":
    sys.exit(main())
