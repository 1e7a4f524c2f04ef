"""Drafts a record many times with a language model that is running, and counts what it made up that reached a record.

    writer.py POSTMORTEM URL --model NAME [--kind KIND] [--drafts N] [--at-once N] [--seconds N] [--minutes N]

The count is by a check of its own, simpler than the tool's and blind to it: each name, path and figure, and each code
span, of a sentence that stands is looked up in the facts that were sent, whether or not there was enough for a record.
It ends with 1 where one is not there.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Tests/JiraStandIn"))
from outside import ROOT, Program  # noqa: E402

# Enough for the four sections that every record has.
FACTS = (
    "title=Sums of odd numbers are wrong",
    "owner=Ada",
    "symptom.text=wanted 4, got 3",
    "cause.mechanism=`add` in run.sh drops the carry when both numbers are odd, and exits with 1.",
    "fix.summary=`add` keeps the carry",
    "fix.reason=The carry is a part of what `add` returns, so no sum lacks it.",
    "slipped.category=ci-gap",
    "not_covered.new=numbers of more than 64 bits",
    "no_actions=There is a test now.",
)
# A code span; a word with a figure, an underscore, or a capital behind its first letter; a path.
NAMES = re.compile(r"`([^`]+)`|([\w./:#-]*[\d_][\w./:#-]*|\w+[A-Z]\w*|[\w-]+/[\w./-]+)")


def prepared(program: str, place: str, options: argparse.Namespace) -> Program:
    """A case that can be drafted, and the writer in the settings."""
    made = Program(str(Path(program).resolve()), Path(place))
    made.call("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    made.call("set", "RILL-1", "not_trivial=It stands for larger ones.")
    made.call("prove", "--case", "RILL-1")
    made.call("set", "RILL-1", *FACTS)
    settings = Path(place) / ".config/postmortem/config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f"writers:\n  - name: bench\n    kind: {options.kind}\n    url: {options.url}\n"
        f"    model: {json.dumps(options.model)}\n    seconds: {options.seconds}\n"
    )
    return made


def made_up(writer: dict) -> list[str]:
    """What of the sentences in a record stands in none of the facts that were sent."""
    facts = "\n".join(fact["text"] for fact in writer["sent"]["facts"])
    found = []
    for sentence in writer["sentences"]:
        for code, word in NAMES.findall(sentence["text"]):
            name = (code or word).rstrip(".:,").removesuffix("()")
            if name and name not in facts:
                found.append(f"{name} ({sentence['text']})")
    return found


@dataclass
class Tally:
    """What came of drafts."""

    endings: Counter[str] = field(default_factory=Counter)
    standing: int = 0
    dropped: int = 0
    recorded: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.endings += other.endings
        self.standing += other.standing
        self.dropped += other.dropped
        self.recorded += other.recorded
        self.wrong += other.wrong


class Drafter:
    """One case, drafted anew again and again."""

    def __init__(self, place: str, options: argparse.Namespace) -> None:
        self.made = prepared(options.program, place, options)
        self.command = [self.made.program, "draft", "RILL-1", "--writer", "bench", "--json"]
        self.record = self.made.repository / "docs/postmortems/RILL-1.md"
        # Where facts go a person agrees to, once, at a terminal. What comes of that draft is not counted.
        agreeing = [str(ROOT / "Examples/rill/at-terminal"), "anything else sends nothing: ", "yes"]
        self.forget()
        subprocess.run(
            [*agreeing, *self.command],
            cwd=self.made.repository,
            env=self.made.environment,
            stdout=subprocess.DEVNULL,
        )

    def forget(self) -> None:
        """The case has no draft."""
        self.record.unlink(missing_ok=True)
        (self.made.repository / ".postmortem/cases/RILL-1/draft.json").unlink(missing_ok=True)

    def draft(self) -> Tally:
        """Drafts once, and holds what stands against what was sent."""
        self.forget()
        result = subprocess.run(
            self.command, cwd=self.made.repository, env=self.made.environment, capture_output=True, text=True
        )
        report = json.loads(result.stdout)
        writer = report.get("writer")
        if writer is None:
            return Tally(Counter({report["error"]["code"]: 1}))
        tally = Tally(standing=len(writer["sentences"]), dropped=len(writer["dropped"]), wrong=made_up(writer))
        if not self.record.exists():
            tally.endings["no supported prose for every section"] = 1
            return tally
        tally.endings["drafted"] = 1
        tally.recorded = len(writer["sentences"])
        checked = json.loads(self.made.call("check", "RILL-1", "--json"))
        tally.wrong += [
            one["message"] for one in checked["findings"] if one["rule"].startswith("unsupported-")
        ]
        return tally


def main() -> None:
    """All of it."""
    parser = argparse.ArgumentParser(prog="./dev bench writer")
    parser.add_argument("program")
    parser.add_argument("url")
    parser.add_argument("--model", required=True)
    parser.add_argument("--kind", default="openai-chat", choices=("anthropic", "openai-responses", "openai-chat"))
    parser.add_argument("--drafts", type=int, default=20)
    parser.add_argument("--at-once", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="no draft is begun after so many")
    options = parser.parse_args()
    begun = time.monotonic()
    total = Tally()

    def drafts(count: int) -> Tally:
        tally = Tally()
        with tempfile.TemporaryDirectory() as place:
            drafter = Drafter(place, options)
            for _ in range(count):
                if time.monotonic() - begun > options.minutes * 60:
                    break
                tally.add(drafter.draft())
                print(f"       {time.monotonic() - begun:.0f} s: {tally.endings}", file=sys.stderr)
        return tally

    shares = [len(range(worker, options.drafts, options.at_once)) for worker in range(options.at_once)]
    with ThreadPoolExecutor(options.at_once) as workers:
        for tally in workers.map(drafts, shares):
            total.add(tally)
    for ending, count in total.endings.most_common():
        print(f"       {ending}: {count} of {total.endings.total()} drafts")
    print(
        f"       sentences: {total.standing} stand, {total.recorded} of them in records; {total.dropped} dropped;"
        f" {time.monotonic() - begun:.0f} s"
    )
    print(f"  {'ok  ' if not total.wrong else 'OVER'} unsupported: {len(total.wrong)} (at most 0)")
    for one in total.wrong[:20]:
        print(f"       {one}")
    sys.exit(1 if total.wrong else 0)


if __name__ == "__main__":
    main()
