"""The table of calls that older apps expect in another form, and the selection of the form for a call.

Users see the current arguments and models in any case: only the request and the conversion of its response differ. No
I/O. With a current app, this module is never imported.

A row applies to versions ``since <= app < until``. An app with v0 only counts as version 4.1.92. Some older response
formats need no row: pages of messages without cursors are paged by sort key (`paging`), the responses of create and
edit are unions of both formats, and actions may respond with 200 instead of 204.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...errors import NotSupportedByServer
from ...errors._context import CallInfo
from ..calls.alternate_form import AlternateForm, answered
from ..generated import AnyRequest, base, operation_metadata
from ..http.error_bodies import is_foreign, is_unknown_route, read
from ..http.outcome import HttpResponse
from ..util.validation import check_text, similar_names
from . import v0_requests as v0
from . import v1_requests as older
from .server_info import FIRST, TODAY, UNKNOWN_ENDPOINT, UNKNOWN_FORM, V1, Server, Version, numbers
from .v1_requests import UnsupportedForm

ATTACHMENTS: Version = (4, 2, 499)
MODES: Version = (4, 2, 557)
FULL: Version = (4, 2, 808)
"""The app with which most operations of v1 got their current form."""

V0_GONE: Version = (4, 3, 0)
"""The first app whose OpenAPI document has no v0. It is not documented which app removed v0."""


class Row(NamedTuple):
    """The form of an operation in a range of app versions."""

    operation: str
    since: Version
    before: Version
    form: Callable[[AnyRequest], AlternateForm | None]
    """Converts a call; None if this call does not differ. Raises UnsupportedForm if the form cannot express it."""
    about: str
    endpoint: bool = True
    """Whether the current endpoint did not exist (status 404). Otherwise it had another body or query."""


ROWS: tuple[Row, ...] = (
    Row("accounts.list", FIRST, V1, v0.get_accounts, "GET /v0/get-accounts"),
    Row("search", FIRST, V1, v0.search, "GET /v0/search"),
    Row("accounts.contacts.search", FIRST, V1, v0.search_users, "GET /v0/search-users, the account in the query"),
    Row("focus", FIRST, V1, v0.open_app, "POST /v0/open-app"),
    Row("chats.retrieve", FIRST, V1, v0.get_chat, "GET /v0/get-chat, the ID in the query; 100 members, not 20"),
    Row("chats.search", FIRST, V1, v0.search_chats, "GET /v0/search-chats; no labels"),
    Row("messages.search", FIRST, V1, v0.search_messages, "GET /v0/search-messages"),
    Row("messages.send", FIRST, V1, v0.send_message, "POST /v0/send-message, the chat in the body; no attachments"),
    Row("chats.create", FIRST, V1, v0.create_chat, "POST /v0/create-chat; returns the ID only"),
    Row("chats.start", FIRST, V1, v0.start, "POST /v0/create-chat by user ID, then GET /v0/get-chat"),
    Row("assets.download", FIRST, V1, v0.download_asset, "POST /v0/download-asset"),
    Row("chats.archive", FIRST, V1, v0.archive_chat, "POST /v0/archive-chat, the ID in the body"),
    Row("chats.reminders.create", FIRST, V1, v0.set_chat_reminder, "POST /v0/set-chat-reminder, milliseconds"),
    Row("chats.reminders.delete", FIRST, V1, v0.clear_chat_reminder, "POST /v0/clear-chat-reminder"),
    Row("chats.start", V1, MODES, older.start_by_id, "POST /v1/chats by user ID, then GET /v1/chats/{chatID}"),
    Row("chats.start", MODES, FULL, older.start_by_mode, "POST /v1/chats with mode=start, then GET /v1/chats/{chatID}"),
    Row("chats.messages.reactions.delete", MODES, FULL, older.unreact, "DELETE …/reactions?reactionKey="),
    Row("chats.reminders.create", V1, FULL, older.remind_at_ms, "remindAtMs in Unix milliseconds", endpoint=False),
    Row("messages.send", V1, ATTACHMENTS, older.text_only, "no attachments", endpoint=False),
    Row("messages.send", ATTACHMENTS, FULL, older.few_hints, "hints gif, voiceNote and sticker only", endpoint=False),
    Row("chats.search", V1, TODAY, older.no_labels, "no labels: an unknown filter would be ignored", endpoint=False),
)


def form(request: AnyRequest, server: Server, request_id: str = "") -> AlternateForm | None:
    """The call in the form that the server expects; None if that is the current form. `request_id` is for the error.

    Raises:
        NotSupportedByServer: the server does not support the call.
    """
    row = _row(request.operation.name, server.effective)
    if row is None:
        since = _since(request) if server.generation == "v0" else None
        if since is not None and since >= V1:
            raise _unsupported(request, ".".join(map(str, since)), server, request_id)
        return None
    try:
        return row.form(request)
    except UnsupportedForm as needs:
        raise _unsupported(request, needs.version, server, request_id, needs.what) from None


def form_after(request: AnyRequest, answer: HttpResponse, server: Server, request_id: str) -> AlternateForm | None:
    """The form in which to send a call again that was rejected in its current form; None if there is none.

    There is a form only if the rejected call had no effect: the endpoint does not exist in this app version, or the app
    rejected the body. For a call that must not be repeated, the version does not prove the former (a 404 may be of an
    app that carried the call out, or of a proxy): the response must say it.

    Raises:
        NotSupportedByServer: the server does not support the call.
    """
    row, status = _row(request.operation.name, server.effective), answer.status_code
    if status in UNKNOWN_ENDPOINT and request.operation.effect == "once" and not _shows_no_route(answer):
        return None
    if row is not None:
        known = status in (UNKNOWN_ENDPOINT if row.endpoint else UNKNOWN_FORM)
        return form(request, server, request_id) if known else None
    since = _since(request)
    if since is not None and status in UNKNOWN_ENDPOINT and _lacks_route(request, since, answer, server):
        raise _unsupported(request, ".".join(map(str, since)), server, request_id)
    return None


def _lacks_route(request: AnyRequest, since: Version, answer: HttpResponse, server: Server) -> bool:
    """Whether the app does not have the endpoint. If its version is not known but it has v1, a 404 that is a page or a
    text shows it: none of its endpoints responded. A missing file may be such a 404 too."""
    if server.effective is not None:
        return since > server.effective
    return server.generation == "v1" and since > V1 and not request.operation.stream and is_foreign(answer)


def _shows_no_route(answer: HttpResponse) -> bool:
    """Whether a response says that the server has no such endpoint, or not with this method."""
    return answer.status_code == 405 or is_unknown_route(read(answer.content).message)


def form_after_upgrade(request: AnyRequest, sent: AlternateForm, status: int, server: Server) -> AlternateForm | None:
    """The current form, for a call that was rejected in an older form because the app was updated meanwhile.

    Not for calls that must not be repeated: it is not documented which app removed v0, so a 404 of a v0 endpoint does
    not prove that the call had no effect."""
    renewed = server.age != "older" and sent.request is not request and status in UNKNOWN_ENDPOINT
    return AlternateForm(request) if renewed and request.operation.effect != "once" else None


def check_operation(name: str) -> None:
    """Raise ValueError if there is no operation of this name. The message suggests similar names."""
    known = operation_metadata()
    if check_text("operation", name) not in known:
        hint = similar_names(name, known, "beeper.chats.list() is 'chats.list'")
        raise ValueError(f"operation must be the name of an operation, such as 'chats.list'; {hint}")


def supported(name: str, server: Server) -> bool:
    """Whether an operation can be called in any form. An app that does not report its version counts as the oldest of
    its generation."""
    known = operation_metadata()[name]
    # Apps before 4.1.239 do not report their version.
    version = server.effective or (V1 if server.generation == "v1" else FIRST)
    if _row(name, version) is not None:
        return True
    gone = V0_GONE if name.startswith("v0.") else None if known.removed is None else numbers(known.removed)
    since = numbers(known.since)
    return (since is None or since <= version) and (gone is None or version < gone)


def should_probe(request: AnyRequest, answer: HttpResponse, server: Server) -> bool:
    """Whether to probe the API generation of the server after a rejected call. At most once per client.

    From 4.1.239 on, apps send their version in responses to a valid token. Earlier apps respond to an unknown endpoint
    with an error body that v1 does not have (``{error: "text"}``), or without one. So a 404 with an error body of v1
    needs no probe if a token was sent. Without a token no app sends its version.
    """
    return (
        answer.status_code in UNKNOWN_ENDPOINT
        and server.generation is None
        and not server.generation_probed
        and request.path.startswith("/v1/")
        and (request.operation.auth != "required" or _may_be_v0(answered(answer)))
    )


def may_lack_endpoint(answer: HttpResponse, server: Server) -> bool:
    """Whether a 404 may be of an app that does not have the endpoint, as far as is known."""
    return server.generation is None and _may_be_v0(answered(answer))


def _may_be_v0(body: object) -> bool:
    return not base.is_object(body) or isinstance(body.get("error"), str)


def _row(operation: str, version: Version | None) -> Row | None:
    if version is None:
        return None
    return next((row for row in _BY_NAME.get(operation, ()) if row.since <= version < row.before), None)


_BY_NAME: dict[str, tuple[Row, ...]] = {
    name: tuple(row for row in ROWS if row.operation == name) for name in {row.operation for row in ROWS}
}


def _since(request: AnyRequest) -> Version | None:
    """The first app with an operation; None if the operation is not in the spec."""
    known = operation_metadata().get(request.operation.name)
    return None if known is None else numbers(known.since)


def _unsupported(
    request: AnyRequest, needs: str, server: Server, request_id: str, what: str = ""
) -> NotSupportedByServer:
    operation = request.operation
    call = CallInfo(operation.name, operation.method, operation.template, request_id)
    return NotSupportedByServer(call, needs, server.has, what)
