"""Walks, unions, open enums and errors, as type checkers see them. Checked, never run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, assert_never, assert_type

from beeper_sdk import Beeper, Delivery, Sent, errors, events, models
from beeper_sdk.types import Events, Issue
from beeper_sdk_client import UnknownVariant


def pages(beeper: Beeper) -> None:
    chats = beeper.chats.list()
    assert_type(chats.first(), models.ChatWithPreview | None)
    assert_type(chats.collect(limit=3), list[models.ChatWithPreview])
    assert_type(chats.checkpoint, str)
    for chat in chats:
        assert_type(chat, models.ChatWithPreview)
        as_chat: models.Chat = chat
        assert_type(as_chat.unread_count, int)
    for page in beeper.messages.list("c", direction="before").pages():
        assert_type(page.items, Sequence[models.Message])
        assert_type(page.checkpoint, str)
    with beeper.messages.list("c").oldest_first().prefetch() as ahead:
        for message in ahead:
            assert_type(message, models.Message)
            assert_type(message.kind, models.MessageKind)
    beeper.chats.list(resume=chats.checkpoint).strict().collect()
    for results in beeper.messages.search(query="dinner").pages():
        assert_type(results.chats["c"], models.Chat)


def stream_of_events(beeper: Beeper) -> None:
    with beeper.events(["c"], app_state=True) as stream:
        assert_type(stream, Events)
        for event in stream:
            match event:
                case events.MessageUpserted(chat_id=chat_id, entries=messages):
                    assert_type(chat_id, str)
                    assert_type(messages, list[models.Message] | None)
                case events.ChatUpserted(entries=chats):
                    assert_type(chats, list[models.Chat] | None)
                case events.MessageDeleted() | events.ChatDeleted() | events.AppStateUpdated():
                    assert_type(event.ts, datetime)
                case events.VerificationUpdated() | events.VerificationRemoved() | events.UnknownEvent():
                    pass
                case events.Interrupted(reason, dropped):
                    assert_type(reason, events.Reason)
                    assert_type(dropped, int)
                case _:
                    assert_never(event)


def unions(login_step: models.LoginStep) -> str | None:
    if isinstance(login_step, models.CookiesLoginStep):
        return login_step.step_id
    if isinstance(login_step, UnknownVariant):
        return None
    return login_step.step_id


def every_variant(login_step: models.LoginStep) -> None:
    match login_step:
        case models.UserInputLoginStep() | models.CookiesLoginStep() | models.CompleteLoginStep():
            pass
        case models.DisplayAndWaitLoginStep():
            assert_type(login_step.type, Literal["display_and_wait"])
        case UnknownVariant():
            pass


def enums_are_open(account: models.Account) -> None:
    status: models.AccountStatus | None = account.status
    status = "connected"
    status = "something newer"
    text: str = status
    account.status = text


def sends(beeper: Beeper, error: errors.DeliveryUncertain) -> None:
    sent = beeper.messages.wait(beeper.messages.send("c", text="hi"), timeout=1)
    assert_type(sent, Sent)
    assert_type(sent.status, Literal["sent", "failed", "unknown"])
    assert_type(sent.message, models.Message | None)
    checked = beeper.messages.check(error)
    assert_type(checked, Delivery)
    assert_type(checked.status, Literal["delivered", "failed", "not-seen", "unknown"])
    for outcome in (sent, checked):
        assert_type(outcome.was_sent, bool | None)
        assert_type(outcome.code, str | None)
        assert_type(outcome.may_retry, bool | None)


def attributes_of_errors(error: errors.APIError) -> None:
    assert_type(error.operation, str)
    assert_type(error.request_id, str)
    assert_type(error.status, int | None)
    assert_type(error.code, str | None)
    assert_type(error.server_message, str | None)
    assert_type(error.has_code("not_found"), bool)
    match error:
        case errors.MissingScope():
            assert_type(error.scope, str)
        case errors.NotFoundError():
            assert_type(error.status, int)
            assert_type(error.code, str | None)
            assert_type(error.issues, tuple[Issue, ...])
        case errors.RateLimitError():
            assert_type(error.retry_after, float | None)
        case errors.ResponseDecodeError():
            assert_type(error.path, str)
        case _:
            pass


def one_tree() -> None:
    kinds: list[type[errors.BeeperError]] = [
        errors.APITimeoutError,
        errors.AmbiguousMatch,
        errors.DeliveryUncertain,
        errors.MissingToken,
        errors.TokenExpired,
        errors.WriteRefused,
    ]
    statuses: list[type[errors.APIStatusError]] = [errors.TokenExpired, errors.MissingScope, errors.ConflictError]
    connection: type[errors.APIConnectionError] = errors.APITimeoutError
    del kinds, statuses, connection


def copies(chat: models.Chat) -> None:
    assert_type(chat.evolve(title="Dinner"), models.Chat)
    assert_type(models.Chat.from_dict({}), models.Chat)
