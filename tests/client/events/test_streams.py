"""``beeper.events()`` with the fake server: subscriptions, reconnecting, and what ends a stream."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import anyio
import pytest

from beeper_sdk import AsyncBeeper, RetryPolicy, errors, events, models
from beeper_sdk.testing import FakeBeeper
from tests.client.events.streams import client, threads
from tests.client.lifecycle.loops import LOOPS, Loop, run, wait_until
from tests.scripted_server import Kind

BOB = "!bob:small.local"
OPTIONS = {"retry": RetryPolicy(attempts=1)}


@pytest.fixture
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper(world="small") as server:
        yield server
    assert threads() == set()


def say(fake: FakeBeeper, text: str = "Hi", chat: str = BOB) -> str:
    """Let another person write, and return the ID of the message."""
    found: str = fake.world.receive(chat, text)["id"]
    return found


def test_a_new_message_is_an_event_with_the_message(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake) as beeper, beeper.events() as stream:
        wanted = say(fake, "Good morning")
        message, chat = stream.take(2)
    match message:
        case events.MessageUpserted(chat_id=chat_id, ids=ids, entries=[entry]):
            assert (chat_id, ids, entry.id, entry.text) == (BOB, [wanted], wanted, "Good morning")
        case _:
            pytest.fail("not a message")
    assert message.ts.utcoffset() is not None
    match chat:
        case events.ChatUpserted(entries=[changed]):
            assert (changed.id, chat.seq) == (BOB, message.seq + 1)
        case _:
            pytest.fail("not a chat")


def test_it_is_subscribed_when_the_block_begins(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake) as beeper:
        with beeper.events():
            assert [socket.chat_ids for socket in fake.websockets] == [("*",)]
        with beeper.events(models.Chat.from_dict({"id": BOB})), beeper.events([BOB, BOB]), beeper.events([]):
            assert [socket.chat_ids for socket in fake.websockets] == [(BOB,), (BOB,), ()]
        wait_until(lambda: not len(fake.websockets))


def test_the_subscription_changes_while_events_arrive(kind: Kind, fake: FakeBeeper) -> None:
    over = threading.Event()

    def write() -> None:
        while not over.wait(0.002):
            say(fake)

    writer = threading.Thread(target=write)
    with client(kind, fake) as beeper, beeper.events(fetch=False) as stream:
        writer.start()
        try:
            for _ in range(5):
                stream.subscribe(BOB)
                stream.subscribe()
            stream.subscribe(BOB)
        finally:
            over.set()
            writer.join()
        wanted = say(fake, "last")
        seen: list[str] = []
        changes = 0
        while wanted not in seen:
            event = stream.next()
            changes += event == events.Interrupted("subscription")
            seen += event.ids if isinstance(event, events.MessageUpserted) else []
    assert changes == 11
    assert len(seen) == len(set(seen))


def test_a_rejected_subscription_leaves_the_one_before(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake, **OPTIONS) as beeper:
        with pytest.raises(errors.SubscriptionRejected) as caught, beeper.events("!nobody:x"):
            pass
        assert (caught.value.code, caught.value.has_code("not_subscribed")) == ("NOT_SUBSCRIBED", True)
        assert "nobody" not in str(caught.value)
        with beeper.events(BOB) as stream:
            with pytest.raises(errors.SubscriptionRejected):
                stream.subscribe("!nobody:x")
            say(fake)
            assert isinstance(stream.next(), events.MessageUpserted)
            with pytest.raises(ValueError, match=r"^chats must be '\*' alone"):
                stream.subscribe(["*", BOB])


def test_a_lost_connection_is_opened_again(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake) as beeper, beeper.events() as stream:
        say(fake)
        fake.websockets.drop()
        assert stream.until(events.Interrupted) == events.Interrupted("connection")
        fake.websockets.close(1012)
        assert stream.until(events.Interrupted) == events.Interrupted("connection")
        wanted = say(fake, "after")
        assert stream.until(events.MessageUpserted).ids == [wanted]


def test_an_app_that_is_closed_for_a_while(kind: Kind, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="beeper_sdk")
    with FakeBeeper(world="small") as first:
        port = int(first.url.rpartition(":")[2])
    with FakeBeeper(world="small", port=port) as fake:
        tokens: list[str] = []
        serving = threading.Event()  # a server that has just begun to listen may have no token yet
        serving.set()

        def token() -> str:
            assert serving.wait(10)
            tokens.append(fake.token)
            return fake.token

        with client(kind, fake, access_token=token) as beeper, beeper.events() as stream:
            serving.clear()
            fake.stop()
            wait_until(lambda: any("reconnecting" in record.getMessage() for record in caplog.records))
            time.sleep(0.1)  # some attempts that fail
            fake.start()
            serving.set()
            assert stream.next() == events.Interrupted("connection")
            wanted = say(fake)
            assert stream.until(events.MessageUpserted).ids == [wanted]
        assert tokens == list(dict.fromkeys(tokens))  # the new server has another token: it was requested once
    texts = [record.getMessage() for record in caplog.records if record.getMessage().startswith("events:")]
    assert texts == ["events: the connection was lost (connection); reconnecting", "events: connected again"]
    assert [record for record in caplog.records if record.levelname not in ("INFO", "DEBUG")] == []


@pytest.mark.parametrize(("quirk", "reason"), [("ws_gap", "gap"), ("ws_drop", "connection")])
def test_what_may_have_been_missed_is_shown(kind: Kind, fake: FakeBeeper, quirk: str, reason: events.Reason) -> None:
    with client(kind, fake) as beeper, fake.quirk(quirk), beeper.events() as stream:
        for _ in range(3):
            say(fake)
        assert stream.until(events.Interrupted).reason == reason


def test_events_without_entries_are_completed(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake) as beeper, fake.quirk("ws_no_entries"), beeper.events() as stream:
        wanted = say(fake, "text")
        message = stream.next()
        assert [(entry.id, entry.text) for entry in message.entries] == [(wanted, "text")]
    with client(kind, fake) as beeper, fake.quirk("ws_no_entries"), beeper.events(fetch=False) as stream:
        say(fake, "text")
        assert [event.entries for event in stream.take(2)] == [None, None]


def test_what_does_not_exist_any_more_is_skipped(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake) as beeper, fake.quirk("ws_no_entries"), beeper.events() as stream:
        fake.fail("messages.retrieve", status=404)
        say(fake)
        message, chat = stream.take(2)
        assert (message.entries, len(chat.entries)) == ([], 1)


def test_entries_that_cannot_be_fetched_are_an_interruption(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake, **OPTIONS) as beeper, fake.quirk("ws_no_entries"), beeper.events() as stream:
        fake.fail("messages.retrieve", status=500)
        wanted = say(fake)
        interrupted, message = stream.take(2)
        assert interrupted == events.Interrupted("entries")
        assert (message.ids, message.entries) == ([wanted], [])


@pytest.mark.parametrize("quirk", ["ws_ts_number", "ws_ts_text"])
def test_the_time_is_a_datetime_in_any_form(fake: FakeBeeper, quirk: str) -> None:
    with client("sync", fake) as beeper, fake.quirk(quirk), fake.quirk("ws_account_id"), beeper.events() as stream:
        say(fake)
        message = stream.next()
        assert abs(message.ts.timestamp() - fake.clock.now.timestamp()) < 5
        assert message.account_id == message.entries[0].account_id


def test_a_wrong_token_is_refused_when_the_block_begins(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake, access_token="wrong") as beeper, pytest.raises(errors.AuthenticationError):
        beeper.events().__enter__()
    with client(kind, fake, access_token="") as beeper, pytest.raises(errors.MissingToken):
        beeper.events().__enter__()


def test_an_expired_token_ends_the_stream(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake, access_token=fake.issue_token("read", lifetime=60)) as beeper, beeper.events() as stream:
        fake.clock.advance(minutes=5)
        fake.websockets.drop()
        with pytest.raises(errors.TokenExpired):
            stream.until(events.AppStateUpdated)


def test_an_app_without_events(kind: Kind) -> None:
    with FakeBeeper(world="small", version="4.2.499") as fake, client(kind, fake) as beeper:
        with pytest.raises(errors.NotSupportedByServer) as caught:
            beeper.events().__enter__()
        assert caught.value.needs == "4.2.557"
        fake.requests.clear()
        with pytest.raises(errors.NotSupportedByServer):
            beeper.events().__enter__()
        assert len(fake.requests) == 0  # its version is known now


def test_the_state_of_the_app_needs_a_newer_one(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake) as beeper, beeper.events([], app_state=True):
        assert [socket.app_state for socket in fake.websockets] == [True]
    with FakeBeeper(world="small", version="4.2.808") as older, client(kind, older) as beeper:
        with pytest.raises(errors.NotSupportedByServer) as caught:
            beeper.events(app_state=True).__enter__()
        assert caught.value.needs == "4.3.0"
        with beeper.events() as stream, pytest.raises(errors.NotSupportedByServer):
            stream.subscribe(app_state=True)


@pytest.mark.parametrize("loop", LOOPS)
def test_an_event_whose_entries_are_being_fetched_is_not_lost_by_a_cancellation(loop: Loop, fake: FakeBeeper) -> None:
    async def main() -> list[str]:
        async with AsyncBeeper(fake.token, base_url=fake.url) as beeper, beeper.events() as stream:
            wanted = say(fake)
            with anyio.move_on_after(0.2) as scope:
                await anext(stream)
            assert scope.cancelled_caught
            event = await anext(stream)
            assert isinstance(event, events.MessageUpserted)
            assert [entry.id for entry in event.entries or ()] == [wanted]
            return event.ids

    with fake.quirk("ws_no_entries"):
        fake.fail("messages.retrieve", hang=True, times=1)
        assert len(run(loop, main)) == 1


def test_an_app_that_does_not_run(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake, **OPTIONS) as beeper:
        stream = beeper.events()
        fake.stop()
        with pytest.raises(errors.APIConnectionError, match="cannot connect"):
            stream.__enter__()


def test_a_server_that_is_not_ready_is_tried_again(kind: Kind, fake: FakeBeeper) -> None:
    with client(kind, fake, **OPTIONS) as beeper, beeper.events() as stream:
        with fake.quirk("ws_internal_error", times=2):
            fake.websockets.drop()
            assert stream.next() == events.Interrupted("connection")
        wanted = say(fake)
        assert stream.next().ids == [wanted]
