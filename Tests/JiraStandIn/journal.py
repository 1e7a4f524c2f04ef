"""The log of all requests, for tests to read and to wait upon."""

import threading


class Journal:
    """Requests in the order of their coming."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._entries: list[dict] = []

    def begin(self, entry: dict) -> dict:
        """A request came; what becomes of it is noted before its answer is sent."""
        with self._changed:
            self._entries.append(entry)
            self._changed.notify_all()
        return entry

    def note(self, entry: dict, **outcome: object) -> None:
        """What became of it."""
        with self._changed:
            entry.update(outcome)

    def entries(self) -> list[dict]:
        """All of them, as they are now."""
        with self._changed:
            return [dict(entry) for entry in self._entries]

    def forget(self) -> None:
        """Begins anew."""
        with self._changed:
            self._entries.clear()

    def await_count(self, count: int, method: str | None, path: str, seconds: float) -> bool:
        """Waits until that many requests have come; false where they did not in that time."""

        def is_reached() -> bool:
            fitting = (one for one in self._entries if method in (None, one["method"]) and path in one["target"])
            return sum(1 for _ in fitting) >= count

        with self._changed:
            return self._changed.wait_for(is_reached, seconds)
