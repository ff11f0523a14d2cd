"""All members of a chat, and which of them is oneself, in no request more than it takes."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors, models
from tests.scripted_server import TOKEN, Kind, Script, account, answer, call, chat, people, person

NO_MESSAGES: dict[str, Any] = {"items": [], "hasMore": False, "oldestCursor": None, "newestCursor": None, "chats": {}}


def big_chat(total: int, **more: object) -> Script:
    """A server with a chat of so many members, that gives as many as it is asked for."""

    def serve(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/accounts":
            return answer([account()])
        count = int(request.url.params["maxParticipantCount"])
        return answer(chat(participants=people(range(total if count == -1 else min(count, total)), total, **more)))

    return Script(serve)


def counts(server: Script) -> list[str | None]:
    return [request.url.params.get("maxParticipantCount") for request in server.requests]


def listed(shown: int, total: int, **more: object) -> models.Chat:
    """A chat as a list gives it."""
    return models.Chat.from_dict(chat(participants=people(range(shown), total, **more)))


def test_a_small_chat_takes_one_request(kind: Kind) -> None:
    server = big_chat(100)
    members = call(kind, server, lambda beeper: beeper.chats.participants("!a:x").collect())
    assert [member.id for member in members] == [f"@p{n}:beeper.local" for n in range(100)]
    assert counts(server) == ["100"]


def test_a_big_chat_takes_two_and_gives_each_person_once_in_order(kind: Kind) -> None:
    server = big_chat(1200)
    members = call(kind, server, lambda beeper: beeper.chats.participants("!a:x", page_size=50).collect())
    assert [member.id for member in members] == [f"@p{n}:beeper.local" for n in range(1200)]
    assert counts(server) == ["50", "-1"]


def test_the_first_few_take_one_small_request(kind: Kind) -> None:
    server = big_chat(1200)
    members = call(kind, server, lambda beeper: beeper.chats.participants("!a:x", page_size=50).collect(50))
    assert (len(members), counts(server)) == (50, ["50"])
    assert call(kind, server, lambda beeper: beeper.chats.participants("!a:x").first()).id == "@p0:beeper.local"


def test_a_chat_that_holds_all_its_members_takes_no_request(kind: Kind) -> None:
    server = big_chat(3)
    members = call(kind, server, lambda beeper: beeper.chats.participants(listed(3, 3)).collect())
    assert (len(members), server.count) == (3, 0)


def test_a_chat_of_a_list_gives_what_it_holds_and_asks_once_for_the_rest(kind: Kind) -> None:
    server = big_chat(1200)
    chat_of_list = listed(20, 1200)
    assert len(call(kind, server, lambda beeper: beeper.chats.participants(chat_of_list).collect(20))) == 20
    assert server.count == 0
    assert len(call(kind, server, lambda beeper: beeper.chats.participants(chat_of_list).collect())) == 1200
    assert counts(server) == ["-1"]


def test_joins_and_leaves_between_the_requests_are_tolerated(kind: Kind) -> None:
    server = Script(answer(chat(participants=people([1, 2], 4))), answer(chat(participants=people([2, 3, 4, 5], 4))))
    members = call(kind, server, lambda beeper: beeper.chats.participants("!a:x", page_size=2).collect())
    assert [member.id for member in members] == [f"@p{n}:beeper.local" for n in (1, 2, 3, 4, 5)]


def test_members_kept_back_by_the_server_are_an_error_with_those_it_gave(kind: Kind) -> None:
    server = Script(answer(chat(participants=people(range(20), 1200))))
    with pytest.raises(errors.IncompleteParticipants, match="20 of 1200") as caught:
        call(kind, server, lambda beeper: beeper.chats.participants("!a:x").collect())
    assert (len(caught.value.participants), caught.value.total, counts(server)) == (20, 1200, ["100", "-1"])


def test_the_total_is_known_after_the_first_answer() -> None:
    with Beeper(TOKEN, transport=httpx.MockTransport(big_chat(1200))) as beeper:
        roster = beeper.chats.participants("!a:x")
        totals = [roster.total]
        roster.first()
        totals.append(roster.total)
        assert totals == [None, 1200]
        assert beeper.chats.participants(listed(2, 7)).total == 7


@pytest.mark.parametrize("size", [0, 501, -1])
def test_a_page_size_out_of_range_is_refused(kind: Kind, size: int) -> None:
    with pytest.raises(ValueError, match="page_size must be an int from 1 to 500"):
        call(kind, big_chat(1), lambda beeper: beeper.chats.participants("!a:x", page_size=size))


@pytest.mark.parametrize("size", [True, "9", 2.0])
def test_a_page_size_that_is_no_int_is_refused(kind: Kind, size: int) -> None:
    with pytest.raises(TypeError, match="page_size must be an int from 1 to 500, not"):
        call(kind, big_chat(1), lambda beeper: beeper.chats.participants("!a:x", page_size=size))


def test_who_i_am_is_told_by_the_chat_itself(kind: Kind) -> None:
    mine = models.Chat.from_dict(chat(participants={"items": [person(1), person(2, isSelf=True)], "hasMore": True,
                                                    "total": 9}))  # fmt: skip
    server = big_chat(9)
    assert call(kind, server, lambda beeper: beeper.chats.self_user(mine)).id == "@p2:beeper.local"
    assert server.count == 0


def test_who_i_am_in_a_chat_by_id_takes_one_request(kind: Kind) -> None:
    server = Script(answer(chat(participants=people([1], 1, isSelf=True))))
    assert call(kind, server, lambda beeper: beeper.chats.self_user("!a:x")).id == "@p1:beeper.local"
    assert server.count == 1


def test_without_the_mark_the_accounts_user_is_looked_for(kind: Kind) -> None:
    server = big_chat(20)
    assert call(kind, server, lambda beeper: beeper.chats.self_user(listed(20, 20))).id == "@p7:beeper.local"
    assert [request.url.path for request in server.requests] == ["/v1/accounts"]


def test_then_the_whole_roster(kind: Kind) -> None:
    server = big_chat(300)
    assert call(kind, server, lambda beeper: beeper.chats.self_user(listed(5, 300))).id == "@p7:beeper.local"
    assert counts(server) == [None, "-1"]


def test_a_roster_that_stays_short_is_searched_as_far_as_it_goes(kind: Kind) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        accounts = request.url.path == "/v1/accounts"
        return answer([account()]) if accounts else answer(chat(participants=people(range(8), 300)))

    assert call(kind, Script(serve), lambda beeper: beeper.chats.self_user(listed(5, 300))).id == "@p7:beeper.local"


def test_when_nothing_tells_the_error_says_what_was_tried(kind: Kind) -> None:
    nobody = models.Chat.from_dict(chat(account="imessage", participants=people([1], 300)))
    with pytest.raises(errors.SelfUserUnknown) as caught:
        call(kind, Script(answer([account()]), answer(NO_MESSAGES), answer(chat(participants=people([1, 2], 2)))),
             lambda beeper: beeper.chats.self_user(nobody))  # fmt: skip
    assert caught.value.tried == (
        "isSelf among the participants",
        "the list of accounts (which lacks this account)",
        "your own messages on the account",
        "all participants",
    )


def test_me_and_selves_take_one_request_each(kind: Kind) -> None:
    server = Script(answer([account(), account("signal", "@s:beeper.local")]))
    assert call(kind, server, lambda beeper: beeper.me("signal")).id == "@s:beeper.local"
    selves = call(kind, server, lambda beeper: beeper.accounts.selves())
    assert {name: user.id for name, user in selves.items()} == {
        "whatsapp": "@p7:beeper.local",
        "signal": "@s:beeper.local",
    }
    assert server.count == 2
    nowhere = Script(answer([account()]), answer(NO_MESSAGES), answer(NO_MESSAGES))
    with pytest.raises(errors.SelfUserUnknown, match="list of accounts"):
        call(kind, nowhere, lambda beeper: beeper.me("imessage"))


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_a_roster_can_be_looped_over_and_left(loop: str) -> None:
    async def run() -> list[str]:
        seen: list[str] = []
        async with AsyncBeeper(TOKEN, transport=httpx.MockTransport(big_chat(1200))) as beeper:
            roster: Any = beeper.chats.participants("!a:x", page_size=2)
            async for member in roster:
                seen.append(member.id)
                if len(seen) == 2:
                    break
        return seen

    assert anyio.run(run, backend=loop) == ["@p0:beeper.local", "@p1:beeper.local"]
