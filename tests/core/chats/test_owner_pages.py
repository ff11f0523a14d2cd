"""With any chats, merged in any way, pages of any size, stops anywhere: each chat that fits comes once, by activity.

No server: requests are answered from a list of chats.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import api, errors, models
from beeper_sdk._core.chats.accounts import ListedAccounts
from beeper_sdk._core.chats.owner_listing import OwnerListing, marked, with_preview
from beeper_sdk._core.chats.views import HiddenMembers
from beeper_sdk._core.people.identity_cache import IdentityCache

Json = dict[str, Any]
START = datetime(2026, 11, 1, tzinfo=UTC)
ACCOUNTS = ("a", "b", "c")


@dataclass
class World:
    """Chats, newest first, and their members."""

    listed: list[Json]
    hidden: dict[str, Json]

    def page(self, cursor: int, size: int) -> models.ChatWithPreviewPage:
        items = self.listed[cursor : cursor + size]
        more = cursor + size < len(self.listed)
        ends = {"oldestCursor": str(cursor + size), "newestCursor": str(cursor)} if items else {}
        return models.ChatWithPreviewPage.from_dict({"items": items, "hasMore": more, **ends})

    def expected(self, account: str | None) -> list[str]:
        members = self.hidden.values()
        single = [chat for chat in self.listed if "merge" not in chat]
        fitting = [chat for chat in (*single, *members) if account in (None, chat["accountID"])]
        return [
            chat["id"] for chat in sorted(fitting, key=lambda chat: str(chat.get("lastActivity", "")), reverse=True)
        ]


def chat(number: int, account: str, moment: int) -> Json:
    time = f"{(START + timedelta(hours=moment)).isoformat()[:19]}.000Z"
    people: Json = {"items": [], "hasMore": False, "total": 0}
    shown = {"title": "T", "type": "single", "network": "N", "unreadCount": 0, "participants": people}
    return {"id": f"!{number}:x", "accountID": account, **shown, "lastActivity": time}


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Up to twelve chats, active at different times; some are merged."""
    count = draw(st.integers(0, 12))
    moments = draw(st.permutations(range(count)))
    chats = [chat(number, draw(st.sampled_from(ACCOUNTS)), moment) for number, moment in enumerate(moments)]
    groups = [draw(st.integers(0, 3)) for _ in chats]
    listed: list[Json] = []
    hidden: dict[str, Json] = {}
    for group in range(4):
        members = [each for each, own in zip(chats, groups, strict=True) if own == group]
        if group == 0 or len(members) < 2:
            listed += members
            continue
        newest = max(members, key=lambda each: each["lastActivity"])
        merge = {"merge": {"chatIDs": draw(st.permutations([each["id"] for each in members]))}}
        listed.append({**newest, "id": f"!merged{group}:x", **merge})
        hidden |= {each["id"]: each | {"mergedIntoChatID": f"!merged{group}:x"} for each in members}
    return World(sorted(listed, key=lambda each: str(each["lastActivity"]), reverse=True), hidden)


def listing(account: str | None, resume: str | None) -> Any:
    request = marked(api.chats.list(account_ids=None if account is None else [account]), None, merged_members=True)
    accounts = partial(ListedAccounts, None, None if account is None else [account], IdentityCache())
    sent = api.chats.list()
    return OwnerListing(
        request, lambda _: sent, api.chats.LIST_PAGES, resume, lambda: HiddenMembers(accounts()), with_preview
    )


def read(world: World, source: Any, size: int, gone: frozenset[str] = frozenset()) -> Iterator[str]:
    """The IDs that an iteration returns."""
    requested: list[str] = []
    while True:
        while source.has_item:
            yield source.next_item().id
        request = source.next_request()
        if request is None:
            return
        if request.operation.name == "chats.list":
            source.receive_page(world.page(int(dict(request.query).get("cursor", "0")), size))
            continue
        chat_id = next(each for each in world.hidden if api.chats.retrieve(each).path == request.path)
        assert chat_id not in requested
        requested.append(chat_id)
        if chat_id in gone:
            error = errors.NotFoundError.__new__(errors.NotFoundError)
            assert source.receive_error(error)
        else:
            source.receive_page(models.Chat.from_dict(world.hidden[chat_id]))


@given(
    world=worlds(),
    account=st.sampled_from([None, *ACCOUNTS]),
    size=st.integers(1, 5),
    stops=st.lists(st.integers(1, 4), max_size=14),
    oldest=st.booleans(),
)
def test_every_chat_that_fits_comes_once_and_in_order(
    world: World, account: str | None, size: int, stops: list[int], oldest: bool
) -> None:
    wanted = world.expected(account)[:: -1 if oldest else 1]
    found: list[str] = []
    resume = None
    for stop in (*stops, None):
        source = listing(account, resume).start(oldest=oldest, strict=False)
        for number, chat_id in enumerate(read(world, source, size), start=1):
            found.append(chat_id)
            if number == stop:
                break
        resume = source.position.text()
    assert found == wanted


@given(world=worlds(), size=st.integers(1, 5), data=st.data())
def test_what_is_gone_is_left_out(world: World, size: int, data: st.DataObject) -> None:
    gone = data.draw(st.frozensets(st.sampled_from(sorted(world.hidden)))) if world.hidden else frozenset[str]()
    source = listing(None, None).start(oldest=False, strict=False)
    assert list(read(world, source, size, gone)) == [each for each in world.expected(None) if each not in gone]


@given(world=worlds(), size=st.integers(1, 5))
def test_pages_and_items_are_the_same(world: World, size: int) -> None:
    source = listing(None, None).start(oldest=False, strict=False)
    found: list[str] = []
    items = read(world, source, size)
    for chat_id in items:
        found.append(chat_id)
        if source.has_item:
            rest = source.remaining
            page = source.whole_page()
            assert len(page.items) == rest
            found += [each.id for each in page.items]
    assert found == world.expected(None)


def test_a_checkpoint_of_another_order_is_refused() -> None:
    world = World([chat(1, "a", 2), chat(2, "a", 1)], {})
    source = listing(None, None).start(oldest=False, strict=False)
    next(read(world, source, 5))
    with pytest.raises(ValueError, match="without it"):
        listing(None, source.position.text()).start(oldest=True, strict=False)
