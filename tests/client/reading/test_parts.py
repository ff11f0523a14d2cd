"""`messages.last`, `around` and `unread`: parts of a conversation in reading order, and what is requested for them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk import api, errors
from beeper_sdk.testing import FakeBeeper
from tests.client.reading.reader import BOB, ERIN, GROUP, Reader, at, diary, emptied
from tests.scripted_server import KINDS, call
from tests.scripted_server import message as scripted_message

LIST, CHAT, MESSAGE = "messages.list", "chats.retrieve", "messages.retrieve"


def message(reader: Reader, text: str, chat: str = ERIN) -> Any:
    return next(row for row in reader.call(reader.client.messages.list(chat).collect) if row.text == text)


def whole(reader: Reader, chat: str) -> Any:
    return reader.call(reader.client.chats.retrieve, chat)


def test_the_last_messages_are_in_reading_order(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 50)
    assert reader.read("last", ERIN, 3) == (texts[-3:], [LIST])
    assert reader.read("last", whole(reader, ERIN)) == (texts[-20:], [LIST])
    assert reader.read("last", ERIN, 25) == (texts[-25:], [LIST, LIST])
    assert reader.read("last", ERIN, 0) == ([], [])


def test_around_takes_a_request_for_each_side(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 100)
    middle = message(reader, "50")
    assert reader.read("around", middle) == (texts[40:61], [LIST, LIST])
    assert reader.read("around", middle, before=2, after=1) == (texts[48:52], [LIST, LIST])
    assert reader.read("around", middle, before=0, after=25) == (texts[50:76], [LIST, LIST])
    assert reader.read("around", middle, before=1, after=0) == (texts[49:51], [LIST])
    assert reader.read("around", middle, before=0, after=0) == (["50"], [])
    assert reader.read("around", middle, before=80) == (texts[:61], [LIST] * 4)
    assert reader.read("around", middle.id, chat=ERIN, before=1, after=1) == (texts[49:52], [MESSAGE, LIST, LIST])
    assert reader.read("around", message(reader, "99"), before=1) == (texts[98:], [LIST, LIST])
    assert reader.read("around", message(reader, "0"), after=1) == (texts[:2], [LIST, LIST])


def test_around_works_where_pages_overlap_or_repeat(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 60)
    for name in ("after_overlap", "stuck_has_more"):
        with fake.quirk(name):
            assert reader.read("around", message(reader, "30"), before=40, after=2)[0] == texts[:33]


def test_around_reads_the_chat_if_the_sort_key_is_no_cursor(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 60)
    middle = message(reader, "30")
    with fake.fail("messages.list", status=400, times=2):  # the message as it was, and as it is now
        found = reader.read("around", middle, before=1, after=2)
    assert found == (texts[29:33], [LIST, MESSAGE, LIST, LIST, LIST])


def test_around_reads_the_chat_if_the_server_ignores_the_cursor() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        """A page of messages 50 down to 1; only cursors of pages lead to others."""
        _, _, at = request.url.params.get("cursor", "").partition("|")
        last = int(at or 51)
        items = [scripted_message(number) for number in range(last - 1, max(0, last - 11), -1)]
        page = {"items": items, "hasMore": last > 11, "oldestCursor": f"c|{items[-1]['id']}", "newestCursor": None}
        return httpx.Response(200, json=scripted_message(30) if request.url.path.endswith("/30") else page)

    def around(beeper: Any) -> Any:
        return beeper.messages.around("30", chat="!a:beeper.com", before=2, after=1)

    for kind in KINDS:
        found = call(kind, respond, around)
        assert [row.id for row in found] == ["28", "29", "30", "31"]


def test_around_leaves_out_service_rows_but_not_the_message(reader: Reader, fake: FakeBeeper) -> None:
    emptied(fake, GROUP)
    erin = fake.world.person("Erin")
    for number in range(3):
        erin.react(erin.send(GROUP, str(number)), "👍")
    rows = reader.call(reader.client.messages.list(GROUP).oldest_first().collect)
    assert [row.kind for row in rows] == ["text", "reaction"] * 3
    around = reader.client.messages.around
    for before_or_after in (rows[2], rows[3]):
        found = reader.call(around, before_or_after, before=1, after=1, include_service=False)
        assert before_or_after in found
        assert [row.kind for row in found if row != before_or_after] == ["text", "text"]


def test_around_in_a_member_or_in_the_merged_chat(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 50)
    diary(fake, 50, BOB, "Bob")
    merged = fake.world.merge([ERIN, BOB])
    middle = message(reader, "30")
    assert reader.read("around", middle, before=1, after=1) == (["29", "30", "31"], [LIST, LIST])
    assert reader.read("around", middle, chat=ERIN, before=1, after=1) == (["29", "30", "31"], [LIST, LIST])
    for chat in (merged, whole(reader, merged)):
        for given in (middle, middle.id):
            found, requests = reader.counted(reader.client.messages.around, given, chat=chat, before=3, after=2)
            assert [row.text for row in found] == [row.text for row in sorted(found, key=lambda row: row.timestamp)]
            assert found.index(middle) == 3
            assert {row.chat_id for row in found} == {ERIN, BOB}
            assert requests.count(LIST) == 4  # two pages of each member


def test_around_a_message_that_is_not_there(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 5)
    middle = message(reader, "3")
    with pytest.raises(errors.NotFoundError):
        reader.read("around", "999999", chat=ERIN)
    with pytest.raises(ValueError, match="of this chat"):
        reader.read("around", middle, chat=BOB)
    emptied(fake, ERIN)
    with pytest.raises(errors.NotFoundError):
        reader.read("around", middle)


def test_wrong_arguments_raise_before_anything_is_sent(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 1)
    one = message(reader, "0")
    before = len(fake.requests)
    for options, error in (({"before": -1}, ValueError), ({"after": True}, TypeError), ({"before": "3"}, TypeError),
                           ({"after": None}, TypeError), ({"include_service": 0}, TypeError),
                           ({"chat": 3}, TypeError), ({"chat": ""}, ValueError)):  # fmt: skip
        with pytest.raises(error):
            reader.read("around", one, **options)
    for wrong, kind in (("1", ValueError), (3, TypeError), (None, TypeError)):
        with pytest.raises(kind):
            reader.read("around", wrong)
    for arguments, error in (((ERIN, -1), ValueError), ((ERIN, True), TypeError), ((3,), TypeError)):
        with pytest.raises(error):
            reader.read("last", *arguments)
    with pytest.raises(TypeError):
        reader.read("unread", None)
    assert len(fake.requests) == before


def unread_chat(fake: FakeBeeper) -> None:
    emptied(fake, GROUP)
    erin, frank, me = fake.world.person("Erin"), fake.world.person("Frank"), fake.world.me
    erin.send(GROUP, "old", at=at(0))
    me.send(GROUP, "mine", at=at(1))
    first = erin.send(GROUP, "first")
    frank.react(first, "👍")
    frank.rename(GROUP, "Other name")
    frank.delete(frank.send(GROUP, "deleted"))
    frank.send(GROUP, "second")


def test_unread_messages_of_others_are_in_reading_order(reader: Reader, fake: FakeBeeper) -> None:
    unread_chat(fake)
    assert reader.read("unread", GROUP) == (["first", "second"], [CHAT, LIST])
    assert reader.read("unread", whole(reader, GROUP)) == (["first", "second"], [LIST])
    fake.world.me.read(GROUP)
    assert reader.read("unread", GROUP) == ([], [CHAT])
    assert reader.read("unread", whole(reader, GROUP)) == ([], [])


def test_a_chat_that_was_marked_by_hand_has_no_unread_messages(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 3)
    fake.world.me.read(ERIN)
    reader.call(reader.client.chats.mark_unread, ERIN)
    chat = whole(reader, ERIN)
    assert (chat.is_marked_unread, chat.unread_count) == (True, 0)
    assert reader.read("unread", chat) == ([], [])


def test_unread_messages_without_a_last_read_one_are_counted(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 70)
    chat = whole(reader, ERIN).evolve(last_read_message_sort_key=None, unread_count=30)
    assert reader.read("unread", chat) == (texts[-30:], [LIST, LIST])
    nothing_known = chat.evolve(unread_count=None)
    assert reader.read("unread", nothing_known) == (texts[-20:], [LIST])  # those of one page that are marked


def test_a_wrong_last_read_message_does_not_lead_through_the_whole_history(reader: Reader, fake: FakeBeeper) -> None:
    texts = diary(fake, 300)
    chat = whole(reader, ERIN).evolve(last_read_message_sort_key="1", unread_count=3)
    assert reader.read("unread", chat) == (texts[-3:], [LIST] * 6)


def test_a_wrong_number_does_not_lead_through_what_is_marked_as_read(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 300)
    fake.world.me.read(ERIN)
    chat = whole(reader, ERIN).evolve(last_read_message_sort_key=None, unread_count=10**6)
    assert reader.read("unread", chat) == ([], [LIST])


def test_a_number_without_messages_does_not_lead_through_the_whole_history(reader: Reader, fake: FakeBeeper) -> None:
    emptied(fake, ERIN)
    for number in range(300):
        fake.world.me.send(ERIN, str(number), at=at(number))
    chat = whole(reader, ERIN).evolve(last_read_message_sort_key=None, unread_count=1)
    assert reader.read("unread", chat) == ([], [LIST] * 6)


def test_messages_that_came_after_the_chat_are_not_instead_of_older_ones(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 10)
    fake.world.me.read(ERIN)
    fake.world.person("Erin").send(ERIN, "a")
    chat = whole(reader, ERIN)
    fake.world.person("Erin").send(ERIN, "b")
    assert reader.read("unread", chat) == (["a", "b"], [LIST])


def test_the_unread_messages_of_a_merged_chat_are_those_of_its_members(reader: Reader, fake: FakeBeeper) -> None:
    for chat, name in ((ERIN, "Erin"), (BOB, "Bob")):
        diary(fake, 10, chat, name)
        fake.world.me.read(chat)
    merged = fake.world.merge([ERIN, BOB])
    for number in range(6):
        chat, name = ((ERIN, "Erin"), (BOB, "Bob"))[number % 2]
        fake.world.person(name).send(chat, f"new {number}")
    expected = [f"new {number}" for number in range(6)]
    assert reader.read("unread", merged) == (expected, [CHAT, CHAT, LIST, CHAT, LIST])
    assert reader.read("unread", whole(reader, merged)) == (expected, [CHAT, LIST, CHAT, LIST])


def test_a_member_that_a_merged_chat_has_twice_is_read_once(reader: Reader, fake: FakeBeeper) -> None:
    merged = fake.world.merge([ERIN, BOB])
    chat = whole(reader, merged)
    expected = reader.read("unread", chat)
    twice = chat.evolve(merge=chat.merge.evolve(chat_ids=[*chat.merge.chat_ids, *chat.merge.chat_ids]))
    assert expected[0]
    assert reader.read("unread", twice) == expected


def test_own_messages_are_known_where_a_bridge_does_not_mark_them(reader: Reader, fake: FakeBeeper) -> None:
    emptied(fake, GROUP)
    chat = whole(reader, GROUP).evolve(unread_count=5)
    fake.world.person("Erin").send(GROUP, "read by answering")
    fake.world.me.send(GROUP, "mine")
    fake.world.person("Erin").send(GROUP, "theirs")
    with fake.quirk("no_is_sender"):
        found, requests = reader.read("unread", chat)
    assert (found, requests) == (["theirs"], [LIST])


def test_the_lists_have_the_requests_of_the_api(reader: Reader, fake: FakeBeeper) -> None:
    """The sort key of a message is a cursor for pages on both sides of it."""
    texts = diary(fake, 50)
    key = message(reader, "20").sort_key
    older = reader.call(reader.client.raw, api.messages.list(ERIN, cursor=key, direction="before")).value
    assert [row.text for row in older.items] == texts[19::-1]
