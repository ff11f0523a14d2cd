"""One call for each operation that has rows in the table of `compat`, and where each form of it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from beeper_sdk import Beeper, models
from beeper_sdk.testing import FakeBeeper
from tests.core.compat.helpers import Act
from tests.testing.known_chats import BOB, WHATSAPP

WHEN = "2030-01-01T00:00:00.000Z"
WHEN_MS = 1893456000000
REACTION = "\N{THUMBS UP SIGN}"


@dataclass(frozen=True)
class Case:
    """One call."""

    act: Callable[[FakeBeeper], Act]
    gives: type[Any] | None
    today: tuple[str, str]
    """Method and path template of today; ``{}`` stands for an id."""
    older_forms: dict[str, list[tuple[str, str]]]
    """The same in the forms of apps from some version on."""


def partner(fake: FakeBeeper) -> str:
    """A person one has a direct chat with."""
    members = fake.world.chat(BOB)["participants"]["items"]
    return next(str(person["id"]) for person in members if not person.get("isSelf"))


def reacted(fake: FakeBeeper) -> str:
    """A message one has just reacted to."""
    shown = (row for row in fake.world.messages(BOB) if row.get("text") and not row.get("isHidden"))
    message_id = next(str(row["id"]) for row in shown if not row.get("reactions") and not row.get("isDeleted"))
    with Beeper(fake.token, base_url=fake.url) as beeper:
        beeper.chats.messages.reactions.add(message_id, chat_id=BOB, reaction_key=REACTION)
    return message_id


def take_back(fake: FakeBeeper) -> Act:
    """Take such a reaction back."""
    message_id = reacted(fake)
    return lambda b: b.chats.messages.reactions.delete(REACTION, chat_id=BOB, message_id=message_id)


V0 = "4.1.92"
FIRST_V1 = "4.1.294"
MODES = "4.2.557"


def always(act: Act) -> Callable[[FakeBeeper], Act]:
    """The same call, whatever the world."""
    return lambda _: act


CASES: dict[str, Case] = {
    "accounts.list": Case(
        always(lambda b: b.accounts.list()), list, ("GET", "/v1/accounts"), {V0: [("GET", "/v0/get-accounts")]}
    ),
    "search": Case(
        always(lambda b: b.search(query="hiking")), models.UnifiedSearchResult, ("GET", "/v1/search"),
        {V0: [("GET", "/v0/search")]},
    ),
    "accounts.contacts.search": Case(
        always(lambda b: b.accounts.contacts.search(WHATSAPP, query="a")), models.ContactSearchResult,
        ("GET", "/v1/accounts/{}/contacts"), {V0: [("GET", "/v0/search-users")]},
    ),
    "focus": Case(
        always(lambda b: b.focus(chat_id=BOB, draft_text="x")), models.FocusResult, ("POST", "/v1/focus"),
        {V0: [("POST", "/v0/open-app")]},
    ),
    "chats.retrieve": Case(
        always(lambda b: b.chats.retrieve(BOB)), models.Chat, ("GET", "/v1/chats/{}"),
        {V0: [("GET", "/v0/get-chat")]},
    ),
    "chats.search": Case(
        always(lambda b: b.chats.search(query="hiking")), list, ("GET", "/v1/chats/search"),
        {V0: [("GET", "/v0/search-chats")], FIRST_V1: [("GET", "/v1/chats/search")]},
    ),
    "messages.search": Case(
        always(lambda b: b.messages.search(query="hiking")), list, ("GET", "/v1/messages/search"),
        {V0: [("GET", "/v0/search-messages")]},
    ),
    "messages.send": Case(
        always(lambda b: b.messages.send(BOB, text="hi")), models.MessageSendResult,
        ("POST", "/v1/chats/{}/messages"),
        {
            V0: [("POST", "/v0/send-message")],
            FIRST_V1: [("POST", "/v1/chats/{}/messages")],
            MODES: [("POST", "/v1/chats/{}/messages")],
        },
    ),
    "chats.create": Case(
        lambda fake: lambda b: b.chats.create(account_id=WHATSAPP, participant_ids=[partner(fake)], type="single"),
        models.LegacyChatCreateResult, ("POST", "/v1/chats"), {V0: [("POST", "/v0/create-chat")]},
    ),
    "chats.start": Case(
        lambda fake: lambda b: b.chats.start(account_id=WHATSAPP, user={"id": partner(fake)}), models.CreatedChat,
        ("POST", "/v1/chats/start"),
        {
            V0: [("POST", "/v0/create-chat"), ("GET", "/v0/get-chat")],
            FIRST_V1: [("POST", "/v1/chats"), ("GET", "/v1/chats/{}")],
            MODES: [("POST", "/v1/chats"), ("GET", "/v1/chats/{}")],
        },
    ),
    "assets.download": Case(
        always(lambda b: b.assets.download(url="mxc://beeper.local/none")), models.AssetDownloadResult,
        ("POST", "/v1/assets/download"), {V0: [("POST", "/v0/download-asset")]},
    ),
    "chats.archive": Case(
        always(lambda b: b.chats.archive(BOB, archived=False)), None, ("POST", "/v1/chats/{}/archive"),
        {V0: [("POST", "/v0/archive-chat")]},
    ),
    "chats.reminders.create": Case(
        always(lambda b: b.chats.reminders.create(BOB, reminder={"remind_at": WHEN})), None,
        ("POST", "/v1/chats/{}/reminders"),
        {V0: [("POST", "/v0/set-chat-reminder")], FIRST_V1: [("POST", "/v1/chats/{}/reminders")]},
    ),
    "chats.reminders.delete": Case(
        always(lambda b: b.chats.reminders.delete(BOB)), None, ("DELETE", "/v1/chats/{}/reminders"),
        {V0: [("POST", "/v0/clear-chat-reminder")]},
    ),
    "chats.messages.reactions.delete": Case(
        take_back, models.ReactionDeleteResult, ("DELETE", "/v1/chats/{}/messages/{}/reactions/{}"),
        {MODES: [("DELETE", "/v1/chats/{}/messages/{}/reactions")]},
    ),
}  # fmt: skip
