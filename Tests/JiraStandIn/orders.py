"""What the stand-in is told while it runs: JSON objects with `do`, over its standard input or over HTTP."""

import json
import os
from collections.abc import Callable
from dataclasses import replace

from answers import moment
from faults import WEATHER, Fault, Faults
from journal import Journal
from tracker import Tracker

"""How long an order waits for something that should happen, in seconds."""
PATIENCE = 60.0


class Orders:
    """Carries out orders; each gives an object, with `error` where it could not be done."""

    def __init__(
        self, tracker: Tracker, faults: Faults, journal: Journal, settle: Callable[[float], bool]
    ) -> None:
        self._tracker = tracker
        self._faults = faults
        self._journal = journal
        self._settled = settle

    def run(self, order: object) -> dict:
        """Carries out one order."""
        known = {
            "ticket": self._ticket,
            "fault": self._fault,
            "storm": self._storm,
            "calm": self._calm,
            "comments": self._comments,
            "requests": self._requests,
            "forget": self._forget,
            "await": self._await,
            "settle": self._settle,
            "save": self._save,
        }
        try:
            given = dict(order)  # type: ignore[call-overload]
            return known[given.pop("do")](**given)
        except KeyError as error:
            return {"error": f"{error} is missing or not known; do is one of {', '.join(known)}"}
        except (TypeError, ValueError, OSError) as error:
            return {"error": str(error)}

    def _ticket(self, **given: object) -> dict:
        return {"id": str(self._tracker.add_issue(given).id)}

    def _fault(self, **given: object) -> dict:
        self._faults.add(Fault.of(given))
        return {"waiting": self._faults.waiting()}

    def _storm(
        self,
        seed: int,
        rate: float,
        faults: list[dict] | None = None,
        method: str | None = None,
        path: str = "",
        seconds: float = 3600,
    ) -> dict:
        chosen = [Fault.of(one) for one in faults] if faults else [replace(one, seconds=seconds) for one in WEATHER]
        self._faults.storm(seed, rate, chosen, Fault("refuse", method=method, path=path))
        return {"kinds": len(chosen)}

    def _calm(self) -> dict:
        waiting = self._faults.waiting()
        self._faults.calm()
        return {"waiting": waiting}

    def _comments(self, issue: str | None = None) -> dict:
        shown = [
            {
                "id": str(one.id),
                "issue": one.issue,
                "author": one.author,
                "body": one.body,
                "created": moment(one.created),
                "updated": moment(one.updated),
                "visibility": one.visibility,
                "properties": one.properties,
            }
            for one in self._tracker.all_comments()
            if issue in (None, one.issue)
        ]
        return {"comments": shown}

    def _requests(self) -> dict:
        return {"requests": self._journal.entries(), "waiting": self._faults.waiting()}

    def _forget(self) -> dict:
        self._journal.forget()
        return {}

    def _await(self, count: int, method: str | None = None, path: str = "", seconds: float = PATIENCE) -> dict:
        if not self._journal.await_count(count, method, path, seconds):
            raise ValueError(f"{count} requests did not come within {seconds:g} s")
        return {}

    def _settle(self, seconds: float = PATIENCE) -> dict:
        if not self._settled(seconds):
            raise ValueError(f"somebody is still connected after {seconds:g} s")
        return {}

    def _save(self, file: str) -> dict:
        with open(f"{file}.new", "w", encoding="utf-8") as target:
            json.dump(self._comments(), target, ensure_ascii=False, indent=1)
            target.write("\n")
        os.replace(f"{file}.new", file)
        return {}
