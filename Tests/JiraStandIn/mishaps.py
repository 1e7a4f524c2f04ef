"""How each fault happens to a request."""

import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import limits
from answers import Answer, of_refusal
from faults import Fault
from request import Request
from tracker import Refused

if TYPE_CHECKING:
    from handler import Handler

"""A slow answer comes in so many pieces at most, of a byte each where it is short, with a pause before each."""
DRIPS = 1000


def suffer(fault: Fault, request: Request, entry: dict, connection: "Handler") -> None:
    """Lets a fault happen to a request that has been read; of two of these, half or nothing of its body."""

    def done() -> Answer:
        return connection.answer(request, entry)

    def instead(answer: Answer) -> None:
        connection.server.journal.note(entry, status=answer.status)
        connection.send(answer)

    match fault.kind:
        case "refuse" | "close-while-reading":
            connection.drop(resets=True)
        case "close-before-storing":
            connection.drop(fault.resets)
        case "close-after-storing":
            done()
            connection.drop(fault.resets)
        case "delay-before-storing":
            if not connection.leaves_within(fault.seconds):
                connection.send(done())
        case "late":
            time.sleep(fault.seconds)
            connection.send(done())
        case "delay-after-storing":
            answer = done()
            if not connection.leaves_within(fault.seconds):
                connection.send(answer)
        case "status-before-storing":
            instead(_status_answer(fault))
        case "status-after-storing":
            done()
            instead(_status_answer(fault))
        case "duplicate":
            done()
            connection.send(done())
        case "truncated":
            answer = done()
            raw = connection.raw(answer)
            # At least the last byte is missing, and where there is a body, half of it.
            connection.wfile.write(raw[: len(raw) - max(1, len(answer.body) // 2)])
            connection.drop()
        case "malformed":
            answer = done()
            answer.body = b'{"id": "10000", "body": <html><body>Sorry, an error'
            connection.send(answer)
        case "not-http":
            done()
            connection.wfile.write(b"\x15\x03\x01\x00\x02\x02\x50 this is not the answer of a server\r\n\r\n")
            connection.drop()
        case "drip":
            raw = connection.raw(done())
            size = 1 + len(raw) // DRIPS
            for place in range(0, len(raw), size):
                time.sleep(fault.pause)
                connection.wfile.write(raw[place : place + size])
        case "redirect":
            status = fault.status if 300 <= fault.status < 400 else 302
            instead(Answer(status, headers={"Location": fault.location or _elsewhere(request, connection)}))


def _elsewhere(request: Request, connection: "Handler") -> str:
    """The same path under another name of this machine."""
    host = urlsplit(f"//{request.header('Host')}")
    name = "localhost" if host.hostname != "localhost" else "127.0.0.1"
    return f"{'https' if connection.server.tls else 'http'}://{name}:{host.port}{request.target}"


def _status_answer(fault: Fault) -> Answer:
    if fault.status == 429:
        retry_after = 0 if fault.retryAfter is None else fault.retryAfter
        answer = limits.too_many(retry_after, "jira-burst-based")
    elif fault.errorMessages is not None or fault.errors is not None or fault.status < 500:
        refused = Refused(fault.status, *(fault.errorMessages or []), **(fault.errors or {}))
        answer = of_refusal(refused)
    else:
        page = f"<html><head><title>{fault.status}</title></head><body>Temporarily unavailable</body></html>"
        answer = Answer(fault.status, page.encode(), {"Content-Type": "text/html"})
        if fault.retryAfter is not None:
            answer.headers["Retry-After"] = str(round(fault.retryAfter))
    answer.headers |= fault.headers or {}
    return answer
