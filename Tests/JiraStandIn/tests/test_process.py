"""The stand-in as a process: its first line, its certificates, its end."""

import json
import ssl
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request
from pathlib import Path


class Process:
    """A stand-in in a process of its own."""

    def __init__(self, *options: str) -> None:
        program = [sys.executable, "-B", str(Path(__file__).parent.parent), *options]
        self.process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.greeting = json.loads(self.line())

    def line(self) -> str:
        """The next line that it prints."""
        assert self.process.stdout
        return self.process.stdout.readline()

    def order(self, line: str) -> dict:
        """What it answers to a line."""
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.line())

    def end(self) -> int:
        """Closes its standard input and waits for its end."""
        self.process.communicate(timeout=60)
        return self.process.returncode


class ProcessTests(unittest.TestCase):
    """What whoever starts it relies on."""

    def test_it_says_where_it_listens_takes_orders_and_ends_with_its_input(self) -> None:
        with tempfile.TemporaryDirectory() as directory:
            file = Path(directory) / "url"
            started = Process("--port-file", str(file))
            self.assertEqual(file.read_text(), started.greeting["url"] + "\n")
            self.assertEqual(started.order('{"do":"save","file":"%s/state"}' % directory), {})
            self.assertEqual(json.loads((Path(directory) / "state").read_text()), {"comments": []})
            self.assertIn("error", started.order("no JSON"))
            self.assertEqual(started.end(), 0)
        with self.assertRaises(urllib.error.URLError):
            urllib.request.urlopen(started.greeting["url"] + "/rest/api/3/serverInfo", timeout=20)

    def test_certificates_are_right_or_wrong_as_asked(self) -> None:
        # X509_V_ERR_IP_ADDRESS_MISMATCH and X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT of OpenSSL.
        for kind, refusal in (("right", None), ("wrong-name", 64), ("self-signed", 18)):
            with self.subTest(kind):
                started = Process("--tls", kind)
                trust = ssl.create_default_context(cafile=started.greeting["authority"])
                url = started.greeting["url"] + "/rest/api/3/serverInfo"
                try:
                    with urllib.request.urlopen(url, timeout=20, context=trust) as answer:
                        self.assertEqual(json.load(answer)["baseUrl"], started.greeting["url"])
                    self.assertIsNone(refusal)
                except urllib.error.URLError as error:
                    self.assertEqual(getattr(error.reason, "verify_code", error), refusal)
                started.end()
                self.assertFalse(Path(started.greeting["authority"]).exists())
