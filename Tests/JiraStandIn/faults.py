"""Faults that are to happen: in a queue, each for some requests, or at random from a seed."""

import random
import threading
from dataclasses import dataclass, fields, replace

from request import Request
from settings import PREFIX

"""What can go wrong, and what has happened to the tracker by then."""
KINDS = {
    "refuse": "the connection is reset before the body is read",
    "close-while-reading": "the connection is reset when half of the body is read; nothing is stored",
    "close-before-storing": "the request is read whole, nothing is stored, the connection is closed",
    "close-after-storing": "the request is done, the connection is closed without an answer",
    "delay-before-storing": "nothing happens for some seconds; a client that leaves meanwhile has stored nothing",
    "delay-after-storing": "the request is done, and the answer comes some seconds later",
    "status-before-storing": "nothing is stored, and the answer is this status",
    "status-after-storing": "the request is done, and the answer is this status all the same",
    "duplicate": "the request is done twice, as a proxy may; the second answer is given",
    "truncated": "the request is done; the connection is closed in the middle of the answer",
    "malformed": "the request is done; the answer is no JSON",
    "not-http": "the request is done; what comes back is not HTTP",
    "drip": "the request is done; the answer comes a byte at a time",
    "redirect": "nothing is stored; the client is sent to another host",
}


@dataclass(frozen=True)
class Fault:
    """One fault, for `count` requests of this method to a path that contains `path`, after `skip` such requests."""

    kind: str
    method: str | None = None
    path: str = ""
    count: int = 1
    skip: int = 0
    status: int = 503
    headers: dict | None = None
    errorMessages: list | None = None
    errors: dict | None = None
    seconds: float = 3600
    pause: float = 0.001
    retryAfter: float | None = None
    location: str | None = None
    resets: bool = False

    @staticmethod
    def of(given: dict) -> "Fault":
        """A fault as an order describes it; what is not known is an error."""
        known = {one.name for one in fields(Fault)}
        if set(given) - known or given.get("kind") not in KINDS:
            raise ValueError(f"a fault has {', '.join(sorted(known))}; its kind is one of {', '.join(KINDS)}")
        return Fault(**given)

    def fits(self, request: Request) -> bool:
        """Whether the fault is meant for this request."""
        return self.method in (None, request.method) and self.path in request.target


"""What a storm is made of where it is not told: each fault that a network or a server can have by itself."""
WEATHER = (
    [Fault(kind) for kind in KINDS if kind not in ("redirect", "status-before-storing", "status-after-storing")]
    + [Fault("status-before-storing", status=status) for status in (429, 500, 502, 503)]
    + [Fault("status-after-storing", status=status) for status in (500, 502, 503, 504)]
)


class Faults:
    """The faults that are due."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queue: list[Fault] = []
        self._storm: tuple[random.Random, float, list[Fault], Fault] | None = None

    def add(self, fault: Fault) -> None:
        """Puts one at the end of the queue."""
        with self._lock:
            self._queue.append(fault)

    def storm(self, seed: int, rate: float, kinds: list[Fault], meant: Fault) -> None:
        """From now on a request that is `meant` has a fault of `kinds` with the probability `rate`."""
        with self._lock:
            self._storm = (random.Random(seed), rate, kinds, meant)

    def calm(self) -> None:
        """No more faults."""
        with self._lock:
            self._queue.clear()
            self._storm = None

    def waiting(self) -> int:
        """How many requests will still have a fault of the queue."""
        with self._lock:
            return sum(fault.count for fault in self._queue)

    def next(self, request: Request) -> Fault | None:
        """The fault that this request is to have: the first of the queue that fits, else the storm's."""
        if request.path.startswith(PREFIX):
            return None
        with self._lock:
            for place, fault in enumerate(self._queue):
                if not fault.fits(request):
                    continue
                if fault.skip > 0:
                    self._queue[place] = replace(fault, skip=fault.skip - 1)
                    continue
                if fault.count > 1:
                    self._queue[place] = replace(fault, count=fault.count - 1)
                else:
                    del self._queue[place]
                return fault
            if self._storm is not None:
                generator, rate, kinds, meant = self._storm
                if meant.fits(request) and generator.random() < rate:
                    return generator.choice(kinds)
        return None
