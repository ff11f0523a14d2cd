"""What the tests of `check` and `wait` share: chats to send to, and sends whose end nobody knows."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import KINDS, Kind, Story, play
from tests.testing.known_chats import first_chat

__all__ = ["KINDS", "Kind", "Story", "a_chat", "doubt", "open_chat", "play", "requested_operations"]


def open_chat(fake: FakeBeeper, account: str | None = None) -> dict[str, Any]:
    """A chat one can send to, neither merged nor the member of a merged one."""
    closed = ("isReadOnly", "merge", "mergedIntoChatID")
    return first_chat(
        fake, lambda chat: account in (None, chat["accountID"]) and not any(chat.get(key) for key in closed)
    )


def a_chat(fake: FakeBeeper, account: str | None = None) -> str:
    """The ID of a chat to send to."""
    return str(open_chat(fake, account)["id"])


def doubt(act: Any) -> Generator[Any, Any, errors.DeliveryUncertain]:
    """The error of a call that may have happened: ``error = yield from doubt(lambda: beeper.messages.send(...))``."""
    try:
        yield act()
    except errors.DeliveryUncertain as error:
        return error
    raise AssertionError("the call ended well")


def requested_operations(fake: FakeBeeper) -> list[str]:
    """The operations of the requests since the last look, without their tags, oldest first."""
    operations = [request.operation.partition(".")[2] for request in fake.requests]
    fake.requests.clear()
    return operations
