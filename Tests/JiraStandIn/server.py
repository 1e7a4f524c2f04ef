"""The server: a port of loopback, and what stands behind it."""

import socket
import ssl
import sys
from http.server import ThreadingHTTPServer
from typing import Any

from api import API
from connections import Connections
from faults import Faults
from handler import Handler
from journal import Journal
from limits import WriteLimits
from orders import Orders
from tracker import Tracker


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
        self.limits = WriteLimits()
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

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serves a connection in a thread of its own."""
        self.connections.begin(client_address)
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serves a connection to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.connections.end(client_address)

    def _settle(self, seconds: float) -> bool:
        return self.connections.settle(("127.0.0.1", self.server_address[1]), seconds)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away or do not like our certificate are what this server is for; our own faults are told."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)
