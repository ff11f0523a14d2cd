"""What the tests of `check` and `wait` share: chats to send to, and sends whose end nobody knows."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import KINDS, Kind, Story, play

__all__ = ["KINDS", "Kind", "Story", "a_chat", "chats", "doubt", "play", "requested_operations"]


def chats(fake: FakeBeeper) -> list[dict[str, Any]]:
    """The chats one can send to, but for merged ones and their members."""
    open_ones = [chat for chat in fake.world.chats() if not chat.get("isReadOnly")]
    return [chat for chat in open_ones if not chat.get("merge") and not chat.get("mergedIntoChatID")]


def a_chat(fake: FakeBeeper, account: str | None = None) -> str:
    """The ID of a chat to send to."""
    return str(next(chat["id"] for chat in chats(fake) if account in (None, chat["accountID"])))


def doubt(act: Any) -> Generator[Any, Any, errors.DeliveryUncertain]:
    """The error of a call that may have happened: ``error = yield from doubt(lambda: beeper.messages.send(...))``."""
    try:
        yield act()
    except errors.DeliveryUncertain as error:
        return error
    raise AssertionError("the call ended well")


def requested_operations(fake: FakeBeeper) -> list[str]:
    """The operations of the requests since the last look, without their tags, oldest first."""
    operations = [request.operation.partition("_")[2] for request in fake.requests]
    fake.requests.clear()
    return operations
