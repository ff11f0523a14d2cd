"""The world as tests see it while the server runs: every look and every change happens on the server's loop."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Protocol, TypeVar

from ._values import Json
from .rules import messages, views
from .world import World

T = TypeVar("T")


class RunOnLoop(Protocol):
    """Runs a function on the loop that owns the world."""

    def __call__(self, function: Callable[[], T], /) -> T:
        """The function's result."""
        ...


class WorldView:
    """Safe reads and changes. What is handed out is a copy: changing it changes nothing."""

    def __init__(self, world: World, run: RunOnLoop) -> None:
        self._world, self._run = world, run

    def read(self, look: Callable[[World], T]) -> T:
        """A copy of whatever a function finds in the world."""
        return self._run(lambda: copy.deepcopy(look(self._world)))

    def change(self, act: Callable[[World], T]) -> T:
        """Let a function change the world, between two requests; a copy of its result."""
        return self.read(act)

    def accounts(self) -> list[Json]:
        """Every account."""
        return self.read(lambda world: list(world.accounts.values()))

    def chats(self) -> list[Json]:
        """Every chat with its whole roster, members of the merged chat included."""
        return self.read(lambda world: [views.chat(world, room, views.ALL) for room in world.rooms.values()])

    def chat(self, chat_id: str) -> Json:
        """One chat with its whole roster, by ID or local ID."""
        return self.read(lambda world: views.chat(world, world.room(chat_id), views.ALL))

    def messages(self, chat_id: str) -> list[Json]:
        """Every row of a chat, oldest first: events and tombstones too."""
        return self.read(lambda world: world.room(chat_id).messages)

    def receive(self, chat_id: str, text: str, sender_id: str | None = None) -> Json:
        """Let somebody write in a chat: the first other member unless told who. Gives the message."""
        return self.change(lambda world: messages.receive(world, world.room(chat_id), text, sender_id))
