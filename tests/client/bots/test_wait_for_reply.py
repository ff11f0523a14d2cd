"""`messages.wait_for_reply`: the first message of somebody else after a send, a message, or now."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import Beeper, errors, models
from beeper_sdk._core.delivery.replies import Point, RepliesInChat
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower

ERIN, BOB, GROUP = "!erin:small.local", "!bob:small.local", "!team:small.local"
SHORT, LONG = 0.6, 20.0


def send(follower: Follower, text: str = "Are you there?", chat: str = ERIN) -> Any:
    return follower.call(follower.client.messages.send, chat, text=text)


def wait(follower: Follower, start: Any, timeout: float = LONG, **options: Any) -> str | None:
    found = follower.call(follower.client.messages.wait_for_reply, start, timeout=timeout, **options)
    return None if found is None else found.text


def operations(fake: FakeBeeper, act: Callable[[], object]) -> list[str | None]:
    before = len(fake.requests)
    act()
    return [request.operation for request in list(fake.requests)[before:]]


def on_request(fake: FakeBeeper, operation: str, number: int, act: Callable[[], object]) -> None:
    """Let something happen after this many requests of an operation, rather than after some time."""

    def watch() -> None:
        while sum(request.operation == operation for request in list(fake.requests)) < number:
            time.sleep(0.01)
        act()

    threading.Thread(target=watch, daemon=True).start()


def test_a_reply_that_came_at_once_is_found_with_three_requests(follower: Follower, fake: FakeBeeper) -> None:
    fake.world.person("Erin").send(ERIN, "before")
    sent = send(follower)
    fake.world.person("Erin").send(ERIN, "first")
    fake.world.person("Erin").send(ERIN, "second")
    made = operations(fake, lambda: wait(follower, sent))
    assert made == ["messages.retrieve", "chats.retrieve", "messages.list"]
    assert wait(follower, sent) == "first"


def test_a_reply_that_comes_later_is_found(follower: Follower, fake: FakeBeeper) -> None:
    sent = send(follower)
    on_request(fake, "messages.list", 2, lambda: fake.world.person("Erin").send(ERIN, "later"))
    assert wait(follower, sent) == "later"


def test_own_messages_reactions_notices_and_other_chats_are_no_replies(follower: Follower, fake: FakeBeeper) -> None:
    sent = send(follower, chat=GROUP)
    member = fake.world.person("Erin")
    question = fake.world.messages(GROUP)[-1]
    send(follower, "And another one", chat=GROUP)
    fake.world.me.send(GROUP, "From my phone")
    member.react(question, "👍", chat=GROUP)
    member.rename(GROUP, "Another title")
    deleted = member.send(GROUP, "Never mind")
    member.delete(deleted, chat=GROUP)
    fake.world.person("Bob").send(BOB, "elsewhere")
    assert wait(follower, sent, SHORT) is None
    member.send(GROUP, "yes")
    assert wait(follower, sent) == "yes"


def test_matching_is_called_once_for_each_message_in_their_order(follower: Follower, fake: FakeBeeper) -> None:
    sent = send(follower)
    for text in ("one", "two"):
        fake.world.person("Erin").send(ERIN, text)
    on_request(fake, "messages.list", 2, lambda: [fake.world.person("Erin").send(ERIN, text) for text in ("3", "4")])
    seen: list[str | None] = []

    def matching(message: models.Message) -> bool:
        seen.append(message.text)
        return message.text == "3"

    async def later(message: models.Message) -> bool:
        return matching(message)

    assert wait(follower, sent, matching=matching if follower.kind == "sync" else later) == "3"
    assert seen == ["one", "two", "3"]


def test_an_error_of_matching_is_raised(follower: Follower, fake: FakeBeeper) -> None:
    sent = send(follower)
    fake.world.person("Erin").send(ERIN, "hello")
    with pytest.raises(ZeroDivisionError):
        wait(follower, sent, matching=lambda _: 1 / 0)


def test_an_async_function_needs_the_async_client(follower: Follower, fake: FakeBeeper) -> None:
    async def matching(message: models.Message) -> bool:
        return message.text == "hello"

    sent = send(follower)
    fake.world.person("Erin").send(ERIN, "hello")
    if follower.kind == "sync":
        with pytest.raises(TypeError, match="matching must not be async"):
            wait(follower, sent, matching=matching)
    else:
        assert wait(follower, sent, matching=matching) == "hello"


def test_at_the_timeout_the_result_is_none_and_requests_are_few(follower: Follower, fake: FakeBeeper) -> None:
    sent = send(follower)
    made = operations(fake, lambda: wait(follower, sent, 1.2))
    assert made[:3] == ["messages.retrieve", "chats.retrieve", "messages.list"]
    assert set(made[3:]) == {"messages.list"}
    assert len(made) <= 6  # after 0.25 and 0.68 seconds


def test_of_a_chat_only_what_comes_from_now_on_counts(follower: Follower, fake: FakeBeeper) -> None:
    fake.world.person("Erin").send(ERIN, "before")
    assert wait(follower, ERIN, SHORT) is None
    chat = follower.call(follower.client.chats.retrieve, ERIN)
    lists = sum(request.operation == "messages.list" for request in fake.requests)
    on_request(fake, "messages.list", lists + 2, lambda: fake.world.person("Erin").send(ERIN, "after"))
    assert wait(follower, chat) == "after"


def test_in_an_empty_chat_the_first_message_counts(follower: Follower, fake: FakeBeeper) -> None:
    empty = fake.world.add_chat("Empty", ["Erin", "Frank"], account="signal")
    on_request(fake, "messages.list", 2, lambda: fake.world.receive(empty, "first"))
    assert wait(follower, empty) == "first"


def test_of_a_message_all_that_came_after_it_counts(follower: Follower, fake: FakeBeeper) -> None:
    first = fake.world.person("Erin").send(ERIN, "first")
    for number in range(60):
        fake.world.me.send(ERIN, f"{number}")
    fake.world.person("Erin").send(ERIN, "second")
    fake.world.person("Erin").send(ERIN, "third")
    message = follower.call(follower.client.messages.retrieve, str(first["id"]), chat_id=ERIN)
    assert wait(follower, message) == "second"


def test_a_clock_of_the_server_that_is_a_day_behind_does_not_matter(follower: Follower, fake: FakeBeeper) -> None:
    fake.clock.advance(days=1)
    fake.world.person("Erin").send(ERIN, "before")
    sent = send(follower)
    fake.world.person("Erin").send(ERIN, "after")
    assert wait(follower, sent) == "after"


def test_a_reply_in_any_member_of_a_merged_chat_counts(follower: Follower, fake: FakeBeeper) -> None:
    whole = fake.world.merge([ERIN, BOB])
    fake.world.person("Bob").send(BOB, "before")
    sent = send(follower, chat=whole)
    other = BOB if sent.chat_id == ERIN else ERIN
    assert wait(follower, sent, SHORT) is None
    fake.world.person("Bob" if other == BOB else "Erin").send(other, "from the other one")
    assert wait(follower, sent) == "from the other one"
    lists = sum(request.operation == "messages.list" for request in fake.requests)
    on_request(fake, "messages.list", lists + 3, lambda: fake.world.person("Bob").send(BOB, "again"))
    assert wait(follower, whole) == "again"


def test_a_send_whose_message_appears_late_counts_from_its_time(follower: Follower, fake: FakeBeeper) -> None:
    fake.world.person("Erin").send(ERIN, "before", at=timedelta(minutes=10))
    fake.world.late_by(3)
    with fake.quirk("slow_delivery"):
        sent = send(follower)
    on_request(fake, "messages.list", 3, lambda: fake.world.person("Erin").send(ERIN, "after"))
    assert wait(follower, sent) == "after"


def test_temporary_errors_are_ignored_and_others_are_raised(follower: Follower, fake: FakeBeeper) -> None:
    sent = send(follower)
    fake.world.person("Erin").send(ERIN, "hello")
    fake.fail("messages.list", status=503, times=1)
    fake.fail("chats.retrieve", status=429, headers={"Retry-After": "0"}, times=1)
    assert wait(follower, sent) == "hello"
    fake.fail("messages.list", status=403, times=1)
    with pytest.raises(errors.PermissionDeniedError):
        wait(follower, sent)
    with pytest.raises(errors.NotFoundError):
        wait(follower, "!nothing:small.local")


INVALID: list[tuple[Any, dict[str, Any], type[Exception]]] = [
    (None, {}, TypeError),
    (1, {}, TypeError),
    (" ", {}, ValueError),
    (models.MessageSendResult(chat_id=ERIN, pending_message_id=""), {}, ValueError),
    (ERIN, {"timeout": 0}, ValueError),
    (ERIN, {"timeout": "1"}, TypeError),
    (ERIN, {"matching": "yes"}, TypeError),
]


def test_invalid_arguments_send_nothing(follower: Follower, fake: FakeBeeper) -> None:
    for start, options, error in INVALID:
        with pytest.raises(error):
            wait(follower, start, **options)
    assert list(fake.requests) == []


def row(message_id: str, second: int) -> models.Message:
    moment = f"2026-11-01T00:{second // 60:02}:{second % 60:02}.000Z"
    return models.Message.from_dict(
        {
            "id": message_id,
            "chatID": "!c",
            "accountID": "a",
            "senderID": "s",
            "timestamp": moment,
            "sortKey": message_id,
        }
    )


def read(chat: RepliesInChat, *rows: models.Message, size: int = 3) -> list[str]:
    chat.start_read()
    for first in range(0, max(len(rows), 1), size):
        if not chat.add(rows[first : first + size]):
            break
    return [found.id for found in chat.finish(1_800_000_000)]


def test_the_order_decides_and_a_message_is_new_once() -> None:
    chat = RepliesInChat("!c", Point("2", 100.0, "!c"))
    assert read(chat, row("3", 5), row("2", 100), row("1", 1)) == ["3"]  # a network whose clock is behind
    assert read(chat, row("4", 6), row("3", 5), row("2", 100), row("1", 1)) == ["4"]


def test_other_ids_of_known_messages_are_not_new() -> None:
    chat = RepliesInChat("!c", Point())
    assert read(chat, row("2", 20), row("1", 10)) == []
    assert read(chat, row("y", 20), row("x", 10)) == []
    assert read(chat, row("z", 21), row("y", 20), row("x", 10)) == ["z"]


def test_a_history_that_grows_backwards_is_not_new() -> None:
    chat = RepliesInChat("!c", Point())
    assert read(chat, row("9", 20)) == []
    assert read(chat, row("9", 20), row("8", 10)) == []
    empty = RepliesInChat("!c", Point())
    assert read(empty) == []
    assert read(empty, row("8", 10)) == []


@pytest.mark.parametrize("version", ["4.2.557", "4.1.294"])
def test_an_older_app_cannot_look_up_the_message_so_it_is_searched(version: str) -> None:
    with FakeBeeper(world="small", version=version) as fake, Beeper(fake.token, base_url=fake.url) as beeper:
        fake.world.person("Erin").send(ERIN, "before")
        sent = beeper.messages.send(ERIN, text="Are *you* there?")
        fake.world.person("Erin").send(ERIN, "after")
        reply = beeper.messages.wait_for_reply(sent, timeout=LONG)
        assert reply is not None
        assert reply.text == "after"
        with Beeper(fake.token, base_url=fake.url) as another:  # which knows neither its time nor its text
            assert another.messages.wait_for_reply(sent, timeout=SHORT) is None


@given(arrivals=st.lists(st.integers(0, 8), min_size=1, max_size=8), size=st.integers(1, 4), earlier=st.integers(1, 9))
def test_each_message_after_the_point_is_new_once_and_in_order(arrivals: list[int], size: int, earlier: int) -> None:
    history = [row(f"{number}", number) for number in range(earlier)]
    chat = RepliesInChat("!c", Point(history[-1].id, float(earlier - 1), "!c"))
    found: list[str] = []
    for count in arrivals:
        # Up to MAX_PAGES pages of new messages are read; their times say nothing.
        history += [row(f"{len(history) + number}", 0) for number in range(min(count, size * 4))]
        found += read(chat, *reversed(history), size=size)
    assert found == [message.id for message in history[earlier:]]
