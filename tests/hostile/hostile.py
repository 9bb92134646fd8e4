"""Files made to hurt: each must end in seconds, with an error that names it, in less than 320 MB, of which the shipped banks take 70.

hostile.py FORMKIN SANITIZED. The sanitizers need several times the memory, so there only time and message count."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading

import cases

FORMKIN, SANITIZED = sys.argv[1], sys.argv[2] == "1"
SECONDS = 120 if SANITIZED else 10
MEGABYTES = 320
MEASURE = [sys.executable, "-I", "-S", str(pathlib.Path(__file__).with_name("measure.py"))]

# What would reach the terminal: control characters but line feed and tab, and changes of the reading direction.
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def run(*arguments):
    """Exit status, seconds of CPU, megabytes and output of one command."""
    memory = "0" if SANITIZED else str(4 * MEGABYTES)
    done = subprocess.run([*MEASURE, memory, str(SECONDS * 3), FORMKIN, *arguments], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def faults_of(result, pattern, statuses=(1, 2)):
    status, seconds, megabytes, text = result
    if re.search(r"AddressSanitizer|runtime error|LeakSanitizer", text):
        yield text[-3000:]
    if status not in statuses:
        yield "did not end" if status == -9 else f"exit status {status}"
    if not re.search(pattern, text, re.S):
        yield f"no message like /{pattern}/ in: {text[:600]}"
    if raw := RAW.search(text):
        yield f"a raw U+{ord(raw[0]):04X} in the output"
    if len(text) > 400_000:
        yield f"{len(text)} bytes of messages"
    if seconds > SECONDS:
        yield f"{seconds:.1f} s of CPU"
    if megabytes > MEGABYTES and not SANITIZED:
        yield f"{megabytes:.0f} MB"


class Bench:
    def __init__(self, folder):
        self.folder, self.good = folder, True

    def judge(self, name, arguments, pattern, statuses=(1, 2)):
        result = run(*arguments)
        faults = "; ".join(faults_of(result, pattern, statuses))
        print(f"{name}: {result[1]:5.2f} s {result[2]:4.0f} MB {faults or 'ok'}", flush=True)
        self.good &= not faults

    def store(self, name, content):
        path = self.folder / name
        with open(path, "wb") as file:
            for piece in [content] if isinstance(content, (str, bytes)) else content:
                file.write(piece if isinstance(piece, bytes) else piece.encode())
        return str(path)

    def check(self, name, content, pattern):
        path = self.store(name, content)
        self.judge(name, ["check", path, "--draws", "50"], pattern)
        os.unlink(path)

    def make(self, name, *arguments, pattern, statuses=(1, 2)):
        seed = [] if "--from" in arguments else ["--seed", "1"]
        self.judge(name, ["make", *arguments, *seed, "-o", str(self.folder / "out")], pattern, statuses)


def banks(bench):
    for name, (content, pattern) in cases.BANKS.items():
        bench.check(name, content() if callable(content) else content, pattern)


def printed(bench):
    ticket = bench.store("ticket.xml", cases.TICKET)
    for name, (content, pattern) in cases.PRINTED.items():
        bench.make(name, ticket, "--bank", bench.store(name, content), pattern=pattern, statuses=(0, 1, 2))


def assessments(bench):
    for name, (content, pattern) in cases.ASSESSMENTS.items():
        bench.make(name, bench.store(name, content), "--standard", "7.EE.B.4a", pattern=pattern)


def sets(bench):
    for name, (content, pattern) in cases.SETS.items():
        path = bench.store(name, content() if callable(content) else content)
        bench.make(name, "--from", path, "--forms", "C", pattern=pattern)


def tampered_sets(bench):
    """A sound set in which somebody changed one thing: read, extended by a form and laid out, or refused."""
    ticket, bank = bench.store("ticket.xml", cases.TICKET), bench.store("fine.xml", cases.bank())
    bench.make("sound", ticket, "--bank", bank, "--forms", "A,B", pattern="slot-parallel", statuses=(0,))
    sound = (bench.folder / "out" / "ticket.json").read_text()
    for name, (tamper, pattern, statuses) in cases.TAMPERED.items():
        whole = json.loads(sound)
        tamper(whole)
        bench.make(name, "--from", bench.store(name, json.dumps(whole)), "--forms", "C", "--bank", bank, pattern=pattern,
                   statuses=statuses)
    if outside := list(bench.folder.glob("outside*")):
        print("written outside of the folder:", *outside)
        bench.good = False


def standards(bench):
    """Tables of standards, which are looked for below FORMKIN_DATA."""
    bank = bench.store("fine.xml", cases.bank())
    data = bench.folder / "data"
    (data / "item-banks" / "standards").mkdir(parents=True)
    os.environ["FORMKIN_DATA"] = str(data)
    for name, (content, pattern) in cases.STANDARDS.items():
        bench.store("data/item-banks/standards/ccss-math.csv", content() if callable(content) else content)
        bench.judge(name, ["check", bank, "--draws", "50"], pattern)
    del os.environ["FORMKIN_DATA"]


def folders(bench):
    loop = bench.folder / "loop"
    (loop / "a" / "b").mkdir(parents=True)
    for name, target in (("a/up", ".."), ("a/b/top", "../.."), ("b", "b"), ("a/self", ".")):
        (loop / name).symlink_to(target)
    bench.judge("link-loop", ["check", str(loop)], r"error E101")
    deep = bench.folder / "deep"
    deep.joinpath(*["d"] * 200).mkdir(parents=True)
    bench.judge("deep-folder", ["check", str(deep)], r"error E101.*[Tt]oo many levels")
    os.mkfifo(bench.folder / "pipe.xml")
    bench.judge("a-pipe", ["check", str(bench.folder / "pipe.xml")], r"error E101.*not a regular file")
    bench.judge("a-device", ["check", "/dev/zero"], r"error E101")
    bench.judge("no-such-file", ["check", str(bench.folder / "none.xml")], r"error E101")
    bench.make("a-folder-as-set", "--from", str(deep), "--forms", "C", pattern=r"error E101")


def growing_file(bench):
    path, stop = bench.store("growing.xml", "<item-bank><!--"), threading.Event()

    def grow():
        with open(path, "ab") as file:
            while not stop.wait(0.002) and file.tell() < 32 << 20:
                file.write(b" " * (1 << 16))
                file.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    bench.judge("growing", ["check", path], r"error E1\d\d")
    stop.set()
    writer.join()


def names(bench):
    """Text that comes from outside and goes to the terminal."""
    bench.judge("escape-in-path", ["check", str(bench.folder / "\x1b[31m\u202e\u009b.xml")], r"error E101")
    path = bench.store("\x1b]0;title\x07.xml", "<x/>")
    bench.judge("escape-in-file-name", ["check", path], r"error E1\d\d")
    bench.make("escape-in-standard", "exit-ticket", "--standard", "\x1b[2J7.EE", pattern=r"error E\d")
    bench.make("escape-in-assessment", "\x1b[2J.xml", pattern=r"no assessment template")
    bench.make("escape-in-forms", "exit-ticket", "--forms", "A,\x1b[2J", pattern=r".")
    bench.judge("escape-in-command", ["\x1b[2J"], r".")
    bench.judge("escape-in-option", ["check", "--\x1b[2J"], r".")
    bench.judge("escape-in-explain", ["explain", "\x1b[2J"], r".")


def main():
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(folder))
        for part in (banks, printed, assessments, sets, tampered_sets, standards, folders, growing_file, names):
            part(bench)
        bench.judge("full-disk", ["make", "exit-ticket", "--standard", "7.EE.B.4a", "-o", "/dev/full"], r"error E60\d")
        bench.judge("harmless", ["check", bench.store("fine.xml", cases.bank()), "--draws", "50"], r"0 errors", (0,))
    sys.exit(not bench.good)


main()
