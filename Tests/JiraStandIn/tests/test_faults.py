"""Each fault: what the client sees, and what is stored by then."""

import random
import socket

import faults
from faults import Fault, Faults
from request import Request
from tests.client import ISSUE, StandInCase, is_lost


class FaultTests(StandInCase):
    """Faults of single requests."""

    def suffer(self, kind: str, timeout: float = 20, **details: object) -> object:
        """Posts through a fault: the status, or `lost` where no whole answer came."""
        self.order("fault", kind=kind, **details)
        try:
            return self.ask("POST", ISSUE, {"body": self.body}, timeout=timeout)[0]
        except Exception as error:
            if not is_lost(error):
                raise
            return "lost"

    body = {
        "type": "doc",
        "version": 1,
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": "x" * 2000}]}],
    }

    def test_each_fault_is_seen_and_stores_what_it_says(self) -> None:
        for kind, details, seen, stored in (
            ("refuse", {}, "lost", 0),
            ("close-while-reading", {}, "lost", 0),
            ("close-before-storing", {}, "lost", 0),
            ("close-after-storing", {}, "lost", 1),
            ("close-after-storing", {"resets": True}, "lost", 1),
            ("delay-before-storing", {"seconds": 0}, 201, 1),
            ("delay-after-storing", {"seconds": 0}, 201, 1),
            ("status-before-storing", {"status": 502}, 502, 0),
            ("status-after-storing", {"status": 503}, 503, 1),
            ("duplicate", {}, 201, 2),
            ("truncated", {}, "lost", 1),
            ("malformed", {}, "lost", 1),
            ("not-http", {}, "lost", 1),
            ("drip", {"pause": 0}, 201, 1),
            ("redirect", {}, 302, 0),
        ):
            with self.subTest(kind, **details):
                before = len(self.stored())
                self.assertEqual(self.suffer(kind, **details), seen)
                self.order("settle")
                self.assertEqual(len(self.stored()) - before, stored)
        self.assertEqual({one["fault"] for one in self.order("requests")["requests"]}, set(faults.KINDS))

    def test_a_client_that_loses_patience_has_stored_or_not(self) -> None:
        self.assertEqual(self.suffer("delay-before-storing", timeout=0.1), "lost")
        self.order("settle")
        self.assertEqual(len(self.stored()), 0)
        self.assertEqual(self.suffer("delay-after-storing", timeout=0.1), "lost")
        self.order("settle")
        self.assertEqual(len(self.stored()), 1)

    def test_429_tells_when_to_come_again(self) -> None:
        self.order("fault", kind="status-before-storing", status=429, retryAfter=3, count=2)
        answers = [self.post("x") for _ in range(3)]
        self.assertEqual([one[0] for one in answers], [429, 429, 201])
        headers = answers[0][2]
        self.assertEqual((headers["Retry-After"], headers["X-RateLimit-Remaining"]), ("3", "0"))
        self.assertEqual(headers["RateLimit-Reason"], "jira-burst-based")

    def test_a_refusal_has_the_words_that_it_was_given(self) -> None:
        given = {"errorMessages": ["No."], "errors": {"comment": "Never."}}
        self.order("fault", kind="status-before-storing", status=403, **given)
        self.assertEqual(self.post("x")[:2], (403, given))

    def test_a_redirect_names_another_host(self) -> None:
        self.order("fault", kind="redirect", status=307)
        status, _, headers = self.post("x")
        self.assertEqual(status, 307)
        self.assertEqual(headers["Location"], f"http://localhost:{self.server.server_address[1]}{ISSUE}")

    def test_half_a_request_is_none(self) -> None:
        with socket.create_connection(self.server.server_address) as connection:
            head = f"POST {ISSUE} HTTP/1.1\r\nHost: x\r\nAuthorization: {self.authorization()}\r\n"
            connection.sendall(f'{head}Content-Length: 900\r\n\r\n{{"body"'.encode())
        self.order("settle")
        self.assertEqual(self.stored(), [])

    def test_a_body_in_chunks_is_read(self) -> None:
        with socket.create_connection(self.server.server_address) as connection:
            head = f"POST /rest/api/2/issue/OPS-1/comment HTTP/1.1\r\nAuthorization: {self.authorization()}\r\n"
            chunks = '8\r\n{"body":\r\n5\r\n"hi"}\r\n0\r\n\r\n'
            connection.sendall(f"{head}Host: x\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}".encode())
            self.assertIn(b" 201 ", connection.recv(4096))
        self.assertEqual(self.stored(), ["hi"])

    def test_orders_that_make_no_sense_say_so(self) -> None:
        for order in (None, [], {}, {"do": "dance"}, {"do": "fault", "kind": "x"}, {"do": "ticket"}, {"do": "storm"}):
            self.assertIn("error", self.server.orders.run(order), order)

    def test_orders_are_taken_over_http_too(self) -> None:
        self.assertEqual(self.ask("POST", "/__stand_in/orders", {"do": "fault", "kind": "refuse"})[1], {"waiting": 1})
        self.assertEqual(self.ask("GET", "/__stand_in/comments")[1], {"comments": []})
        self.assertEqual(self.ask("POST", "/__stand_in/orders", {"do": "calm"})[1], {"waiting": 1})
        self.assertEqual(self.ask("POST", "/__stand_in/orders", {"do": "x"})[0], 400)


class QueueTests(StandInCase):
    """Which request a fault is for."""

    def test_the_first_that_fits_is_taken_and_others_wait(self) -> None:
        queue = Faults()
        queue.add(Fault("refuse", method="POST", skip=1))
        queue.add(Fault("drip", path="/myself", count=2))
        asked = [("GET", "/x"), ("POST", "/x"), ("GET", "/myself"), ("POST", "/x"), ("POST", "/myself"), ("POST", "/x")]
        met = [queue.next(Request(method, target, {})) for method, target in asked]
        self.assertEqual([one and one.kind for one in met], [None, None, "drip", "refuse", "drip", None])
        self.assertEqual(queue.waiting(), 0)

    def test_a_storm_is_the_same_for_the_same_seed(self) -> None:
        def met(seed: int) -> list[str | None]:
            storm = Faults()
            storm.storm(seed, 0.5, faults.WEATHER, Fault("refuse", method="POST"))
            kinds = [storm.next(Request("POST", "/x", {})) for _ in range(400)]
            self.assertIsNone(storm.next(Request("GET", "/x", {})))
            self.assertIsNone(storm.next(Request("POST", "/__stand_in/orders", {})))
            return [one and one.kind for one in kinds]

        seed = random.randrange(1 << 30)
        self.assertEqual(met(seed), met(seed), f"seed {seed}")
        self.assertNotEqual(met(1), met(2))
        self.assertGreater(len(set(met(1))), 10)
