"""What errors say of tokens, with the fake server: those that may only read, and those that have expired."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors, models
from beeper_sdk.testing import FakeBeeper
from tests.core.compat.helpers import BOTH, Act, Kind, play
from tests.scripted_server import ERROR, KINDS, Script, Step, answer, call
from tests.testing.known_chats import BOB
from tests.testing.wire import enc


@pytest.mark.parametrize(("quirk", "status"), [("read_only_token", 403), ("read_only_401", 401)])
def test_a_write_of_a_token_that_may_only_read_lacks_a_scope(quirk: str, status: int, fake_beeper: FakeBeeper) -> None:
    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper, fake_beeper.quirk(quirk):
        chat = beeper.chats.list().first()
        assert chat is not None
        with pytest.raises(errors.MissingScope) as caught:
            beeper.messages.send(chat.id, text="Hi")
        assert (caught.value.status, caught.value.scope) == (status, "write")
        assert beeper.chats.list().first() == chat


@pytest.mark.parametrize("says_so", [True, False])
def test_an_expired_token_of_a_new_process(says_so: bool) -> None:
    moments = [datetime(2026, 11, 1, tzinfo=UTC)]
    with FakeBeeper(now=lambda: moments[-1]) as fake:
        token = fake.issue_token("read", lifetime=60)
        moments.append(moments[0] + timedelta(minutes=5))
        if says_so:
            fake.quirk("token_expired_text")
        with Beeper(token, base_url=fake.url) as beeper, pytest.raises(errors.AuthenticationError) as caught:
            beeper.accounts.list()
    assert type(caught.value) is (errors.TokenExpired if says_so else errors.AuthenticationError)


WRITES: list[Act] = [
    lambda beeper: beeper.messages.send(BOB, text="Hi"),
    lambda beeper: beeper.request("POST", f"/v1/chats/{enc(BOB)}/messages", json={"text": "Hi"}),
    lambda beeper: beeper.request("PATCH", f"/v1/chats/{enc(BOB)}", json={"isMuted": True}, effect="idempotent"),
    lambda beeper: beeper.chats.archive(BOB),
]


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize(("quirk", "status"), [("read_only_token", 403), ("read_only_401", 401)])
def test_a_raw_write_lacks_the_same_scope(kind: Kind, quirk: str, status: int, fake_beeper: FakeBeeper) -> None:
    with fake_beeper.quirk(quirk):
        played = play(kind, fake_beeper, lambda beeper: beeper.accounts.list(), *WRITES)
    assert [(type(error), error.status) for error in played.results[1:]] == [(errors.MissingScope, status)] * 4
    assert [len(sent) for sent in played.sent] == [1, 2, 1, 1, 1]  # the scopes are read once


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("accepted", [True, False])
def test_a_read_replaces_scopes_that_cannot_be_read(kind: Kind, accepted: bool, fake_beeper: FakeBeeper) -> None:
    before: list[Act] = [lambda beeper: beeper.chats.retrieve(BOB)] if accepted else []
    fake_beeper.quirk("server_error", operation="oauth.userinfo")
    with fake_beeper.quirk("read_only_401"):
        played = play(kind, fake_beeper, *before, *WRITES)
    assert {type(error) for error in played.results[accepted:]} == {errors.MissingScope}
    reads = [(request.method, request.path) for request in played.sent[accepted]][1:]
    assert reads == [("GET", "/oauth/userinfo"), ("GET", "/v1/accounts")]
    assert [len(sent) for sent in played.sent[accepted + 1 :]] == [3, 3, 3]  # a guess is not kept


@pytest.mark.parametrize("kind", BOTH)
def test_a_401_that_was_an_exception_does_not_explain_a_later_403(kind: Kind) -> None:
    whoami = {"sub": "me", "scope": "read write", "iat": 1, "token_use": "access"}
    sent = {"chatID": BOB, "pendingMessageID": "p"}
    replies = (answer(ERROR, 401), answer(ERROR, 500), answer([]), answer(sent), answer(ERROR, 403), answer(whoami))
    server = Script(*replies)
    seen: list[type] = []

    async def sends(beeper: AsyncBeeper) -> None:
        for _ in range(3):
            try:
                seen.append(type(await beeper.messages.send(BOB, text="Hi")))
            except errors.APIStatusError as error:
                seen.append(type(error))

    def sends_blocking(beeper: Beeper) -> None:
        for _ in range(3):
            try:
                seen.append(type(beeper.messages.send(BOB, text="Hi")))
            except errors.APIStatusError as error:
                seen.append(type(error))

    call(kind, server, lambda beeper: sends(beeper) if isinstance(beeper, AsyncBeeper) else sends_blocking(beeper))
    assert seen == [errors.MissingScope, models.MessageSendResult, errors.PermissionDeniedError]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("userinfo", "read", "expected"),
    [
        (answer(ERROR, 403), answer([]), errors.MissingScope),
        (answer(ERROR, 404), answer([]), errors.MissingScope),
        (answer(ERROR, 404), answer(ERROR, 401), errors.TokenExpired),
        (answer(ERROR, 500), answer(ERROR, 500), errors.TokenExpired),
        (answer(ERROR, 401), None, errors.TokenExpired),
        (
            answer({"sub": "me", "scope": None, "iat": 1, "token_use": "access"}),
            None,
            errors.MissingScope,
        ),  # a valid token, of unknown scopes
    ],
)
def test_what_a_401_to_a_write_means(kind: Kind, userinfo: Step, read: Step | None, expected: type) -> None:
    replies = [answer([]), answer(ERROR, 401), userinfo, *([read] if read is not None else []), answer(ERROR, 401)]
    server = Script(*replies)

    async def write(beeper: AsyncBeeper) -> None:
        await beeper.accounts.list()
        await beeper.messages.send(BOB, text="Hi")

    def act(beeper: AsyncBeeper | Beeper) -> object:
        if isinstance(beeper, AsyncBeeper):
            return write(beeper)
        beeper.accounts.list()
        return beeper.messages.send(BOB, text="Hi")

    with pytest.raises(errors.APIStatusError) as caught:
        call(kind, server, act)
    assert type(caught.value) is expected
    assert server.count == len(replies) - 1  # one attempt of each


@pytest.mark.parametrize("kind", BOTH)
def test_a_token_source_is_not_called_for_a_token_that_reads(kind: Kind, fake_beeper: FakeBeeper) -> None:
    given: list[str] = []

    def source() -> str:
        given.append(fake_beeper.token)
        return fake_beeper.token

    fake_beeper.quirk("server_error", operation="oauth.userinfo")
    with fake_beeper.quirk("read_only_401"):
        played = play(kind, fake_beeper, lambda beeper: beeper.accounts.list(), *WRITES[:2], access_token=source)
    assert [type(error) for error in played.results[1:]] == [errors.MissingScope] * 2
    assert len(given) == 1
