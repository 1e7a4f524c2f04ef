"""The HTTP server: reads requests, lets the faults happen that are due, sends answers."""

import json
import re
import select
import socket
import ssl
import struct
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import access
import limits
from answers import Answer, of_json, of_refusal
from api import API
from connections import Address, Connections
from faults import Fault, Faults
from journal import Journal
from orders import Orders
from request import Request
from settings import PREFIX
from tracker import Refused, Tracker

"""A slow answer comes in so many pieces at most, of a byte each where it is short, with a pause before each."""
DRIPS = 1000


class StandIn(ThreadingHTTPServer):
    """A server on a free port of loopback, with or without TLS."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, tracker: Tracker, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.tls = tls
        self.tracker = tracker
        self.api = API(tracker)
        self.faults = Faults()
        self.journal = Journal()
        self.limits = limits.WriteLimits()
        self.connections = Connections()
        self.orders = Orders(tracker, self.faults, self.journal, self._settle)

    @property
    def url(self) -> str:
        """The base of the site, as clients are to be told it."""
        scheme = "https" if self.tls else "http"
        return f"{scheme}://127.0.0.1:{self.server_address[1]}{self.tracker.settings.context_path}"

    @property
    def gateway(self) -> str:
        """The base of the gateway."""
        return f"{self.url.removesuffix(self.tracker.settings.context_path)}/ex/jira/{self.tracker.settings.cloud_id}"

    def get_request(self) -> tuple[socket.socket, object]:
        """The next connection; its TLS handshake comes later, in a thread of its own."""
        connection, address = super().get_request()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.tls is not None:
            connection = self.tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address

    def process_request(self, request: socket.socket, client_address: Address) -> None:
        """Serves a connection in a thread of its own."""
        self.connections.begin(client_address)
        super().process_request(request, client_address)

    def process_request_thread(self, request: socket.socket, client_address: Address) -> None:
        """Serves a connection to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.connections.end(client_address)

    def _settle(self, seconds: float) -> bool:
        return self.connections.settle(self.server_address, seconds)

    def handle_error(self, request: object, client_address: Address) -> None:
        """Clients that go away or do not like our certificate are what this server is for; our own faults are told."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "AtlassianEdge"
    sys_version = ""
    server: StandIn

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing on standard error: the journal has it."""

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
            self._send(self._own(request))
            return
        entry = self.server.journal.begin(request.logged(verdict) | {"fault": kind, "status": None, "reason": None})
        if fault is None:
            self._send(self._answer(request, entry))
        else:
            self._suffer(fault, request, entry)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = do_OPTIONS = _serve

    def _answer(self, request: Request, entry: dict) -> Answer:
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

    def _suffer(self, fault: Fault, request: Request, entry: dict) -> None:
        """Lets a fault happen to a request that has been read."""
        kind = fault.kind
        if kind in ("refuse", "close-while-reading"):
            self._reset()
            return
        if kind == "delay-before-storing" and self._leaves_within(fault.seconds):
            return
        answer: Answer | None = None
        if kind not in ("close-before-storing", "status-before-storing", "redirect"):
            answer = self._answer(request, entry)
        if kind == "duplicate":
            answer = self._answer(request, entry)
        if kind in ("status-before-storing", "status-after-storing"):
            answer = _status_answer(fault)
        if kind == "redirect":
            answer = Answer(
                fault.status if 300 <= fault.status < 400 else 302,
                headers={"Location": fault.location or self._elsewhere(request)},
            )
        if kind in ("close-before-storing", "close-after-storing"):
            if fault.resets:
                self._reset()
            self.close_connection = True
            return
        assert answer is not None
        self.server.journal.note(entry, status=answer.status)
        if kind == "delay-after-storing" and self._leaves_within(fault.seconds):
            return
        if kind == "malformed":
            answer.body = b'{"id": "10000", "body": <html><body>Sorry, an error'
        elif kind == "not-http":
            self.wfile.write(b"\x15\x03\x01\x00\x02\x02\x50 this is not the answer of a server\r\n\r\n")
            self.close_connection = True
            return
        raw = self._raw(answer)
        if kind == "truncated":
            # At least the last byte is missing, and where there is a body, half of it.
            self.wfile.write(raw[: len(raw) - max(1, len(answer.body) // 2)])
            self.close_connection = True
        elif kind == "drip":
            size = 1 + len(raw) // DRIPS
            for place in range(0, len(raw), size):
                time.sleep(fault.pause)
                self.wfile.write(raw[place : place + size])
        else:
            self.wfile.write(raw)

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
            size = int(self.rfile.readline().split(b";")[0], 16)
            pieces.append(self._exactly(size))
            self.rfile.readline()
            if size == 0:
                return b"".join(pieces)

    def _exactly(self, length: int) -> bytes:
        """That many bytes; a client that went away in the middle of its request has asked nothing."""
        body = self.rfile.read(length)
        if len(body) < length:
            raise ConnectionAbortedError("the request is not whole")
        return body

    def _raw(self, answer: Answer) -> bytes:
        """The answer as it goes over the wire, whole."""
        reason = self.responses.get(answer.status, ("", ""))[0]
        lines = [f"{self.protocol_version} {answer.status} {reason}"]
        named = {"Server": self.version_string(), "Date": self.date_time_string(), **answer.headers}
        if answer.status != 204:
            named["Content-Length"] = str(len(answer.body))
        lines += [f"{name}: {value}" for name, value in named.items()]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + answer.body

    def _send(self, answer: Answer) -> None:
        self.wfile.write(self._raw(answer))

    def _reset(self) -> None:
        """The connection ends with RST: what is under way to the client is lost as well."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True

    def _leaves_within(self, seconds: float) -> bool:
        """Waits that long; true where the client closed the connection meanwhile."""
        gone, _, _ = select.select([self.connection], [], [], seconds)
        self.close_connection = self.close_connection or bool(gone)
        return bool(gone)

    def _elsewhere(self, request: Request) -> str:
        """The same path under another name of this machine."""
        host = urlsplit(f"//{request.header('Host')}")
        name = "localhost" if host.hostname != "localhost" else "127.0.0.1"
        return f"{'https' if self.server.tls else 'http'}://{name}:{host.port}{request.target}"


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
