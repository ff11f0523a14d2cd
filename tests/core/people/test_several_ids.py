"""One person with several IDs on an account: a mail address in one chat, a number in another, as on iMessage."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk import errors, models
from beeper_sdk._core.util.override import override
from tests.core.people.names.helpers import Act, Town, acted, direct, request_counts, result_of, user
from tests.scripted_server import Kind, answer, message

MAIL, NUMBER, ZOE = "imsg##olga@example.com", "imsg##+15550100000", user("imsg##+15550100001", "Zoe")


def me(user_id: str, **more: object) -> dict[str, object]:
    return user(user_id, "Olga Own", **more)


BY_MAIL = direct("!mail:x", ZOE, me(MAIL, isSelf=True), account="imsg", localChatID="1")
BY_NUMBER = direct("!number:x", ZOE, me(NUMBER, isSelf=True), account="imsg", localChatID="2")
UNMARKED = direct("!unmarked:x", ZOE, me(NUMBER), account="imsg", localChatID="3")


class Phone(Town):
    """A native account that is not listed, with these chats, and an own message in each of these."""

    def __init__(self, *chats: dict[str, Any], own: dict[str, str] | None = None) -> None:
        super().__init__(chats=list(chats), accounts=("wa",))
        self.own = own or {}

    @override
    def __call__(self, request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("messages/search"):
            return super().__call__(request)
        self.requested.append("messages.search")
        chat_ids = request.url.params.get_list("chatIDs") or list(self.own)
        rows = [written(self.own[chat_id], chat_id, isSender=True) for chat_id in chat_ids if chat_id in self.own]
        return answer({"items": rows[:1], "chats": {}, "hasMore": False, "oldestCursor": None, "newestCursor": None})


def written(sender: str, chat_id: str, **more: object) -> dict[str, object]:
    return {**message(1), "senderID": sender, "accountID": "imsg", "chatID": chat_id, **more}


def row(sender: str, chat_id: str, **more: object) -> models.Message:
    return models.Message.from_dict(written(sender, chat_id, **more))


def listing(beeper: Any) -> Any:
    return beeper.chats.search().collect()


def self_in(chat: str | models.Chat) -> Act:
    return lambda beeper: beeper.chats.self_user(chat)


def is_mine(found: models.Message) -> Act:
    return lambda beeper: beeper.messages.is_mine(found)


@pytest.mark.parametrize("order", [1, -1])
def test_each_chat_has_its_own_id_of_mine(kind: Kind, order: int) -> None:
    phone = Phone(*[BY_MAIL, BY_NUMBER][::order])
    _, *found = acted(kind, phone, listing, *map(self_in, ("!mail:x", "!number:x", "1", "2")))
    assert [person.id for person in found] == [MAIL, NUMBER, MAIL, NUMBER]
    assert request_counts(phone) == {"chats.search": 1}


def test_both_ids_are_mine_and_nobody_else_is(kind: Kind) -> None:
    rows = [row(sender, chat_id) for chat_id in ("!mail:x", "!number:x") for sender in (MAIL, NUMBER, "imsg##+1555")]
    phone = Phone(BY_MAIL, BY_NUMBER)
    assert acted(kind, phone, listing, *map(is_mine, rows))[1:] == [True, True, False] * 2
    _, *others = acted(kind, phone, listing, *map(others_in, ("!mail:x", "!number:x")))
    assert [[person.id for person in people] for people in others] == [[ZOE["id"]]] * 2
    with pytest.raises(errors.NoMatch):
        result_of(kind, phone, lambda beeper: beeper.people.find("Olga Own"))


def others_in(chat_id: str) -> Act:
    return lambda beeper: beeper.chats.participants(chat_id).everyone_but_me().collect()


def test_an_id_of_one_chat_is_not_taken_for_mine_in_another(kind: Kind) -> None:
    phone = Phone(BY_MAIL, UNMARKED, own={"!mail:x": MAIL, "!unmarked:x": NUMBER})
    _, found, again, by_chat = acted(
        kind, phone, listing, *[self_in("!unmarked:x")] * 2, self_in(models.Chat.from_dict(UNMARKED))
    )
    assert [person.id for person in (found, again, by_chat)] == [NUMBER] * 3
    assert request_counts(phone) == {
        "accounts.list": 1, "chats.retrieve": 1, "chats.search": 1, "messages.search": 2,
    }  # fmt: skip


def test_a_chat_without_own_messages_is_searched_once(kind: Kind) -> None:
    phone = Phone(BY_MAIL, UNMARKED, own={"!mail:x": MAIL})
    _, *found = acted(kind, phone, listing, *[self_in("!unmarked:x")] * 3)
    assert [person.id for person in found] == [MAIL] * 3
    assert request_counts(phone)["messages.search"] == 2


def test_what_is_known_of_one_chat_does_not_make_me_a_stranger_in_another(kind: Kind) -> None:
    phone = Phone(own={})
    known, unknown, stranger = row(MAIL, "!a:x", isSender=True), row(NUMBER, "!b:x"), row("imsg##+1555", "!a:x")

    def page(_: httpx.Request) -> httpx.Response:
        rows = [known.to_dict()]
        return answer({"items": rows, "hasMore": False, "oldestCursor": None, "newestCursor": None})

    def serve(request: httpx.Request) -> httpx.Response:
        return page(request) if request.url.path.endswith("/messages") else phone(request)

    first: Act = lambda beeper: beeper.messages.list("!a:x").collect()  # noqa: E731
    _, *verdicts = acted(kind, serve, first, *map(is_mine, (known, unknown, stranger)))
    assert verdicts == [True, None, False]


def test_the_user_of_an_account_is_the_one_of_the_list_if_chats_have_several(kind: Kind) -> None:
    chats = [direct(f"!{number}:x", ZOE, user(user_id, isSelf=True)) for number, user_id in enumerate(IDS)]
    town = Town(chats=chats)
    _, _, mine, selves = acted(
        kind, town, listing, lambda b: b.accounts.list(), lambda b: b.me("wa"), lambda b: b.accounts.selves()
    )
    assert (mine.id, selves["wa"].id) == ("@me:beeper.local", "@me:beeper.local")


IDS = ("@me:beeper.local", "@me_too:beeper.local")
