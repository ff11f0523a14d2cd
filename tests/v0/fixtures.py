"""Payloads of both versions: the examples of the spec, the seeds, and what the fake server answers."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from beeper_sdk import Beeper, models
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.v0 import Converted, downgrade, upgrade
from tests.compiler.spec.document import document, schemas

Json = dict[str, Any]
SEEDS = Path(__file__).parents[1] / "generated" / "seeds"


class Shape(NamedTuple):
    """One shape in both versions."""

    old: str
    new: str
    up: Callable[[Any], Converted]
    down: Callable[[Any], Converted]


SHAPES: dict[str, Shape] = {
    name: Shape(old, new, getattr(upgrade, name), getattr(downgrade, name))
    for name, old, new in (
        ("account", "V0Account", "Account"),
        ("user", "User", "Participant"),
        ("participants", "V0ChatParticipants", "ChatParticipants"),
        ("chat", "V0Chat", "Chat"),
        ("message", "V0Message", "Message"),
        ("attachment", "V0Attachment", "Attachment"),
        ("chat_page", "V0ChatPage", "ChatPage"),
        ("message_page", "V0MessageSearchPage", "MessageSearchPage"),
        ("contacts", "ContactSearchResult", "ContactSearchResult"),
        ("search_result", "V0UnifiedSearchResult", "UnifiedSearchResult"),
        ("send_result", "V0MessageSendResponse", "MessageSendResult"),
        ("create_result", "V0ChatCreateResponse", "LegacyChatCreateResult"),
        ("focus_result", "V0OpenAppResponse", "FocusResult"),
        ("asset_result", "AssetDownloadResult", "AssetDownloadResult"),
        ("reminder", "V0ReminderInput", "ReminderInput"),
        ("error", "V0Error", "Error"),
    )
}
MODELS: dict[str, Any] = {name: getattr(models, name) for shape in SHAPES.values() for name in (shape.old, shape.new)}


@cache
def _examples() -> dict[str, list[Json]]:
    return {name: [body["example"]] if "example" in body else [] for name, body in schemas(document()).items()}


@cache
def _seeds() -> dict[str, list[Json]]:
    """The chats that five documents of different ages show."""
    by_schema: dict[str, list[Json]] = {}
    for path in sorted(SEEDS.glob("*.json")):
        seed = json.loads(path.read_text(encoding="utf-8"))
        by_schema.setdefault(seed["schema"], []).extend(seed["examples"])
    return by_schema


@cache
def _served() -> dict[str, list[Json]]:
    """What the fake server answers, in both versions."""
    with FakeBeeper() as fake, Beeper(fake.token, base_url=fake.url) as beeper:
        chats = beeper.chats.search(limit=200).collect()
        pages = {
            "Account": [account.to_dict() for account in beeper.accounts.list()],
            "V0Account": [account.to_dict() for account in beeper.v0.get_accounts()],
            "Chat": [item.to_dict() for item in chats],
            "V0Chat": [item.to_dict() for item in beeper.v0.search_chats(limit=200).collect()],
            "Message": [message.to_dict() for chat in chats for message in beeper.messages.list(chat.id).collect(60)],
            "V0Message": [message.to_dict() for message in beeper.v0.search_messages().collect(200)],
            "UnifiedSearchResult": [beeper.search(query=word).to_dict() for word in ("hiking", "a", "zzz")],
            "V0UnifiedSearchResult": [beeper.v0.search(query=word).to_dict() for word in ("hiking", "a", "zzz")],
        }
    pages["Participant"] = [user for chat in pages["Chat"] for user in chat["participants"]["items"]]
    pages["Attachment"] = [attachment for row in pages["Message"] for attachment in row.get("attachments", [])]
    pages["V0Attachment"] = [attachment for row in pages["V0Message"] for attachment in row.get("attachments", [])]
    pages["MessageSearchPage"] = [result["results"]["messages"] for result in pages["UnifiedSearchResult"]]
    pages["V0MessageSearchPage"] = [result["results"]["messages"] for result in pages["V0UnifiedSearchResult"]]
    return pages


def payloads(name: str) -> list[Json]:
    """Payloads of a schema."""
    return copy.deepcopy([example for source in (_examples(), _seeds(), _served()) for example in source.get(name, [])])
