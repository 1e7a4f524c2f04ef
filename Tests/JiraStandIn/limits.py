"""How often one may write: the limits that Jira Cloud publishes, and the headers that tell of them."""

import threading
import time
from collections import defaultdict, deque
from datetime import datetime, timedelta, timezone

from answers import Answer, of_json

"""Writes of one ticket: at most so many in so many seconds."""
WRITES = ((20, 2.0), (100, 30.0))

"""Requests of one site, path and method in a second."""
BURST = 100


class WriteLimits:
    """Remembers when each ticket was written to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._writes: dict[str, deque[float]] = defaultdict(deque)

    def wait_before(self, issue: str) -> float:
        """Seconds until the ticket may be written to again; 0 where it may be now, and then this is a write."""
        now = time.monotonic()
        with self._lock:
            writes = self._writes[issue]
            while writes and now - writes[0] >= WRITES[-1][1]:
                writes.popleft()
            waits = [
                writes[-count] + seconds - now
                for count, seconds in WRITES
                if len(writes) >= count and now - writes[-count] < seconds
            ]
            if not waits:
                writes.append(now)
            return max(waits, default=0.0)


def too_many(retry_after: float, reason: str) -> Answer:
    """The answer to one request too many."""
    answer = of_json({"errorMessages": ["Rate limit exceeded."], "errors": {}}, 429)
    seconds = max(0, round(retry_after + 0.499)) if retry_after else 0
    reset = datetime.now(timezone.utc) + timedelta(seconds=seconds)
    answer.headers |= {"Retry-After": str(seconds), "RateLimit-Reason": reason}
    answer.headers |= headers(0, f"{reset:%Y-%m-%dT%H:%MZ}")
    return answer


def headers(left: int = BURST - 1, reset: str | None = None) -> dict[str, str]:
    """What each answer of Cloud says of the limits."""
    shown = {"X-RateLimit-Limit": str(BURST), "X-RateLimit-Remaining": str(left)}
    if left < BURST / 5:
        shown["X-RateLimit-NearLimit"] = "true"
    if reset is not None:
        shown["X-RateLimit-Reset"] = reset
    return shown
