"""Converts calls of v0 to calls of v1, and responses of v1 to those of v0. No I/O.

In v1, IDs are in the path instead of the query or body, reminders are timestamps instead of milliseconds, and HTTP
statuses replace ``success`` flags. The queries of the searches and the other bodies are the same in both versions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from .._core.compat.payloads import downgrade, upgrade
from .._core.compat.payloads.field_mapping import Converted
from .._core.generated import AnyRequest, api, base, contract, models
from .._core.http.request_parts import json_body, with_json_body

Downgrade: TypeAlias = Callable[[Any], Converted]
ToV1: TypeAlias = Callable[[AnyRequest], AnyRequest]

MEMBERS = 20
"""The default number of participants in v0. In v1 the default was all of them, and later 100."""


class V1Equivalent(NamedTuple):
    """The v1 equivalent of a call of v0."""

    to_v1: ToV1
    """Converts the call to v1."""
    old: Downgrade
    """Converts the response of v1 to v0."""
    flagged: bool = False
    """Whether v0 responds with 200 and ``success: false`` to rejected calls."""


def _id(request: AnyRequest) -> str:
    chat_id = json_body(request)["chatID"]
    return str(chat_id)


def _same_query(build: Callable[[], AnyRequest]) -> ToV1:
    """Converts a call to another path with the same query."""

    def to_v1(request: AnyRequest) -> AnyRequest:
        call = build()
        return contract.Request(call.operation, call.path, query=request.query)

    return to_v1


def _without_chat(request: AnyRequest) -> dict[str, Any]:
    return {name: field for name, field in json_body(request).items() if name != "chatID"}


def _search_users(request: AnyRequest) -> AnyRequest:
    query = dict(request.query)
    return api.accounts.contacts.search(query["accountID"], query=query["query"])


def _get_chat(request: AnyRequest) -> AnyRequest:
    query = dict(request.query)
    return api.chats.retrieve(query["chatID"], max_participant_count=int(query.get("maxParticipantCount", MEMBERS)))


def _send_message(request: AnyRequest) -> AnyRequest:
    body = _without_chat(request)
    return with_json_body(api.messages.send(_id(request), text=body["text"]), body)


def _create_chat(request: AnyRequest) -> AnyRequest:
    body = json_body(request)
    empty = api.chats.create(account_id=body["accountID"], participant_ids=body["participantIDs"], type=body["type"])
    return with_json_body(empty, body)


def _get_accounts(_: AnyRequest) -> AnyRequest:
    return api.accounts.list()


def _search() -> AnyRequest:
    return api.search(query="…")


def _open_app(request: AnyRequest) -> AnyRequest:
    return with_json_body(api.focus(), json_body(request))


def _download(request: AnyRequest) -> AnyRequest:
    return api.assets.download(url=json_body(request)["url"])


def _archive(request: AnyRequest) -> AnyRequest:
    return with_json_body(api.chats.archive(_id(request)), _without_chat(request))


def _clear_reminder(request: AnyRequest) -> AnyRequest:
    return api.chats.reminders.delete(_id(request))


def _set_reminder(request: AnyRequest) -> AnyRequest:
    reminder = upgrade.reminder(json_body(request)["reminder"]).value
    if "remindAt" not in reminder:
        raise ValueError("reminder: remind_at_ms must be a valid time in Unix milliseconds")
    return api.chats.reminders.create(_id(request), reminder=models.ReminderInput.from_dict(reminder))


def _accounts(data: list[Any]) -> Converted:
    pairs = [downgrade.account(account) for account in data]
    return Converted({"items": [pair.value for pair in pairs]}, {"items": [pair.lost for pair in pairs]})


V1_EQUIVALENTS: dict[str, V1Equivalent] = {
    "v0.get_accounts": V1Equivalent(_get_accounts, _accounts),
    "v0.search": V1Equivalent(_same_query(_search), downgrade.search_result),
    "v0.search_users": V1Equivalent(_search_users, downgrade.contacts),
    "v0.open_app": V1Equivalent(_open_app, downgrade.focus_result, flagged=True),
    "v0.get_chat": V1Equivalent(_get_chat, downgrade.chat),
    "v0.search_chats": V1Equivalent(_same_query(api.chats.search), downgrade.chat_page),
    "v0.search_messages": V1Equivalent(_same_query(api.messages.search), downgrade.message_page),
    "v0.send_message": V1Equivalent(_send_message, downgrade.send_result, flagged=True),
    "v0.create_chat": V1Equivalent(_create_chat, downgrade.create_result, flagged=True),
    "v0.download_asset": V1Equivalent(_download, downgrade.asset_result),
    "v0.archive_chat": V1Equivalent(_archive, downgrade.archive_result, flagged=True),
    "v0.set_chat_reminder": V1Equivalent(_set_reminder, downgrade.archive_result, flagged=True),
    "v0.clear_chat_reminder": V1Equivalent(_clear_reminder, downgrade.archive_result, flagged=True),
}


def old_answer(request: AnyRequest, value: object) -> Any:
    """The JSON that v0 would have returned, from the result of v1."""
    out = V1_EQUIVALENTS[request.operation.name].old(base.to_json(value)).value
    return out["items"] if request.operation.name == "v0.get_accounts" else out


def old_refusal(request: AnyRequest, why: str) -> dict[str, Any]:
    """The response of v0 to a rejected call. For a send it contains the IDs that the model requires."""
    ids = {"chatID": _id(request), "pendingMessageID": ""} if request.operation.name == "v0.send_message" else {}
    return {"success": False, "error": why, **ids}
