"""What a request says of a comment, checked as Jira checks it."""

import json

import adf
import adf_text
from settings import Settings
from tracker import GROUPS, ROLES, Refused


def as_value(body: bytes) -> object:
    """The JSON that a request carries."""
    try:
        return json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Refused(400, f"The request is not JSON: {error}") from error


def as_json(body: bytes) -> dict:
    """The object that a request carries."""
    value = as_value(body)
    if not isinstance(value, dict):
        raise Refused(400, "Can not deserialize the request: an object is wanted.")
    return value


def comment_body(given: object, version: int, settings: Settings) -> dict | str:
    """The body of a comment: a document in v3, text of the wiki in v2."""
    if given is None:
        raise Refused(400, comment="Comment body can not be empty!")
    if version == 2:
        if not isinstance(given, str):
            raise Refused(400, comment="Comment body is not valid!")
        if not given.strip():
            raise Refused(400, comment="Comment body can not be empty!")
        if _units(given) > settings.text_limit:
            limit = f"{settings.text_limit:,}"
            raise Refused(
                400, comment=f"The entered text is too long. It exceeds the allowed limit of {limit} characters."
            )
        return given
    if not isinstance(given, dict):
        raise Refused(400, comment="Comment body is not valid!")
    found = adf.problem(given) or (adf.strict_problem(given) if settings.is_strict else None)
    if found:
        # Jira does not say what is wrong; the log of the stand-in does.
        refused = Refused(400, "INVALID_INPUT")
        refused.reason = found
        raise refused
    if adf_text.is_empty(given):
        raise Refused(400, comment="Comment body can not be empty!")
    if _units(adf_text.plain(given)) > settings.text_limit:
        raise Refused(400, comment="CONTENT_LIMIT_EXCEEDED")
    return given


def visibility(given: object) -> dict | None:
    """To whom a comment is to be shown: a role or a group that the person has."""
    if given is None:
        return None
    kind = given.get("type") if isinstance(given, dict) else None
    if kind not in ("role", "group"):
        raise Refused(400, "Visibility is of the type role or group.")
    name = given.get("value") or given.get("identifier")
    if kind == "role" and name not in ROLES:
        raise Refused(400, commentLevel=f"You are currently not a member of the project role: {name}.")
    if kind == "group" and name not in GROUPS:
        raise Refused(400, commentLevel=f"You are currently not a member of the group: {name}.")
    return {"type": kind, "value": name, "identifier": name}


def properties(given: object) -> dict[str, object]:
    """The properties that come with a comment."""
    if given is None:
        return {}
    if not isinstance(given, list) or not all(isinstance(one, dict) and "value" in one for one in given):
        raise Refused(400, "Properties are a list of key and value.")
    return {property_key(one.get("key")): property_value(one["value"]) for one in given}


def property_key(given: object) -> str:
    """The key of a property, at most 255 characters."""
    if not isinstance(given, str) or not 0 < len(given) <= 255:
        raise Refused(400, "The key of a property has 1 to 255 characters.")
    return given


def property_value(given: object) -> object:
    """The value of a property, at most 32,768 characters as JSON."""
    if given is None or len(json.dumps(given, ensure_ascii=False)) > 32_768:
        raise Refused(400, "The value of a property is JSON of 1 to 32,768 characters.")
    return given


def _units(words: str) -> int:
    """The length in UTF-16 units, as Java counts."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
