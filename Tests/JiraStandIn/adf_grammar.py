"""What may stand where in Atlassian Document Format, as a table of our own.

It follows the published documentation of the format; what our renderer can produce, and what people write in Jira's
editor beside it, is in. Extensions, layouts and synced blocks are not: the stand-in refuses them as unknown.
"""

from dataclasses import dataclass, field
from typing import Callable

Test = Callable[[object], bool]


def text(value: object) -> bool:
    """Any string."""
    return isinstance(value, str)


def some_text(value: object) -> bool:
    """A string that is not empty."""
    return isinstance(value, str) and value != ""


def number(value: object) -> bool:
    """A number; true and false are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def numbers(value: object) -> bool:
    """A list of numbers."""
    return isinstance(value, list) and all(number(one) for one in value)


def truth(value: object) -> bool:
    """True or false."""
    return isinstance(value, bool)


def anything(value: object) -> bool:
    """Whatever it is."""
    return True


def between(least: float, most: float) -> Test:
    """A number within these limits."""
    return lambda value: number(value) and least <= value <= most


def at_least(least: float) -> Test:
    """A number that is not below this."""
    return lambda value: number(value) and value >= least


def one_of(*words: str) -> Test:
    """One of these words."""
    return lambda value: isinstance(value, str) and value in words


def color(*digits: int) -> Test:
    """`#` and that many hexadecimal digits."""

    def check(value: object) -> bool:
        return (
            isinstance(value, str)
            and value.startswith("#")
            and len(value) - 1 in digits
            and all(one in "0123456789abcdefABCDEF" for one in value[1:])
        )

    return check


@dataclass(frozen=True)
class Attributes:
    """The attributes of a node or mark: each with its test, and those that must not be missing."""

    tests: dict[str, Test] = field(default_factory=dict)
    required: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """What a node may have: attributes (one of the alternatives), children and marks.

    `children` are names of nodes; None where it has no `content` at all. `marks` are sets of names, of which one must
    hold all marks of the node; None where it has no `marks`.
    """

    attributes: tuple[Attributes, ...] = (Attributes({"localId": text}),)
    children: frozenset[str] | None = None
    must_have_children: bool = False
    marks: tuple[frozenset[str], ...] | None = None


def _names(*words: str) -> frozenset[str]:
    return frozenset(" ".join(words).split())


def _with_id(required: tuple[str, ...] = (), **tests: Test) -> tuple[Attributes, ...]:
    return (Attributes({"localId": text, **tests}, required),)


INLINE = _names("text hardBreak mention emoji date status placeholder inlineCard mediaInline")
_LISTS = _names("bulletList orderedList taskList")
_MEDIA = _names("mediaSingle mediaGroup")
_IN_CELL = _names("paragraph heading codeBlock blockquote rule panel decisionList blockCard embedCard nestedExpand")
_IN_NESTED = _names("paragraph heading codeBlock blockquote rule panel decisionList")
_AT_TOP = _names("paragraph heading codeBlock blockquote rule table panel decisionList blockCard embedCard")
_TASK = _with_id(("localId", "state"), state=one_of("TODO", "DONE"))
_CELL = Rule(
    _with_id(
        colspan=number,
        rowspan=number,
        colwidth=numbers,
        background=text,
        valign=one_of("top", "middle", "bottom"),
    ),
    _IN_CELL | _LISTS | _MEDIA,
    must_have_children=True,
)
_FORMATTING = _names("link em strong strike subsup underline textColor annotation backgroundColor")
_LAYOUTS = ("wide", "full-width", "center", "wrap-right", "wrap-left", "align-end", "align-start")
_MEDIA_MARKS = (_names("link annotation border"),)
_CARD = (
    Attributes({"url": text, "localId": text}, ("url",)),
    Attributes({"data": anything, "localId": text}, ("data",)),
)

NODES: dict[str, Rule] = {
    "paragraph": Rule(children=INLINE, marks=(_names("alignment fontSize"), _names("indentation fontSize"))),
    "heading": Rule(
        _with_id(("level",), level=between(1, 6)), INLINE, marks=(_names("alignment"), _names("indentation"))
    ),
    "bulletList": Rule(children=_names("listItem"), must_have_children=True),
    "orderedList": Rule(_with_id(order=at_least(0)), _names("listItem"), must_have_children=True),
    "listItem": Rule(children=_names("paragraph codeBlock") | _LISTS | _MEDIA - {"mediaGroup"}, must_have_children=True),
    "taskList": Rule(_with_id(("localId",)), _names("taskItem blockTaskItem taskList"), must_have_children=True),
    "taskItem": Rule(_TASK, INLINE),
    "blockTaskItem": Rule(_TASK, _names("paragraph"), must_have_children=True),
    "decisionList": Rule(_with_id(("localId",)), _names("decisionItem"), must_have_children=True),
    "decisionItem": Rule(_with_id(("localId", "state"), state=text), INLINE),
    "codeBlock": Rule(
        _with_id(language=text, uniqueId=text, wrap=truth, hideLineNumbers=truth),
        _names("text"),
        marks=(_names("breakout"),),
    ),
    "blockquote": Rule(
        children=_names("paragraph codeBlock bulletList orderedList") | _MEDIA, must_have_children=True
    ),
    "rule": Rule(),
    "panel": Rule(
        _with_id(
            ("panelType",),
            panelType=one_of("info", "note", "tip", "warning", "error", "success", "custom"),
            panelIcon=text,
            panelIconId=text,
            panelIconText=text,
            panelColor=text,
        ),
        _names("paragraph heading codeBlock rule decisionList blockCard") | _LISTS | _MEDIA,
        must_have_children=True,
    ),
    "expand": Rule(
        _with_id(title=text),
        _AT_TOP | _LISTS | _MEDIA | {"nestedExpand"},
        must_have_children=True,
        marks=(_names("breakout"),),
    ),
    "nestedExpand": Rule(
        _with_id(title=text), _IN_NESTED | _LISTS | _MEDIA, must_have_children=True, marks=(frozenset(),)
    ),
    "table": Rule(
        _with_id(
            localId=some_text,
            displayMode=one_of("default", "fixed"),
            isNumberColumnEnabled=truth,
            layout=one_of("wide", "full-width", "center", "align-end", "align-start", "default"),
            width=number,
        ),
        _names("tableRow"),
        must_have_children=True,
        marks=(frozenset(),),
    ),
    "tableRow": Rule(children=_names("tableCell tableHeader")),
    "tableCell": _CELL,
    "tableHeader": _CELL,
    "mediaSingle": Rule(
        _with_id(("layout",), layout=one_of(*_LAYOUTS), width=between(0, 100), widthType=one_of("percentage"))
        + _with_id(
            ("width", "widthType", "layout"), layout=one_of(*_LAYOUTS), width=at_least(0), widthType=one_of("pixel")
        ),
        _names("media caption"),
        must_have_children=True,
        marks=(_names("link"),),
    ),
    "caption": Rule(children=INLINE - {"mediaInline"}),
    "mediaGroup": Rule((Attributes(),), _names("media"), must_have_children=True),
    "media": Rule(
        (
            Attributes(
                {
                    "type": one_of("link", "file"),
                    "id": some_text,
                    "collection": text,
                    "alt": text,
                    "occurrenceKey": some_text,
                    "width": number,
                    "height": number,
                    "localId": text,
                },
                ("type", "id", "collection"),
            ),
            Attributes(
                {"type": one_of("external"), "url": text, "alt": text, "width": number, "height": number, "localId": text},
                ("type", "url"),
            ),
        ),
        marks=_MEDIA_MARKS,
    ),
    "mediaInline": Rule(
        (
            Attributes(
                {
                    "type": one_of("link", "file", "image"),
                    "id": some_text,
                    "collection": text,
                    "alt": text,
                    "occurrenceKey": some_text,
                    "width": number,
                    "height": number,
                    "data": anything,
                    "localId": text,
                },
                ("id", "collection"),
            ),
        ),
        marks=_MEDIA_MARKS,
    ),
    "hardBreak": Rule(_with_id(text=one_of("\n"))),
    "mention": Rule(
        _with_id(("id",), id=text, text=text, accessLevel=text, userType=one_of("DEFAULT", "SPECIAL", "APP"))
    ),
    "emoji": Rule(_with_id(("shortName",), shortName=text, id=text, text=text)),
    "date": Rule(_with_id(("timestamp",), timestamp=some_text)),
    "status": Rule(
        _with_id(
            ("text", "color"),
            text=some_text,
            color=one_of("neutral", "purple", "blue", "red", "yellow", "green"),
            style=text,
        )
    ),
    "placeholder": Rule(_with_id(("text",), text=text)),
    "inlineCard": Rule(_CARD),
    "blockCard": Rule(_CARD),
    "embedCard": Rule(
        _with_id(
            ("url", "layout"),
            url=text,
            layout=one_of(*_LAYOUTS),
            width=between(0, 100),
            originalHeight=number,
            originalWidth=number,
        )
    ),
}

"""Nodes whose `attrs` may not be left out: those with an attribute that they need, but for two."""
NEEDING_ATTRIBUTES = frozenset(
    name for name, rule in NODES.items() if all(one.required for one in rule.attributes)
) - {"mediaSingle"} | {"nestedExpand"}

"""What may stand at the top."""
TOP = _AT_TOP | _LISTS | _MEDIA | {"expand"}

"""Marks of a text: all from one of these sets; a text in a block of code has none."""
TEXT_MARKS = (_FORMATTING, _names("code link annotation"))

MARKS: dict[str, Attributes | None] = {
    "strong": None,
    "em": None,
    "strike": None,
    "underline": None,
    "code": None,
    "link": Attributes({"href": text, "title": text, "id": text, "collection": text, "occurrenceKey": text}, ("href",)),
    "subsup": Attributes({"type": one_of("sub", "sup")}, ("type",)),
    "textColor": Attributes({"color": color(6)}, ("color",)),
    "backgroundColor": Attributes({"color": color(6)}, ("color",)),
    "annotation": Attributes({"id": text, "annotationType": one_of("inlineComment")}, ("id", "annotationType")),
    "alignment": Attributes({"align": one_of("center", "end")}, ("align",)),
    "indentation": Attributes({"level": between(1, 6)}, ("level",)),
    "fontSize": Attributes({"fontSize": one_of("small")}, ("fontSize",)),
    "breakout": Attributes({"mode": one_of("wide", "full-width"), "width": number}, ("mode",)),
    "border": Attributes({"size": between(1, 3), "color": color(6, 8)}, ("size", "color")),
}

"""Where a paragraph or heading with one of these marks may stand; with another mark it may stand nowhere."""
MARKED_BLOCKS: dict[tuple[str, str], frozenset[str]] = {
    ("paragraph", "alignment"): _names("doc tableCell tableHeader"),
    ("paragraph", "indentation"): _names("doc"),
    ("paragraph", "fontSize"): _names(
        "doc tableCell tableHeader listItem panel blockTaskItem expand nestedExpand"
    ),
    ("heading", "alignment"): _names("doc tableCell tableHeader"),
    ("heading", "indentation"): _names("doc tableCell tableHeader"),
    ("codeBlock", "breakout"): _names("doc"),
    ("expand", "breakout"): _names("doc"),
}
