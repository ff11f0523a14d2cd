"""Which API a server has is learned from its answers: forced, shared, learned anew, and not reported at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
from tests.core.compat.conftest import Fakes
from tests.core.compat.helpers import Kind, Sent, play
from tests.core.compat.operations import NO_ROUTE, SENT, by, in_turn, learn, unsupported
from tests.scripted_server import Script, answer, call, chat
from tests.testing.known_chats import BOB

# Forced, shared, learned anew


def test_forced_to_v0_nothing_is_asked(kind: Kind, fakes: Fakes) -> None:
    played = play(kind, fakes("4.2.557"), lambda b: b.chats.retrieve(BOB), lambda b: b.chats.list(), api="v0")
    assert [len(requests) for requests in played.sent] == [1, 0]
    assert played.sent[0][0].path == "/v0/get-chat"
    assert unsupported(played.result) == ("chats.list", "4.1.294", "limited to API v0 (api='v0')")


def test_forced_to_v1_nothing_goes_through_v0(kind: Kind, fakes: Fakes) -> None:
    played = play(kind, fakes("4.1.92"), lambda b: b.chats.retrieve(BOB), learn, api="v1")
    assert all(isinstance(result, errors.NotFoundError) for result in played.results)
    assert [len(requests) for requests in played.sent] == [1, 1]


def test_forced_to_v1_older_forms_of_v1_are_used_all_the_same(kind: Kind, fakes: Fakes) -> None:
    played = play(
        kind, fakes("4.2.557"), lambda b: b.chats.reminders.create(BOB, reminder={"remind_at": "2030-01-01T00:00:00Z"}),
        api="v1",
    )  # fmt: skip
    assert played.results == [None]
    assert [list(request.body["reminder"]) for request in played.last] == [["remindAt"], ["remindAtMs"]]


def test_api_takes_three_values() -> None:
    wrong: Any = "v2"
    with pytest.raises(ValueError, match="api must be 'auto', 'v1' or 'v0'"):
        Beeper("t", api=wrong)


def test_clients_made_with_other_options_know_it_too(fakes: Fakes) -> None:
    fake = fakes("4.1.92")
    with Beeper(fake.token, base_url=fake.url) as beeper:
        beeper.accounts.list()
        fake.requests.clear()
        beeper.with_options(timeout=3).chats.retrieve(BOB)
        assert [request.path for request in fake.requests] == ["/v0/get-chat"]


OLD = chat() | {"network": "x"}


@pytest.mark.parametrize(
    ("answers", "places"),
    [
        ([by("4.3.73", OLD), by("4.3.73", OLD)], ["/v0/get-chat", "/v1/chats/!a:x"]),
        (
            [by("4.3.73", None, 404), by("4.3.73", OLD), by("4.3.73", OLD)],
            ["/v0/get-chat", "/v1/chats/!a:x", "/v1/chats/!a:x"],
        ),
    ],
)
def test_an_app_that_was_renewed_is_called_as_today(
    kind: Kind, answers: list[httpx.Response], places: list[str]
) -> None:
    read: Callable[[Any], Any] = lambda b: b.chats.retrieve("!a:x")  # noqa: E731
    server = Script(by("4.1.250", NO_ROUTE, 404), by("4.1.250", OLD), *answers)
    call(kind, server, lambda b: in_turn(kind, b, lambda b: in_turn(kind, b, read, read), read))
    assert [request.url.path for request in server.requests] == ["/v1/chats/!a:x", "/v0/get-chat", *places]


def test_where_a_renewed_app_does_not_know_a_send_it_is_not_sent_again(kind: Kind) -> None:
    send: Callable[[Any], Any] = lambda b: b.messages.send("!a:x", text="hi")  # noqa: E731
    server = Script(by("4.1.250", NO_ROUTE, 404), by("4.1.250", SENT), by("4.3.73", None, 404))
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, server, lambda b: in_turn(kind, b, send, send))
    assert [request.url.path for request in server.requests] == ["/v1/chats/!a:x/messages", *["/v0/send-message"] * 2]


# Servers that do not say what they are


def test_a_404_in_the_envelope_of_v1_is_believed(kind: Kind) -> None:
    server = Script(answer({"message": "Chat not found", "code": "not_found"}, 404))
    with pytest.raises(errors.NotFoundError):
        call(kind, server, lambda b: b.chats.retrieve("!a:x"))
    assert server.count == 1


@pytest.mark.parametrize("body", [NO_ROUTE, None, "Not found"])
def test_where_nothing_tells_it_is_asked_once_and_a_send_never_goes_out_again(kind: Kind, body: Any) -> None:
    server = Script(answer(body, 404))
    send: Callable[[Any], Any] = lambda b: b.messages.send("!a:x", text="hi")  # noqa: E731

    def twice(beeper: Any) -> Any:
        return _errors_of_two_calls(kind, beeper, send)

    first, second = call(kind, server, twice)
    assert isinstance(first, errors.DeliveryUncertain)
    assert isinstance(second, errors.DeliveryUncertain)
    assert [(request.method, request.url.path) for request in server.requests] == [
        ("POST", "/v1/chats/!a:x/messages"), ("GET", "/v1/accounts"), ("GET", "/v0/get-accounts"),
        ("POST", "/v1/chats/!a:x/messages"),
    ]  # fmt: skip


def _errors_of_two_calls(kind: Kind, beeper: Any, act: Callable[[Any], Any]) -> Any:
    """What two calls raise."""
    if kind == "sync":
        raised: list[Any] = []
        for _ in range(2):
            try:
                act(beeper)
            except errors.BeeperError as error:
                raised.append(error)
        return raised

    async def run() -> Any:
        raised: list[Any] = []
        for _ in range(2):
            try:
                await act(beeper)
            except errors.BeeperError as error:
                raised.append(error)
        return raised

    return run()


def test_v0_behind_something_that_hides_versions_is_found_by_asking(kind: Kind) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        seen.append(Sent(request.method, request.url.path, {}, json.loads(request.content or b"null")))
        if request.url.path == "/v0/get-accounts":
            return answer([])
        return answer(SENT) if request.url.path == "/v0/send-message" else answer(NO_ROUTE, 404)

    seen: list[Sent] = []
    result = call(kind, serve, lambda b: b.messages.send(BOB, text="hi"))
    assert result.pending_message_id == "m1"
    assert [request.path for request in seen][-1] == "/v0/send-message"
    assert len(seen) == 4


LIES: list[Any] = [None, "Not found", {"error": "Not found"}, {"message": "Not found", "code": "not_found"}]
"""Bodies of a 404 that do not say that the server has no such route."""
ONCE: dict[str, Callable[[Any], Any]] = {
    "4.1.250": lambda b: b.messages.send(BOB, text="hi"),
    "4.2.600": lambda b: b.chats.start(account_id="a", user={"id": "u"}, message_text="hi"),
    "4.1.240": lambda b: b.chats.create(account_id="a", participant_ids=["u"], type="single", message_text="hi"),
    "": lambda b: b.messages.send(BOB, text="hi"),
}


@pytest.mark.parametrize("version", ONCE)
@pytest.mark.parametrize("body", LIES)
def test_a_404_that_may_lie_leads_to_no_second_send_in_an_older_form(kind: Kind, version: str, body: Any) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            sends.append(request.url.path)
        done = request.url.path == "/v0/get-accounts" or len(sends) > 1
        return by(version, SENT if len(sends) > 1 else [], 200) if done else by(version, body, 404)

    sends: list[str] = []
    with pytest.raises((errors.DeliveryUncertain, errors.NotFoundError)):
        call(kind, serve, ONCE[version])
    assert len(sends) == 1


def test_v1_behind_such_a_thing_is_not_taken_for_v0(kind: Kind) -> None:
    server = Script(answer(NO_ROUTE, 404), answer([]))
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, server, lambda b: b.messages.send(BOB, text="hi"))
    assert [request.method for request in server.requests] == ["POST", "GET", "GET"]


def test_a_guard_sees_every_form(fakes: Fakes) -> None:
    class Guard:
        seen: list[tuple[str, str]] = []  # noqa: RUF012

        def check(self, request: Any) -> None:
            self.seen.append((request.operation.name, request.operation.template))

    fake, guard = fakes("4.1.92"), Guard()
    with Beeper(fake.token, base_url=fake.url, guard=guard) as beeper:
        beeper.chats.retrieve(BOB)
    assert guard.seen == [
        ("chats.retrieve", "/v1/chats/{chatID}"), ("accounts.list", "/v1/accounts"),
        ("v0.get_accounts", "/v0/get-accounts"), ("chats.retrieve", "/v0/get-chat"),
    ]  # fmt: skip


def test_a_probe_that_is_refused_leads_to_no_other_probe(kind: Kind) -> None:
    server = Script(answer(NO_ROUTE, 404), answer({"error": "refused"}, 403))
    with pytest.raises(errors.DeliveryUncertain):
        call(kind, server, lambda b: b.messages.send(BOB, text="hi"))
    assert [request.url.path.rpartition("/")[2] for request in server.requests] == ["messages", "accounts", BOB]


def test_a_second_call_that_is_refused_leads_to_no_further_request(kind: Kind) -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path)
        if request.url.path == "/v1/chats/start":
            return by("4.2.600", NO_ROUTE, 404)
        return by("4.2.600", {"chatID": "c"}, 200 if request.url.path == "/v1/chats" else 403)

    paths: list[str] = []
    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, serve, lambda b: b.chats.start(account_id="a", user={"id": "u"}))
    assert type(caught.value.__cause__) is errors.PermissionDeniedError
    assert paths == ["/v1/chats/start", "/v1/chats", "/v1/chats/c"]
