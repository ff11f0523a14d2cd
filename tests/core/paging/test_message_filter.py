"""Lists with a period, in every order, with wrong timestamps, resumed anywhere, and without reading on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from beeper_sdk import api, models
from beeper_sdk._core.paging.chat_listing import ChatListing
from beeper_sdk._core.paging.message_filter import ENOUGH_OUTSIDE, MessageFilter
from beeper_sdk._core.paging.source import PageSource
from beeper_sdk._core.people.rosters import member_ids
from tests.core.paging.merges import BEGIN, Flaws, Key, MergedServer, drive

SIZE = 10
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
A, B = "!a:x", "!b:x"


def at(minute: int | None) -> datetime | None:
    return None if minute is None else BEGIN + timedelta(minutes=minute)


class DatedServer(MergedServer):
    """Some messages have another time than their place says: minutes, or None for no time."""

    wrong: dict[Key, int | None]

    @override
    def serve(self, path: str, query: dict[str, str]) -> models.MessagePage | models.Chat:
        page = super().serve(path, query)
        if isinstance(page, models.MessagePage):
            for item in page.items:
                key = item.chat_id, int(item.id)
                if key in self.wrong:
                    item.timestamp = at(self.wrong[key]) or NO_TIME
        return page

    def time(self, key: Key) -> int | None:
        return self.wrong.get(key, self.minutes[key[0]][key[1] - 1])


def begun(chat: models.Chat | str, chosen: MessageFilter, resume: str | None, *, oldest: bool) -> PageSource[Any, Any]:
    return ChatListing(chat, api.messages.list(chat), resume, member_ids, chosen).start(oldest=oldest, strict=False)


@st.composite
def servers(draw: st.DrawFn) -> DatedServer:
    minutes = {A: [*range(draw(st.integers(1, 70)))]}
    if draw(st.booleans()):
        minutes[B] = sorted(draw(st.lists(st.integers(0, 70), max_size=40)))
    flaws = Flaws(overlap=draw(st.integers(0, 3)), cursors=draw(st.booleans()), stuck=draw(st.booleans()))
    server = DatedServer(minutes, SIZE, flaws)
    # Fewer in a row than end a list, wherever they are.
    places = draw(st.lists(st.integers(0, 10), max_size=6, unique=True))
    wrong = {(A, 7 * place + 1): draw(st.none() | st.integers(-(10**6), 10**6)) for place in places}
    server.wrong = {key: minute for key, minute in wrong.items() if key[1] <= len(minutes[A])}
    return server


@given(servers(), st.none() | st.integers(-5, 75), st.none() | st.integers(-5, 75), st.booleans(), st.integers(0, 60))
def test_what_is_in_the_period_is_returned_once_also_if_resumed(
    server: DatedServer,
    since: int | None,
    until: int | None,
    oldest: bool,
    stopped: int,
) -> None:
    chosen = MessageFilter(include_service=True, since=at(since), until=at(until))
    chat: models.Chat | str = server.chat() if B in server.minutes else A
    found = drive(begun(chat, chosen, None, oldest=oldest), server)
    inside = {
        key
        for key in server.keys(*server.members)
        if (time := server.time(key)) is None or ((since is None or time >= since) and (until is None or time < until))
    }
    expected = {key for key in inside if key not in server.wrong}
    # Messages with another time than their place says may be where the list has ended.
    assert expected <= set(found) <= inside
    assert len(found) == len(set(found))
    if not server.wrong:
        order = server.keys(*server.members)
        assert found == [key for key in (order if oldest else order[::-1]) if key in expected]
    pages = begun(chat, chosen, None, oldest=oldest)
    first = drive(pages, server, stopped)
    resumed = first + drive(begun(chat, chosen, pages.position.text(), oldest=oldest), server)
    # At its end, it goes on with one more page, which may have a message that only seems to be in the period.
    assert [key for key in resumed if key not in server.wrong] == [key for key in found if key not in server.wrong]


@given(st.integers(1, 200), st.integers(-5, 205), st.integers(0, 40), st.booleans())
def test_no_page_is_requested_after_the_one_that_passes_the_date(
    count: int,
    since: int,
    length: int,
    oldest: bool,
) -> None:
    server = DatedServer({A: [*range(count)]}, SIZE)
    server.wrong = {}
    chosen = MessageFilter(include_service=True, since=at(since), until=at(since + length) if length else None)
    drive(begun(A, chosen, None, oldest=oldest), server)
    # Five messages older than the date end it; the pages with the newest of them are needed.
    read = min(count, max(count - since, 0) + ENOUGH_OUTSIDE)
    back = -(-read // SIZE)
    if not oldest:
        assert len(server.requests) == back
        return
    oldest_page = min(SIZE, count - (back - 1) * SIZE)
    first = max(0, count - back * SIZE)
    end = count if not length else min(count, max(since + length, first) + ENOUGH_OUTSIDE)
    beyond = max(0, end - first - oldest_page)
    assert len(server.requests) <= back + -(-beyond // SIZE)
