"""The documented paths, asked as any client asks."""

from settings import Settings
from tests.client import ISSUE, StandInCase, basic, document, paragraph


class CommentTests(StandInCase):
    """Comments of Jira Cloud."""

    def test_a_comment_is_made_read_changed_and_removed(self) -> None:
        status, made, headers = self.post("one", properties=[{"key": "record", "value": {"sha256": "00"}}])
        self.assertEqual(status, 201)
        self.assertEqual(made["body"], paragraph("one"))
        self.assertRegex(made["created"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$")
        self.assertEqual(headers["Location"], made["self"])
        self.assertEqual(headers["X-RateLimit-Limit"], "100")
        where = f"{ISSUE}/{made['id']}"
        self.assertEqual(self.ask("GET", where)[1], made)
        status, changed, _ = self.ask("PUT", where, {"body": paragraph("two")})
        self.assertEqual((status, changed["body"], changed["id"]), (200, paragraph("two"), made["id"]))
        self.assertEqual(self.ask("DELETE", where)[0], 204)
        self.assertEqual(self.ask("GET", where)[0], 404)
        self.assertEqual(self.stored(), [])

    def test_pages_are_cut_from_either_end(self) -> None:
        for number in range(7):
            self.post(f"{number}")

        def page(query: str) -> tuple[list[str], int, int]:
            shown = self.ask("GET", f"/rest/api/2/issue/OPS-1/comment?{query}")[1]
            return [one["body"] for one in shown["comments"]], shown["total"], shown["maxResults"]

        self.assertEqual(page("startAt=2&maxResults=3"), (["2", "3", "4"], 7, 3))
        self.assertEqual(page("startAt=0&maxResults=2&orderBy=-created"), (["6", "5"], 7, 2))
        self.assertEqual(page("startAt=6&orderBy=%2Bcreated"), (["6"], 7, 100))
        self.assertEqual(page("startAt=9&maxResults=100000"), ([], 7, 100))
        for query in ("orderBy=updated", "orderBy=", "startAt=x", "maxResults=-1"):
            self.assertEqual(self.ask("GET", f"{ISSUE}?{query}")[0], 400, query)

    def test_properties_are_read_by_comment_list_and_by_their_own_paths(self) -> None:
        number = int(self.post("one", properties=[{"key": "record", "value": 1}])[1]["id"])
        found = self.ask("POST", "/rest/api/3/comment/list?expand=properties,renderedBody", {"ids": [number, 99]})[1]
        self.assertEqual(found["values"][0]["properties"], [{"key": "record", "value": 1}])
        self.assertEqual(found["values"][0]["renderedBody"], "<p>one</p>")
        self.assertEqual((found["total"], found["isLast"]), (1, True))
        self.assertNotIn("properties", self.ask("GET", f"{ISSUE}?expand=properties")[1]["comments"][0])
        where = f"/rest/api/3/comment/{number}/properties"
        self.assertEqual([self.ask("PUT", f"{where}/k", 2)[0], self.ask("PUT", f"{where}/k", 3)[0]], [201, 200])
        self.assertEqual(self.ask("GET", f"{where}/k")[1], {"key": "k", "value": 3})
        self.assertEqual([one["key"] for one in self.ask("GET", where)[1]["keys"]], ["record", "k"])
        self.assertEqual(self.ask("DELETE", f"{where}/k")[0], 204)
        self.assertEqual(self.ask("GET", f"{where}/k")[0], 404)
        self.assertEqual(self.ask("PUT", f"{where}/{'k' * 256}", 2)[0], 400)
        self.assertEqual(self.ask("PUT", f"{where}/k", "x" * 32_769)[0], 400)

    def test_a_body_that_jira_refuses_is_refused_in_its_words(self) -> None:
        long = "x" * 32_768
        for version, body, expected in (
            (3, "words", {"comment": "Comment body is not valid!"}),
            (2, paragraph("x"), {"comment": "Comment body is not valid!"}),
            (3, document(), {"comment": "Comment body can not be empty!"}),
            (3, None, {"comment": "Comment body can not be empty!"}),
            (2, " ", {"comment": "Comment body can not be empty!"}),
            (3, paragraph(long), {"comment": "CONTENT_LIMIT_EXCEEDED"}),
            (2, long, {"comment": "The entered text is too long. It exceeds the allowed limit of 32,767 characters."}),
            (3, document({"type": "text", "text": "x"}), {}),
        ):
            status, answer, _ = self.ask("POST", f"/rest/api/{version}/issue/OPS-1/comment", {"body": body})
            self.assertEqual((status, answer["errors"]), (400, expected))
        self.assertEqual(answer["errorMessages"], ["INVALID_INPUT"])
        self.assertEqual(self.order("requests")["requests"][-1]["reason"], "text in doc")
        self.assertEqual(self.ask("POST", ISSUE, raw=b'{"body":')[0], 400)
        self.assertEqual(self.ask("POST", ISSUE, raw=b"[" * 100_000)[0], 400)
        self.assertEqual(self.stored(), [])

    def test_the_limit_counts_as_java_does(self) -> None:
        where = "/rest/api/2/issue/OPS-1/comment"
        self.assertEqual(self.ask("POST", where, {"body": "x" * 32_767})[0], 201)
        self.assertEqual(self.ask("POST", where, {"body": "\N{BUG}" * 16_384})[0], 400)

    def test_who_may_see_a_comment_is_kept(self) -> None:
        role = {"type": "role", "value": "Developers"}
        self.assertEqual(self.post("one", visibility=role)[1]["visibility"]["value"], "Developers")
        status, answer, _ = self.post("two", visibility={"type": "group", "value": "nobody"})
        self.assertEqual((status, list(answer["errors"])), (400, ["commentLevel"]))
        note = {"key": "sd.public.comment", "value": {"internal": True}}
        self.assertFalse(self.post("three", properties=[note])[1]["jsdPublic"])
        self.assertTrue(self.post("four")[1]["jsdPublic"])

    def test_a_ticket_shows_the_fields_that_are_asked_for(self) -> None:
        self.order("ticket", key="RILL-142", summary="It hangs", description="why", fixVersions=["1.2"])
        found = self.ask("GET", "/rest/api/3/issue/rill-142?fields=summary,description,project,fixVersions,comment")[1]
        self.assertEqual(found["key"], "RILL-142")
        self.assertEqual(found["fields"]["description"], paragraph("why"))
        self.assertEqual(found["fields"]["project"]["projectTypeKey"], "software")
        self.assertEqual(found["fields"]["fixVersions"][0]["name"], "1.2")
        self.assertEqual(found["fields"]["comment"]["total"], 0)
        self.assertEqual(set(found["fields"]), {"summary", "description", "project", "fixVersions", "comment"})
        for query, is_in in (("", True), ("?fields=*all", True), ("?fields=*navigable", False), ("?fields=-comment", False)):
            fields = self.ask("GET", f"/rest/api/3/issue/RILL-142{query}")[1]["fields"]
            self.assertEqual(("summary" in fields, "comment" in fields), (True, is_in), query)
        help_desk = self.ask("GET", "/rest/api/2/issue/HELP-1?fields=project")[1]
        self.assertEqual(help_desk["fields"]["project"]["projectTypeKey"], "service_desk")

    def test_permissions_are_those_of_the_ticket(self) -> None:
        where = "/rest/api/3/mypermissions?issueKey=OPS-1&permissions=ADD_COMMENTS,BROWSE_PROJECTS"
        self.assertTrue(self.ask("GET", where)[1]["permissions"]["ADD_COMMENTS"]["havePermission"])
        self.order("ticket", key="OPS-1", mayComment=False)
        self.assertFalse(self.ask("GET", where)[1]["permissions"]["ADD_COMMENTS"]["havePermission"])
        status, answer, _ = self.post("one")
        self.assertEqual((status, len(answer["errorMessages"])), (400, 1))
        self.order("ticket", key="OPS-1", isVisible=False)
        self.assertEqual(self.post("one")[0], 404)
        self.assertEqual(self.ask("GET", "/rest/api/3/mypermissions?issueKey=OPS-1")[0], 400)

    def test_a_token_works_where_it_is_meant_to(self) -> None:
        settings = self.settings
        gateway = f"/ex/jira/{settings.cloud_id}/rest/api/3/myself"
        for token, site, at_gateway in ((settings.token, 200, 401), (settings.scoped_token, 401, 200), ("x", 401, 401)):
            headers = {"Authorization": basic(settings, token)}
            self.assertEqual(self.ask("GET", "/rest/api/3/myself", headers=headers)[0], site)
            self.assertEqual(self.ask("GET", gateway, headers=headers)[0], at_gateway)
        bearer = {"Authorization": f"Bearer {settings.scoped_token}"}
        made = self.ask("POST", gateway.replace("myself", "issue/OPS-1/comment"), {"body": paragraph("x")}, bearer)[1]
        self.assertIn(f"/ex/jira/{settings.cloud_id}/rest/api/3/issue/", made["self"])
        self.assertEqual(self.ask("GET", "/rest/api/3/serverInfo", headers={})[1]["deploymentType"], "Cloud")
        self.assertEqual(self.ask("GET", "/_edge/tenant_info", headers={})[1], {"cloudId": settings.cloud_id})
        self.assertEqual(self.ask("GET", "/rest/api/3/myself", headers={})[0], 401)
        self.assertNotIn(settings.scoped_token, str(self.order("requests")))

    def test_what_the_api_has_not_is_404_or_405(self) -> None:
        for method, target, expected in (
            ("GET", "/rest/api/4/myself", 404),
            ("GET", "/rest/api/3/issue/OPS-9", 404),
            ("GET", f"{ISSUE}/77", 404),
            ("PATCH", ISSUE, 405),
        ):
            self.assertEqual(self.ask(method, target)[0], expected, target)


class LimitTests(StandInCase):
    """Limits of tickets."""

    settings = Settings(comment_limit=2, limits_writes=True)

    def test_a_full_ticket_is_413_and_too_many_writes_are_429(self) -> None:
        self.assertEqual([self.post("x")[0] for _ in range(3)], [201, 201, 413])
        statuses = [self.post("x") for _ in range(18)]
        self.assertEqual([one[0] for one in statuses], [413] * 17 + [429])
        self.assertEqual(statuses[-1][2]["RateLimit-Reason"], "jira-per-issue-on-write")
        self.assertGreaterEqual(int(statuses[-1][2]["Retry-After"]), 1)


class DataCenterTests(StandInCase):
    """Jira Data Center."""

    settings = Settings(kind="data-center", context_path="/jira")

    def test_it_speaks_v2_alone_and_takes_a_bearer(self) -> None:
        self.assertEqual(self.ask("GET", "/jira/rest/api/2/serverInfo")[1]["deploymentType"], "Server")
        for target in ("/jira/rest/api/3/myself", "/rest/api/2/myself", "/jira/rest/api/2/comment/list"):
            self.assertEqual(self.ask("GET", target)[0], 404, target)
        self.assertEqual(self.ask("GET", "/jira/rest/api/2/myself")[1]["name"], "ada")
        headers = {"Authorization": basic(self.settings, self.settings.token)}
        self.assertEqual(self.ask("GET", "/jira/rest/api/2/myself", headers=headers)[0], 401)
        status, made, headers = self.ask("POST", "/jira/rest/api/2/issue/OPS-1/comment", {"body": "h1. Why"})
        self.assertEqual((status, made["body"]), (201, "h1. Why"))
        self.assertNotIn("X-RateLimit-Limit", headers)
        self.assertNotIn("jsdPublic", made)
