"""The fourteen calls of v0, where each goes, and how to play them."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import anyio
import httpx

from beeper_sdk import models, v0
from beeper_sdk.testing import FakeBeeper
from tests.core.compat.helpers import Kind, play
from tests.testing.known_chats import BOB, WHATSAPP

MS = 1893456000000
ALICE = "@whatsapp_15550100001:ba_EvYDBBsZbRQAy3UOSWqG0LuTVkc.local-whatsapp.localhost"
"""Somebody one has a direct chat with."""
ASK = [("GET", "/v1/accounts")]
ASK_V0 = [*ASK, ("GET", "/v0/get-accounts")]


@dataclass(frozen=True)
class Call:
    """One call of v0."""

    act: Callable[[Any], Any]
    gives: type[Any]
    old: tuple[str, str]
    new: tuple[str, str]


CALLS: dict[str, Call] = {
    "get_accounts": Call(lambda c: c.get_accounts(), list, ("GET", "/v0/get-accounts"), ("GET", "/v1/accounts")),
    "search": Call(
        lambda c: c.search(query="hiking"), models.V0UnifiedSearchResult, ("GET", "/v0/search"), ("GET", "/v1/search")
    ),
    "search_users": Call(
        lambda c: c.search_users(account_id=WHATSAPP, query="a"), models.ContactSearchResult,
        ("GET", "/v0/search-users"), ("GET", f"/v1/accounts/{WHATSAPP}/contacts"),
    ),
    "open_app": Call(
        lambda c: c.open_app(chat_id=BOB, draft_text="x"), models.V0OpenAppResponse, ("POST", "/v0/open-app"),
        ("POST", "/v1/focus"),
    ),
    "get_chat": Call(
        lambda c: c.get_chat(chat_id=BOB), models.V0Chat, ("GET", "/v0/get-chat"), ("GET", "/v1/chats/{}")
    ),
    "search_chats": Call(
        lambda c: c.search_chats(query="hiking", limit=3), models.V0ChatPage, ("GET", "/v0/search-chats"),
        ("GET", "/v1/chats/search"),
    ),
    "search_messages": Call(
        lambda c: c.search_messages(query="the"), models.V0MessageSearchPage, ("GET", "/v0/search-messages"),
        ("GET", "/v1/messages/search"),
    ),
    "send_message": Call(
        lambda c: c.send_message(chat_id=BOB, text="hi"), models.V0MessageSendResponse, ("POST", "/v0/send-message"),
        ("POST", "/v1/chats/{}/messages"),
    ),
    "create_chat": Call(
        lambda c: c.create_chat(account_id=WHATSAPP, participant_ids=[ALICE], type="single"),
        models.V0ChatCreateResponse, ("POST", "/v0/create-chat"), ("POST", "/v1/chats"),
    ),
    "download_asset": Call(
        lambda c: c.download_asset(url="mxc://beeper.local/none"), models.AssetDownloadResult,
        ("POST", "/v0/download-asset"), ("POST", "/v1/assets/download"),
    ),
    "archive_chat": Call(
        lambda c: c.archive_chat(chat_id=BOB, archived=False), models.V0BaseResponse, ("POST", "/v0/archive-chat"),
        ("POST", "/v1/chats/{}/archive"),
    ),
    "set_chat_reminder": Call(
        lambda c: c.set_chat_reminder(chat_id=BOB, reminder={"remind_at_ms": MS}), models.V0BaseResponse,
        ("POST", "/v0/set-chat-reminder"), ("POST", "/v1/chats/{}/reminders"),
    ),
    "clear_chat_reminder": Call(
        lambda c: c.clear_chat_reminder(chat_id=BOB), models.V0BaseResponse, ("POST", "/v0/clear-chat-reminder"),
        ("DELETE", "/v1/chats/{}/reminders"),
    ),
    "userinfo": Call(
        lambda c: c.userinfo(), models.TokenUserInfo, ("GET", "/oauth/userinfo"), ("GET", "/oauth/userinfo")
    ),
}  # fmt: skip
ENCODED = BOB.replace("!", "%21").replace(":", "%3A")


def play_old(kind: Kind, fake: FakeBeeper, *operations: Callable[[Any], Any], **options: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return play(kind, fake, *operations, old=True, **options)


def known(client: Any) -> Any:
    return client.get_accounts()


def old_call(kind: Kind, server: Any, act: Callable[[Any], Any], **options: Any) -> Any:
    """What a call of a client of v0 gives, on a scripted server."""
    options = {"access_token": "t", "transport": httpx.MockTransport(server), **options}
    if kind == "sync":
        with v0.Client(**options) as client:
            return act(client)

    async def run() -> Any:
        async with v0.AsyncClient(**options) as client:
            return await act(client)

    return anyio.run(run, backend=kind)
