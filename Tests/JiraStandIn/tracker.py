"""What the stand-in remembers: tickets, comments, their properties. Nothing here knows of HTTP."""

import threading
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from hashlib import sha256

import adf_text
from settings import Settings

ROLES = ("Administrators", "Developers", "Service Desk Team")
GROUPS = ("jira-administrators", "jira-users", "incident-reviewers")


@dataclass
class Comment:
    """A comment, in the form in which it was given: a document, or text of the wiki."""

    id: int
    issue: str
    author: str
    body: dict | str
    created: datetime
    updated: datetime
    visibility: dict | None = None
    properties: dict[str, object] = field(default_factory=dict)

    def copy(self) -> "Comment":
        """The comment as it is now; bodies and values are never changed, only replaced."""
        return replace(self, properties=dict(self.properties))

    def document(self) -> dict:
        """The body as ADF."""
        return self.body if isinstance(self.body, dict) else adf_text.document(self.body)

    def words(self) -> str:
        """The body as text of the wiki; of a document only the words are left."""
        return self.body if isinstance(self.body, str) else adf_text.plain(self.body)

    @property
    def is_public(self) -> bool:
        """Whether customers of a service desk see it."""
        note = self.properties.get("sd.public.comment")
        return not (isinstance(note, dict) and note.get("internal") in (True, "true"))


@dataclass
class Issue:
    """A ticket."""

    key: str
    id: int
    summary: str
    description: str | dict | None = None
    project_type: str = "software"
    status: str = "Resolved"
    assignee: str | None = "grace"
    reporter: str | None = "ada"
    fix_versions: list[str] = field(default_factory=list)
    links: list[dict] = field(default_factory=list)
    is_visible: bool = True
    may_comment: bool = True
    comments: list[int] = field(default_factory=list)

    @property
    def project(self) -> str:
        """The key of its project."""
        return self.key.rsplit("-", 1)[0]


class Refused(Exception):
    """A request that the tracker does not take: a status, and words as Jira gives them."""

    reason: str | None = None
    """What was wrong, where Jira does not say it."""

    def __init__(self, status: int, *messages: str, **errors: str) -> None:
        super().__init__(status, messages, errors)
        self.status = status
        self.messages = list(messages)
        self.errors = errors


class Tracker:
    """All tickets and comments of one site; every method may be called from any thread."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = threading.RLock()
        self._issues: dict[str, Issue] = {}
        self._comments: dict[int, Comment] = {}
        self._next_comment = 10_000
        self._last_moment = datetime.fromtimestamp(0, timezone.utc)
        self.add_issue({"key": "OPS-1", "summary": "Checkout hangs when the cache is cold"})
        self.add_issue({"key": "HELP-1", "summary": "I cannot pay", "projectType": "service_desk"})

    def add_issue(self, given: dict) -> Issue:
        """Adds a ticket, or replaces what is said of it; comments stay."""
        names = {"projectType": "project_type", "fixVersions": "fix_versions"}
        names |= {"isVisible": "is_visible", "mayComment": "may_comment"}
        values = {names.get(name, name): value for name, value in given.items() if name not in ("key", "comments")}
        with self._lock:
            issue = self._issues.get(given["key"])
            if issue is None:
                issue = Issue(given["key"], 20_000 + len(self._issues), given["key"])
                self._issues[issue.key] = issue
            for name, value in values.items():
                if name in ("id", "comments") or not hasattr(issue, name):
                    raise ValueError(f"a ticket has no {name}")
                setattr(issue, name, value)
            for body in given.get("comments", []):
                self._store(issue, body, "grace", None, {})
            return issue

    def issue(self, key_or_id: str) -> Issue:
        """The ticket of this key, in any case, or this number."""
        with self._lock:
            for issue in self._issues.values():
                if issue.is_visible and (issue.key == key_or_id.upper() or str(issue.id) == key_or_id):
                    return issue
        raise Refused(404, "Issue does not exist or you do not have permission to see it.")

    def comments(self, issue: Issue) -> list[Comment]:
        """The comments of a ticket, in the order of their making."""
        with self._lock:
            return [self._comments[number].copy() for number in issue.comments]

    def all_comments(self) -> list[Comment]:
        """All comments of the site, in the order of their making."""
        with self._lock:
            return [self._comments[number].copy() for number in sorted(self._comments)]

    def comment(self, number: str, issue: Issue | None = None) -> Comment:
        """The comment of this number, of this ticket if one is given."""
        with self._lock:
            return self._comment(number, issue).copy()

    def add_comment(
        self, issue: Issue, body: dict | str, author: str, visibility: dict | None, properties: dict[str, object]
    ) -> Comment:
        """Stores a new comment."""
        with self._lock:
            if not issue.may_comment:
                raise Refused(400, "You do not have the permission to comment on this issue.")
            if len(issue.comments) >= self.settings.comment_limit:
                raise Refused(413, f"The issue has reached its limit of {self.settings.comment_limit:,} comments.")
            return self._store(issue, body, author, visibility, properties).copy()

    def change_comment(
        self, comment: Comment, body: dict | str, visibility: dict | None, properties: dict[str, object]
    ) -> Comment:
        """Replaces the body, and the visibility and properties that are given."""
        with self._lock:
            stored = self._comment(str(comment.id))
            stored.body = self._as_stored(body)
            stored.visibility = visibility if visibility is not None else stored.visibility
            stored.properties.update(properties)
            stored.updated = self._now()
            return stored.copy()

    def remove_comment(self, comment: Comment) -> None:
        """Removes a comment."""
        with self._lock:
            self._comment(str(comment.id))
            del self._comments[comment.id]
            self._issues[comment.issue].comments.remove(comment.id)

    def set_property(self, comment: Comment, key: str, value: object) -> bool:
        """Sets a property; true where there was none of that key."""
        with self._lock:
            properties = self._comment(str(comment.id)).properties
            is_new = key not in properties
            properties[key] = value
            return is_new

    def remove_property(self, comment: Comment, key: str) -> None:
        """Removes a property."""
        with self._lock:
            self._comment(str(comment.id)).properties.pop(key, None)

    def _comment(self, number: str, issue: Issue | None = None) -> Comment:
        comment = self._comments.get(int(number)) if number.isascii() and number.isdigit() else None
        if comment is None or (issue is not None and comment.issue != issue.key):
            raise Refused(404, f"Can not find a comment for the id: {number}.")
        return comment

    def _store(
        self, issue: Issue, body: dict | str, author: str, visibility: dict | None, properties: dict[str, object]
    ) -> Comment:
        now = self._now()
        comment = Comment(
            self._next_comment, issue.key, author, self._as_stored(body), now, now, visibility, dict(properties)
        )
        self._next_comment += 1
        self._comments[comment.id] = comment
        issue.comments.append(comment.id)
        return comment

    def _as_stored(self, body: dict | str) -> dict | str:
        if self.settings.normalises and isinstance(body, dict):
            return normalised(body)
        return body

    def _now(self) -> datetime:
        """The time, in milliseconds; never before what was said before."""
        now = datetime.now(timezone.utc)
        self._last_moment = max(self._last_moment, now.replace(microsecond=now.microsecond // 1000 * 1000))
        return self._last_moment


def normalised(document: dict) -> dict:
    """The same document as an editor might write it: other localIds, members and marks in another order.

    Whether Jira does the like is not known; who compares what was stored with what was sent must not trip over it.
    """
    counter = 0

    def localised(attributes: dict) -> dict:
        nonlocal counter
        if "localId" not in attributes:
            return attributes
        counter += 1
        digest = sha256(f"{counter} {attributes['localId']}".encode()).hexdigest()
        return attributes | {"localId": f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"}

    def rebuilt(node: dict) -> dict:
        copied = {name: node[name] for name in sorted(node, reverse=True)}
        if "attrs" in copied:
            copied["attrs"] = localised({name: node["attrs"][name] for name in sorted(node["attrs"], reverse=True)})
        if "marks" in copied:
            copied["marks"] = sorted(node["marks"], key=lambda mark: mark["type"])
        return copied

    top = rebuilt(document)
    waiting = [top]
    while waiting:
        node = waiting.pop()
        if "content" in node:
            node["content"] = [rebuilt(child) for child in node["content"]]
            waiting.extend(reversed(node["content"]))
    return top
