"""`server_version` and `supports`: one request at most, with both clients, and none after an answer that shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import ALL, Act, Call, Kind, Story, play, runs_on
from tests.scripted_server import call


def can(operation: str) -> Act:
    """Ask whether a server can do this."""
    return lambda beeper: beeper.supports(operation)


@runs_on(ALL)
def test_the_version_is_asked_for_once(fake_beeper: FakeBeeper) -> Story:
    for _ in range(3):
        assert (yield lambda beeper: beeper.server_version()) == "4.3.73"
        assert (yield lambda beeper: beeper.supports("labels.list")) is True
    assert [request.operation for request in fake_beeper.requests] == ["oauth.userinfo"]


@runs_on(ALL)
def test_nothing_is_asked_for_where_a_call_told(fake_beeper: FakeBeeper) -> Story:
    yield Call("accounts.list")
    assert (yield lambda beeper: beeper.supports("labels.list")) is True
    assert (yield lambda beeper: beeper.with_options(timeout=5).server_version()) == "4.3.73"
    assert len(fake_beeper.requests) == 1


EXPECTED = {
    "4.1.92": (None, {"chats.archive": True, "chats.list": False, "v0.search": True, "info.spec": False}),
    "4.1.250": ("4.1.250", {"chats.start": True, "chats.list": False, "v0.search": True}),
    "4.1.294": ("4.1.294", {"chats.list": True, "chats.start": True, "chats.messages.reactions.delete": False}),
    "4.2.557": ("4.2.557", {"info.spec": True, "chats.messages.reactions.delete": True, "labels.list": False}),
    "4.3.0": ("4.3.0", {"accounts.retrieve": True, "labels.list": False, "v0.search": False}),
}


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("version", EXPECTED)
def test_it_is_what_the_tables_say(version: str, kind: Kind) -> None:
    expected_version, able = EXPECTED[version]

    def story() -> Story:
        assert (yield lambda beeper: beeper.server_version()) == expected_version
        for operation, answer in able.items():
            assert (yield can(operation)) is answer, operation

    with FakeBeeper(version=version) as fake:
        play(kind, fake, story())
        assert len(fake.requests) == 1


def as_stranger(kind: Kind, fake: FakeBeeper, act: Callable[[Any], Any]) -> Any:
    """What comes of it for a client without a token."""
    return call(kind, unused, act, access_token="", base_url=fake.url, transport=None)


def unused(_: httpx.Request) -> httpx.Response:
    raise AssertionError("goes to the fake server")


@pytest.mark.parametrize("kind", ALL)
def test_a_stranger_asks_what_is_open_to_strangers(kind: Kind) -> None:
    with FakeBeeper(version="4.2.557") as fake:
        assert as_stranger(kind, fake, lambda beeper: beeper.server_version()) == "4.2.557"
        assert as_stranger(kind, fake, lambda beeper: beeper.supports("labels.list")) is False
        assert [request.operation for request in fake.requests] == ["info.retrieve"] * 2


@pytest.mark.parametrize("kind", ALL)
def test_an_app_that_tells_strangers_nothing(kind: Kind) -> None:
    with FakeBeeper(version="4.2.499") as fake:
        assert as_stranger(kind, fake, lambda beeper: beeper.server_version()) is None
        with pytest.raises(errors.NotFoundError):
            as_stranger(kind, fake, lambda beeper: beeper.supports("labels.list"))


@runs_on(ALL)
def test_an_unknown_name_is_refused_with_what_is_like_it(fake_beeper: FakeBeeper) -> Story:
    with pytest.raises(ValueError, match=r"did you mean 'labels\.list'"):
        yield lambda beeper: beeper.supports("label.list")
    with pytest.raises(ValueError, match=r"beeper\.chats\.list\(\) is 'chats\.list'"):
        yield lambda beeper: beeper.supports("Alice")
    with pytest.raises(TypeError, match="operation must be a str, not"):
        yield lambda beeper: beeper.supports(3)
    assert len(fake_beeper.requests) == 0


@pytest.mark.parametrize("kind", ALL)
def test_a_client_of_v0_need_not_ask(kind: Kind) -> None:
    def story() -> Story:
        for operation, answer in (("chats.archive", True), ("chats.list", False), ("v0.search", True)):
            assert (yield can(operation)) is answer, operation

    with FakeBeeper(version="4.1.92") as fake:
        play(kind, fake, story(), api="v0")
        assert len(fake.requests) == 0


@pytest.mark.parametrize("kind", ALL)
def test_a_refused_token_is_an_error_and_no_answer(kind: Kind, fake_beeper: FakeBeeper) -> None:
    with pytest.raises(errors.AuthenticationError):
        call(kind, unused, lambda beeper: beeper.supports("labels.list"),
             access_token="bad", base_url=fake_beeper.url, transport=None)  # fmt: skip
    assert len(fake_beeper.requests) == 1
