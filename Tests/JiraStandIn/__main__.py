"""Starts the stand-in: `python3 Tests/JiraStandIn --help`."""

import argparse
import json
import os
import sys
import tempfile
import threading
from pathlib import Path

import certificates
from server import StandIn
from settings import KINDS, Settings
from tracker import Tracker


def arguments() -> argparse.Namespace:
    """What it is told on the command line."""
    parser = argparse.ArgumentParser(
        prog="python3 Tests/JiraStandIn",
        description="A stand-in for Jira on loopback. It says where it listens in a line of JSON, takes orders as "
        "lines of JSON on its standard input, and ends when that is closed. The token that it takes is in "
        "STAND_IN_TOKEN, that for the gateway in STAND_IN_SCOPED_TOKEN, the person's address in STAND_IN_EMAIL.",
    )
    parser.add_argument("--kind", choices=KINDS, default="cloud")
    parser.add_argument("--port-file", type=Path, help="where the base URL is written once it listens")
    parser.add_argument("--tls", choices=certificates.KINDS, help="https, with this certificate")
    parser.add_argument("--context-path", default="", help="where Jira lives below its host, such as /jira")
    parser.add_argument("--normalise", action="store_true", help="store documents in another form of the same meaning")
    parser.add_argument("--lenient", action="store_true", help="take what the schema takes and no editor makes")
    parser.add_argument("--limit-writes", action="store_true", help="429 after 20 writes of a ticket in 2 s")
    parser.add_argument("--page-limit", type=int, default=100, help="the most comments of a page")
    parser.add_argument("--comment-limit", type=int, default=5000, help="the most comments of a ticket")
    return parser.parse_args()


def main() -> None:
    """Serves until standard input is closed."""
    # Documents may be nested as deep as a client likes; they are to be refused, not to end us.
    sys.setrecursionlimit(20_000)
    threading.stack_size(64 << 20)
    told = arguments()
    settings = Settings(
        kind=told.kind,
        context_path=told.context_path.rstrip("/"),
        normalises=told.normalise,
        is_strict=not told.lenient,
        limits_writes=told.limit_writes,
        page_limit=told.page_limit,
        comment_limit=told.comment_limit,
    )
    with tempfile.TemporaryDirectory(prefix="jira-stand-in-") as directory:
        tls = certificates.context(told.tls, Path(directory)) if told.tls else None
        server = StandIn(Tracker(settings), tls)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        if told.port_file:
            # Whoever waits for the file finds it whole.
            new = told.port_file.with_name(told.port_file.name + ".new")
            new.write_text(server.url + "\n")
            os.replace(new, told.port_file)
        say(
            {
                "url": server.url,
                "gateway": server.gateway,
                "authority": f"{directory}/authority.pem" if tls else None,
                "cloudId": settings.cloud_id,
                "email": settings.email,
            }
        )
        for line in sys.stdin:
            say(carried_out(server, line))


def carried_out(server: StandIn, line: str) -> dict:
    """The answer to an order in a line."""
    try:
        return server.orders.run(json.loads(line))
    except ValueError as error:
        return {"error": f"an order is a line of JSON: {error}"}


def say(value: dict) -> None:
    """One line of JSON."""
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    main()
