"""What an ADF document says, as plain text and as simple HTML; and plain text as a document."""

from html import escape

import adf
from adf_grammar import INLINE

_BLOCKS = {
    "paragraph": "p",
    "bulletList": "ul",
    "orderedList": "ol",
    "listItem": "li",
    "taskList": "ul",
    "taskItem": "li",
    "blockquote": "blockquote",
    "codeBlock": "pre",
    "table": "table",
    "tableRow": "tr",
    "tableCell": "td",
    "tableHeader": "th",
    "rule": "hr",
}


def plain(document: dict) -> str:
    """Its words, a line for each block that holds text."""
    lines = [""]
    for node in adf.nodes(document):
        if node["type"] == "text":
            lines[-1] += node["text"]
        elif node["type"] in INLINE and node["type"] != "hardBreak":
            lines[-1] += _inline_text(node)
        elif lines[-1]:
            lines.append("")
    return "\n".join(lines).rstrip("\n")


def is_empty(document: dict) -> bool:
    """Whether a reader would see nothing at all."""
    speaking = {"rule", "media", "mediaInline", "inlineCard", "blockCard", "embedCard", "emoji", "mention", "status", "date"}
    return not any(
        node["type"] in speaking or (node["type"] == "text" and node["text"].strip()) for node in adf.nodes(document)
    )


def document(words: str) -> dict:
    """A document of one paragraph for each line that is not empty."""
    return {
        "type": "doc",
        "version": 1,
        "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": line}]} for line in words.splitlines() if line
        ],
    }


def html(document: dict) -> str:
    """The document as HTML: the blocks and the text, without formatting. Jira's own looks different."""
    pieces: list[str] = []
    waiting: list[dict | str] = list(reversed(document["content"]))
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif node["type"] == "text":
            pieces.append(escape(node["text"]))
        elif node["type"] == "hardBreak":
            pieces.append("<br/>")
        else:
            tag = f"h{int(node['attrs']['level'])}" if node["type"] == "heading" else _BLOCKS.get(node["type"], "span")
            pieces.append(f"<{tag}>" + escape(_inline_text(node)))
            waiting.append(f"</{tag}>")
            waiting.extend(reversed(node.get("content") or []))
    return "".join(pieces)


def _inline_text(node: dict) -> str:
    attributes = node.get("attrs") or {}
    return {
        "mention": attributes.get("text", ""),
        "emoji": attributes.get("shortName", ""),
        "status": attributes.get("text", ""),
        "inlineCard": attributes.get("url", ""),
    }.get(node["type"], "")
