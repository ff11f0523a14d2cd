"""The forms calls of v1 take in apps with v0 only: each function turns a call into one. The table is in `compat`."""

from __future__ import annotations

from functools import partial

from ..calls.alternate_form import AlternateForm, Read
from ..generated import AnyRequest
from ..http.outcome import Answer
from .payloads import upgrade
from .response_rewrite import unflagged, upgraded
from .v1_requests import (
    by_id,
    elsewhere,
    in_milliseconds,
    joined,
    made_id,
    no_labels,
    payload,
    reading,
    step,
    text_only,
    with_body,
)

_MEMBERS = "100"
"""Today's default of chats.retrieve; that of v0 was 20."""


def get_accounts(request: AnyRequest) -> AlternateForm:
    """List accounts."""
    return elsewhere(request, "GET", "/v0/get-accounts")


def search(request: AnyRequest) -> AlternateForm:
    """Search everything."""
    return elsewhere(request, "GET", "/v0/search", upgraded(upgrade.search_result), query=request.query)


def search_users(request: AnyRequest) -> AlternateForm:
    """Search contacts."""
    query = (("accountID", step(request, 3)), *request.query)
    return elsewhere(request, "GET", "/v0/search-users", query=query)


def open_app(request: AnyRequest) -> AlternateForm:
    """Bring the app to the front."""
    return elsewhere(request, "POST", "/v0/open-app", body=payload(request))


def get_chat(request: AnyRequest) -> AlternateForm:
    """One chat, with as many members as today where the caller does not say."""
    members = dict(request.query).get("maxParticipantCount", _MEMBERS)
    return _chat(request, step(request, 3), members, upgraded(upgrade.chat))


def _chat(request: AnyRequest, chat_id: str, members: str, read: Read) -> AlternateForm:
    query = (("chatID", chat_id), ("maxParticipantCount", members))
    return elsewhere(request, "GET", "/v0/get-chat", read, query=query)


def search_chats(request: AnyRequest) -> AlternateForm:
    """Search chats."""
    no_labels(request)
    return elsewhere(request, "GET", "/v0/search-chats", upgraded(upgrade.chat_page), query=request.query)


def search_messages(request: AnyRequest) -> AlternateForm:
    """Search messages."""
    return elsewhere(request, "GET", "/v0/search-messages", upgraded(upgrade.message_page), query=request.query)


def send_message(request: AnyRequest) -> AlternateForm:
    """Send a text."""
    text_only(request)
    body = {"chatID": step(request, 3), **payload(request)}
    return elsewhere(request, "POST", "/v0/send-message", unflagged(upgrade.send_result), body=body)


def create_chat(request: AnyRequest) -> AlternateForm:
    """Create a chat."""
    return elsewhere(request, "POST", "/v0/create-chat", unflagged(upgrade.create_result), body=payload(request))


def start(request: AnyRequest) -> AlternateForm:
    """Open a direct chat with a person of known id."""
    made = create_chat(with_body(request, by_id(payload(request))).request)
    return made._replace(follow=partial(_whole_chat, request))


def _whole_chat(request: AnyRequest, first: Answer) -> AlternateForm:
    def read(chat: Answer) -> Answer:
        return joined(upgraded(upgrade.chat)(chat), first)

    return _chat(reading(request), made_id(first), _MEMBERS, read)


def download_asset(request: AnyRequest) -> AlternateForm:
    """Fetch media."""
    return elsewhere(request, "POST", "/v0/download-asset", body=payload(request))


def archive_chat(request: AnyRequest) -> AlternateForm:
    """Archive or restore a chat."""
    body = {"chatID": step(request, 3), **payload(request)}
    return elsewhere(request, "POST", "/v0/archive-chat", unflagged(upgrade.archive_result), body=body)


def set_chat_reminder(request: AnyRequest) -> AlternateForm:
    """Set a reminder."""
    body = {"chatID": step(request, 3), **in_milliseconds(payload(request))}
    return elsewhere(request, "POST", "/v0/set-chat-reminder", unflagged(upgrade.archive_result), body=body)


def clear_chat_reminder(request: AnyRequest) -> AlternateForm:
    """Clear a reminder."""
    body = {"chatID": step(request, 3)}
    return elsewhere(request, "POST", "/v0/clear-chat-reminder", unflagged(upgrade.archive_result), body=body)
