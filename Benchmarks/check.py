"""Measures the review: Markdown a second of processor time, growth with the size of one file, and the first finding.

    check.py POSTMORTEM [--markdown FILE] [--proselint PROGRAM]

The text is the Markdown of this repository, as often as it takes, or FILE. Processor time is that of user and system, the
least of several runs: what others do on the machine only ever makes a run slower. proselint reads a part of the same
text, since it is slower. It ends with 1 where a figure is over its bound.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZE = 5_000_000
RUNS = 7
IS_GOOD = True

# Texts that are made to be hard: what is repeated, and what comes first.
SHAPES = {
    "one line": ("plain words, ", ""),
    "one paragraph": ("plain words of a paragraph\n", ""),
    "headings": ("## Fix\n\nx\n\n", ""),
    "headings of no known kind": ("## Of its own\n\nx\n\n", ""),
    "backticks": ("`a``b ", ""),
    "quotations of quotations": ("> > - a\n", ""),
    "items": ("- a\n  - b\n    - c\n", ""),
    "links": ("[a] [b](c) ", "[a]: /x\n\n"),
    "findings": ("It probably is. ", ""),
    "findings in their own paragraphs": ("We think that it is.\n\n", ""),
}


def figure(what: str, value: float, unit: str, least: float | None = None, most: float | None = None) -> None:
    """Prints a figure, and whether it keeps its bound."""
    global IS_GOOD
    holds = (least is None or value >= least) and (most is None or value <= most)
    IS_GOOD = IS_GOOD and holds
    bound = "" if least is None else f" (at least {least:g})"
    bound += "" if most is None else f" (at most {most:g})"
    verdict = "    " if not bound else "ok  " if holds else "OVER"
    print(f"  {verdict} {what}: {value:.3g} {unit}{bound}", flush=True)


def processor_seconds(command: list[str], place: str, runs: int = RUNS) -> float:
    """The processor time of a command and all that it starts: the least of several runs."""
    best = float("inf")
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return best


def markdown_of_this_repository() -> bytes:
    """All Markdown that is kept here, over and over."""
    paths = sorted(path for path in ROOT.rglob("*.md") if ".build" not in path.parts)
    once = b"\n\n".join(path.read_bytes() for path in paths)
    return once * (SIZE // len(once) + 1)


def measure_rates(program: str, place: str, text: bytes, other: str | None) -> None:
    """How much of the text is read in a second of the processor."""
    megabytes = len(text) / 1e6
    print(f"check: how much Markdown is reviewed in a second of processor time? ({megabytes:.3g} MB in one file)")
    Path(place, "text.md").write_bytes(text)
    tone = processor_seconds([program, "check", "--tone", "text.md"], place)
    figure("tone", megabytes / tone, "MB/s", least=20)
    both = processor_seconds([program, "check", "text.md"], place)
    figure("tone and structure, with the report", megabytes / both, "MB/s", least=20)
    figure("the same as JSON", megabytes / processor_seconds([program, "check", "--format", "json", "text.md"], place), "MB/s")
    if other is None:
        print("       left out: proselint, since PyPI cannot be reached or has it no more")
        return
    part = text[: text.index(b"\n", min(len(text) - 2, 100_000)) + 1]
    Path(place, "part.md").write_bytes(part)
    Path(place, "word.md").write_bytes(b"A word.\n")
    theirs = processor_seconds([other, "check", "part.md"], place, 3) - processor_seconds([other, "check", "word.md"], place, 3)
    ours = processor_seconds([program, "check", "--tone", "part.md"], place)
    figure("proselint, without its start", len(part) / 1e6 / theirs, "MB/s")
    figure(f"tone of the same {len(part) / 1e3:.0f} kB, with our start, as often as fast", theirs / ours, "times")


def measure_growth(program: str, place: str, text: bytes) -> None:
    """How much longer a text of twice the size takes."""
    print("check: what does a text of twice the size take?", flush=True)
    texts = {"Markdown that people wrote": lambda size: (text * (size // len(text) + 1))[:size]}
    for name, (unit, opening) in SHAPES.items():
        texts[name] = lambda size, unit=unit, opening=opening: (opening + unit * (size // len(unit))).encode()
    for name, make in texts.items():
        seconds = []
        # Of the hard ones one run, and no more than it takes to see a time that grows faster than the text.
        runs, sizes = (1, (1, 2, 4)) if name in SHAPES else (3, (1, 2, 4, 8))
        for size in sizes:
            Path(place, "text.md").write_bytes(make(size * 1_000_000))
            seconds.append(processor_seconds([program, "check", "text.md"], place, runs))
        times = ", ".join(f"{one * 1000:.0f}" for one in seconds)
        growth = seconds[-1] / seconds[-3]
        # Two steps together: one of them may be that out of a cache.
        figure(f"{name} ({times} ms from 1 MB on), of four times the size", growth, "times", most=5)


def measure_start(program: str, place: str) -> None:
    """How long it takes from the start to the end of the report on one record of the example."""
    print("check: how long is it from the start to the first finding on one record?", flush=True)
    repository = Path(place, "rill")
    unpacked = subprocess.run(
        [ROOT / "Examples/rill/unpack", repository], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    if unpacked.returncode:
        print("       left out: the example cannot be unpacked")
        return
    fix = "e3dcc8a"
    records = repository / "docs/postmortems"
    records.mkdir(parents=True, exist_ok=True)
    record = records / "RILL-142.md"
    record.write_text(RECORD.replace("FIX", fix))
    # Files of the last three seconds are searched each time, for they may change unseen: none is that fresh in a day's work.
    time.sleep(4)
    for name, words in {"tone": ["--tone"], "all rules, names looked up in git": []}.items():
        command = [program, "check", *words, str(record)]
        best = float("inf")
        for _ in range(20):
            begun = time.perf_counter()
            with subprocess.Popen(command, cwd=repository, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
                assert child.stdout is not None
                child.stdout.read(1)
                best = min(best, time.perf_counter() - begun)
                child.stdout.read()
        figure(name, best * 1000, "ms", most=20)


RECORD = """---
key: RILL-142
owner: Ann Bell
fix: FIX
---

# RILL-142: The queue hangs

## Summary

RILL-142: readers of the queue hang; FIX wakes all of them. Owner: Ann Bell.

## Root cause

`rill_put` in `src/rill.c` probably wakes one reader where several wait.

## Fix

FIX wakes each of them, so that none waits for an event that has come.

## Validation

`make check` passes. Not tested: macOS.
"""


def main() -> int:
    """Measures all of it."""
    words = argparse.ArgumentParser()
    words.add_argument("program")
    words.add_argument("--markdown")
    words.add_argument("--proselint")
    options = words.parse_args()
    program = str(Path(options.program).resolve())
    other = str(Path(options.proselint).absolute()) if options.proselint else None
    text = Path(options.markdown).read_bytes() if options.markdown else markdown_of_this_repository()
    with tempfile.TemporaryDirectory() as place:
        os.environ["POSTMORTEM_CACHE"] = f"{place}/cache"
        measure_rates(program, place, text, other)
        measure_growth(program, place, text)
        measure_start(program, place)
    return 0 if IS_GOOD else 1


if __name__ == "__main__":
    sys.exit(main())
