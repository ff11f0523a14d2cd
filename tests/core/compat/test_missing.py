"""What an app does not have is said so, and a 404 that means something else stays what it is."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import partial
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, api, errors
from beeper_sdk.types import CallInfo
from tests.core.compat.conftest import Fakes
from tests.core.compat.helpers import BOTH, VERSIONS, Kind, play
from tests.core.compat.operations import in_turn, learn, unsupported
from tests.scripted_server import Script, answer, call
from tests.testing.known_chats import BOB

MISSING: list[tuple[str, str, Callable[[Any], Any], str]] = [
    ("4.1.92", "chats.list", lambda b: b.chats.list(), "4.1.294"),
    ("4.1.92", "messages.list", lambda b: b.messages.list(BOB), "4.1.294"),
    ("4.1.92", "info.retrieve", lambda b: b.info.retrieve(), "4.2.557"),
    ("4.1.294", "info.retrieve", lambda b: b.info.retrieve(), "4.2.557"),
    ("4.2.557", "chats.update", lambda b: b.chats.update(BOB, title="x"), "4.2.808"),
    ("4.2.557", "chats.notify_anyway", lambda b: b.chats.notify_anyway(BOB), "4.2.808"),
    ("4.1.294", "messages.update", lambda b: b.messages.update("1", chat_id=BOB, text="x"), "4.2.499"),
    ("4.2.808", "bridges.list", lambda b: b.bridges.list(), "4.3.0"),
    ("4.3.0", "labels.list", lambda b: b.labels.list(), "4.3.1"),
]


@pytest.mark.parametrize(("name", "operation", "act", "needs"), MISSING)
def test_what_an_app_does_not_have_is_said_so(
    kind: Kind, fakes: Fakes, name: str, operation: str, act: Callable[[Any], Any], needs: str
) -> None:
    played = play(kind, fakes(name), act, act)
    has = "an app with API v0 only" if name == "4.1.92" else name
    assert [unsupported(error) for error in played.results] == [(operation, needs, has)] * 2
    assert len(played.last) == (0 if name == "4.1.92" else 1)  # without v1 nothing needs to be tried


PAGES = [b"<html><title>404</title></html>", b"Not Found"]
REACT: Callable[[Any], Any] = lambda b: b.chats.messages.reactions.add("1", chat_id=BOB, reaction_key="x")  # noqa: E731
NEWER: list[tuple[str, Callable[[Any], Any], str]] = [
    ("messages.update", lambda b: b.messages.update("1", chat_id=BOB, text="x"), "4.2.499"),
    ("messages.delete", lambda b: b.messages.delete("1", chat_id=BOB), "4.2.808"),
    ("chats.messages.reactions.add", REACT, "4.2.557"),
    ("chats.start", lambda b: b.chats.start(account_id="a", user={"id": "u"}), "4.2.808"),
    ("chats.update", lambda b: b.chats.update(BOB, title="x"), "4.2.808"),
]  # fmt: skip


def _after_learning(kind: Kind, act: Callable[[Any], Any], beeper: Any) -> Any:
    return in_turn(kind, beeper, learn, act)


@pytest.mark.parametrize("status", [404, 405])
@pytest.mark.parametrize("page", PAGES)
def test_an_app_that_says_no_version_lacks_a_route_that_nothing_of_it_answers(
    kind: Kind, status: int, page: bytes
) -> None:
    for operation, act, needs in NEWER:
        for learned in (True, False):
            # Without an earlier call, the probe finds v1.
            server = Script(*[answer([])] * learned, httpx.Response(status, content=page), answer([]))
            act_after = partial(_after_learning, kind, act) if learned else act
            if status == 404 and operation in ("chats.start", "chats.messages.reactions.add"):
                with pytest.raises(errors.DeliveryUncertain):  # a proxy may have replaced the response
                    call(kind, server, act_after)
                continue
            with pytest.raises(errors.NotSupportedByServer, match="an app of unknown version") as caught:
                call(kind, server, act_after)
            assert (caught.value.operation, caught.value.needs, server.count) == (operation, needs, 2)


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("body", [{"message": "no such message", "code": "NOT_FOUND"}, {"detail": "x"}, None])
def test_an_answer_of_the_app_shows_that_it_has_the_route(kind: Kind, body: object) -> None:
    for _, act, _ in NEWER:
        server = Script(answer([]), answer(body, 404))
        with pytest.raises((errors.NotFoundError, errors.DeliveryUncertain)):
            call(kind, server, partial(_after_learning, kind, act))


@pytest.mark.parametrize("kind", BOTH)
def test_a_route_of_every_app_and_a_file_are_not_said_to_be_missing(kind: Kind) -> None:
    page = httpx.Response(404, content=b"<html>")
    with pytest.raises(errors.DeliveryUncertain):  # something between here and the app responded
        call(
            kind, Script(answer([]), page), lambda b: in_turn(kind, b, learn, lambda b: b.messages.send(BOB, text="x"))
        )
    serve: Callable[[Any], Any] = lambda b: b.assets.serve(url="mxc://a/b")  # noqa: E731
    with pytest.raises(errors.NotFoundError):
        call(kind, Script(answer([]), page), lambda b: in_turn(kind, b, learn, serve))


def test_a_file_read_piece_by_piece_is_no_exception(fakes: Fakes) -> None:
    fake = fakes("4.1.294")
    request = api.assets.serve(url="mxc://beeper.local/a")
    with Beeper(fake.token, base_url=fake.url) as beeper, pytest.raises(errors.NotSupportedByServer):  # noqa: SIM117
        with beeper.stream(request):
            pass


def test_its_error_pickles() -> None:
    error = errors.NotSupportedByServer(CallInfo("chats.list", "GET", "/v1/chats", "a1-1"), "4.1.294", "4.1.240")
    again = pickle.loads(pickle.dumps(error))
    assert (again.operation, again.needs, again.has, str(again)) == ("chats.list", "4.1.294", "4.1.240", str(error))


def test_a_404_of_an_app_that_has_the_operation_stays_what_it_is(kind: Kind, fakes: Fakes) -> None:
    for name in VERSIONS:
        played = play(kind, fakes(name), learn, lambda b: b.chats.retrieve("!nobody:x"))
        assert isinstance(played.result, errors.NotFoundError)
        assert len(played.last) == 1


@pytest.mark.parametrize("name", ["4.1.294", "4.2.557", "4.2.808", "4.3.0", "6.0"])
def test_a_send_to_no_chat_is_sent_once_and_one_read_shows_it(kind: Kind, fakes: Fakes, name: str) -> None:
    played = play(kind, fakes(name), lambda b: b.messages.send("!nobody:x", text="hi"))
    assert isinstance(played.result, errors.NotFoundError)
    assert [request.method for request in played.last] == ["POST", "GET"]


def test_a_send_to_no_chat_of_an_app_with_v0_alone_is_not_found_too(kind: Kind, fakes: Fakes) -> None:
    played = play(kind, fakes("4.1.92"), lambda b: b.messages.send("!nobody:x", text="hi"))
    assert isinstance(played.result, errors.NotFoundError)
    assert [request.path for request in played.last if request.method == "POST"] == [
        "/v1/chats/%21nobody%3Ax/messages", "/v0/send-message",
    ]  # fmt: skip
