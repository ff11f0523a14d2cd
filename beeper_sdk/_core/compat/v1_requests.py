"""Converts calls to their form in older apps with v1, one function per operation. `version_table` lists them.

A form keeps the operation's name, effect and decoder: its response is converted to the current format before decoding.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import quote, unquote

from ..calls.alternate_form import AlternateForm, AlternateOperation, ConvertResponse, answered, unchanged, upgraded
from ..generated import AnyRequest, base, contract
from ..http.outcome import HttpResponse
from ..http.request_parts import json_body, with_json_body
from ..util.validation import usable_id
from .payloads import downgrade

_HINTS = {"gif": "gif", "voice-note": "voiceNote", "sticker": "sticker"}
"""The attachment types of apps 4.2.499 to 4.2.807. They derived all other types from the MIME type."""


class UnsupportedForm(Exception):
    """A call cannot be expressed in the form of an older app."""

    def __init__(self, version: str, what: str = "") -> None:
        self.version: str = version
        self.what: str = what
        super().__init__(version)


def request_to(
    request: AnyRequest,
    method: str,
    path: str,
    read: ConvertResponse = unchanged,
    *,
    body: Any = None,
    query: contract.Pairs = (),
    template: str | None = None,
) -> AlternateForm:
    """The same operation at another path. A path with IDs needs a template, because logs show the template only."""
    where = path if template is None else template
    operation = AlternateOperation(request, method, where)
    sent = None if body is None else contract.JsonBody(body)
    return AlternateForm(contract.Request(operation, path, query=query, body=sent), read)


def start_by_id(request: AnyRequest) -> AlternateForm:
    """Open a direct chat with a user ID: create it, then retrieve it."""
    made = request_to(request, "POST", "/v1/chats", body=by_id(json_body(request)))
    return made._replace(next_call=partial(_whole_chat, request))


def start_by_mode(request: AnyRequest) -> AlternateForm:
    """Open a direct chat: the create operation had a mode for that."""
    made = request_to(request, "POST", "/v1/chats", body={"mode": "start", **json_body(request)})
    return made._replace(next_call=partial(_whole_chat, request))


def _whole_chat(request: AnyRequest, first: HttpResponse) -> AlternateForm | None:
    chat_id = made_id(first)
    if not chat_id:
        return None
    path = f"/v1/chats/{quote(chat_id, safe='')}"
    return request_to(reading(request), "GET", path, lambda chat: joined(chat, first), template="/v1/chats/{chatID}")


def reading(request: AnyRequest) -> AnyRequest:
    """The operation with the effect ``read``: the follow-up call may be retried."""
    now = request.operation
    operation = contract.Operation(now.name, "GET", now.template, "read", now.auth, now.decoder)
    return contract.Request(operation, request.path)


def by_id(body: dict[str, Any]) -> dict[str, Any]:
    """The body of create for the body of start. Arguments that create does not have are refused, not dropped."""
    user = body.get("user")
    known = user.get("id") if base.is_object(user) else None
    if not known:
        raise UnsupportedForm("4.2.557", "without a user ID")
    if body.get("allowInvite") is False:
        raise UnsupportedForm("4.2.557", "with allow_invite=False")
    fields = {name: field for name, field in body.items() if name not in ("user", "allowInvite")}
    return {**fields, "participantIDs": [known], "type": "single"}


def made_id(first: HttpResponse) -> str:
    """The ID of the chat that was created; empty if the response has none that can be sent."""
    body = answered(first)
    return (usable_id(body.get("chatID")) or "") if base.is_object(body) else ""


def joined(chat: HttpResponse, first: HttpResponse) -> HttpResponse:
    """The chat, with the additional fields in the response of start."""
    more = answered(first)
    return upgraded(lambda whole: (dict(whole) | (more if base.is_object(more) else {}), {}))(chat)


def unreact(request: AnyRequest) -> AlternateForm:
    """Delete a reaction: its key was in the query."""
    path, _, key = request.path.rpartition("/")
    template, _, _ = request.operation.template.rpartition("/")
    return request_to(request, "DELETE", path, query=(("reactionKey", unquote(key)),), template=template)


def remind_at_ms(request: AnyRequest) -> AlternateForm:
    """Set a reminder: the time was in milliseconds."""
    return AlternateForm(with_json_body(request, in_milliseconds(json_body(request))))


def in_milliseconds(body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "reminder": downgrade.reminder(body.get("reminder", {})).value}


def text_only(request: AnyRequest) -> None:
    """Send a message: refuse attachments, which the app would ignore."""
    if "attachment" in json_body(request):
        raise UnsupportedForm("4.2.499", "with an attachment")


def few_hints(request: AnyRequest) -> AlternateForm | None:
    """Send a message: rename the type of its attachment, or leave it out if the app derives it from the MIME type."""
    body = json_body(request)
    attachment = body.get("attachment")
    if not base.is_object(attachment) or "type" not in attachment:
        return None
    hint = _HINTS.get(attachment["type"])
    fields = {name: field for name, field in attachment.items() if name != "type"}
    changed = fields if hint is None else {**fields, "type": hint}
    return AlternateForm(with_json_body(request, {**body, "attachment": changed}))


def no_labels(request: AnyRequest) -> None:
    """Search chats: refuse a filter that the app would ignore."""
    if any(name == "labelID" for name, _ in request.query):
        raise UnsupportedForm("4.3.1", "with label_id")
