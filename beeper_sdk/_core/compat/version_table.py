"""One table of what older apps take in another form, and which form a call takes for the app that answers.

Only what is sent and how its answer is read changes; callers see today's arguments and models. Pure: the sender asks
here, sends what it is told, and gives the answer to be read. On an app of today nothing of this is ever imported.

Rows hold for versions ``since <= app < until``; v0 alone counts as app 4.1.92. Facts: evolution.md section 4,
v0-to-v1.md. Answers of older shape that need no row: pages of messages without cursors are walked by sort key
(`paging`), creating and editing answer a union of both shapes, actions may answer 200 in place of 204.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...errors import NotSupportedByServer
from ..calls.alternate_form import AlternateForm
from ..generated import AnyRequest, base, operation_metadata
from ..http.outcome import HttpResponse
from . import v0_requests as v0
from . import v1_requests as older
from .response_rewrite import answered
from .server_info import FIRST, TODAY, UNKNOWN_ENDPOINT, UNKNOWN_FORM, V1, Server, Version, numbers
from .v1_requests import UnsupportedForm

ATTACHMENTS: Version = (4, 2, 499)
MODES: Version = (4, 2, 557)
FULL: Version = (4, 2, 808)
"""The app that gave v1 most of its present form."""

V0_GONE: Version = (4, 3, 0)
"""The first app whose description of itself has no v0. No source names the app that dropped it."""


class Row(NamedTuple):
    """What an operation was for some apps."""

    operation: str
    since: Version
    before: Version
    form: Callable[[AnyRequest], AlternateForm | None]
    """The call in that form; None where it does not differ. Raises UnsupportedForm for what the form cannot express."""
    about: str
    endpoint: bool = True
    """Did today's endpoint not exist (it answers 404)? Else it took another body or query."""


ROWS: tuple[Row, ...] = (
    Row("accounts.list", FIRST, V1, v0.get_accounts, "GET /v0/get-accounts"),
    Row("search", FIRST, V1, v0.search, "GET /v0/search"),
    Row("accounts.contacts.search", FIRST, V1, v0.search_users, "GET /v0/search-users, the account in the query"),
    Row("focus", FIRST, V1, v0.open_app, "POST /v0/open-app"),
    Row("chats.retrieve", FIRST, V1, v0.get_chat, "GET /v0/get-chat, the ID in the query; 100 members, not 20"),
    Row("chats.search", FIRST, V1, v0.search_chats, "GET /v0/search-chats; no labels"),
    Row("messages.search", FIRST, V1, v0.search_messages, "GET /v0/search-messages"),
    Row("messages.send", FIRST, V1, v0.send_message, "POST /v0/send-message, the chat in the body; no attachments"),
    Row("chats.create", FIRST, V1, v0.create_chat, "POST /v0/create-chat; answers the ID only"),
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


def form(request: AnyRequest, server: Server) -> AlternateForm | None:
    """The call in the form its server takes; None where that is today's.

    Raises:
        NotSupportedByServer: the server cannot do this.
    """
    row = _row(request.operation.name, server.effective)
    if row is None:
        since = _since(request) if server.generation == "v0" else None
        if since is not None and since >= V1:
            raise _unsupported(request, ".".join(map(str, since)), server)
        return None
    try:
        return row.form(request)
    except UnsupportedForm as needs:
        raise _unsupported(request, needs.version, server, needs.what) from None


def form_after(request: AnyRequest, status: int, server: Server) -> AlternateForm | None:
    """The form to send a call in, once it was refused in today's; None where sending it again would be no use.

    A form is given only where it is certain that nothing happened: the endpoint does not exist in an app of this
    version, or the app refused a body it does not know.

    Raises:
        NotSupportedByServer: the refusal means that the server cannot do this.
    """
    row = _row(request.operation.name, server.effective)
    since = _since(request)
    if row is not None and status in (UNKNOWN_ENDPOINT if row.endpoint else UNKNOWN_FORM):
        return form(request, server)
    if since is None or status not in UNKNOWN_ENDPOINT or server.effective is None or since <= server.effective:
        return None
    if row is None:
        raise _unsupported(request, ".".join(map(str, since)), server)
    return None


def form_after_upgrade(request: AnyRequest, sent: AlternateForm, status: int, server: Server) -> AlternateForm | None:
    """Today's form, for a call refused in an older one by an app that was renewed since. Not for what must not happen
    twice: no one knows which app dropped v0, so that a 404 by v0 says little."""
    renewed = server.age != "older" and sent.request is not request and status in UNKNOWN_ENDPOINT
    return AlternateForm(request) if renewed and request.operation.effect != "once" else None


def check_operation(name: str) -> None:
    """Raise ValueError for a name that is none of an operation; it tells which are like it."""
    if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise TypeError(f"operation takes a name such as 'chats.list', not {type(name).__name__}")
    known = operation_metadata()
    if name not in known:
        from difflib import get_close_matches

        like = get_close_matches(name, known, n=3)
        hint = f"did you mean {' or '.join(map(repr, like))}?" if like else "names are as in beeper.chats.list"
        raise ValueError(f"operation takes a name such as 'chats.list'; {hint}")


def supported(name: str, server: Server) -> bool:
    """Can an operation be called, in whichever form? One that did not tell its version, though asked, is as old as
    its generation allows."""
    known = operation_metadata()[name]
    version = server.effective or (V1 if server.generation == "v1" else FIRST)
    if _row(name, version) is not None:
        return True
    gone = V0_GONE if name.startswith("v0.") else None if known.removed is None else numbers(known.removed)
    since = numbers(known.since)
    return (since is None or since <= version) and (gone is None or version < gone)


def should_probe(request: AnyRequest, answer: HttpResponse, server: Server) -> bool:
    """Was a call refused in a way that only asking the server what it is can explain? Once per client at most.

    Apps name their version to a good token from 4.1.239 on; before, an unknown endpoint was answered in an envelope
    that v1 does not have (``{error: "text"}``), or in none. A 404 in that of v1 comes from v1, in an answer to a
    token; to nobody, no version is named either way.
    """
    return (
        answer.status_code in UNKNOWN_ENDPOINT
        and server.generation is None
        and not server.generation_probed
        and request.path.startswith("/v1/")
        and (request.operation.auth != "required" or _may_be_v0(answered(answer)))
    )


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
    """The first app with an operation; None for those the spec does not know."""
    known = operation_metadata().get(request.operation.name)
    return None if known is None else numbers(known.since)


def _unsupported(request: AnyRequest, needs: str, server: Server, what: str = "") -> NotSupportedByServer:
    name = request.operation.name
    return NotSupportedByServer(f"{name} {what}" if what else name, needs, server.has)
