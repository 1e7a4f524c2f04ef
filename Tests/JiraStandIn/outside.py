"""For scripts that use a stand-in from outside: ours in a process of its own, and our program with a record to post."""

import json
import os
import subprocess
import sys
from pathlib import Path

EMAIL, TOKEN = "ada@example.org", "stand-in-token"
ROOT = Path(__file__).resolve().parents[2]
FACTS = (
    "title=The sum is wrong",
    "owner=Ada",
    "cause.mechanism=`add()` drops the carry when `a > 9`.",
    "cause.chain=The sum lacks it.",
    "fix.summary=It carries.",
    "fix.reason=Nothing is dropped.",
    "symptom.text=wanted 4, got 3",
    "symptom.source=run.sh",
    "slipped.category=ci-gap",
    "slipped.text=No test.",
    "no_actions=There is a test now.",
    "not_covered.new=Windows",
    "not_trivial=It is a fix.",
    "repro.attested.by=Ada",
    "repro.attested.on=2026-03-01",
    "repro.attested.see=#1",
    "validation.new.what=It runs.",
    "validation.new.passes=true",
    "validation.new.by=Ada",
    "validation.new.on=2026-03-01",
    "validation.new.see=#1",
)


class StandIn:
    """A stand-in in a process of its own, which ends with this value."""

    def __init__(self, *options: str) -> None:
        program = [sys.executable, "-B", str(ROOT / "Tests/JiraStandIn"), *options]
        environment = os.environ | {"STAND_IN_EMAIL": EMAIL, "STAND_IN_TOKEN": TOKEN}
        self._process = subprocess.Popen(
            program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        self.url = json.loads(self._process.stdout.readline())["url"]

    def order(self, **order: object) -> dict:
        """Gives an order."""
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise ValueError(answer["error"])
        return answer

    def __enter__(self) -> "StandIn":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()
        self._process.wait()


class Program:
    """Our program, in a home and a repository of its own."""

    def __init__(self, program: str, place: Path) -> None:
        self.program = program
        self.repository = place / "repository"
        self.repository.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(place),
            "LC_ALL": "C.UTF-8",
            "PAGER": "cat",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        for name in ("AUTHOR", "COMMITTER"):
            self.environment |= {f"GIT_{name}_NAME": "Ada", f"GIT_{name}_EMAIL": "ada@example.org"}
        self.git("init", "-q")
        versions = (("add() { exit 1; }\nadd\n", "Add the sum"), ("add() { exit 0; }\nadd\n", "Mend the sum"))
        for text, subject in versions:
            (self.repository / "run.sh").write_text(text)
            self.git("add", "-A")
            self.git("commit", "-qm", subject)

    def git(self, *words: str) -> None:
        """Calls git."""
        subprocess.run(["git", *words], cwd=self.repository, env=self.environment, check=True)

    def call(self, *words: str, status: int = 0, before: tuple[str, ...] = (), given: str | None = None) -> str:
        """Calls the program, and gives what it printed; it has to end with this status."""
        result = subprocess.run(
            [*before, self.program, *words],
            cwd=self.repository,
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
        )
        if result.returncode != status:
            said = result.stdout[-2000:] + result.stderr[-2000:]
            sys.exit(f"{' '.join(words)}: status {result.returncode}, not {status}\n{said}")
        if TOKEN in result.stdout + result.stderr:
            sys.exit(f"{' '.join(words)}: the token is printed")
        return result.stdout

    def log_in(self, url: str, *words: str) -> dict:
        """Logs in to a site, and gives what the program says of it."""
        return json.loads(self.call("jira", "login", url, "--with-token", "--json", *words, given=TOKEN))

    def write_record(self, key: str, *words: str) -> None:
        """Makes a case of the fix, with all that its record takes, and the record."""
        self.call("new", key, "--fix", "HEAD", "--repro", "sh run.sh", *words)
        self.call("set", key, *FACTS)
        self.call("draft", key)

    def sign(self, key: str, *words: str) -> None:
        """Signs the record of a case at a terminal."""
        person = (str(ROOT / "Examples/rill/at-terminal"), "anything else sends nothing: ", "post it")
        self.call("sign", key, *words, before=person)
