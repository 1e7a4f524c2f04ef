"""The paths of the API: which method of which path does what."""

import re
from collections.abc import Callable

import access
import given
from answers import Answer, no_such_path, of_json, of_refusal, unauthenticated
from forms import Forms
from request import Request
from tracker import Comment, Refused, Tracker

PERMISSIONS = ("BROWSE_PROJECTS", "ADD_COMMENTS", "EDIT_OWN_COMMENTS", "DELETE_OWN_COMMENTS", "ADMINISTER")
ORDERS = ("created", "-created", "+created")

"""Paths that anybody may ask."""
OPEN = ("serverInfo", "tenant_info")


class API:
    """Answers requests to the documented paths of one site."""

    def __init__(self, tracker: Tracker) -> None:
        self.tracker = tracker
        self.settings = tracker.settings

    def answer(self, request: Request, origin: str) -> Answer:
        """The answer, and what it does to the tracker is done.

        - origin: scheme, host and port, as the client named them.
        """
        base, version, path = self._place(request.path, origin)
        if path is None:
            return no_such_path(request.path)
        is_gateway = "/ex/jira/" in base
        who = access.verdict(request, self.settings, is_gateway)
        if who == "wrong" or (who == "none" and path not in OPEN):
            return unauthenticated()
        if path == "tenant_info":
            return of_json({"cloudId": self.settings.cloud_id})
        call = Call(self.tracker, Forms(self.tracker, base, version), request)
        try:
            return call.answer(path)
        except Refused as refused:
            return of_refusal(refused)

    def _place(self, path: str, origin: str) -> tuple[str, int, str | None]:
        """Where the API lives for this path, its version, and the rest of the path; none where there is nothing."""
        root = self.settings.context_path
        if self.settings.is_cloud:
            if path == f"{root}/_edge/tenant_info":
                return origin + root, 3, "tenant_info"
            gateway = f"/ex/jira/{self.settings.cloud_id}"
            root = gateway if path.startswith(gateway + "/") else root
        versions = "[23]|latest" if self.settings.is_cloud else "2|latest"
        match = re.fullmatch(f"{re.escape(root)}/rest/api/({versions})/(.+?)/?", path)
        if match is None:
            return origin + root, 2, None
        return origin + root, 3 if match[1] == "3" else 2, match[2]


class Call:
    """One request that is allowed, on its way through the routes."""

    def __init__(self, tracker: Tracker, forms: Forms, request: Request) -> None:
        self.tracker = tracker
        self.forms = forms
        self.request = request
        self.expand = frozenset(request.words("expand"))

    def answer(self, path: str) -> Answer:
        """The first route that fits."""
        is_known = False
        for method, pattern, route in ROUTES:
            match = re.fullmatch(pattern, path)
            if match is None or (pattern == "comment/list" and not self.forms.settings.is_cloud):
                continue
            is_known = True
            if method == self.request.method:
                return route(self, *match.groups())
        return Answer(405) if is_known else no_such_path(self.request.path)

    def server_info(self) -> Answer:
        """GET serverInfo."""
        kind = {"version": "1001.0.0-SNAPSHOT", "versionNumbers": [1001, 0, 0], "deploymentType": "Cloud"}
        if not self.forms.settings.is_cloud:
            kind = {"version": "9.12.5", "versionNumbers": [9, 12, 5], "deploymentType": "Server"}
        return of_json({"baseUrl": self.forms.base, **kind, "buildNumber": 100_000, "serverTitle": "Jira stand-in"})

    def myself(self) -> Answer:
        """GET myself."""
        return of_json(self.forms.person("ada"))

    def my_permissions(self) -> Answer:
        """GET mypermissions."""
        wanted = self.request.words("permissions")
        if self.forms.settings.is_cloud and not wanted:
            raise Refused(400, "The 'permissions' query parameter is required.")
        unknown = [name for name in wanted if name not in PERMISSIONS]
        if unknown:
            raise Refused(400, f"Unrecognized permission: {', '.join(unknown)}")
        key = self.request.query.get("issueKey") or self.request.query.get("issueId")
        issue = self.tracker.issue(key) if key else None
        held = {name: name != "ADMINISTER" for name in PERMISSIONS}
        if issue is not None and not issue.may_comment:
            held["ADD_COMMENTS"] = False
        shown = {
            name: {
                "id": str(10 + PERMISSIONS.index(name)),
                "key": name,
                "name": name.replace("_", " ").capitalize(),
                "type": "GLOBAL" if name == "ADMINISTER" else "PROJECT",
                "description": "",
                "havePermission": held[name],
            }
            for name in wanted or PERMISSIONS
        }
        return of_json({"permissions": shown})

    def issue(self, key: str) -> Answer:
        """GET issue/KEY."""
        return of_json(self.forms.issue(self.tracker.issue(key), self.request.words("fields")))

    def comments(self, key: str) -> Answer:
        """GET issue/KEY/comment."""
        issue = self.tracker.issue(key)
        order = self.request.query.get("orderBy", "created").replace(" ", "+")
        if order not in ORDERS:
            raise Refused(400, f"The field to order by is not supported: {order}")
        comments = self.tracker.comments(issue)
        if order == "-created":
            comments.reverse()
        start = self.request.number("startAt", 0)
        asked = self.request.number("maxResults", self.forms.settings.page_limit)
        most = min(asked, self.forms.settings.page_limit)
        shown = [self.forms.comment(one, self.expand & {"renderedBody"}) for one in comments[start : start + most]]
        return of_json({"startAt": start, "maxResults": most, "total": len(comments), "comments": shown})

    def add_comment(self, key: str) -> Answer:
        """POST issue/KEY/comment."""
        issue = self.tracker.issue(key)
        comment = self.tracker.add_comment(issue, *self._given("ada"))
        shown = self.forms.comment(comment, self.expand)
        return of_json(shown, 201, Location=shown["self"])

    def comment(self, key: str, number: str) -> Answer:
        """GET issue/KEY/comment/ID."""
        return of_json(self.forms.comment(self._comment(key, number), self.expand & {"renderedBody"}))

    def change_comment(self, key: str, number: str) -> Answer:
        """PUT issue/KEY/comment/ID."""
        comment = self._comment(key, number)
        body, _, visibility, properties = self._given(comment.author)
        return of_json(self.forms.comment(self.tracker.change_comment(comment, body, visibility, properties), self.expand))

    def remove_comment(self, key: str, number: str) -> Answer:
        """DELETE issue/KEY/comment/ID."""
        self.tracker.remove_comment(self._comment(key, number))
        return Answer(204)

    def comment_list(self) -> Answer:
        """POST comment/list: comments by their numbers, of Cloud alone. Numbers that are not known are passed over."""
        numbers = given.as_json(self.request.body).get("ids")
        if not isinstance(numbers, list) or not numbers or not all(isinstance(one, int) for one in numbers):
            raise Refused(400, "The request must have ids, a list of numbers.")
        if len(numbers) > 1000:
            raise Refused(400, "No more than 1000 comments at once.")
        found = []
        for number in sorted(set(numbers)):
            try:
                found.append(self.forms.comment(self.tracker.comment(str(number)), self.expand))
            except Refused:
                continue
        return of_json({"startAt": 0, "maxResults": 1000, "total": len(found), "isLast": True, "values": found})

    def property_keys(self, number: str) -> Answer:
        """GET comment/ID/properties."""
        comment = self._any_comment(number)
        where = f"{self.forms.base}/rest/api/{self.forms.version}/comment/{comment.id}/properties"
        return of_json({"keys": [{"key": key, "self": f"{where}/{key}"} for key in comment.properties]})

    def property(self, number: str, key: str) -> Answer:
        """GET comment/ID/properties/KEY."""
        return of_json({"key": key, "value": self._with_property(number, key).properties[key]})

    def set_property(self, number: str, key: str) -> Answer:
        """PUT comment/ID/properties/KEY: 201 where it is new."""
        comment = self._any_comment(number)
        value = given.property_value(given.as_value(self.request.body))
        is_new = self.tracker.set_property(comment, given.property_key(key), value)
        return Answer(201 if is_new else 200)

    def remove_property(self, number: str, key: str) -> Answer:
        """DELETE comment/ID/properties/KEY."""
        self.tracker.remove_property(self._with_property(number, key), key)
        return Answer(204)

    def _given(self, author: str) -> tuple[dict | str, str, dict | None, dict[str, object]]:
        sent = given.as_json(self.request.body)
        body = given.comment_body(sent.get("body"), self.forms.version, self.forms.settings)
        return body, author, given.visibility(sent.get("visibility")), given.properties(sent.get("properties"))

    def _comment(self, key: str, number: str) -> Comment:
        return self.tracker.comment(number, self.tracker.issue(key))

    def _any_comment(self, number: str) -> Comment:
        comment = self.tracker.comment(number)
        self.tracker.issue(comment.issue)
        return comment

    def _with_property(self, number: str, key: str) -> Comment:
        comment = self._any_comment(number)
        if key not in comment.properties:
            raise Refused(404, f"The property with key {key} does not exist.")
        return comment


ROUTES: tuple[tuple[str, str, Callable[..., Answer]], ...] = (
    ("GET", "serverInfo", Call.server_info),
    ("GET", "myself", Call.myself),
    ("GET", "mypermissions", Call.my_permissions),
    ("GET", "issue/([^/]+)", Call.issue),
    ("GET", "issue/([^/]+)/comment", Call.comments),
    ("POST", "issue/([^/]+)/comment", Call.add_comment),
    ("GET", "issue/([^/]+)/comment/([^/]+)", Call.comment),
    ("PUT", "issue/([^/]+)/comment/([^/]+)", Call.change_comment),
    ("DELETE", "issue/([^/]+)/comment/([^/]+)", Call.remove_comment),
    ("POST", "comment/list", Call.comment_list),
    ("GET", "comment/([^/]+)/properties", Call.property_keys),
    ("GET", "comment/([^/]+)/properties/(.+)", Call.property),
    ("PUT", "comment/([^/]+)/properties/(.+)", Call.set_property),
    ("DELETE", "comment/([^/]+)/properties/(.+)", Call.remove_property),
)
