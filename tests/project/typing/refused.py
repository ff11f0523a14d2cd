"""Mistakes that type checkers must go on seeing. Checked, never run.

Each has the error code of mypy and that of pyright on its line. Both tools complain of a comment that is not needed,
so that a mistake which passes is an error of scripts/test.
"""

from __future__ import annotations

import httpx

from beeper_sdk import AsyncBeeper, Beeper, Hooks, RetryPolicy, api, errors, models
from beeper_sdk.guards import WritePolicy
from beeper_sdk.hooks import Attempt


def ids_cannot_be_swapped(beeper: Beeper) -> None:
    beeper.chats.messages.reactions.add("m", reaction_key="+")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    beeper.chats.messages.reactions.add("m", "c", reaction_key="+")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    beeper.messages.retrieve("c", "m")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    beeper.messages.update("m", "c", text="hi")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    beeper.bridges.logins.retrieve("b", "l")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def arguments(beeper: Beeper) -> None:
    beeper.chats.retrieve()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    beeper.chats.retrieve(7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.chats.retrieve("c", 50)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    beeper.chats.retrieve("c", max_participants=50)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    beeper.chats.retrieve("c", timeout=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    beeper.chats.reminders.create("c", reminder="soon")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.chats.update("c", is_muted="yes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.messages.send("c", text=b"hi")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.app.setup.register(
        setup_request_id="s",
        lead_token="t",
        username="alice",
        accept_terms=False,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )
    beeper.request("GET", "/v1/new", effect="reads")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def closed_sets_and_lists(beeper: Beeper, message: models.Message, chat: models.Chat, loose: dict[str, object]) -> None:
    beeper.messages.list("c", direction="sideways")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.chats.search(type="grup")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.chats.create(account_id="a", participant_ids=["b"], type="any")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.messages.search(media_types=["voice"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    beeper.chats.list(account_ids="signal")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.messages.search(chat_ids="c")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.request("GTE", "/v1/chats")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    WritePolicy(chats="c")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.chats.remind(message, at="2026-12-24 18:00")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.messages.send(message, text="hi")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.messages.retrieve(chat, chat_id=chat)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.messages.send("c", attachment={"uploadID": "u"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.messages.send("c", attachment={"upload_id": "u", "size": {"width": 1, "hight": 2}})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.messages.send("c", attachment=loose)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    beeper.chats.reminders.create("c", reminder={"remindAt": "2026-12-24"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def results(beeper: Beeper, chat: models.Chat) -> None:
    chat.title.upper()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    chat.name  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018
    chat.id = None  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    models.Chat()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    beeper.chats.list()[0]  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
    beeper.raw(beeper.chats.retrieve("c"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    api.chats.retrieve("c").title  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018


def variants(login_step: models.LoginStep) -> str | None:
    return login_step.step_id  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]


async def two_worlds(beeper: AsyncBeeper, client: Beeper) -> None:
    (await beeper.chats.list()).title  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues, reportUnknownMemberType]  # noqa: B018
    beeper.chats.retrieve("c").title  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018
    for _ in beeper.chats.list():  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType]
        pass
    await client.chats.retrieve("c")  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]


def settings() -> None:
    AsyncBeeper(http_client=httpx.Client())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Beeper(http_client=httpx.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Beeper("token", "http://127.0.0.1:23373")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    Beeper(api="v2")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Beeper(timeout="30")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Beeper(access_token=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Beeper(retries=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    Beeper(hooks=print)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def functions_that_do_not_fit() -> None:
    def only_one(attempt: Attempt) -> None: ...

    Hooks(on_response=only_one)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    RetryPolicy(decide=only_one)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def values_do_not_change(policy: RetryPolicy, error: errors.APIError) -> None:
    policy.attempts = 4  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    error.operation = "chats.list"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    error.length  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018
