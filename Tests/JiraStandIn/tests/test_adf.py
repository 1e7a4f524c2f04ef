"""What is a document and what is none."""

import sys
import unittest

import adf
import adf_text
from tests.client import document, paragraph
from tracker import normalised

TEXT = {"type": "text", "text": "x"}
PARAGRAPH = {"type": "paragraph", "content": [TEXT]}


def marked(*marks: str) -> dict:
    """A paragraph whose text has these marks."""
    made = [{"type": mark, "attrs": {"href": "https://x"}} if mark == "link" else {"type": mark} for mark in marks]
    return {"type": "paragraph", "content": [{**TEXT, "marks": made}]}


def node(name: str, *content: dict, **attributes: object) -> dict:
    """A node of this type."""
    made: dict = {"type": name}
    if attributes:
        made["attrs"] = attributes
    if content:
        made["content"] = list(content)
    return made


def listed(*content: dict) -> dict:
    """A list of one item that holds this."""
    return node("bulletList", node("listItem", *content))


RULE = node("rule")
QUOTE = node("blockquote", PARAGRAPH)
HEADING = node("heading", TEXT, level=2)
TASKS = node("taskList", node("taskItem", TEXT, localId="b", state="DONE"), localId="a")
TABLE = node("table", node("tableRow", node("tableCell", PARAGRAPH)))
CODE = node("codeBlock", TEXT, language="swift")

GOOD = {
    "no block": [],
    "a paragraph without words": [node("paragraph")],
    "every block": [PARAGRAPH, HEADING, RULE, QUOTE, TASKS, TABLE, CODE, listed(PARAGRAPH)],
    "code in an item": [listed(CODE)],
    "a list in a quote": [node("blockquote", listed(PARAGRAPH))],
    "blocks in a cell": [node("table", node("tableRow", node("tableHeader", HEADING, QUOTE, RULE, CODE)))],
    "a rule in a panel": [node("panel", RULE, panelType="info")],
    "a link in code": [marked("code", "link")],
    "strong and em": [marked("strong", "em")],
    "a list that begins at 0": [node("orderedList", node("listItem", PARAGRAPH), order=0)],
}

BAD = {
    "words at the top": [TEXT],
    "a heading in an item": [listed(HEADING)],
    "a quote in an item": [listed(QUOTE)],
    "a rule in an item": [listed(PARAGRAPH, RULE)],
    "a table in an item": [listed(PARAGRAPH, TABLE)],
    "a quote in a quote": [node("blockquote", QUOTE)],
    "tasks in a quote": [node("blockquote", TASKS)],
    "a quote in a panel": [node("panel", QUOTE, panelType="info")],
    "a table in a cell": [node("table", node("tableRow", node("tableCell", TABLE)))],
    "a block in a task": [node("taskList", node("taskItem", PARAGRAPH, localId="b", state="TODO"), localId="a")],
    "an empty text": [node("paragraph", {"type": "text", "text": ""})],
    "an empty item": [node("bulletList", node("listItem"))],
    "an empty quote": [node("blockquote")],
    "strong code": [marked("strong", "code")],
    "a mark in a block of code": [node("codeBlock", {**TEXT, "marks": [{"type": "strong"}]})],
    "a language that is null": [node("codeBlock", TEXT, language=None)],
    "a heading of level 7": [node("heading", TEXT, level=7)],
    "a task without localId": [node("taskList", node("taskItem", TEXT, state="TODO"), localId="a")],
    "an attribute that is not known": [node("paragraph", TEXT, id="x")],
    "a node that is not known": [node("marquee", TEXT)],
    "a mark that is not known": [marked("blink")],
    "no node": ["x"],
}

LOOSE = {
    "an item that begins with a list": [listed(listed(PARAGRAPH))],
    "the same mark twice": [marked("em", "em")],
    "an empty localId": [node("taskList", node("taskItem", TEXT, localId="", state="TODO"), localId="a")],
    "a localId twice": [TASKS, TASKS],
    "rows of unequal length": [node("table", *TABLE["content"], node("tableRow", *TABLE["content"][0]["content"] * 2))],
    "a control character": [node("paragraph", {"type": "text", "text": "a\x07"})],
}


class ADFTests(unittest.TestCase):
    """The table against documents of each kind."""

    def test_good_documents_have_no_problem(self) -> None:
        for name, blocks in GOOD.items():
            with self.subTest(name):
                self.assertIsNone(adf.problem(document(*blocks)))
                self.assertIsNone(adf.strict_problem(document(*blocks)))

    def test_bad_documents_have_one(self) -> None:
        for name, blocks in BAD.items():
            with self.subTest(name):
                self.assertIsNotNone(adf.problem(document(*blocks)))

    def test_what_only_the_schema_takes_is_found_by_the_strict_rules(self) -> None:
        for name, blocks in LOOSE.items():
            with self.subTest(name):
                self.assertIsNone(adf.problem(document(*blocks)))
                self.assertIsNotNone(adf.strict_problem(document(*blocks)))

    def test_the_top_is_a_doc_of_version_1_and_nothing_else(self) -> None:
        for given in (None, [], "x", {"type": "doc"}, document() | {"version": 2}, document() | {"$schema": "x"}):
            with self.subTest(given):
                self.assertIsNotNone(adf.problem(given))

    def test_depth_is_no_matter(self) -> None:
        deep = PARAGRAPH
        for _ in range(sys.getrecursionlimit() * 2):
            deep = node("blockquote", deep)
        self.assertEqual(adf.problem(document(deep)), "blockquote in blockquote")

    def test_a_normalised_document_says_the_same_in_other_bytes(self) -> None:
        before = document(*GOOD["every block"], marked("strong", "em"))
        after = normalised(before)
        self.assertIsNone(adf.problem(after))
        self.assertEqual(adf_text.plain(after), adf_text.plain(before))
        self.assertNotEqual(list(after), list(before))
        self.assertNotEqual(after, before)
        self.assertEqual(before["content"][4], TASKS)

    def test_words_stand_a_line_for_a_block(self) -> None:
        self.assertEqual(adf_text.plain(document(HEADING, listed(PARAGRAPH), CODE)), "x\nx\nx")
        self.assertTrue(adf_text.is_empty(document(node("paragraph"))))
        self.assertFalse(adf_text.is_empty(paragraph("x")))
