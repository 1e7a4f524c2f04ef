"""Tickets, comments and people as Jira's JSON."""

from dataclasses import dataclass

import adf_text
from answers import moment
from settings import Settings
from tracker import Comment, Issue, Tracker

NAMES = {"ada": "Ada Byron", "grace": "Grace Hopper", "system": "Jira Automation"}


@dataclass(frozen=True)
class Forms:
    """How one version of the API shows things; `base` is where it lives, as clients see it."""

    tracker: Tracker
    base: str
    version: int

    @property
    def settings(self) -> Settings:
        """The site's."""
        return self.tracker.settings

    def person(self, name: str | None) -> dict | None:
        """A person, by account on Cloud and by name on Data Center."""
        if name is None:
            return None
        shown = {"displayName": NAMES.get(name, name), "active": True, "timeZone": "Etc/UTC"}
        email = self.settings.email if name == "ada" else f"{name}@example.org"
        if self.settings.is_cloud:
            identifier = f"5b10a2844c20165700ede2{name}"
            where = f"{self.base}/rest/api/{self.version}/user?accountId={identifier}"
            return {"self": where, "accountId": identifier, "accountType": "atlassian", "emailAddress": email, **shown}
        where = f"{self.base}/rest/api/2/user?username={name}"
        return {"self": where, "name": name, "key": f"JIRAUSER-{name}", "emailAddress": email, **shown}

    def body(self, given: dict | str | None) -> dict | str | None:
        """A text as this version has it: a document in v3, text of the wiki in v2."""
        if self.version == 3:
            return adf_text.document(given) if isinstance(given, str) else given
        return adf_text.plain(given) if isinstance(given, dict) else given

    def comment(self, comment: Comment, expand: frozenset[str] = frozenset()) -> dict:
        """A comment."""
        issue = self.tracker.issue(comment.issue)
        shown: dict = {
            "self": f"{self.base}/rest/api/{self.version}/issue/{issue.id}/comment/{comment.id}",
            "id": str(comment.id),
            "author": self.person(comment.author),
            "body": self.body(comment.body),
            "updateAuthor": self.person(comment.author),
            "created": moment(comment.created),
            "updated": moment(comment.updated),
        }
        if comment.visibility is not None:
            shown["visibility"] = comment.visibility
        if self.settings.is_cloud:
            shown["jsdPublic"] = comment.is_public
        if "renderedBody" in expand:
            shown["renderedBody"] = adf_text.html(comment.document())
        if "properties" in expand:
            shown["properties"] = [{"key": key, "value": value} for key, value in comment.properties.items()]
        return shown

    def issue(self, issue: Issue, wanted: list[str]) -> dict:
        """A ticket with these fields; `*all` and `*navigable` are all of them, `-name` is one less."""
        made = {
            "summary": lambda: issue.summary,
            "description": lambda: self.body(issue.description),
            "status": lambda: {"name": issue.status, "statusCategory": {"key": "done", "name": "Done"}},
            "assignee": lambda: self.person(issue.assignee),
            "reporter": lambda: self.person(issue.reporter),
            "issuelinks": lambda: issue.links,
            "fixVersions": lambda: [{"name": name, "released": True} for name in issue.fix_versions],
            "project": lambda: {
                "key": issue.project,
                "name": issue.project.capitalize(),
                "projectTypeKey": issue.project_type,
            },
            "comment": lambda: self.comments_of(issue),
        }
        # A ticket that is asked for by its key has all fields where none are named.
        chosen = [name for name in made if name in wanted or "*all" in wanted or not wanted]
        if "*navigable" in wanted:
            chosen = [name for name in made if name != "comment" or name in chosen]
        left_out = {f"-{name}" for name in made} & set(wanted)
        if left_out == set(wanted):
            chosen = list(made)
        return {
            "id": str(issue.id),
            "key": issue.key,
            "self": f"{self.base}/rest/api/{self.version}/issue/{issue.id}",
            "fields": {name: made[name]() for name in chosen if f"-{name}" not in left_out},
        }

    def comments_of(self, issue: Issue) -> dict:
        """The comments of a ticket as they stand in the ticket itself."""
        shown = [self.comment(comment) for comment in self.tracker.comments(issue)]
        where = f"{self.base}/rest/api/{self.version}/issue/{issue.id}/comment"
        return {"comments": shown, "self": where, "maxResults": len(shown), "total": len(shown), "startAt": 0}
