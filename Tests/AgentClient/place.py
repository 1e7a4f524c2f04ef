"""Where the checks of `postmortem mcp` take place: a repository with a fix, a home, and a stand-in for Jira."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

KEY = "OPS-1"
OTHER_KEY = "OPS-2"
FACTS = [
    "title=The sum is wrong", "owner=Ada", "cause.mechanism=add() drops the carry when `a` and `b` are odd.",
    "fix.summary=It carries.", "fix.reason=Nothing is dropped.", "no_actions=There is a test now.",
    "not_trivial=It is a fix.", "symptom.text=wanted 4, got 3", "symptom.source=run.sh",
]  # fmt: skip


class Place:
    """A repository with a fix, a home and a stand-in for Jira, which end with this value."""

    def __init__(self) -> None:
        self._directory = tempfile.TemporaryDirectory()
        self.home = Path(self._directory.name, "home")
        self.repository = Path(self._directory.name, "repository")
        settings = self.home / ".config" / "postmortem" / "config.yaml"
        settings.parent.mkdir(parents=True)
        settings.write_text("agents:\n  post: true\n")
        self.repository.mkdir()
        self._git("init", "--quiet", "--initial-branch=main")
        for text in ("echo 'wanted 4, got 3'; exit 1\n", "echo 'got 4'\n"):
            (self.repository / "run.sh").write_text(text)
            self._git("add", "run.sh")
            self._git("commit", "--quiet", "--message", "Mend the sum")
        stand_in = Path(__file__).parent.parent / "JiraStandIn"
        self._jira = subprocess.Popen(
            [sys.executable, "-B", str(stand_in)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.url = json.loads(self._jira.stdout.readline())["url"]
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "POSTMORTEM_TEST_HOME": str(self.home),
            "GIT_CONFIG_GLOBAL": "/dev/null", "POSTMORTEM_JIRA_URL": self.url,
            "POSTMORTEM_JIRA_EMAIL": "ada@example.org", "POSTMORTEM_JIRA_TOKEN": "stand-in-token",
        }  # fmt: skip

    def _git(self, *words: str) -> None:
        person = ["-c", "user.name=Ada Byron", "-c", "user.email=ada@example.org"]
        subprocess.run(["git", *person, *words], cwd=self.repository, check=True)

    def record(self, program: str, key: str) -> None:
        """Leads the fix to a record that can be posted."""
        for status, words in (
            (0, ["new", key, "--fix", "HEAD", "--repro", "sh run.sh"]), (0, ["try", key, "--", "sh", "-c", "exit 3"]),
            (0, ["prove", "--case", key]), (0, ["set", key, *FACTS]), (0, ["draft", key]),
        ):  # fmt: skip
            run = subprocess.run(
                [program, *words], cwd=self.repository, env=self.environment, capture_output=True, text=True
            )
            if run.returncode != status:
                sys.exit(f"place: {words}: {run.returncode}\n{run.stdout}{run.stderr}")

    def comments(self) -> list:
        """The comments on the ticket."""
        self._jira.stdin.write(json.dumps({"do": "comments", "issue": KEY}) + "\n")
        self._jira.stdin.flush()
        return json.loads(self._jira.stdout.readline())["comments"]

    def __enter__(self) -> "Place":
        return self

    def __exit__(self, *_: object) -> None:
        self._jira.stdin.close()
        self._jira.wait()
        self._directory.cleanup()
