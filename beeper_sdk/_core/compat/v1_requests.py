"""The forms of calls in older apps with v1: each function turns a call into one. The table is `version_table`.

A form keeps the operation's name, effect and decoder: its answer is put into today's shape before it is read.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import quote, unquote

from ..calls.alternate_form import AlternateForm, ConvertResponse, unchanged
from ..generated import AnyRequest, base, contract
from ..http.outcome import HttpResponse
from ..http.request_parts import json_body, with_json_body
from .payloads import downgrade
from .response_rewrite import answered, upgraded

_HINTS = {"gif": "gif", "voice-note": "voiceNote", "sticker": "sticker"}
"""Hints of attachments as apps 4.2.499 to 4.2.807 called them. They derived all others from the MIME type."""


class UnsupportedForm(Exception):
    """This call cannot be said in an older form."""

    def __init__(self, version: str, what: str = "") -> None:
        self.version = version
        self.what = what
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
    """The same operation at another path. A path with ids in it needs its template: that is what logs show."""
    now = request.operation
    where = path if template is None else template
    operation = contract.Operation(now.name, method, where, now.effect, now.auth, now.decoder, final=now.final)
    sent = None if body is None else contract.JsonBody(body)
    return AlternateForm(contract.Request(operation, path, query=query, body=sent), read)


def start_by_id(request: AnyRequest) -> AlternateForm:
    """Open a direct chat with a person of known id: by creating it."""
    made = request_to(request, "POST", "/v1/chats", body=by_id(json_body(request)))
    return made._replace(next_call=partial(_whole_chat, request))


def start_by_mode(request: AnyRequest) -> AlternateForm:
    """Open a direct chat: creating it had a mode for that."""
    made = request_to(request, "POST", "/v1/chats", body={"mode": "start", **json_body(request)})
    return made._replace(next_call=partial(_whole_chat, request))


def _whole_chat(request: AnyRequest, first: HttpResponse) -> AlternateForm:
    path = f"/v1/chats/{quote(made_id(first), safe='')}"
    return request_to(reading(request), "GET", path, lambda chat: joined(chat, first), template="/v1/chats/{chatID}")


def reading(request: AnyRequest) -> AnyRequest:
    """The operation as one that may be repeated: the second call only looks."""
    now = request.operation
    operation = contract.Operation(now.name, "GET", now.template, "read", now.auth, now.decoder)
    return contract.Request(operation, request.path)


def by_id(body: dict[str, Any]) -> dict[str, Any]:
    """The body of create for that of start. What only start can say is refused, not left out."""
    user = body.get("user")
    known = user.get("id") if base.is_object(user) else None
    if not known:
        raise UnsupportedForm("4.2.557", "by anything but a user ID")
    if body.get("allowInvite") is False:
        raise UnsupportedForm("4.2.557", "with allow_invite=False")
    fields = {name: field for name, field in body.items() if name not in ("user", "allowInvite")}
    return {**fields, "participantIDs": [known], "type": "single"}


def made_id(first: HttpResponse) -> str:
    """The ID of the chat that was made."""
    body = answered(first)
    return str(body.get("chatID", "")) if base.is_object(body) else ""


def joined(chat: HttpResponse, first: HttpResponse) -> HttpResponse:
    """The chat with the members that the answer of start has besides."""
    more = answered(first)
    return upgraded(lambda whole: (dict(whole) | (more if base.is_object(more) else {}), {}))(chat)


def unreact(request: AnyRequest) -> AlternateForm:
    """Take a reaction back: its key was in the query."""
    path, _, key = request.path.rpartition("/")
    template, _, _ = request.operation.template.rpartition("/")
    return request_to(request, "DELETE", path, query=(("reactionKey", unquote(key)),), template=template)


def remind_at_ms(request: AnyRequest) -> AlternateForm:
    """Set a reminder in milliseconds."""
    return AlternateForm(with_json_body(request, in_milliseconds(json_body(request))))


def in_milliseconds(body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "reminder": downgrade.reminder(body.get("reminder", {})).value}


def text_only(request: AnyRequest) -> None:
    """Send a message: refuse attachments, which would be ignored."""
    if "attachment" in json_body(request):
        raise UnsupportedForm("4.2.499", "with an attachment")


def few_hints(request: AnyRequest) -> AlternateForm | None:
    """Send a message: the kind of its attachment as older apps call it, or left out where they know it themselves."""
    body = json_body(request)
    attachment = body.get("attachment")
    if not base.is_object(attachment) or "type" not in attachment:
        return None
    hint = _HINTS.get(attachment["type"])
    fields = {name: field for name, field in attachment.items() if name != "type"}
    changed = fields if hint is None else {**fields, "type": hint}
    return AlternateForm(with_json_body(request, {**body, "attachment": changed}))


def no_labels(request: AnyRequest) -> None:
    """Search chats: refuse a filter that would be ignored."""
    if any(name == "labelID" for name, _ in request.query):
        raise UnsupportedForm("4.3.1", "with label_id")
