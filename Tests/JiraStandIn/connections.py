"""Who is connected; so that one can wait until all that clients have sent is dealt with, even dead ones."""

import socket
import threading

Address = tuple[str, int]


class Connections:
    """The open connections of a server."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._open: set[Address] = set()
        self._last: Address | None = None

    def begin(self, address: Address) -> None:
        """A connection was taken; they are taken in the order of their coming."""
        with self._changed:
            self._open.add(address)
            self._last = address
            self._changed.notify_all()

    def end(self, address: Address) -> None:
        """A connection is over, and whatever was asked on it is done; or it is one of the stand-in's own."""
        with self._changed:
            self._open.discard(address)
            self._changed.notify_all()

    def settle(self, server: Address, seconds: float) -> bool:
        """Waits until nobody who is connected now, or waits to be, is any more; false where somebody still is."""
        # Whoever came before this connection has been counted when it is.
        with socket.create_connection(server) as probe:
            own = probe.getsockname()
            with self._changed:
                if not self._changed.wait_for(lambda: self._last == own or own in self._open, seconds):
                    return False
        with self._changed:
            return self._changed.wait_for(lambda: not self._open, seconds)
