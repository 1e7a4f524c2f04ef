"""A stand-in on a thread of the test, and a plain client for it."""

import http.client
import json
import socket
import threading
import unittest
from base64 import b64encode

from server import StandIn
from settings import Settings
from tracker import Tracker

ISSUE = "/rest/api/3/issue/OPS-1/comment"


def basic(settings: Settings, token: str) -> str:
    """The header Authorization of a person of Cloud."""
    return "Basic " + b64encode(f"{settings.email}:{token}".encode()).decode()


def paragraph(words: str) -> dict:
    """A document of one paragraph."""
    return document({"type": "paragraph", "content": [{"type": "text", "text": words}]})


def document(*blocks: dict) -> dict:
    """A document of these blocks."""
    return {"type": "doc", "version": 1, "content": list(blocks)}


class StandInCase(unittest.TestCase):
    """A test with a stand-in of its own."""

    settings = Settings()

    def setUp(self) -> None:
        self.server = StandIn(Tracker(self.settings))
        # The poll is how long the end of a test waits.
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def order(self, name: str, **details: object) -> dict:
        """Gives an order that must succeed."""
        result = self.server.orders.run({"do": name, **details})
        self.assertNotIn("error", result)
        return result

    def ask(
        self,
        method: str,
        target: str,
        value: object = None,
        headers: dict[str, str] | None = None,
        timeout: float = 20,
        raw: bytes | None = None,
    ) -> tuple[int, object, http.client.HTTPMessage]:
        """Status, JSON (or text) and headers of an answer."""
        body = raw if raw is not None else None if value is None else json.dumps(value).encode()
        known = {"Authorization": self.authorization(), "Content-Type": "application/json"}
        connection = http.client.HTTPConnection(*self.server.server_address, timeout=timeout)
        try:
            connection.request(method, target, body, known if headers is None else headers)
            answer = connection.getresponse()
            text = answer.read()
            is_json = "json" in answer.headers.get("Content-Type", "")
            return answer.status, json.loads(text) if is_json else text.decode(), answer.headers
        finally:
            connection.close()

    def authorization(self) -> str:
        """What is right for the kind of site."""
        settings = self.settings
        return basic(settings, settings.token) if settings.is_cloud else f"Bearer {settings.token}"

    def post(self, words: str, **more: object) -> tuple[int, object, http.client.HTTPMessage]:
        """Posts a comment of one paragraph to OPS-1."""
        return self.ask("POST", ISSUE, {"body": paragraph(words), **more})

    def stored(self) -> list[str]:
        """The words of all comments."""
        return [comment.words() for comment in self.server.tracker.all_comments()]


def is_lost(error: BaseException) -> bool:
    """Whether a client saw no whole answer."""
    return isinstance(error, (ConnectionError, http.client.HTTPException, socket.timeout, ValueError))
