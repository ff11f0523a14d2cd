"""`messages.list` with `since`, `until` and `include_service`: what is returned, and what is requested for it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from tests.client.reading.reader import BOB, ERIN, GROUP, Reader, at, date_wrongly, diary, emptied


def listed(reader: Reader, chat: Any = ERIN, *, oldest: bool = False, **options: Any) -> Any:
    pager = reader.client.messages.list(chat, **options)
    return pager.oldest_first() if oldest else pager


def test_a_list_ends_at_the_page_that_passes_the_date(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 100)
    assert reader.collected(listed(reader, since=at(70))) == (texts[:69:-1], 2)
    assert reader.collected(listed(reader, since=at(70), oldest=True)) == (texts[70:], 3)
    assert reader.collected(listed(reader, since=at(200))) == ([], 1)
    assert reader.collected(listed(reader, since=at(0), oldest=True)) == (texts, 5 + 5 - 1)


def test_until_is_exclusive_and_newer_pages_are_read(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 100)
    assert reader.collected(listed(reader, since=at(30), until=at(40))) == (texts[39:29:-1], 4)
    assert reader.collected(listed(reader, until=at(40)), 3) == (["39", "38", "37"], 4)
    # Back to page 4, which has messages 20 to 39, and forward until the page with the end of the period.
    assert reader.collected(listed(reader, since=at(30), until=at(50), oldest=True)) == (texts[30:50], 4 + 1)


def test_a_date_close_to_the_end_of_a_page_takes_one_more_page(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 100)
    assert reader.collected(listed(reader, since=at(65))) == (texts[:64:-1], 2)  # five messages are below it
    assert reader.collected(listed(reader, since=at(64))) == (texts[:63:-1], 3)


def test_towards_newer_messages_the_list_ends_at_until(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 100)
    first = reader.call(reader.client.messages.list(ERIN).oldest_first().first)
    pager = listed(reader, cursor=first.sort_key, direction="after", since=at(5), until=at(30))
    found, requests = reader.collected(pager)
    assert (sorted(found, key=str), requests) == (sorted(texts[5:30]), 2)
    forward = listed(reader, cursor=first.sort_key, direction="after", until=at(30), oldest=True)
    assert reader.collected(forward) == (texts[1:30], 2)


@pytest.mark.parametrize("wrong", ["1970-01-01T00:00:00.000Z", None, "2001-02-03T00:00:00.000Z"])
def test_wrong_timestamps_neither_end_a_list_nor_lose_other_messages(
    reader: Reader, fake: FakeBeeper, wrong: str | None
) -> None:
    diary(fake, 100)
    for text in ("99", "90", "81", "80"):  # 80 is the last of its page
        date_wrongly(fake, ERIN, text, wrong)
    found, requests = reader.collected(listed(reader, since=at(50)))
    kept = [str(minute) for minute in range(99, 49, -1) if not (wrong or "").startswith("2001") or minute not in
            (99, 90, 81, 80)]  # fmt: skip
    assert (found, requests) == (kept, 3)


def test_a_message_without_a_timestamp_is_decided_by_its_neighbours(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 60)
    for text in ("29", "30", "45"):
        date_wrongly(fake, ERIN, text, None)
    found, _ = reader.collected(listed(reader, since=at(30), until=at(46)))
    assert found == [str(minute) for minute in range(45, 30, -1)]  # 30 has the time of 28
    date_wrongly(fake, ERIN, "20", None)  # the oldest of its page
    assert "20" in reader.collected(listed(reader, since=at(21), until=at(40)))[0]


def test_a_chat_without_any_timestamp_is_returned_whole(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 45)
    for text in texts:
        date_wrongly(fake, ERIN, text, "1970-01-01T00:00:00.000Z")
    assert reader.collected(listed(reader, since=at(30))) == (texts[::-1], 3)


def test_durations_count_back_from_now(reader: Reader, fake: FakeBeeper) -> None:
    emptied(fake, ERIN)
    for hours in (50, 30, 10):
        fake.world.person("Erin").send(ERIN, str(hours), at=timedelta(hours=hours))
    for since in (timedelta(days=2), relativedelta(days=2)):
        assert reader.collected(listed(reader, since=since))[0] == ["10", "30"]
    assert reader.collected(listed(reader, since=timedelta(days=2), until=timedelta(days=1)))[0] == ["30"]


def test_service_rows_are_left_out_and_deleted_messages_stay(reader: Reader, fake: FakeBeeper) -> None:
    emptied(fake, GROUP)
    erin = fake.world.person("Erin")
    hello = erin.send(GROUP, "hello")
    erin.react(hello, "👍")
    erin.rename(GROUP, "Other name")
    gone = erin.send(GROUP, "gone")
    erin.delete(gone)
    everything = reader.call(listed(reader, GROUP).collect)
    assert [message.kind for message in everything] == ["deleted", "notice", "reaction", "text"]
    rest = reader.call(listed(reader, GROUP, include_service=False).collect)
    assert [message.kind for message in rest] == ["deleted", "text"]
    assert [message.kind for message in reader.call(reader.client.messages.last, GROUP, 3)] == [
        "reaction", "notice", "deleted"]  # fmt: skip
    last = reader.call(reader.client.messages.last, GROUP, 3, include_service=False)
    assert [message.kind for message in last] == ["text", "deleted"]


@pytest.mark.parametrize("oldest", [False, True])
def test_a_merged_chat_is_filtered_in_each_member(reader: Reader, fake: FakeBeeper, *, oldest: bool) -> None:
    diary(fake, 60)
    diary(fake, 60, BOB, "Bob")
    merged = fake.world.merge([ERIN, BOB])
    expected = [str(minute) for minute in range(30, 50) for _ in range(2)]
    order = expected if oldest else expected[::-1]
    chat = reader.call(reader.client.chats.retrieve, merged)
    pager = listed(reader, chat, since=at(30), until=at(50), oldest=oldest)
    found, requests = reader.collected(pager)
    assert found == order
    assert requests == 2 * (3 if oldest else 2)
    some, _ = reader.collected(pager, 7)
    rest, _ = reader.collected(listed(reader, merged, since=at(30), until=at(50), oldest=oldest,
                                      resume=pager.checkpoint))  # fmt: skip
    assert some + rest == order


@pytest.mark.parametrize("oldest", [False, True])
def test_it_is_resumed_with_other_dates_but_not_with_another_filter(
    reader: Reader, fake: FakeBeeper, *, oldest: bool
) -> None:
    texts = diary(fake, 100)
    order = texts[30:] if oldest else texts[:29:-1]
    pager = listed(reader, since=at(30), oldest=oldest)
    for count in (1, 25, 70):
        some, _ = reader.collected(pager, count)
        rest, _ = reader.collected(listed(reader, since=at(30), oldest=oldest, resume=pager.checkpoint))
        assert some + rest == order
    assert reader.collected(listed(reader, since=at(30), oldest=oldest, resume=pager.checkpoint))[1] <= 1
    others: list[dict[str, Any]] = [{}, {"until": at(30)}, {"since": at(30), "until": at(40)},
                                    {"since": at(30), "include_service": False}]  # fmt: skip
    for other in others:
        with pytest.raises(ValueError, match="another chat or other filters"):
            listed(reader, resume=pager.checkpoint, **other)
    some, _ = reader.collected(pager, 25)
    moved = listed(reader, since=at(31), oldest=oldest, resume=pager.checkpoint)
    assert reader.collected(moved)[0] == [text for text in order[25:] if text != "30"]


def test_pages_have_what_is_left_of_them(fake: FakeBeeper) -> None:
    diary(fake, 50)
    with Beeper(fake.token, base_url=fake.url) as beeper:
        pager = beeper.messages.list(ERIN, since=at(25), until=at(45))
        assert [len(page.items) for page in pager.pages()] == [15, 5]
        with pager.prefetch() as ahead:
            before = len(fake.requests)
            assert len(ahead.collect()) == 20
        assert len(fake.requests) - before == 2


def test_wrong_arguments_raise_before_anything_is_sent(reader: Reader, fake: FakeBeeper) -> None:
    wrong: list[tuple[dict[str, Any], type[Exception]]] = [
        ({"since": at(2), "until": at(2)}, ValueError),
        ({"since": timedelta(days=1), "until": timedelta(days=2)}, ValueError),
        ({"since": timedelta(days=-1)}, ValueError),
        ({"since": "01/02/2026"}, ValueError),
        ({"until": 1767225600}, TypeError),
        ({"since": True}, TypeError),
        ({"include_service": None}, TypeError),
        ({"include_service": "no"}, TypeError),
    ]
    for options, error in wrong:
        with pytest.raises(error):
            listed(reader, **options)
    assert not fake.requests
