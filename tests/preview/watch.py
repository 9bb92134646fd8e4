#!/usr/bin/env python3
"""`formkin preview --watch` prints again when a bank or a register is saved: watch.py FORMKIN DATA

A good save gives a new sheet; a broken one is reported and leaves the last sheet; a file that is put in the place of the old
one, as editors do, is seen, too; Ctrl-C ends it with status 0. Each step has seconds, so that nothing hangs."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

FORMKIN, DATA = sys.argv[1], pathlib.Path(sys.argv[2])
SECONDS = 20
BANK = """<item-bank xmlns="urn:formkin:item-bank:1" id="watched" title="Watched" framework="tiny">
  <item-template id="sum" standard="7.NS.A.1" level="1">
    <title>TITLE</title>
    <parameters><pick name="a" from="11..60"/><pick name="b" from="11..60"/><where test="a ne b"/></parameters>
    <stem><p>What is {a} and {b} together?</p></stem>
    <value type="integer" key="a + b"><check test="key - b eq a"/><wrong key="abs(a - b)" misconception="MISCONCEPTION"/></value>
    <solution><step><m>{a} + {b} = {answer}</m></step></solution>
  </item-template>
</item-bank>
"""


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout


def wait_for(what, found):
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if found():
            return
        time.sleep(0.05)
    raise SystemExit(f"{what}: not seen within {SECONDS} seconds")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(DATA / "item-banks", folder / "data" / "item-banks")
        register = next((folder / "data" / "item-banks" / "misconceptions").glob("*.xml"))
        misconception = register.read_text().split('misconception id="')[1].split('"')[0]
        good = BANK.replace("MISCONCEPTION", misconception)
        bank, sheet, said = folder / "bank.xml", folder / "sheet.pdf", folder / "said"
        bank.write_text(good.replace("TITLE", "First title"))
        with said.open("w") as log:
            process = subprocess.Popen([FORMKIN, "preview", bank, "--watch", "-o", sheet], stdout=log, stderr=log,
                                       env={**os.environ, "FORMKIN_DATA": str(folder / "data")})
        try:
            wait_for("the first sheet", lambda: sheet.exists() and "waiting" in said.read_text())
            assert "First title" in text_of(sheet)
            bank.write_text(good.replace("TITLE", "Second title"))
            wait_for("a saved bank", lambda: "Second title" in text_of(sheet))
            bytes_before = sheet.read_bytes()
            bank.write_text(good.replace("TITLE", "Third title").replace('type="integer"', 'tipe="integer"'))
            wait_for("a broken save", lambda: "E134" in said.read_text())
            assert sheet.read_bytes() == bytes_before, "a broken save changed the sheet"
            fresh = folder / "bank.new"
            fresh.write_text(good.replace("TITLE", "Fourth title"))
            fresh.replace(bank)
            wait_for("a bank that was replaced", lambda: "Fourth title" in text_of(sheet))
            register.write_text(register.read_text().replace(f'id="{misconception}">', f'id="{misconception}">QUITE NEW '))
            wait_for("a saved register", lambda: "QUITE NEW" in text_of(sheet))
            process.send_signal(signal.SIGINT)
            assert process.wait(SECONDS) == 0, "Ctrl-C should end it well"
        finally:
            if process.poll() is None:
                process.kill()
            if sys.exc_info()[0]:
                print(said.read_text())
        left = sorted(path.name for path in folder.iterdir())
        assert left == ["bank.xml", "data", "said", "sheet.pdf"], left
    print("saves are seen, broken ones reported, Ctrl-C ends it")


if __name__ == "__main__":
    main()
