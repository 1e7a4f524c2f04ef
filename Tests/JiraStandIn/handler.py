"""One connection: reads requests, lets the faults happen that are due, sends answers."""

import json
import re
import select
import socket
import struct
import time
from http.server import BaseHTTPRequestHandler
from io import BufferedIOBase
from typing import TYPE_CHECKING

import access
import limits
import mishaps
from answers import Answer, of_json
from request import Request
from settings import PREFIX

if TYPE_CHECKING:
    from server import StandIn


class WholeLines:
    """Lines of a stream that must not end between them: half a head is no request."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self._stream = stream

    def readline(self, limit: int = -1) -> bytes:
        """The next line."""
        line = self._stream.readline(limit)
        if not line:
            raise ConnectionAbortedError("the request is not whole")
        return line


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: "StandIn"

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing on standard error: the journal has it."""

    def parse_request(self) -> bool:
        """Reads the head of a request, or nothing of it."""
        self.begun = time.perf_counter()
        stream = self.rfile
        self.rfile = WholeLines(stream)  # type: ignore[assignment]
        try:
            return super().parse_request()
        finally:
            self.rfile = stream

    def handle_expect_100(self) -> bool:
        """A client that asks first is told to go on when its fault is known."""
        return True

    def _serve(self) -> None:
        request = Request(self.command, self.path, dict(self.headers.items()))
        fault = self.server.faults.next(request)
        kind = fault.kind if fault else None
        if kind != "refuse":
            request.body = self._body(only_half=kind == "close-while-reading")
        is_gateway = request.path.startswith("/ex/jira/")
        verdict = access.verdict(request, self.server.tracker.settings, is_gateway)
        if request.path.startswith(PREFIX):
            self.server.connections.end(self.client_address)
            self.send(self._own(request))
            return
        unknown = {"status": None, "reason": None, "seconds": None}
        entry = self.server.journal.begin(request.logged(verdict) | {"fault": kind} | unknown)
        try:
            if fault is None:
                self.send(self.answer(request, entry))
            else:
                mishaps.suffer(fault, request, entry, self)
        finally:
            self.server.journal.note(entry, seconds=time.perf_counter() - self.begun)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = do_OPTIONS = _serve

    def answer(self, request: Request, entry: dict) -> Answer:
        """Does what is asked, and notes in the journal what came of it."""
        settings = self.server.tracker.settings
        match = re.search("/issue/([^/]+)/comment", request.path)
        if settings.limits_writes and match and request.method != "GET":
            wait = self.server.limits.wait_before(match[1])
            if wait > 0:
                self.server.journal.note(entry, status=429)
                return limits.too_many(wait, "jira-per-issue-on-write")
        scheme = "https" if self.server.tls else "http"
        answer = self.server.api.answer(request, f"{scheme}://{request.header('Host')}")
        self.server.journal.note(entry, status=answer.status, reason=answer.reason)
        if settings.is_cloud:
            answer.headers |= limits.headers()
        return answer

    def _own(self, request: Request) -> Answer:
        """The stand-in's own paths: GET comments and requests, POST orders."""
        name = request.path[len(PREFIX) :]
        if request.method == "POST" and name == "orders":
            try:
                given = json.loads(request.body)
            except ValueError as error:
                return of_json({"error": str(error)}, 400)
        elif request.method == "GET" and name in ("comments", "requests"):
            given = {"do": name}
        else:
            return of_json({"error": f"POST {PREFIX}orders, GET {PREFIX}comments, GET {PREFIX}requests"}, 404)
        result = self.server.orders.run(given)
        return of_json(result, 400 if "error" in result else 200)

    def _body(self, only_half: bool) -> bytes:
        """The body, or half of it; a client that went away in the middle of its request has asked nothing."""
        if "100-continue" in self.headers.get("Expect", "").lower():
            self.send_response_only(100)
            self.end_headers()
        if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
            return self._chunks()
        length = int(self.headers.get("Content-Length") or 0)
        return self._exactly(length // 2 if only_half else length)

    def _chunks(self) -> bytes:
        pieces = []
        while True:
            size = int(self.rfile.readline().split(b";")[0] or b"-1", 16)
            if size < 0:
                raise ConnectionAbortedError("the request is not whole")
            pieces.append(self._exactly(size))
            self.rfile.readline()
            if size == 0:
                return b"".join(pieces)

    def _exactly(self, length: int) -> bytes:
        body = self.rfile.read(length)
        if len(body) < length:
            raise ConnectionAbortedError("the request is not whole")
        return body

    def raw(self, answer: Answer) -> bytes:
        """The answer as it goes over the wire, whole."""
        reason = self.responses.get(answer.status, ("", ""))[0]
        lines = [f"{self.protocol_version} {answer.status} {reason}"]
        named = {"Server": "AtlassianEdge", "Date": self.date_time_string(), **answer.headers}
        if answer.status != 204:
            named["Content-Length"] = str(len(answer.body))
        lines += [f"{name}: {value}" for name, value in named.items()]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + answer.body

    def send(self, answer: Answer) -> None:
        """Sends an answer."""
        self.wfile.write(self.raw(answer))

    def drop(self, resets: bool = False) -> None:
        """The connection ends, with RST if so wanted: then what is under way to the client is lost as well."""
        if resets:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True

    def leaves_within(self, seconds: float) -> bool:
        """Waits that long; true where the client closed the connection meanwhile."""
        gone, _, _ = select.select([self.connection], [], [], seconds)
        self.close_connection = self.close_connection or bool(gone)
        return bool(gone)
