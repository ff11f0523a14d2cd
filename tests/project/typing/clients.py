"""Clients and what is given to them, as type checkers see it. Checked, never run."""

from __future__ import annotations

from typing import assert_type

import httpx
import httpx2

from beeper_sdk import (
    AsyncBeeper,
    Beeper,
    Diagnostics,
    Hooks,
    RateLimit,
    Response,
    RetryPolicy,
    WritePolicy,
    auth,
    models,
    sanitize,
    v0,
)
from beeper_sdk.guards import Write
from beeper_sdk.hooks import Attempt, Result
from beeper_sdk.testing import FakeBeeper


def made() -> None:
    with Beeper("token", base_url="http://127.0.0.1:23373", timeout=None, headers={"a": "b"}) as beeper:
        assert_type(beeper, Beeper)
        assert_type(beeper.with_options(timeout=1.0, retry=RetryPolicy(attempts=1)), Beeper)
    Beeper(api="v1", strict=True, read_only=True, max_response_bytes=None, rate_limit=RateLimit(5))


def with_clients_of_two_libraries() -> None:
    Beeper(http_client=httpx.Client())
    Beeper(http_client=httpx2.Client())
    AsyncBeeper(http_client=httpx.AsyncClient())
    AsyncBeeper(http_client=httpx2.AsyncClient())


class Mine(Beeper):
    """A subclass stays one."""


def subclasses(mine: Mine) -> None:
    assert_type(mine.with_options(timeout=1.0), Mine)


def token_sources() -> None:
    def now() -> str | None:
        return None

    async def later() -> str:
        return "token"

    Beeper(now)
    Beeper(lambda: "token")
    AsyncBeeper(now)
    AsyncBeeper(later)
    Beeper(auth.FileToken())


def hooks() -> None:
    def before(attempt: Attempt) -> None:
        assert_type(attempt.operation, str)
        assert_type(attempt.sent, int | None)

    def after(attempt: Attempt, result: Result) -> None:
        assert_type(attempt.number, int)
        assert_type(result.status, int | None)
        assert_type(result.seconds, float)

    def again(attempt: Attempt, result: Result, wait: float) -> None: ...

    Beeper(hooks=Hooks(on_request=before, on_response=after, on_retry=again))
    AsyncBeeper(hooks=[Hooks(on_request=print), Hooks(on_response=print)])


def what_the_server_is(beeper: Beeper) -> None:
    assert_type(beeper.supports("labels.list"), bool)
    assert_type(beeper.server_version(), str | None)
    assert_type(Beeper(diagnose="first").diagnostics, Diagnostics)


async def what_the_server_is_async(beeper: AsyncBeeper) -> None:
    assert_type(await beeper.supports("labels.list"), bool)
    assert_type(await beeper.server_version(), str | None)
    assert_type(beeper.diagnostics, Diagnostics)


def policies() -> None:
    def decide(attempt: Attempt, result: Result, wait: float | None) -> float | None:
        return None if result.status == 503 or attempt.number > 2 else wait

    def confirm(write: Write) -> bool:
        assert_type(write.chat_id, str | None)
        return write.operation == "messages.send"

    policy = WritePolicy(chats=["c"], per_minute=5, confirm=confirm)
    Beeper(retry=RetryPolicy(attempts=5, decide=decide), guard=policy)


def logging_in() -> None:
    assert_type(auth.login(scopes=["read"], store=auth.FileToken()), auth.Token)
    assert_type(auth.whoami(), auth.SignedIn)
    assert_type(auth.logout(), bool)
    attempt = auth.begin(redirect_uri="http://127.0.0.1:8000/")
    assert_type(attempt, auth.LoginAttempt)
    assert_type(auth.finish(attempt, "http://127.0.0.1:8000/?code=x"), auth.Token)


async def logging_in_async() -> None:
    assert_type(await auth.async_login(), auth.Token)
    assert_type(await auth.async_whoami(), auth.SignedIn)


def sanitizing(chat: models.Chat, answer: Response[models.Chat], messages: list[models.Message]) -> None:
    assert_type(sanitize(chat), models.Chat)
    assert_type(sanitize(messages), list[models.Message])
    assert_type(sanitize(answer), Response[models.Chat])


def old_code(client: v0.Client) -> None:
    assert_type(client.get_accounts(), list[models.V0Account])
    assert_type(client.get_chat(chat_id="c"), models.V0Chat)
    assert_type(client.send_message(chat_id="c", text="hi"), models.V0MessageSendResponse)
    assert_type(v0.upgrade.message({}), v0.Converted)


async def old_async_code(client: v0.AsyncClient) -> None:
    assert_type(await client.get_chat(chat_id="c"), models.V0Chat)


def a_beeper_to_test_against() -> None:
    with FakeBeeper(seed=1, version="4.2.557") as fake:
        assert_type(fake.url, str)
        assert_type(fake.token, str)
        with fake.quirk("late-edit", times=1):
            Beeper(fake.token, base_url=fake.url)
