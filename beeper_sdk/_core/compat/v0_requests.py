"""Converts calls to their form in apps with v0 only, one function per operation. `version_table` lists them."""

from __future__ import annotations

from functools import partial

from ..calls.alternate_form import AlternateForm, ConvertResponse, upgraded
from ..generated import AnyRequest
from ..http.outcome import HttpResponse
from ..http.request_parts import json_body, path_segment, with_json_body
from .payloads import upgrade
from .v1_requests import by_id, in_milliseconds, joined, made_id, no_labels, reading, request_to, text_only

_MEMBERS = "100"
"""The current default of chats.retrieve. The default of v0 was 20."""


def get_accounts(request: AnyRequest) -> AlternateForm:
    """List accounts."""
    return request_to(request, "GET", "/v0/get-accounts")


def search(request: AnyRequest) -> AlternateForm:
    """Search everything."""
    return request_to(request, "GET", "/v0/search", upgraded(upgrade.search_result), query=request.query)


def search_users(request: AnyRequest) -> AlternateForm:
    """Search contacts."""
    query = (("accountID", path_segment(request, 3)), *request.query)
    return request_to(request, "GET", "/v0/search-users", query=query)


def open_app(request: AnyRequest) -> AlternateForm:
    """Bring the app to the front."""
    return request_to(request, "POST", "/v0/open-app", body=json_body(request))


def get_chat(request: AnyRequest) -> AlternateForm:
    """Retrieve a chat, by default with as many participants as in the current API."""
    members = dict(request.query).get("maxParticipantCount", _MEMBERS)
    return _chat(request, path_segment(request, 3), members, upgraded(upgrade.chat))


def _chat(request: AnyRequest, chat_id: str, members: str, read: ConvertResponse) -> AlternateForm:
    query = (("chatID", chat_id), ("maxParticipantCount", members))
    return request_to(request, "GET", "/v0/get-chat", read, query=query)


def search_chats(request: AnyRequest) -> AlternateForm:
    """Search chats."""
    no_labels(request)
    return request_to(request, "GET", "/v0/search-chats", upgraded(upgrade.chat_page), query=request.query)


def search_messages(request: AnyRequest) -> AlternateForm:
    """Search messages."""
    return request_to(request, "GET", "/v0/search-messages", upgraded(upgrade.message_page), query=request.query)


def send_message(request: AnyRequest) -> AlternateForm:
    """Send a text."""
    text_only(request)
    body = {"chatID": path_segment(request, 3), **json_body(request)}
    return request_to(request, "POST", "/v0/send-message", upgraded(upgrade.send_result), body=body)


def create_chat(request: AnyRequest) -> AlternateForm:
    """Create a chat."""
    return request_to(request, "POST", "/v0/create-chat", upgraded(upgrade.create_result), body=json_body(request))


def start(request: AnyRequest) -> AlternateForm:
    """Open a direct chat with a user ID: create it, then retrieve it."""
    made = create_chat(with_json_body(request, by_id(json_body(request))))
    return made._replace(next_call=partial(_whole_chat, request))


def _whole_chat(request: AnyRequest, first: HttpResponse) -> AlternateForm | None:
    def read(chat: HttpResponse) -> HttpResponse:
        return joined(upgraded(upgrade.chat)(chat), first)

    chat_id = made_id(first)
    return _chat(reading(request), chat_id, _MEMBERS, read) if chat_id else None


def download_asset(request: AnyRequest) -> AlternateForm:
    """Fetch media."""
    return request_to(request, "POST", "/v0/download-asset", body=json_body(request))


def archive_chat(request: AnyRequest) -> AlternateForm:
    """Archive or restore a chat."""
    body = {"chatID": path_segment(request, 3), **json_body(request)}
    return request_to(request, "POST", "/v0/archive-chat", body=body)


def set_chat_reminder(request: AnyRequest) -> AlternateForm:
    """Set a reminder."""
    body = {"chatID": path_segment(request, 3), **in_milliseconds(json_body(request))}
    return request_to(request, "POST", "/v0/set-chat-reminder", body=body)


def clear_chat_reminder(request: AnyRequest) -> AlternateForm:
    """Clear a reminder."""
    body = {"chatID": path_segment(request, 3)}
    return request_to(request, "POST", "/v0/clear-chat-reminder", body=body)
