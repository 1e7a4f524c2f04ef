"""Drafts a record many times with a language model that is running, and counts what it made up that reached a record.

    writer.py POSTMORTEM URL --model NAME [--kind KIND] [--drafts N] [--seconds N]

The count is by a check of its own, simpler than the tool's and blind to it: each name, path and figure, and each code
span, of a sentence in a record is looked up in the facts that were sent. It ends with 1 where one is not there.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Tests/JiraStandIn"))
from outside import ROOT, Program  # noqa: E402

FACTS = (
    "title=Sums of odd numbers are wrong",
    "owner=Ada",
    "symptom.text=wanted 4, got 3",
    "cause.mechanism=`add` in run.sh drops the carry when both numbers are odd, and exits with 1.",
    "cause.chain=The sum lacks the carry that `add` drops, so run.sh prints 3 and not 4.",
    "fix.summary=`add` keeps the carry",
    "fix.reason=The carry is a part of what `add` returns, so no sum lacks it.",
    "slipped.category=ci-gap",
    "slipped.text=No test adds two odd numbers.",
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


def main() -> None:
    """All of it."""
    parser = argparse.ArgumentParser(prog="./dev bench writer")
    parser.add_argument("program")
    parser.add_argument("url")
    parser.add_argument("--model", required=True)
    parser.add_argument("--kind", default="openai-chat", choices=("anthropic", "openai-responses", "openai-chat"))
    parser.add_argument("--drafts", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=600)
    options = parser.parse_args()
    endings: Counter[str] = Counter()
    kept = dropped = 0
    wrong: list[str] = []
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        made = prepared(options.program, place, options)
        command = [made.program, "draft", "RILL-1", "--writer", "bench", "--json"]
        record = made.repository / "docs/postmortems/RILL-1.md"
        for number in range(options.drafts):
            record.unlink(missing_ok=True)
            (made.repository / ".postmortem/cases/RILL-1/draft.json").unlink(missing_ok=True)
            agreeing = [str(ROOT / "Examples/rill/at-terminal"), "anything else sends nothing: ", "yes"]
            if number == 0:
                subprocess.run(
                    [*agreeing, *command], cwd=made.repository, env=made.environment, stdout=subprocess.DEVNULL
                )
                record.unlink(missing_ok=True)
                (made.repository / ".postmortem/cases/RILL-1/draft.json").unlink(missing_ok=True)
            result = subprocess.run(
                command, cwd=made.repository, env=made.environment, capture_output=True, text=True
            )
            report = json.loads(result.stdout)
            writer = report.get("writer")
            if writer is None:
                endings[report["error"]["code"]] += 1
                continue
            dropped += len(writer["dropped"])
            if not record.exists():
                endings["no supported prose"] += 1
                continue
            endings["drafted"] += 1
            kept += len(writer["sentences"])
            wrong += made_up(writer)
            checked = json.loads(made.call("check", "RILL-1", "--json"))
            wrong += [one["message"] for one in checked["findings"] if one["rule"].startswith("unsupported-")]
    for ending, count in endings.most_common():
        print(f"       {ending}: {count} of {options.drafts} drafts")
    print(f"       sentences: {kept} in records, {dropped} dropped, {time.monotonic() - begun:.0f} s")
    print(f"  {'ok  ' if not wrong else 'OVER'} unsupported in a record: {len(wrong)} (at most 0)")
    for one in wrong[:20]:
        print(f"       {one}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
