"""`on_message` and `run_forever`: which messages each handler receives, and what its errors do."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

import anyio
import pytest

from beeper_sdk import errors, models
from beeper_sdk._core.bots.handlers import _has_chat
from beeper_sdk.changes import Gap, MessageAdded, PositionInUse
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower

ERIN, BOB, TEAM = "!erin:small.local", "!bob:small.local", "!team:small.local"
LAST = "stop"


class Bot:
    """Collects what handlers receive, until the message `LAST`, which every run ends with."""

    def __init__(self, follower: Follower) -> None:
        self.follower, self.client = follower, follower.client
        self.received: list[str] = []
        self.count: int | None = None
        """Stop after so many calls instead: chats have no order."""

    def handler(self, name: str = "", *, act: Callable[[str | None], object] | None = None) -> Any:
        def plain(message: models.Message) -> None:
            self.received.append(f"{name}{message.text}")
            if act is not None:
                act(message.text)
            if message.text == LAST or len(self.received) == self.count:
                self.client.stop()

        async def cooperative(message: models.Message) -> None:
            plain(message)

        return plain if self.follower.kind == "sync" else cooperative

    def run(self, **options: Any) -> list[str]:
        """What the handlers received in one run."""
        self.received.clear()
        options = {"position": self.follower.position, "live": False, "poll_every": 0.05, **options}
        self.follower.call(self.client.run_forever, **options)
        return list(self.received)


@pytest.fixture
def bot(follower: Follower) -> Bot:
    follower.news()  # the position begins
    return Bot(follower)


def send(fake: FakeBeeper, *words: str, chat: str = ERIN, person: str = "Erin") -> None:
    for word in words:
        fake.world.person(person).send(chat, word)


def test_a_handler_receives_messages_of_others_and_runs_continue(bot: Bot, fake: FakeBeeper) -> None:
    bot.client.on_message(bot.handler())
    send(fake, "one", "two")
    fake.world.me.send(ERIN, "mine")
    send(fake, LAST)
    assert bot.run() == ["one", "two", LAST]
    send(fake, "three", LAST)
    assert bot.run() == ["three", LAST]


def test_events_wake_a_run(bot: Bot, fake: FakeBeeper) -> None:
    bot.client.on_message(bot.handler(act=lambda text: send(fake, LAST) if text == "one" else None))
    send(fake, "one")
    assert bot.run(live=True, sweep_every=86_400) == ["one", LAST]


def test_a_handler_can_have_the_chat_too(bot: Bot, fake: FakeBeeper) -> None:
    seen: list[tuple[str | None, str | None]] = []

    def both(message: models.Message, chat: models.Chat) -> None:
        seen.append((message.text, chat.title))
        bot.client.stop()

    bot.client.on_message()(both)
    send(fake, "one")
    bot.run()
    assert seen == [("one", "Erin Elmcroft")]


def test_each_handler_receives_what_it_wants_in_the_order_of_registration(bot: Bot, fake: FakeBeeper) -> None:
    on = bot.client.on_message
    on(chats=BOB)(bot.handler("bob "))
    on(networks=["whatsapp"])(bot.handler("whatsapp "))
    on(accounts="signal")(bot.handler("signal "))
    on(own="all", chats=[ERIN])(bot.handler("erin "))
    send(fake, "one", chat=BOB, person="Bob")
    assert bot.client.stop() is None  # not running: no effect
    fake.world.me.send(ERIN, "mine")
    send(fake, "two", chat=TEAM)
    send(fake, "three")
    bot.count = 6
    found = bot.run()
    assert sorted(found) == ["bob one", "erin mine", "erin three", "signal three", "signal two", "whatsapp one"]
    assert found.index("bob one") < found.index("whatsapp one")
    assert found.index("erin mine") < found.index("signal three") < found.index("erin three")


def test_all_chats_of_a_merged_one_are_its(bot: Bot, fake: FakeBeeper) -> None:
    whole = fake.world.merge([ERIN, BOB])
    bot.client.on_message(chats=whole)(bot.handler("whole "))
    bot.client.on_message(chats=ERIN)(bot.handler("erin "))
    send(fake, "one")
    send(fake, "two", chat=BOB, person="Bob")
    bot.count = 3
    assert sorted(bot.run()) == ["erin one", "whole one", "whole two"]


def test_an_error_of_a_handler_ends_the_run_and_the_message_comes_again(bot: Bot, fake: FakeBeeper) -> None:
    failures = [ZeroDivisionError("first time")]

    def act(text: str | None) -> None:
        if text == "two" and failures:
            raise failures.pop()

    bot.client.on_message(bot.handler("a "))
    bot.client.on_message(bot.handler("b ", act=act))
    send(fake, "one", "two", LAST)
    with pytest.raises(ZeroDivisionError, match="first time"):
        bot.run()
    assert bot.received == ["a one", "b one", "a two", "b two"]
    assert bot.run() == ["a two", "b two", f"a {LAST}", f"b {LAST}"]


def test_on_error_decides_that_a_message_counts_as_processed(bot: Bot, fake: FakeBeeper) -> None:
    seen: list[tuple[str, str | None]] = []

    def on_error(error: Exception, change: MessageAdded) -> None:
        seen.append((type(error).__name__, change.message.text))

    async def later(error: Exception, change: MessageAdded) -> None:
        on_error(error, change)

    def act(text: str | None) -> object:
        return 1 / 0 if text == "one" else None

    bot.client.on_message(bot.handler("a ", act=act))
    bot.client.on_message(bot.handler("b "))
    send(fake, "one", LAST)
    found = bot.run(on_error=on_error if bot.follower.kind == "sync" else later)
    assert found == ["a one", "b one", f"a {LAST}", f"b {LAST}"]
    assert seen == [("ZeroDivisionError", "one")]
    assert bot.follower.news() == []


def test_an_error_of_on_error_ends_the_run(bot: Bot, fake: FakeBeeper) -> None:
    def raise_again(error: Exception, _: MessageAdded) -> None:
        raise error

    bot.client.on_message(bot.handler(act=lambda _: 1 / 0))
    send(fake, "one")
    with pytest.raises(ZeroDivisionError):
        bot.run(on_error=raise_again)
    assert bot.follower.texts() == ["one"]


@pytest.mark.parametrize("is_handled", [True, False])
def test_a_gap_is_passed_on_or_logged(
    bot: Bot, fake: FakeBeeper, caplog: pytest.LogCaptureFixture, is_handled: bool
) -> None:
    gaps: list[Gap] = []
    send(fake, "before")
    bot.follower.news()
    bot.client.on_message(bot.handler())
    with fake.quirk("reinstall"):
        send(fake, LAST)
        assert bot.run(on_gap=gaps.append if is_handled else None) == [LAST]
    assert [gap.reason for gap in gaps] == ["reindexed"] * is_handled
    assert ["reindexed" in message for message in caplog.messages] == [True] * (not is_handled)
    assert "!" not in caplog.text


def test_without_a_position_a_warning_says_what_is_missed(
    follower: Follower, fake: FakeBeeper, caplog: pytest.LogCaptureFixture
) -> None:
    bot = Bot(follower)
    bot.client.on_message(bot.handler())
    before = len(fake.requests)

    def send_when_it_runs() -> None:
        while not any(request.operation == "chats.list" for request in list(fake.requests)[before:]):
            threading.Event().wait(0.01)
        threading.Event().wait(0.3)
        send(fake, "one", LAST)

    send(fake, "before")
    sender = threading.Thread(target=send_when_it_runs)
    sender.start()
    with caplog.at_level(logging.WARNING):
        assert bot.run(position=None) == ["one", LAST]
    sender.join()
    (record,) = caplog.records
    assert record.levelname == "WARNING"
    assert "arrive while this program does not run" in record.message


def test_a_position_in_use_and_a_run_in_progress_are_errors(bot: Bot, fake: FakeBeeper) -> None:
    seen: list[type[Exception]] = []
    other = bot.client.with_options(timeout=10)
    other.on_message(print)

    def blocking(_: models.Message) -> None:
        for client in (bot.client, other):
            with pytest.raises((RuntimeError, PositionInUse)) as failed:
                client.run_forever(bot.follower.position)
            seen.append(failed.type)
        bot.client.stop()

    async def cooperative(_: models.Message) -> None:
        for client in (bot.client, other):
            with pytest.raises((RuntimeError, PositionInUse)) as failed:
                await client.run_forever(bot.follower.position)
            seen.append(failed.type)
        bot.client.stop()

    bot.client.on_message(blocking if bot.follower.kind == "sync" else cooperative)
    send(fake, LAST)
    bot.run()
    assert seen == [RuntimeError, PositionInUse]


def test_handlers_are_registered_before_a_run(bot: Bot, fake: FakeBeeper) -> None:
    def register(_: str | None) -> None:
        bot.client.on_message(print)

    bot.client.on_message(bot.handler(act=register))
    send(fake, LAST)
    with pytest.raises(RuntimeError, match="before run_forever"):
        bot.run()


def test_a_cancelled_run_releases_the_position_and_its_message_comes_again(bot: Bot, fake: FakeBeeper) -> None:
    if bot.follower.kind == "sync":
        return

    async def run() -> None:
        with anyio.CancelScope() as scope:

            async def forever(_: models.Message) -> None:
                scope.cancel()
                await anyio.sleep_forever()

            bot.client.on_message(forever)
            await bot.client.run_forever(bot.follower.position, live=False)
        assert scope.cancelled_caught

    send(fake, "one")
    bot.follower.call(run)
    assert bot.follower.texts() == ["one"]


def test_copies_of_a_client_have_no_handlers(bot: Bot, fake: FakeBeeper) -> None:
    bot.client.on_message(print)
    before = len(fake.requests)
    with pytest.raises(RuntimeError, match="no handlers"):
        bot.follower.call(bot.client.with_options(timeout=5).run_forever)
    assert len(fake.requests) == before


def test_an_error_of_the_token_ends_a_run(bot: Bot, fake: FakeBeeper) -> None:
    bot.client.on_message(bot.handler())
    fake.fail("chats.list", status=401)
    with pytest.raises(errors.AuthenticationError):
        bot.run()


INVALID: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"on_error": 1}, TypeError),
    ({"on_gap": "log"}, TypeError),
    ({"start": "then"}, ValueError),
    ({"poll_every": 0}, ValueError),
    ({"position": 1}, TypeError),
]


def test_invalid_arguments_send_nothing(bot: Bot, fake: FakeBeeper) -> None:
    bot.client.on_message(print)
    before = len(fake.requests)
    for options, error in INVALID:
        with pytest.raises(error):
            bot.run(**options)
    assert len(fake.requests) == before


def test_invalid_handlers_are_refused_when_they_are_registered(follower: Follower) -> None:
    on = follower.client.on_message

    async def cooperative(_: models.Message) -> None: ...

    def three(_message: object, _chat: object, _more: object) -> None: ...

    def named(*, _message: object) -> None: ...

    for wrong in (1, lambda: None, three, named):
        with pytest.raises(TypeError, match="the handler must"):
            on(wrong)
    if follower.kind == "sync":
        with pytest.raises(TypeError, match="must not be async"):
            on(cooperative)
    with pytest.raises(ValueError, match="own must be"):
        on(own="some")
    on(own="all")(print)
    with pytest.raises(ValueError, match="must not mix"):
        on(own="elsewhere")(print)


@pytest.mark.parametrize(
    ("function", "has_chat"),
    [
        (lambda message: message, False),
        (lambda message, chat: (message, chat), True),
        (lambda message, retries=3: (message, retries), False),
        (lambda *everything: everything, True),
        ([].append, False),
    ],
)
def test_the_second_required_parameter_is_the_chat(function: Any, has_chat: bool) -> None:
    assert _has_chat(function) is has_chat


def test_the_function_is_returned(follower: Follower) -> None:
    def handler(message: models.Message) -> None: ...

    assert follower.client.on_message(handler) is handler
    assert follower.client.on_message(chats=[ERIN])(handler) is handler
