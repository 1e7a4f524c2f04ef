"""Whether a body is Atlassian Document Format, node by node against the table in `adf_grammar`.

The walk needs no recursion: a quote in a quote five thousand times over is refused like any other.
"""

from collections.abc import Iterator

from adf_grammar import MARKED_BLOCKS, MARKS, NEEDING_ATTRIBUTES, NODES, TEXT_MARKS, TOP, Attributes


def problem(document: object) -> str | None:
    """The first thing that the published schema forbids; None where there is nothing."""
    if not isinstance(document, dict):
        return "the body is not an object"
    if document.get("type") != "doc" or document.get("version") != 1 or isinstance(document.get("version"), bool):
        return "the body is not a doc of version 1"
    if set(document) != {"type", "version", "content"}:
        return "a doc has type, version and content, and nothing else"
    waiting = [(document, "doc", TOP)]
    while waiting:
        parent, name, allowed = waiting.pop()
        content = parent.get("content")
        if not isinstance(content, list):
            return f"content of {name} is not a list"
        for child in content:
            found = _node_problem(child, name, allowed)
            if found:
                return found
            if "content" in child:
                children = NODES[child["type"]].children
                waiting.append((child, child["type"], children or frozenset()))
    return None


def strict_problem(document: dict) -> str | None:
    """The first thing that the schema lets pass, but the editor or the documentation does not."""
    seen: set[str] = set()
    for node in nodes(document):
        name, content = node["type"], node.get("content") or []
        attributes = node.get("attrs") or {}
        first = content[0]["type"] if content else None
        if name == "listItem" and first not in ("paragraph", "mediaSingle", "codeBlock"):
            return f"a listItem begins with {first}"
        if name == "taskList" and first == "taskList":
            return "a taskList begins with a taskList"
        if name == "tableRow" and not content:
            return "a tableRow without cells"
        if name == "table" and len({_width(row) for row in content}) > 1:
            return "rows of a table differ in length"
        if name in ("taskList", "taskItem", "blockTaskItem", "decisionList", "decisionItem"):
            identifier = attributes["localId"]
            if identifier == "" or identifier in seen:
                return f"localId of a {name} is empty or taken"
            seen.add(identifier)
        if name == "orderedList" and attributes.get("order", 1) != int(attributes.get("order", 1)):
            return "order is not a whole number"
        if name == "blockTaskItem" and len(content) > 2:
            return "a blockTaskItem has more than two paragraphs"
        if name == "text":
            found = _strict_text_problem(node)
            if found:
                return found
    return None


def nodes(document: dict) -> Iterator[dict]:
    """All nodes, the document's first, in the order of the text."""
    waiting = [document]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.get("content") or []))


def _strict_text_problem(node: dict) -> str | None:
    marks = [mark["type"] for mark in node.get("marks", [])]
    if len(marks) != len(set(marks)):
        return "the same mark twice"
    if any(ord(one) < 32 and one not in "\n\t\r" for one in node["text"]):
        return "a control character"
    if any(mark["type"] == "link" and not mark["attrs"]["href"] for mark in node.get("marks", [])):
        return "a link to nothing"
    return None


def _width(row: dict) -> float:
    return sum((cell.get("attrs") or {}).get("colspan", 1) for cell in row.get("content") or [])


def _node_problem(node: object, parent: str, allowed: frozenset[str]) -> str | None:
    if not isinstance(node, dict) or not isinstance(node.get("type"), str):
        return f"a child of {parent} is not a node"
    name = node["type"]
    if name not in allowed:
        return f"{name} in {parent}"
    if name == "text":
        return _text_problem(node, parent)
    rule = NODES[name]
    if set(node) - {"type", "attrs", "content", "marks"}:
        return f"{name} has a member that is not known"
    if "attrs" in node or name in NEEDING_ATTRIBUTES:
        if not any(_attributes_fit(node.get("attrs"), one) for one in rule.attributes):
            return f"attrs of {name}"
    found = _content_problem(node, rule.children, rule.must_have_children)
    return found or _block_marks_problem(node, parent, rule.marks)


def _content_problem(node: dict, children: frozenset[str] | None, needed: bool) -> str | None:
    name, content = node["type"], node.get("content")
    if children is None:
        return f"{name} has no content" if "content" in node else None
    if (needed and not content) or (name == "tableRow" and content is None):
        return f"{name} is empty"
    if "content" in node and not isinstance(content, list):
        return f"content of {name} is not a list"
    if name == "mediaSingle":
        kinds = [child.get("type") if isinstance(child, dict) else None for child in content]
        if kinds not in (["media"], ["media", "caption"]):
            return "mediaSingle holds one media, and a caption after it"
    return None


def _block_marks_problem(node: dict, parent: str, known: tuple[frozenset[str], ...] | None) -> str | None:
    name = node["type"]
    if "marks" not in node:
        return None
    if known is None:
        return f"{name} has no marks"
    found = _marks_problem(node["marks"], known, name)
    if found:
        return found
    for mark in node["marks"]:
        places = MARKED_BLOCKS.get((name, mark["type"]))
        if places is not None and parent not in places:
            return f"{name} with {mark['type']} in {parent}"
    return None


def _text_problem(node: dict, parent: str) -> str | None:
    if set(node) - {"type", "text", "marks"}:
        return "text has a member that is not known"
    if not isinstance(node.get("text"), str) or node["text"] == "":
        return f"an empty text in {parent}"
    if "marks" not in node:
        return None
    if parent == "codeBlock":
        return "a text with marks in codeBlock" if node["marks"] != [] else None
    return _marks_problem(node["marks"], TEXT_MARKS, "text")


def _marks_problem(marks: object, known: tuple[frozenset[str], ...], name: str) -> str | None:
    if not isinstance(marks, list):
        return f"marks of {name} are not a list"
    for mark in marks:
        if not isinstance(mark, dict) or not isinstance(mark.get("type"), str) or mark["type"] not in MARKS:
            return f"a mark of {name} is not known"
        attributes = MARKS[mark["type"]]
        if set(mark) - {"type", "attrs"} or (attributes is None and "attrs" in mark):
            return f"mark {mark['type']} has a member that is not known"
        if attributes is not None and not _attributes_fit(mark.get("attrs"), attributes):
            return f"attrs of mark {mark['type']}"
    if not any({mark["type"] for mark in marks} <= one for one in known):
        return f"marks of {name} that do not go together"
    return None


def _attributes_fit(attributes: object, rule: Attributes) -> bool:
    return (
        isinstance(attributes, dict)
        and all(name in attributes for name in rule.required)
        and all(name in rule.tests and rule.tests[name](value) for name, value in attributes.items())
    )
