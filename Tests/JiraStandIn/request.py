"""One request, and one line of the log."""

from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import parse_qs, unquote, urlsplit

from tracker import Refused


@dataclass
class Request:
    """What a client asked, read whole."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""
    path: str = field(init=False)
    query: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.target)
        self.path = unquote(parts.path)
        self.query = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}

    def header(self, name: str) -> str | None:
        """The header of this name, in any case."""
        return next((value for known, value in self.headers.items() if known.lower() == name.lower()), None)

    def number(self, name: str, default: int) -> int:
        """A number of the query."""
        given = self.query.get(name, str(default))
        if not given.isascii() or not given.isdigit():
            raise Refused(400, f"The parameter {name} is a whole number, not “{given}”.")
        return int(given)

    def words(self, name: str) -> list[str]:
        """A list of the query, separated by commas."""
        return [word.strip() for word in self.query.get(name, "").split(",") if word.strip()]

    def logged(self, authorization: str) -> dict:
        """What the log keeps of it: no secret, and of the body only the digest."""
        hidden = {"authorization", "cookie", "proxy-authorization"}
        return {
            "method": self.method,
            "target": self.target,
            "headers": {name: value for name, value in self.headers.items() if name.lower() not in hidden},
            "authorization": authorization,
            "length": len(self.body),
            "digest": sha256(self.body).hexdigest(),
        }
