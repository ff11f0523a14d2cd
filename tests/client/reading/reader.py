"""A client, sync or async, whose requests are counted; and chats to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower

ERIN, BOB, GROUP = "!erin:small.local", "!bob:small.local", "!team:small.local"
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


class Reader(Follower):
    """Reads messages, and counts what was requested."""

    def read(self, method: str, *arguments: Any, **options: Any) -> tuple[list[str | None], list[str]]:
        """The texts that a method of `messages` returns, and the operations that were requested."""
        found, requests = self.counted(getattr(self.client.messages, method), *arguments, **options)
        return [message.text for message in found], requests

    def counted(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> tuple[Any, list[str]]:
        before = len(self.fake.requests)
        found = self.call(function, *arguments, **options)
        return found, [request.operation for request in list(self.fake.requests)[before:]]

    def collected(self, pager: Any, limit: int | None = None) -> tuple[list[str | None], int]:
        """The texts of a pager, and the number of requests."""
        found, requests = self.counted(pager.collect, limit)
        return [message.text for message in found], len(requests)


def at(minute: int) -> datetime:
    return BEGIN + timedelta(minutes=minute)


def emptied(fake: FakeBeeper, chat_id: str) -> str:
    """A chat without its messages, of which none was read."""

    def act(world: Any) -> None:
        room = world.rooms[chat_id]
        room.messages.clear()
        room.index_rows()
        room.wire.pop("lastReadMessageSortKey", None)
        room.recount()

    fake.world.change(act)
    return chat_id


def diary(fake: FakeBeeper, count: int, chat_id: str = ERIN, name: str = "Erin") -> list[str]:
    """A chat with one message each minute, and nothing else; their texts, oldest first."""
    emptied(fake, chat_id)
    author = fake.world.person(name)
    for minute in range(count):
        author.send(chat_id, str(minute), at=at(minute))
    return [str(minute) for minute in range(count)]


def date_wrongly(fake: FakeBeeper, chat_id: str, text: str, timestamp: str | None) -> None:
    """Give a message another timestamp, or none, without moving it."""

    def act(world: Any) -> None:
        row = next(row for row in world.rooms[chat_id].messages if row.get("text") == text)
        row["timestamp"] = timestamp

    fake.world.change(act)
