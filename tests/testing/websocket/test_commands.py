"""Commands of clients: what is subscribed to, and how each mistake is rejected."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk.testing import FakeBeeper
from tests.sweeps import examples
from tests.testing.known_chats import group
from tests.testing.websocket.helpers import ERIN, Client
from tests.testing.wire import Json

SET = "subscriptions.set"


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with FakeBeeper() as fake, Client(fake) as client:
        client.recv()
        yield client


def test_a_subscription_replaces_the_one_before(fake_beeper: FakeBeeper) -> None:
    other = group(fake_beeper)["id"]
    receive = fake_beeper.world.receive
    with Client(fake_beeper) as client:
        client.recv()
        receive(ERIN, "before")
        assert client.subscribe(ERIN) == {
            "type": "subscriptions.updated", "requestID": "request-1", "chatIDs": [ERIN], "app": {"state": False}
        }  # fmt: skip
        first, _ = receive(ERIN, "one"), receive(other, "not subscribed")
        assert client.seen() == [("message.upserted", first["id"]), ("chat.upserted", ERIN)]
        client.subscribe(other)
        _, second = receive(ERIN, "not subscribed"), receive(other, "two")
        assert client.seen() == [("message.upserted", second["id"]), ("chat.upserted", other)]
        client.subscribe()
        receive(other, "paused")
        assert client.seen() == []
        client.subscribe("*", app={"state": True})
        receive(ERIN, "all")
        assert [event["seq"] for event in client.events()] == [5, 6]
        assert next(iter(fake_beeper.websockets)).app_state
        assert client.subscribe("*")["app"] == {"state": False}


def test_a_local_id_subscribes_to_its_chat(fake_beeper: FakeBeeper) -> None:
    with Client(fake_beeper) as client:
        client.recv()
        local = fake_beeper.world.chat(ERIN)["localChatID"]
        assert client.subscribe(local)["chatIDs"] == [local]
        fake_beeper.world.receive(ERIN, "hello")
        assert [event["chatID"] for event in client.events()] == [ERIN, ERIN]


def test_chat_ids_may_be_left_out_and_so_may_the_request_id(client: Client) -> None:
    assert client.ask({"type": SET}) == {"type": "subscriptions.updated", "chatIDs": [], "app": {"state": False}}


INVALID: dict[str, tuple[Json, str]] = {
    "mixed": ({"chatIDs": ["*", ERIN]}, "chatIDs must not mix * with IDs"),
    "a text": ({"chatIDs": ERIN}, "chatIDs must be an array of strings"),
    "a number": ({"chatIDs": [1]}, "chatIDs must be an array of strings"),
    "null": ({"chatIDs": None}, "chatIDs must be an array of strings"),
    "unknown member": ({"chatIds": []}, "Only these members are allowed: app, chatIDs, requestID, type"),
    "app": ({"app": True}, "app must be an object"),
    "no state": ({"app": {}}, "app.state must be true or false"),
    "state": ({"app": {"state": "yes"}}, "app.state must be true or false"),
    "unknown member of app": ({"app": {"state": True, "x": 1}}, "Only these members are allowed: state"),
}


@pytest.mark.parametrize("mistake", INVALID)
def test_a_wrong_member_is_invalid_payload_and_changes_nothing(mistake: str, client: Client) -> None:
    client.subscribe(ERIN)
    members, said = INVALID[mistake]
    error = {"type": "error", "requestID": "x", "code": "INVALID_PAYLOAD", "message": said}
    assert client.ask({"type": SET, "requestID": "x", **members}) == error
    assert client.events() == []
    assert client.ask({"type": SET, "requestID": 1})["message"] == "requestID must be a string"


@pytest.mark.parametrize(
    "text", ["", "{", "NaN", "[]", "null", "7", '"x"', "{}", '{"type": 1}', '{"type": "ping"}', "[" * 60_000]
)
def test_what_is_no_command_is_invalid_command(text: str, client: Client) -> None:
    client.socket.send(text)
    assert client.recv()["code"] == "INVALID_COMMAND"


def test_a_binary_frame_is_no_command(client: Client) -> None:
    client.socket.send(json.dumps({"type": SET, "requestID": "x"}).encode())
    error = client.recv()
    assert (error["code"], error["message"]) == ("INVALID_COMMAND", "Commands must be text frames")
    assert "requestID" not in error


def test_a_fragmented_frame_is_one_command(client: Client) -> None:
    client.socket.send(['{"type": "subscri', 'ptions.set", "requestID": "é"}'])
    assert client.recv()["requestID"] == "é"


def test_a_chat_that_does_not_exist_is_not_subscribed(client: Client) -> None:
    error = client.ask({"type": SET, "requestID": "x", "chatIDs": [ERIN, "!nowhere"]})
    assert (error["code"], error["requestID"]) == ("NOT_SUBSCRIBED", "x")


def test_internal_errors_have_a_quirk_and_leave_the_subscription(fake_beeper: FakeBeeper) -> None:
    with Client(fake_beeper) as client:
        client.recv()
        client.subscribe("*")
        with fake_beeper.quirk("ws_internal_error", times=1):
            error = client.ask({"type": SET, "requestID": "x", "chatIDs": []})
        assert error == {"type": "error", "requestID": "x", "code": "INTERNAL_ERROR", "message": "Internal error"}
        fake_beeper.world.receive(ERIN, "still subscribed")
        assert len(client.events()) == 2


def test_a_failure_inside_is_an_internal_error(fake_beeper: FakeBeeper, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    with Client(fake_beeper) as client:
        client.recv()
        monkeypatch.setattr("beeper_sdk.testing.server.websocket.session.read_subscription", fails)
        assert client.ask({"type": SET, "requestID": "x"})["code"] == "INTERNAL_ERROR"


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.just("*"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["state", "x"]), inner, max_size=2),
    max_leaves=4,
)
commands = st.dictionaries(st.sampled_from(["type", "requestID", "chatIDs", "app", "extra"]), values, max_size=5)


@settings(max_examples=examples(20))
@given(command=commands | values, is_set=st.booleans())
def test_every_command_gets_one_answer_that_has_its_request_id(command: object, is_set: bool, client: Client) -> None:
    if is_set and isinstance(command, dict):
        command = {**command, "type": SET}
    answer = client.ask(command)
    assert answer["type"] in ("error", "subscriptions.updated")
    number = command.get("requestID") if isinstance(command, dict) else None
    assert answer.get("requestID") == (number if isinstance(number, str) else None)
    assert client.events() == []
