"""How a send ends: asked of the fake server, with the requests counted."""

from __future__ import annotations

import pickle
import time
import tracemalloc
from datetime import UTC, datetime
from time import monotonic
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, Delivery, Sent, errors, models, v0
from beeper_sdk._core.delivery.sent_log import MAX_SENDS
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.types import SendOutcome
from tests.core.delivery.helpers import Kind, Story, a_chat, play, requested_operations
from tests.each import each_of
from tests.scripted_server import SENT, Script, answer, call, message

TEXT = "See *you* at five & a half"


def test_a_message_that_is_there_at_once_takes_one_request(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    def story(beeper: Any) -> Story:
        sent = yield beeper.messages.send(chat, text=TEXT)
        requested_operations(fake)
        end = yield beeper.messages.wait(sent)
        assert requested_operations(fake) == ["retrieve"]
        assert (end.status, end.message.id) == ("sent", fake.world.messages(chat)[-1]["id"])
        assert end.message.id != sent.pending_message_id
        assert repr(end) == str(end) == "<Sent sent>"

    play(kind, fake, story)


def test_a_pending_id_that_leads_nowhere_is_matched_by_chat_text_and_time(
    kind: Kind, fake: FakeBeeper, chat: str
) -> None:
    def story(beeper: Any) -> Story:
        with fake.quirk("slow_delivery"):
            sent = yield beeper.messages.send(chat, text=TEXT)
        requested_operations(fake)
        end = yield beeper.messages.wait(sent)
        assert (end.status, end.message.id) == ("sent", fake.world.messages(chat)[-1]["id"])
        assert requested_operations(fake) == ["retrieve", "list"]

    play(kind, fake, story)


def test_it_is_looked_for_again_until_it_is_there(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    def story(beeper: Any) -> Story:
        fake.world.late_by(4)
        with fake.quirk("slow_delivery"):
            sent = yield beeper.messages.send(chat, text=TEXT)
        fake.world.late_by(2)
        requested_operations(fake)
        assert (yield beeper.messages.wait(sent)).status == "sent"
        assert requested_operations(fake) == ["retrieve", "list"] * 2

    play(kind, fake, story)


@pytest.mark.parametrize(
    ("quirks", "status", "code", "may_retry"),
    [
        (["send_pending"], "sent", None, None),
        (["no_send_status"], "sent", None, None),
        (["send_fails"], "failed", "m.foreign_network_error", False),
        (["send_pending", "send_fails_for_now"], "failed", "m.foreign_network_error", True),
        (["slow_delivery", "send_fails"], "failed", "m.foreign_network_error", False),
    ],
)
def test_what_the_network_reports_is_told(
    kind: Kind, fake: FakeBeeper, chat: str, quirks: list[str], status: str, code: str | None, may_retry: bool | None
) -> None:
    def story(beeper: Any) -> Story:
        handles = [fake.quirk(quirk, 1) for quirk in quirks]
        sent = yield beeper.messages.send(chat, text=TEXT)
        for handle in handles:
            handle.off()
        end = yield beeper.messages.wait(sent)
        assert (end.status, end.code, end.may_retry) == (status, code, may_retry)
        assert end.message.chat_id == chat

    play(kind, fake, story)


def test_it_gives_up_in_time(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    def story(beeper: Any) -> Story:
        fake.world.late_by(1000)
        with fake.quirk("slow_delivery"):
            sent = yield beeper.messages.send(chat, text=TEXT)
        fake.world.late_by(2)
        requested_operations(fake)
        started_at = monotonic()
        end = yield beeper.messages.wait(sent, timeout=0.15)
        assert monotonic() - started_at < 1.0
        assert (end.status, end.message) == ("unknown", None)
        requested = requested_operations(fake)
        assert requested == (["retrieve", "list"] * 2)[: len(requested)]

    play(kind, fake, story)


def test_what_another_client_sent(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    with Beeper(fake.token, base_url=fake.url) as other_client, fake.quirk("slow_delivery", 1):
        sent = pickle.loads(pickle.dumps(other_client.messages.send(chat, text=TEXT)))

    def story(beeper: Any) -> Story:
        assert (yield beeper.messages.wait(sent, timeout=0.01)).status == "unknown"
        end = yield beeper.messages.wait(sent, text=TEXT)
        assert (end.status, end.message.chat_id) == ("sent", chat)

    play(kind, fake, story)


def test_two_sends_of_the_same_text_end_in_two_messages(kind: Kind, fake: FakeBeeper, chat: str) -> None:
    def story(beeper: Any) -> Story:
        with fake.quirk("slow_delivery"):
            first = yield beeper.messages.send(chat, text=TEXT)
            second = yield beeper.messages.send(chat, text=TEXT)
        fake.world.deliver()
        first_end = yield beeper.messages.wait(first)
        second_end = yield beeper.messages.wait(second)
        assert [first_end.message.id, second_end.message.id] == [row["id"] for row in fake.world.messages(chat)[-2:]]

    play(kind, fake, story)


@pytest.mark.parametrize("version", ["4.1.294", "4.2.557"])
def test_apps_that_do_not_know_pending_ids(kind: Kind, version: str) -> None:
    with FakeBeeper(version=version) as fake:
        chat = a_chat(fake)

        def story(beeper: Any) -> Story:
            sent = yield beeper.messages.send(chat, text=TEXT)
            requested_operations(fake)
            assert (yield beeper.messages.wait(sent)).status == "sent"
            assert requested_operations(fake)[-1] == "list"
            beeper.clear_cache()
            requested_operations(fake)
            started_at = monotonic()
            end = yield beeper.messages.wait(sent)
            assert (end.status, "pass text=" in end.reason) == ("unknown", True)
            assert monotonic() - started_at < 5

        play(kind, fake, story)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_sends_of_v0_can_be_waited_for(fake: FakeBeeper, chat: str) -> None:
    with v0.Client(fake.token, base_url=fake.url) as old, Beeper(fake.token, base_url=fake.url) as beeper:
        sent = old.send_message(chat_id=chat, text=TEXT)
        assert beeper.messages.wait(sent).status == "sent"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ({"timeout": 0}, "timeout must be greater than 0 and at most 1000000 seconds"),
        ({"timeout": float("inf")}, "timeout must be greater than 0 and at most 1000000 seconds"),
        ({"timeout": float("nan")}, "timeout must be greater than 0 and at most 1000000 seconds"),
        ({"timeout": None}, "timeout must be a number of seconds, not NoneType"),
        ({"timeout": True}, "timeout must be a number of seconds, not bool"),
        ({"text": ""}, "text must not be empty"),
        ({"text": 5}, "text must be a str or None, not int"),
    ],
)
def test_bad_arguments_are_refused(kind: Kind, arguments: dict[str, Any], fault: str) -> None:
    server = Script(answer({}))
    sent = models.MessageSendResult(chat_id="!a:beeper.com", pending_message_id="m1")
    with pytest.raises((TypeError, ValueError), match=fault):
        call(kind, server, lambda beeper: beeper.messages.wait(sent, **arguments))
    assert server.count == 0


def test_what_is_no_send_cannot_be_waited_for(kind: Kind) -> None:
    server = Script(answer({}))
    with pytest.raises(TypeError, match=r"sent must be the result of messages\.send"):
        call(kind, server, lambda beeper: beeper.messages.wait("m1"))
    rejected = models.V0MessageSendResponse(success=False, chat_id="", pending_message_id="")
    with pytest.raises(ValueError, match="sent must have a pending_message_id"):
        call(kind, server, lambda beeper: beeper.messages.wait(rejected))
    assert server.count == 0


RESULT = models.MessageSendResult(chat_id="!a:beeper.com", pending_message_id="m1")
ONLY = {"status": "PENDING", "timestamp": "2026-01-01T00:00:00.000Z"}


def test_trouble_on_the_way_is_waited_out(kind: Kind) -> None:
    server = Script(httpx.ReadError("cut"), answer({}, 500), answer({"message": "later"}, 408), answer(message(5)))
    end = call(kind, server, lambda beeper: beeper.messages.wait(RESULT))
    assert (end.status, end.message.id, server.count) == ("sent", "5", 4)


def test_a_server_that_wants_more_time_than_there_is_is_left_alone(kind: Kind) -> None:
    server = Script(answer({}, 429, retry_after="100"))
    end = call(kind, server, lambda beeper: beeper.messages.wait(RESULT, timeout=5))
    assert (end.status, server.count) == ("unknown", 1)


def test_no_request_is_given_more_time_than_there_is(kind: Kind) -> None:
    server = Script(answer(message(5)))
    call(kind, server, lambda beeper: beeper.messages.wait(RESULT, timeout=2))
    assert 0 < server.requests[0].extensions["timeout"]["read"] <= 2


def test_no_request_is_made_after_the_timeout_however_many_pages_there_are(kind: Kind) -> None:
    def page(request: httpx.Request) -> httpx.Response:
        time.sleep(0.1)
        if not request.url.path.endswith("/messages"):
            return answer({"message": "unknown", "code": "not_found"}, 404)
        at = datetime.now(UTC).isoformat()
        older = {**message(1000 - server.count), "timestamp": at, "isSender": False}
        return answer({"items": [older], "hasMore": True})

    server = Script(page)
    end = call(kind, server, lambda beeper: beeper.messages.wait(RESULT, text="x", timeout=0.35))
    assert end.status == "unknown"
    assert server.count <= 4


@pytest.mark.parametrize(("status", "error"), [(401, errors.AuthenticationError), (403, errors.PermissionDeniedError)])
def test_a_server_that_will_not_show_messages_is_an_error(kind: Kind, status: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        call(kind, Script(answer({}, status)), lambda beeper: beeper.messages.wait(RESULT))


@pytest.mark.parametrize(
    ("row", "status", "words"),
    [
        ({"id": "m1"}, "unknown", "no final ID"),
        ({"id": "m1", "sendStatus": {**ONLY, "status": "SUCCESS"}}, "sent", "no final ID yet"),
        ({"sendStatus": ONLY}, "unknown", "had not finished sending"),
        ({"sendStatus": {**ONLY, "status": "SOMETHING_NEW"}}, "unknown", "had not finished sending"),
        (
            {"id": "m1", "sendStatus": {**ONLY, "status": "FAIL_PERMANENT", "reason": "to +49 170 1"}},
            "failed",
            "failed",
        ),
    ],
)
def test_a_message_that_never_settles(kind: Kind, row: dict[str, Any], status: str, words: str) -> None:
    server = Script(answer(message(5) | row))
    end = call(kind, server, lambda beeper: beeper.messages.wait(RESULT, timeout=0.3))
    assert (end.status, end.code, words in end.reason) == (status, None, True)
    assert end.message.sort_key == "5"


def test_only_the_last_sends_are_remembered() -> None:
    with Beeper("token", transport=httpx.MockTransport(Script(answer(SENT)))) as beeper:
        for _ in range(MAX_SENDS + 10):
            beeper.messages.send("!a:beeper.com", text=TEXT)
        assert len(beeper._engine.state.sent) == MAX_SENDS
        beeper.clear_cache()
        assert len(beeper._engine.state.sent) == 0


@each_of(
    [
        (Sent("sent", "x"), True),
        (Sent("failed", "x", None, "too_late", False), False),
        (Sent("unknown", "x"), None),
        (Delivery("delivered", "x"), True),
        (Delivery("failed", "x", None, "too_late", True), False),
        (Delivery("not-seen", "x"), None),
        (Delivery("unknown", "x"), None),
    ]
)
def test_both_results_are_read_in_the_same_way(outcome: SendOutcome[str], was_sent: bool | None) -> None:
    assert outcome.was_sent is was_sent
    assert (outcome.reason, outcome.message) == ("x", None)
    assert (outcome.code is not None) == (outcome.may_retry is not None) == (was_sent is False)
    assert repr(outcome) == f"<{type(outcome).__name__} {outcome.status}>"
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_the_log_of_sends_keeps_little_of_long_texts() -> None:
    server = Script(answer(SENT))
    with Beeper("t", transport=httpx.MockTransport(server)) as beeper:
        beeper.messages.send(SENT["chatID"], text="warm")
        tracemalloc.start()
        try:
            for number in range(20):
                beeper.messages.send(SENT["chatID"], text=f"{number} {'x' * 200_000}")
                server.requests.clear()
            kept, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert kept < 500_000  # of 4,000,000


@pytest.mark.parametrize(
    ("change", "status"), [(None, "sent"), ("x", "unknown"), ("cut", "unknown"), ("end", "unknown")]
)
def test_a_long_text_is_matched_as_well_as_a_short_one(
    kind: Kind, fake: FakeBeeper, chat: str, change: str | None, status: str
) -> None:
    text = "See *you* at five & a half. " * 500

    def alter(world: Any) -> None:
        row = world.room(chat).messages[-1]
        shown = str(row["text"])
        row["text"] = {None: shown, "x": "x" * 3000, "cut": shown[:1500], "end": shown[:-1] + "!"}[change]

    def story(beeper: Any) -> Story:
        with fake.quirk("slow_delivery"):
            sent = yield beeper.messages.send(chat, text=text)
        fake.world.deliver()
        fake.world.change(alter)
        assert (yield beeper.messages.wait(sent, timeout=0.3)).status == status

    play(kind, fake, story)
