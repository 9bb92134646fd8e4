"""Making and comparing sets, for the tests of this folder."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

TESTS = pathlib.Path(__file__).resolve().parents[1]


class Comparing(unittest.TestCase):
    formkin = None  # the program
    data = TESTS / "data"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)

    def run_formkin(self, *arguments):
        environment = {**os.environ, "FORMKIN_DATA": str(self.data)}
        return subprocess.run([self.formkin, *map(str, arguments)], capture_output=True, text=True, env=environment)

    def make(self, *arguments):
        done = self.run_formkin("make", *arguments, "-o", self.path / "made")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return next((self.path / "made").glob("*.json"))

    def compare(self, file, *arguments):
        """Verdicts and reasons by the property's number; the exit status says whether one failed."""
        done = self.run_formkin("compare", file, *arguments, "--json")
        self.assertTrue(done.stdout, done.stderr)
        found = json.loads(done.stdout)
        self.assertEqual(done.returncode, 1 if found["failed"] else 0, done.stderr)
        self.label = (found["label"], found["label_reason"])
        return {row["number"]: (row["verdict"], row["reason"]) for row in found["properties"]}
