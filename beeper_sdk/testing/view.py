"""The world as tests see it while the server runs: every look and every change happens on the server's loop."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from ._protocols import World
from .rules import messages
from .rules.chats import ALL_PARTICIPANTS, chat_view
from .rules.messages import deliver_all
from .rules.people import add_chats, add_members, add_messages, join_chat, leave_chat
from .wire.json_values import Json, is_list, is_object
from .world.world import World as FullWorld

T = TypeVar("T")
_IMMUTABLE = {str, int, float, bool, type(None)}


def _copied(found: object) -> Any:
    """A deep copy. JSON, which nearly everything is, is copied faster than the library does it."""
    if is_object(found):
        return {key: _copied(value) for key, value in found.items()}
    if is_list(found):
        return [_copied(value) for value in found]
    return found if type(found) in _IMMUTABLE else copy.deepcopy(found)


class RunOnLoop(Protocol):
    """Runs a function on the loop that owns the world."""

    def __call__(self, function: Callable[[], T], /) -> T:
        """The function's result."""
        ...


class WorldView:
    """Safe reads and changes. What is handed out is a copy: changing it changes nothing."""

    def __init__(self, world: FullWorld, run: RunOnLoop) -> None:
        self._world, self._run = world, run

    def read(self, look: Callable[[World], T]) -> T:
        """A copy of whatever a function finds in the world."""
        return self._on_loop(look)

    def change(self, act: Callable[[World], T]) -> T:
        """Let a function change the world, between two requests; a copy of its result."""
        return self._on_loop(act)

    def _on_loop(self, function: Callable[[FullWorld], T]) -> T:
        copied: T = self._run(lambda: _copied(function(self._world)))
        return copied

    def accounts(self) -> list[Json]:
        """Every account."""
        return self._on_loop(lambda world: list(world.accounts.values()))

    def chats(self) -> list[Json]:
        """Every chat with its whole roster, members of the merged chat included."""
        return self._on_loop(lambda world: [chat_view(world, room, ALL_PARTICIPANTS) for room in world.rooms.values()])

    def chat(self, chat_id: str) -> Json:
        """One chat with its whole roster, by ID or local ID."""
        return self._on_loop(lambda world: chat_view(world, world.room(chat_id), ALL_PARTICIPANTS))

    def messages(self, chat_id: str) -> list[Json]:
        """Every row of a chat, oldest first: events and tombstones too."""
        return self._on_loop(lambda world: world.room(chat_id).messages)

    def receive(self, chat_id: str, text: str, sender_id: str | None = None) -> Json:
        """Let somebody write in a chat: the first other member unless told who. Gives the message."""
        return self._on_loop(lambda world: messages.receive(world, world.room(chat_id), text, sender_id))

    def deliver(self) -> list[Json]:
        """Let arrive now what ``slow_delivery`` and ``send_pending`` hold back. Gives the messages, oldest first."""
        return self._on_loop(deliver_all)

    def late_by(self, reads: int) -> None:
        """At which read of its chat a message sent from now on arrives; the second one unless told.

        Reads are messages.list and messages.retrieve of the chat, and searches that look into it.
        """
        if reads < 1:
            raise ValueError(f"reads takes a number from 1, not {reads}")
        self._on_loop(lambda world: setattr(world, "late_reads", reads))

    def report(self, chat_id: str, message_id: str, status: str | None, reason: str | None = None) -> Json:
        """Set the sendStatus of a message: SUCCESS, PENDING, FAIL_RETRIABLE, FAIL_PERMANENT, or None for none."""
        return self._on_loop(lambda world: messages.set_status(world, world.room(chat_id), message_id, status, reason))

    def add_messages(self, chat_id: str, count: int) -> list[str]:
        """Let the members of a chat write that many plain messages, all of them read. Gives their IDs, oldest first.

        A hundred thousand take about a second and some 80 MB.
        """
        return self._on_loop(lambda world: add_messages(world, world.room(chat_id), count))

    def add_chats(self, account_id: str, count: int) -> list[str]:
        """Open that many direct chats with newcomers, without messages. Gives their IDs, oldest first."""
        return self._on_loop(lambda world: add_chats(world, account_id, count))

    def add_members(self, chat_id: str, count: int) -> list[str]:
        """Let that many newcomers join a chat, before its other members. Gives their IDs, in the server's order."""
        return self._on_loop(lambda world: add_members(world, world.room(chat_id), count))

    def join(self, chat_id: str, user_id: str | None = None) -> Json:
        """Let somebody join a chat at the end of its roster: a newcomer unless told who. Gives the participant."""
        return self._on_loop(lambda world: join_chat(world, world.room(chat_id), user_id))

    def leave(self, chat_id: str, user_id: str) -> None:
        """Let a member leave a chat. What they wrote stays, from a sender who is not among the participants."""
        self._on_loop(lambda world: leave_chat(world.room(chat_id), user_id))
