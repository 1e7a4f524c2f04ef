"""Answers in the forms that Jira gives them."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from tracker import Refused


@dataclass
class Answer:
    """A status, headers and a body."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    reason: str | None = None
    """What was wrong, where Jira does not say it."""


def of_json(value: object, status: int = 200, **headers: str) -> Answer:
    """A value as JSON."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return Answer(status, body, {"Content-Type": "application/json;charset=UTF-8", **headers})


def of_refusal(refused: Refused) -> Answer:
    """A refusal in Jira's form."""
    answer = of_json({"errorMessages": refused.messages, "errors": refused.errors}, refused.status)
    answer.reason = refused.reason
    return answer


def unauthenticated() -> Answer:
    """What is answered where nobody, or nobody who is known, asks."""
    return Answer(
        401,
        b"Client must be authenticated to access this resource.",
        {
            "Content-Type": "text/plain;charset=UTF-8",
            "WWW-Authenticate": 'OAuth realm="https%3A%2F%2Fstand-in.example"',
            "X-Seraph-LoginReason": "AUTHENTICATED_FAILED",
        },
    )


def no_such_path(path: str) -> Answer:
    """What is answered where the API has no such path."""
    return of_json({"message": f"null for uri: {path}", "status-code": 404}, 404)


def moment(time: datetime) -> str:
    """A time in Jira's form."""
    return f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03d}{time:%z}"
