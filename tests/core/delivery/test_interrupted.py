"""A send that is interrupted leaves something to check: `messages.uncertain`, and a note that points there."""

from __future__ import annotations

import asyncio
import pickle
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import FrameType
from typing import Any

import anyio
import httpx
import pytest
import trio
from typing_extensions import override

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, api, errors, v0
from beeper_sdk.testing import FakeBeeper
from tests.core.delivery.helpers import Kind, Story, doubt, play, requested_operations
from tests.scripted_server import SENT, Script, answer, call
from tests.testing.known_chats import BOB, WHATSAPP

TEXT = "See *you* at five"
NOTE = (
    "messages.send was interrupted and may still have succeeded; before sending again, pass the item of "
    "messages.uncertain() to messages.check (with a v0.Client: read the chat)"
)
CALLS: dict[str, Callable[[Any], Any]] = {
    "messages.send": lambda beeper: beeper.messages.send(BOB, text=TEXT),
    "chats.messages.reactions.add": lambda beeper: beeper.chats.messages.reactions.add(
        "7", chat_id=BOB, reaction_key="x"
    ),
    "chats.create": lambda beeper: beeper.chats.create(account_id="a", participant_ids=["u"], type="single"),
    "assets.upload": lambda beeper: beeper.assets.upload(file=b"x"),
    "request": lambda beeper: beeper.request("POST", "/v1/new", json={}),
}


def interrupt(_: httpx.Request) -> httpx.Response:
    raise KeyboardInterrupt


class SoftTimeLimit(Exception):
    """An exception that a signal handler of the program raises."""


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, SoftTimeLimit, RuntimeError])
def test_an_interruption_of_a_send_leaves_it_to_check(
    interruption: type[BaseException], fake: FakeBeeper, chat: str
) -> None:
    def transport(request: httpx.Request) -> httpx.Response:
        response = httpx.request(request.method, str(request.url), content=request.content, headers=request.headers)
        if request.method == "POST":
            raise interruption
        return response

    with Beeper(fake.token, base_url=fake.url, transport=httpx.MockTransport(transport)) as beeper:
        with pytest.raises(interruption) as caught:
            beeper.messages.send(chat, text=TEXT)
        assert caught.value.__notes__ == [NOTE]
        (error,) = beeper.messages.uncertain()
        assert (error.operation, error.request, error.status) == ("messages.send", None, None)
        assert "the call was interrupted; the request may still have succeeded and was not retried" in str(error)
        verdict = beeper.messages.check(error)
        assert (verdict.status, verdict.message and verdict.message.chat_id) == ("delivered", chat)
        assert beeper.messages.uncertain() == []


@pytest.mark.parametrize("version", ["4.1.92", "6.0"])
def test_what_the_note_says_is_true_for_sends_of_v0_too(version: str) -> None:
    """Of `beeper.v0`, and of a `v0.Client`, which has no `messages`, and sends by v1 if the app has it."""
    with FakeBeeper(version=version) as fake:

        def transport(request: httpx.Request) -> httpx.Response:
            if request.method == "POST":
                raise KeyboardInterrupt
            return httpx.request(request.method, str(request.url), headers=request.headers)

        options: dict[str, Any] = {"base_url": fake.url, "transport": httpx.MockTransport(transport)}
        beeper = Beeper(fake.token, **options)
        with beeper, v0.Client(fake.token, **options) as old:
            with pytest.raises(KeyboardInterrupt) as by_beeper:
                beeper.v0.send_message(chat_id=BOB, text=TEXT)
            with pytest.raises(KeyboardInterrupt) as by_old, pytest.warns(DeprecationWarning, match="messages.send"):
                old.send_message(chat_id=BOB, text=TEXT)
            assert [error.operation for error in beeper.messages.uncertain()] == ["v0.send_message"]
            assert not hasattr(old, "messages")
    todo = NOTE.partition("; ")[2]
    through = "v0.send_message" if version == "4.1.92" else "messages.send"
    for caught, name in ((by_beeper, "v0.send_message"), (by_old, through)):
        assert caught.value.__notes__ == [f"{name} was interrupted and may still have succeeded; {todo}"]


def _at_a_deadline(kind: Kind, fake: FakeBeeper, chat: str) -> tuple[BaseException, list[Any], Any]:
    """What a timeout around a send raises, what is uncertain after it, and what `check` returns."""

    async def with_asyncio(beeper: AsyncBeeper) -> None:
        async with asyncio.timeout(0.2):
            await beeper.messages.send(chat, text=TEXT)

    async def with_trio(beeper: AsyncBeeper) -> None:
        with trio.fail_after(0.2):
            await beeper.messages.send(chat, text=TEXT)

    async def run() -> tuple[BaseException, list[Any], Any]:
        async with AsyncBeeper(fake.token, base_url=fake.url) as beeper:
            with fake.quirk("send_then_hang", 1), pytest.raises((TimeoutError, trio.TooSlowError)) as caught:
                await (with_trio if kind == "trio" else with_asyncio)(beeper)
            uncertain = beeper.messages.uncertain()
            return caught.value, uncertain, await beeper.messages.check(uncertain[0])

    return anyio.run(run, backend="trio" if kind == "trio" else "asyncio")


@pytest.mark.parametrize("kind", ["asyncio", "trio"])
def test_a_timeout_around_a_send_leaves_it_to_check(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    error, uncertain, verdict = _at_a_deadline(kind, fake, chat)
    assert (len(uncertain), verdict.status) == (1, "delivered")
    cause = error.__cause__ or error.__context__
    assert getattr(cause, "__notes__", None) == [NOTE]


@pytest.mark.parametrize("name", CALLS)
def test_the_note_names_neither_text_nor_ids(name: str) -> None:
    with Beeper("t", transport=httpx.MockTransport(interrupt)) as beeper:
        with pytest.raises(KeyboardInterrupt) as caught:
            CALLS[name](beeper)
        (note,) = caught.value.__notes__
        assert note.startswith(f"{name} was interrupted and may still have succeeded; ")
        listed = name in ("messages.send", "chats.messages.reactions.add")
        assert ("uncertain()" in note, len(beeper.messages.uncertain())) == (listed, listed)
        for text in (TEXT, BOB, "u", "7"):
            assert text not in note.split()


def test_a_read_and_a_call_that_may_be_repeated_leave_nothing() -> None:
    with Beeper("t", transport=httpx.MockTransport(interrupt)) as beeper:
        for act in (beeper.accounts.list, lambda: beeper.messages.update("1", chat_id=BOB, text="x")):
            with pytest.raises(KeyboardInterrupt) as caught:
                act()
            assert not hasattr(caught.value, "__notes__")
        assert beeper.messages.uncertain() == []


def test_what_was_certainly_not_sent_is_not_listed() -> None:
    class Decide(KeyboardInterrupt):
        pass

    def give_up(*_: object) -> float:
        raise Decide

    policy = RetryPolicy(attempts=3, base=0, decide=give_up)
    refused = httpx.MockTransport(Script(httpx.ConnectError("refused")))
    with Beeper("t", transport=refused, retry=policy) as beeper:
        with pytest.raises(Decide) as caught:
            beeper.messages.send(BOB, text=TEXT)
        assert (beeper.messages.uncertain(), hasattr(caught.value, "__notes__")) == ([], False)


def test_an_interrupt_while_a_failure_is_looked_into_leaves_it_to_check() -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        return interrupt(request) if request.method == "GET" else answer({"message": "x", "code": "not_found"}, 404)

    with Beeper("t", transport=httpx.MockTransport(serve)) as beeper:
        with pytest.raises(KeyboardInterrupt) as caught:
            beeper.messages.send(BOB, text=TEXT)
        (error,) = beeper.messages.uncertain()
        assert (error.status, error.code, caught.value.__notes__) == (404, "not_found", [NOTE])


def test_failures_are_listed_newest_first_until_a_check_settles_them(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    target = fake.world.receive(chat, "News")["id"]

    def story(beeper: Any) -> Story:
        with fake.quirk("send_then_500", 2):
            sent = yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
            yield from doubt(lambda: beeper.chats.messages.reactions.add(target, chat_id=chat, reaction_key="x"))
        with fake.quirk("server_error", 1):
            yield from doubt(lambda: beeper.messages.send(chat, text="Nothing"))
        yield beeper.messages.send(chat, text="All is well")
        with fake.quirk("conflict", 1), pytest.raises(errors.ConflictError):
            yield beeper.messages.send(chat, text="No")
        requested_operations(fake)
        nothing, reaction, first = beeper.messages.uncertain()
        assert requested_operations(fake) == []
        assert [error.operation.rpartition(".")[2] for error in (nothing, reaction, first)] == ["send", "add", "send"]
        assert (str(first), first.fingerprint, first.status) == (str(sent), sent.fingerprint, 500)
        for error, status in ((nothing, "not-seen"), (reaction, "delivered"), (first, "delivered")):
            assert (yield beeper.messages.check(error)).status == status
        (left,) = beeper.messages.uncertain()
        assert left.request_id == nothing.request_id  # it may still arrive
        beeper.clear_cache()
        assert beeper.messages.uncertain() == []

    play(kind, fake, story)


def test_what_is_listed_can_be_checked_although_the_clock_of_the_server_differs(kind: Kind) -> None:
    with FakeBeeper(world="small", now=datetime(2026, 1, 5, 12, tzinfo=UTC)) as fake:
        chat = fake.world.add_chat("Plans", people=["Erin", "Bob"])

        def story(beeper: Any) -> Story:
            with fake.quirk("send_then_500", 1):
                yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
            (error,) = beeper.messages.uncertain()
            assert (yield beeper.messages.check(error)).status == "delivered"

        play(kind, fake, story)


def test_what_is_listed_can_be_pickled_and_then_needs_what_was_sent(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    def story(beeper: Any) -> Story:
        with fake.quirk("send_then_500", 1):
            yield from doubt(lambda: beeper.messages.send(chat, text=TEXT))
        dumped = pickle.dumps(beeper.messages.uncertain())
        assert TEXT.encode() not in dumped
        assert chat.encode() not in dumped
        (error,) = pickle.loads(dumped)
        with pytest.raises(ValueError, match="pass chat_id= and text= or upload_id="):
            yield beeper.messages.check(error)
        assert (yield beeper.messages.check(error, chat_id=chat, text=TEXT)).status == "delivered"
        assert beeper.messages.uncertain() == []

    play(kind, fake, story)


def test_a_response_that_cannot_be_decoded_is_listed(kind: Kind) -> None:
    server = Script(answer({**SENT, "pendingMessageID": ""}))

    def act(beeper: Any) -> Any:
        return beeper.messages.send(BOB, text=TEXT)

    listed: list[int] = []

    def run(beeper: Any) -> Any:
        if kind == "sync":
            with pytest.raises(errors.DeliveryUncertain):
                act(beeper)
            listed.append(len(beeper.messages.uncertain()))
            return None

        async def wait() -> None:
            with pytest.raises(errors.DeliveryUncertain):
                await act(beeper)
            listed.append(len(beeper.messages.uncertain()))

        return wait()

    call(kind, server, run)
    assert listed == [1]


class InterruptAt:
    """A transport that accepts sends, and Ctrl-C at a call of a function of the SDK after the response."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, request: httpx.Request) -> httpx.Response:
        sys.setprofile(self._on_event)
        return httpx.Response(200, json={"chatID": BOB, "pendingMessageID": "7", "room_id": BOB})

    def _on_event(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" and "beeper_sdk" in frame.f_code.co_filename:
            self.left -= 1
            if self.left < 0:
                sys.setprofile(None)
                raise KeyboardInterrupt


SENDS: dict[str, Callable[[Beeper], object]] = {
    "send": lambda beeper: beeper.messages.send(BOB, text=TEXT),
    "raw": lambda beeper: beeper.raw(api.messages.send(BOB, text=TEXT)),
    "create a room": lambda beeper: beeper.matrix.create_room(body={}),
}


@pytest.mark.parametrize("name", SENDS)
def test_ctrl_c_at_any_moment_after_the_response_leaves_a_note_and_the_send(name: str) -> None:
    number = 0
    while number < 500:
        transport = InterruptAt(number)
        with Beeper("t", base_url="http://127.0.0.1:1", transport=httpx.MockTransport(transport)) as beeper:
            try:
                SENDS[name](beeper)
            except KeyboardInterrupt as interrupt:
                (note,) = interrupt.__notes__
                assert "may still have succeeded" in note
                assert len(beeper.messages.uncertain()) == (name != "create a room")
            else:
                break
            finally:
                sys.setprofile(None)
        number += 1
    assert 10 < number < 500


def test_an_interrupted_lookup_of_the_text_does_not_hide_that_the_chat_was_started(fake: FakeBeeper) -> None:
    person = next(member["id"] for member in fake.world.chat(BOB)["participants"]["items"] if not member.get("isSelf"))

    def server(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            raise KeyboardInterrupt
        return httpx.request(request.method, str(request.url), content=request.content, headers=request.headers)

    with (
        Beeper(fake.token, base_url=fake.url, transport=httpx.MockTransport(server)) as beeper,
        pytest.raises(KeyboardInterrupt) as caught,
    ):
        beeper.chats.start(account_id=WHATSAPP, user={"id": person}, message_text=TEXT)
    assert caught.value.__notes__ == ["the start of the chat succeeded; only the lookup of its text was interrupted"]


def test_nor_does_a_cancelled_one(fake: FakeBeeper) -> None:
    person = next(member["id"] for member in fake.world.chat(BOB)["participants"]["items"] if not member.get("isSelf"))

    class Slow(httpx.AsyncHTTPTransport):
        """Waits for ever before the first read."""

        @override
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "GET":
                looks.set()
                await anyio.sleep_forever()
            return await super().handle_async_request(request)

    looks = asyncio.Event()

    async def start() -> None:
        async with AsyncBeeper(fake.token, base_url=fake.url, transport=Slow()) as beeper:
            task = asyncio.create_task(beeper.chats.start(account_id=WHATSAPP, user={"id": person}, message_text=TEXT))
            await looks.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            (note,) = caught.value.__notes__
            assert note.startswith("the start of the chat succeeded")

    asyncio.run(start())
