"""Files made to hurt: each must end in seconds, with an error that names it, in less than 256 MB.

hostile.py FORMKIN SANITIZED. The sanitizers need several times the memory, so there only time and message count."""
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

FORMKIN, SANITIZED = sys.argv[1], sys.argv[2] == "1"
SECONDS = 60 if SANITIZED else 10
MEGABYTES = 256

BANK = ('<item-bank xmlns="urn:formkin:item-bank:1" id="h" title="Hostile" framework="ccss-math">'
        '<item-template id="t" standard="7.EE.B.4a" level="1"><title>T</title>%s</item-template></item-bank>')
VALUE = '<value type="integer" key="a"><check test="key eq a"/></value>'
PICK = '<parameters><pick name="a" from="2..40"/>%s</parameters>'
STEM = '<stem><p>Say {a}.</p></stem>'


def bank(parameters="", stem=STEM, rest=VALUE):
    return BANK % (PICK % parameters + stem + rest)


def nested(element, depth, inside):
    return f"<{element}>" * depth + inside + f"</{element}>" * depth


# name: (file's text or bytes, pattern that the message must match)
CASES = {
    "deep-elements.xml": (BANK % nested("note", 50000, ""), r"error E1\d\d"),
    "deep-unclosed.xml": ("<a>" * 200000, r"error E1\d\d"),
    "doctype.xml": ('<!DOCTYPE x [<!ENTITY a "b">]>' + bank(), r"error E1\d\d.*DOCTYPE"),
    "entity-bomb.xml": ('<!DOCTYPE b [<!ENTITY a "' + "x" * 1000 + '">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1 if i > 1 else str()};" * 10}">' for i in range(1, 12)) + "]>" +
        BANK % "&a11;", r"error E1\d\d"),
    "external.xml": ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', r"error E1\d\d"),
    "xinclude.xml": ('<item-bank xmlns="urn:formkin:item-bank:1" xmlns:xi="http://www.w3.org/2001/XInclude" id="h" '
                     'title="t" framework="ccss-math"><xi:include href="/etc/passwd" parse="text"/></item-bank>',
                     r"error E\d"),
    "cut-off.xml": (bank()[:200], r"error E1\d\d"),
    "empty.xml": ("", r"error E1\d\d"),
    "not-utf8.xml": (bank().encode().replace(b"Say", b"S\xe9y"), r"error E103"),
    "nul.xml": (bank().encode().replace(b"Say", b"S\x00y"), r"error E10[34]"),
    "bidi.xml": (bank().replace("Say", "S\u202eay"), r"error E104"),
    "large.xml": (b"<a>" + b" " * (64 * 1024 * 1024) + b"</a>", r"error E102"),
    "many-attributes.xml": ("<item-bank " + " ".join(f'a{i}="1"' for i in range(20000)) + "/>", r"error E\d"),
    "deep-expression.xml": (bank('<let name="b" value="%s1%s"/>' % ("(" * 2000, ")" * 2000)), r"error E2\d\d"),
    "long-expression.xml": (bank('<let name="b" value="%s"/>' % "+".join(["a"] * 100000)), r"error E2\d\d"),
    "tower.xml": (bank('<let name="b" value="9^9^9^9"/>', "<stem><p>{b}</p></stem>"), r"error E\d"),
    "huge-power.xml": (bank('<let name="b" value="(10^1000)^1000"/>', "<stem><p>{b}</p></stem>"), r"error E\d"),
    "zero.xml": (bank('<let name="b" value="1/(a - a)"/>', "<stem><p>{b}</p></stem>"), r"division by zero"),
    "huge-list.xml": (bank('<let name="b" value="length([v for v in 1..1000000000])"/>', "<stem><p>{b}</p></stem>"),
                      r"error E\d"),
    "nested-loops.xml": (bank('<let name="b" value="sum([sum([sum([w*v*u for u in 1..9000]) for v in 1..9000]) '
                              'for w in 1..9000])"/>', "<stem><p>{b}</p></stem>"), r"error E\d"),
    "repeat.xml": (bank("", '<stem><for each="i" in="1..9000"><p>{i} {a}</p></for></stem>'), r"error E4\d\d"),
    "nodes.xml": (bank("", '<stem>' + '<for each="i" in="1..50"><for each="j" in="1..50"><for each="k" in="1..50">'
                       '<p>{i} {j} {k} {a}</p></for></for></for>' + '</stem>'), r"error E4\d\d"),
    "text.xml": (bank("", "<stem><p>{a} " + "word " * 30000 + "</p></stem>"), r"error E275"),
    "degree.xml": (bank("", '<stem><m>{(letter("x") + a)^1000}</m></stem>'), r"error E2\d\d"),
    "impossible.xml": (bank('<pick name="b" from="1..1000000000"/><pick name="c" from="1..1000000000"/>'
                            '<where test="b*c eq 3 - a*a*a"/>'), r"error E4\d\d.*"),
    "too-large-space.xml": (bank('<pick name="b" from="1..1000000000000"/><pick name="c" from="1..1000000000000"/>'),
                            r"error E\d"),
    "many-fields.xml": (bank("".join(f'<let name="v{i}" value="a"/>' for i in range(5000))), r"error E3\d\d"),
    "cycle.xml": (bank('<let name="b" value="c + 1"/><let name="c" value="b + 1"/>'), r"error E\d"),
    "path-id.xml": (bank().replace('id="t"', 'id="../../tmp/t"'), r"error E\d"),
    "escape.xml": (bank().replace('level="1"', 'level="\u009b31m"').encode(), r"error E104"),
    "formula.xml": (bank("", "<stem><m>" + "(" * 5000 + "{a}" + ")" * 5000 + "</m></stem>"), r"error E2\d\d"),
    "fractions.xml": (bank("", "<stem><m>" + "1/(" * 300 + "{a}" + ")" * 300 + "</m></stem>"), r"error E2\d\d"),
    "hole.xml": (bank("", "<stem><p>" + "{" * 4001 + "</p></stem>"), r"error E2\d\d"),
}

SETS = {
    "deep.json": ("[" * 100000, r"error E507"),
    "empty.json": ("", r"error E507"),
    "other.json": ('{"formkin-set": 1}', r"error E507"),
    "newer.json": ('{"formkin-set": 99}', r"error E512"),
    "null-items.json": ('{"formkin-set": 1, "sections": [{}], "slots": [{}], "forms": [{"items": [null], '
                        '"members": [{}]}]}', r"error E507"),
}

ASSESSMENTS = {
    "million.xml": ('<assessment xmlns="urn:formkin:assessment:1" id="m" title="M"><section>'
                    '<items count="1000000" level="1"/></section></assessment>', r"error E\d"),
    "not-one.xml": ("<x/>", r"error E\d"),
}


def run(arguments):
    """Exit status, messages, seconds of CPU and megabytes of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen([FORMKIN, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        text = process.communicate(timeout=SECONDS * 3)[0]
    except subprocess.TimeoutExpired:
        process.kill()
        return None, "did not end", SECONDS * 3, 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return process.returncode, text.decode("utf-8", "replace"), seconds, after.ru_maxrss / 1024


def judge(name, arguments, pattern):
    # ru_maxrss of children is the largest so far: the fork below gives each case a measure of its own.
    reader, writer = os.pipe()
    if os.fork() == 0:
        status, text, seconds, megabytes = run(arguments)
        faults = []
        if status not in (1, 2):
            faults.append(f"exit status {status}")
        if not re.search(pattern, text, re.S):
            faults.append(f"no message like /{pattern}/ in: {text[:600]}")
        if seconds > SECONDS:
            faults.append(f"{seconds:.1f} s of CPU")
        if megabytes > MEGABYTES and not SANITIZED:
            faults.append(f"{megabytes:.0f} MB")
        if re.search(r"AddressSanitizer|runtime error|LeakSanitizer", text):
            faults.append(text[-3000:])
        os.write(writer, (f"{name}: {seconds:5.2f} s {megabytes:4.0f} MB " + ("; ".join(faults) or "ok"))[:60000].encode())
        os._exit(1 if faults else 0)
    os.close(writer)
    with os.fdopen(reader) as line:
        print(line.read())
    return os.wait()[1] == 0


def main():
    good = True
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)

        def store(name, content):
            path = folder / name
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            return str(path)

        for name, (content, pattern) in CASES.items():
            good &= judge(name, ["check", store(name, content), "--draws", "50"], pattern)
        for name, (content, pattern) in SETS.items():
            good &= judge(name, ["make", "--from", store(name, content), "--forms", "C"], pattern)
        for name, (content, pattern) in ASSESSMENTS.items():
            good &= judge(name, ["make", store(name, content), "--standard", "7.EE.B.4a", "-o", str(folder / "out")],
                          pattern)
        good &= judge("no-such-file", ["check", str(folder / "none.xml")], r"error E101")
        good &= judge("a-device", ["check", "/dev/zero"], r"error E101")
        fine = store("fine.xml", bank())
        good &= judge("full-disk", ["make", "exit-ticket", "--standard", "7.EE.B.4a", "-o", "/dev/full"], r"error E60\d")
        status, text, _, _ = run(["check", fine, "--draws", "50"])
        if status != 0:
            print("the harmless bank fails:", text)
            good = False
    sys.exit(not good)


main()
