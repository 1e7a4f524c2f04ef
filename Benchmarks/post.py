"""Measures one post on loopback, and the memory of reading a ticket with 5,000 comments.

    post.py POSTMORTEM

The stand-in for Jira tells how long it took itself for each request; what a post takes beyond that is ours: to start, to
read the case and git, to render, to write the journal to the disk, and the loopback. It ends with 1 where a figure is
over its bound.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Tests/JiraStandIn"))
from outside import EMAIL, Program, StandIn  # noqa: E402

POSTS = 30
COMMENTS = 5000
IS_GOOD = True


def figure(what: str, value: float, unit: str, bound: float | None = None) -> None:
    """Prints a figure, and whether it keeps its bound."""
    global IS_GOOD
    verdict = "    " if bound is None else "ok  " if value <= bound else "OVER"
    IS_GOOD = IS_GOOD and verdict != "OVER"
    print(f"  {verdict} {what}: {value:.3g} {unit}" + (f" (at most {bound:g})" if bound else ""), flush=True)


def program(path: str, place: str, site: StandIn, *words: str) -> Program:
    """Our program with a record to post, logged in."""
    made = Program(str(Path(path).resolve()), Path(place))
    made.log_in(site.url, *words)
    made.write_record("RILL-1")
    return made


def measure_posts(path: str) -> None:
    """Posts one record to many tickets, one after the other."""
    print("post: how long does one post take on loopback, beyond the server's own time?", flush=True)
    ours, all_of_it, servers, requests = [], [], [], 0
    with StandIn() as site, tempfile.TemporaryDirectory() as place:
        made = program(path, place, site, "--email", EMAIL)
        for number in range(POSTS):
            ticket = f"RILL-{number + 1}"
            site.order(do="ticket", key=ticket)
            made.sign("RILL-1", "--ticket", ticket)
            site.order(do="settle")
            site.order(do="forget")
            begun = time.perf_counter()
            made.call("post", "RILL-1", "--ticket", ticket)
            took = time.perf_counter() - begun
            site.order(do="settle")
            log = site.order(do="requests")["requests"]
            server = sum(one["seconds"] for one in log)
            requests = len(log)
            ours.append(took - server)
            all_of_it.append(took)
            servers.append(server)
        stored = len(site.order(do="comments")["comments"])
        if stored != POSTS:
            sys.exit(f"post: {stored} comments are stored, not {POSTS}")
    figure(f"beyond the server's time, median of {POSTS}", statistics.median(ours) * 1000, "ms", 150)
    figure("all of it, median", statistics.median(all_of_it) * 1000, "ms")
    figure(f"the server's own time, median, for {requests} requests", statistics.median(servers) * 1000, "ms")
    figure("all of it, to the server's own time", statistics.median(all_of_it) / statistics.median(servers), "×")


def measure_reading(path: str, kind: str, *words: str) -> None:
    """Reads a ticket with as many comments as Jira keeps; the whole process counts."""
    with StandIn("--kind", kind) as site, tempfile.TemporaryDirectory() as place:
        made = program(path, place, site, *words)
        text = "It hangs here, too. " * 100
        site.order(do="ticket", key="RILL-1", comments=[text] * COMMENTS)
        site.order(do="forget")
        begun = time.perf_counter()
        reading = subprocess.Popen(
            [made.program, "post", "RILL-1", "--dry-run"],
            cwd=made.repository,
            env=made.environment,
            stdout=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(reading.pid, 0)
        took = time.perf_counter() - begun
        reading.returncode = os.waitstatus_to_exitcode(status)
        if reading.returncode != 0:
            sys.exit(f"post --dry-run: status {reading.returncode}")
        requests = len(site.order(do="requests")["requests"])
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    figure(f"{kind}: peak resident set", peak / 1e6, "MB", 100)
    figure(f"{kind}: {requests} requests", took, "s")


def main() -> None:
    """All of it."""
    measure_posts(sys.argv[1])
    print(f"\nreading: how much memory does it take to read a ticket with {COMMENTS:,} comments of 2,000 characters?")
    measure_reading(sys.argv[1], "cloud", "--email", EMAIL)
    measure_reading(sys.argv[1], "data-center")
    sys.exit(0 if IS_GOOD else 1)


if __name__ == "__main__":
    main()
