"""Requests in the forms of older apps, put into the form the services understand; and newer forms refused.

An older app ignores what it does not know in a query or a body, and misses what it needs. What it knows is in
the rows of ``spec`` and the marks of the spec itself; nothing here answers.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote_plus

from .errors import invalid
from .json_values import Json, dumps, is_object, stamp
from .requests import Call
from .spec import (
    ATTACHMENTS,
    CREATE_MODES,
    FEW_HINTS,
    HINTS,
    REACTION_IN_QUERY,
    REMIND_AT_MS,
    Version,
    operations,
    version_number,
)
from .spec_document import document

LATEST_MS = 253_402_300_799_999
"""The last moment a timestamp can name."""


@dataclass(slots=True)
class OldRequest:
    """The parts of a request that differ in an older form."""

    path: str
    query: str
    body: Json


def has_forms(call: Call) -> bool:
    """Whether older apps have another form of this operation, so that its body has to be read."""
    return call.name in _REWRITES


def known_query(version: Version, call: Call, query: str) -> str:
    """A query without the names an app of that version ignores."""
    return "&".join(part for part in query.split("&") if _known(version, call.operation_id, part))


def understood(version: Version, call: Call, query: str, content: bytes) -> tuple[str, str, bytes]:
    """The path, query and body of a request to an older app in today's form.

    Raises:
        Refused: The app would have rejected it.
    """
    body = _object(content)
    if body is None:
        return call.path, query, content
    request = OldRequest(call.path, query, body)
    _REWRITES[call.name](version, request)
    return request.path, request.query, content if request.body == _object(content) else dumps(request.body)


def _object(content: bytes) -> Json | None:
    """The object a body is; an empty body counts as an empty one, and anything else is left to the server."""
    try:
        body: object = json.loads(content or b"{}")
    except (ValueError, RecursionError):
        return None
    return body if is_object(body) else None


def _known(version: Version, operation_id: str, part: str) -> bool:
    since = _parameters().get((operation_id, unquote_plus(part.partition("=")[0])))
    return since is None or since <= version


@lru_cache(maxsize=1)
def _parameters() -> dict[tuple[str, str], Version]:
    """Since when the parameters exist that are younger than their operation."""
    named: list[tuple[str, Json]] = [
        (raw["operationId"], parameter)
        for raw in (document()["paths"][operation.template][operation.method.lower()] for operation in operations())
        for parameter in raw.get("parameters", ())
    ]
    return {
        (operation_id, parameter["name"]): version_number(parameter["x-beeper-since"])
        for operation_id, parameter in named
        if "x-beeper-since" in parameter
    }


def _create(version: Version, request: OldRequest) -> None:
    """``mode`` chooses between what are two operations today."""
    if version not in CREATE_MODES:
        return
    mode = request.body.pop("mode", "create")
    if mode not in ("create", "start"):
        raise invalid("mode must be create or start", "body", "mode")
    if mode == "start":
        if not is_object(request.body.get("user")):
            raise invalid("Field required", "body", "user", code="missing")
        request.path += "/start"


def _send(version: Version, request: OldRequest) -> None:
    if version < ATTACHMENTS:
        request.body.pop("attachment", None)
    attachment: object = request.body.get("attachment")
    if version in FEW_HINTS and is_object(attachment) and "type" in attachment:
        hint: object = attachment["type"]
        if not isinstance(hint, str) or hint not in HINTS:
            raise invalid(f"type must be one of {', '.join(HINTS)}", "body", "attachment", "type")
        attachment["type"] = HINTS[hint]


def _remind(version: Version, request: OldRequest) -> None:
    reminder: object = request.body.get("reminder")
    if version not in REMIND_AT_MS or not is_object(reminder):
        return
    moment: object = reminder.pop("remindAtMs", None)
    if isinstance(moment, bool) or not isinstance(moment, int | float) or not 0 <= moment <= LATEST_MS:
        raise invalid("Field required: Unix milliseconds", "body", "reminder", "remindAtMs", code="missing")
    reminder["remindAt"] = stamp(int(moment))


def _remove_reaction(version: Version, request: OldRequest) -> None:
    if version not in REACTION_IN_QUERY:
        return
    key = dict(parse_qsl(request.query)).get("reactionKey")
    if not key:
        raise invalid("Field required", "query", "reactionKey", code="missing")
    request.path += "/" + quote(key, safe="")
    request.query = ""


_REWRITES: dict[str, Callable[[Version, OldRequest], None]] = {
    "chats.create": _create,
    "messages.send": _send,
    "chats.reminders.create": _remind,
    "chats.messages.reactions.delete": _remove_reaction,
}
