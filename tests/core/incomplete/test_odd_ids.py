"""Chats and messages whose IDs are lists or objects, and the chats of a message search in another shape."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

import httpx
import pytest

from beeper_sdk import errors, models
from beeper_sdk.guards import WritePolicy
from tests.core.compat.helpers import BOTH
from tests.scripted_server import Kind, Script, account, answer, call, chat, message, people

NOT_FOUND = (errors.SelfUserUnknown, errors.IncompleteParticipants, errors.NotFoundError)
"""A helper may say that it found nothing."""
ODD: list[Any] = [["x"], {"x": []}, None]


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("chats", [[chat()], "none", {"!a:beeper.com": 5}, {"!a:beeper.com": [chat()]}, 7, None])
def test_a_search_with_an_odd_map_of_chats_returns_every_message(kind: Kind, chats: object) -> None:
    rows = [message(number) for number in range(3, 0, -1)]
    server = Script(answer({"items": rows, "hasMore": False, "chats": chats}))
    found = call(kind, server, lambda beeper: beeper.messages.search(query="a").collect())
    assert [row.id for row in found] == ["3", "2", "1"]
    nested = {"chats": [], "in_groups": [], "messages": {"items": rows, "hasMore": False, "chats": chats}}
    results = call(kind, Script(answer({"results": nested})), lambda beeper: beeper.search(query="a")).results
    assert [row.id for row in results.messages.items] == ["3", "2", "1"]
    with pytest.raises(errors.ResponseDecodeError):
        call(kind, server, lambda beeper: beeper.messages.search(query="a").collect(), strict=True)


@pytest.mark.parametrize("kind", BOTH)
def test_a_list_that_is_no_list_is_an_error(kind: Kind) -> None:
    for items in ({"1": message(1)}, "none", 7):
        server = Script(answer({"items": items, "hasMore": False, "chats": {}}))
        with pytest.raises(errors.ResponseDecodeError):
            call(kind, server, lambda beeper: beeper.messages.search(query="a").collect())


def serve(request: httpx.Request) -> httpx.Response:
    path = request.url.path
    if path == "/v1/accounts":
        return answer([account(), {**account("x"), "accountID": ["x"]}])
    if path.endswith("/search") or "/contacts" in path:
        return answer({"items": [], "hasMore": False, "chats": {}})
    return answer({"message": "no", "code": "not_found"}, 404)


def roster(chat: models.Chat, beeper: Any) -> Any:
    return beeper.chats.participants(chat).collect()


def is_mine(row: models.Message, beeper: Any) -> Any:
    return beeper.messages.is_mine(row)


def variants() -> list[models.Chat]:
    """Chats with some and with all of their participants; none is marked."""
    whole, cut = chat(participants=people(range(2), 2)), chat(participants=people(range(2), 5))
    made = [
        {**base, field: odd}
        for base in (whole, cut)
        for field in ("id", "accountID", "localChatID", "merge")
        for odd in (*ODD, {"chatIDs": [["x"]]})
    ]
    return [models.Chat.from_dict(data) for data in made]


HELPERS: list[Any] = [
    lambda beeper, chat: beeper.chats.self_user(chat),
    lambda beeper, chat: beeper.chats.title(chat),
    lambda beeper, chat: beeper.chats.complete(chat),
    lambda beeper, chat: beeper.chats.participants(chat).collect(),
    lambda beeper, chat: beeper.chats.participants(chat).everyone_but_me().collect(),
    lambda beeper, chat: beeper.people.display_name("@nobody:x", chat=chat),
]


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("number", range(len(HELPERS)))
def test_helpers_work_with_chats_of_odd_ids(kind: Kind, number: int) -> None:
    def act(beeper: Any) -> Any:
        if kind == "sync":
            for chat in variants():
                with suppress(*NOT_FOUND):
                    HELPERS[number](beeper, chat)
            return None

        async def run() -> None:
            for chat in variants():
                with suppress(*NOT_FOUND):
                    await HELPERS[number](beeper, chat)

        return run()

    call(kind, Script(serve), act)


@pytest.mark.parametrize("kind", BOTH)
def test_a_cut_chat_without_an_id_is_not_complete(kind: Kind) -> None:
    for more in ({"participants": people(range(2), 5)}, {"participants": None}):
        odd, server = models.Chat.from_dict({**chat(), "id": ["x"], **more}), Script(serve)
        with pytest.raises(errors.IncompleteParticipants):
            call(kind, server, partial(roster, odd))
        assert server.count == 0


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("field", ["chatID", "accountID", "senderID"])
def test_a_message_of_odd_ids_is_of_nobody_known(kind: Kind, field: str) -> None:
    for odd in ODD:
        row = models.Message.from_dict({**message(1), field: odd})
        assert call(kind, Script(serve), partial(is_mine, row)) is None
        own = models.Message.from_dict({**message(1), "senderID": "@p7:beeper.local", field: odd})
        expected = True if field == "chatID" else None
        assert call(kind, Script(serve), partial(is_mine, own)) is expected


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("odd", ODD)
def test_a_policy_refuses_a_chat_whose_account_is_odd(kind: Kind, odd: object) -> None:
    server = Script(answer({**chat(), "accountID": odd}))
    policy = WritePolicy(accounts=["whatsapp"])
    with pytest.raises(errors.PolicyRefused):
        call(kind, server, lambda beeper: beeper.messages.send("!a:beeper.com", text="Hi"), guard=policy)
    assert [request.method for request in server.requests] == ["GET"]


@pytest.mark.parametrize("kind", BOTH)
def test_a_reaction_to_a_message_without_a_chat_is_checked_in_the_chat_it_was_sent_to(kind: Kind) -> None:
    reactions = [{"id": "r", "reactionKey": "👍", "participantID": "@p1:beeper.local", "emoji": True}]

    def reply(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return answer({"message": "no", "code": "x"}, 500)
        if "/messages/" in request.url.path:
            return answer({**message(1), "chatID": None, "reactions": reactions})
        if request.url.path == "/v1/accounts":
            return answer([account()])
        marked = {"items": [{"id": "@p1:beeper.local", "isSelf": True}], "hasMore": False, "total": 1}
        return answer(chat(participants=marked))

    server = Script(reply)
    react: Any = lambda beeper: beeper.chats.messages.reactions.add("1", chat_id="!a:beeper.com", reaction_key="👍")  # noqa: E731
    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, react)
    checked = call(kind, server, lambda beeper: beeper.messages.check(caught.value))
    assert (checked.status, checked.reason) == ("delivered", "the message has your reaction")
    assert server.requests[-1].url.path == "/v1/chats/!a:beeper.com"
