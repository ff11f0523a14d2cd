"""The state of a running fake server, for tests. Everything is read and changed on the event loop of the server."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from ..._core.util.override import override
from ..._core.util.validation import check_count, check_text
from .._protocols import World
from ..rules import due, messages
from ..rules.build.names import account_named, chat_named, home_named
from ..rules.chats import ALL_PARTICIPANTS, chat_view
from ..rules.messages import deliver_all
from ..rules.people import add_chats, add_members, add_messages, join_chat, leave_chat
from ..wire.json_values import Json
from ..world.rows.rows import rows_of
from ..world.world import World as FullWorld
from .builder import Builder

T = TypeVar("T")
AT_ONCE = 500
"""How many messages are added between two requests."""


class WorldView(Builder):
    """Reads and changes the state of a running fake server. Results are copies: changing them has no effect.

    A `chat_id` is an ID, a local ID, or a title that no other chat has; an `account_id` is an ID or the name of a
    network that one account is on. Raises ValueError if there is no such chat, account, user or message.
    """

    def read(self, look: Callable[[World], T]) -> T:
        """Call a function with the `World`, and return a copy of its result.

        Args:
            look: The function. It must not block, and must not change the state.
        """
        return self._on_loop(look)

    def change(self, act: Callable[[World], T]) -> T:
        """Call a function that changes the `World`, between two requests; returns a copy of its result.

        Args:
            act: The function. It must not block.
        """

        def compared(world: FullWorld) -> T:
            with world.journal.compare(world.rooms):
                result = act(world)
                world.memory.index_used()
            due.watch_chats(world)
            return result

        return self._on_loop(compared)

    @override
    def __repr__(self) -> str:
        return f"<WorldView, {len(self._on_loop.world().rooms)} chats>"

    def accounts(self) -> list[Json]:
        """All accounts."""
        return self._on_loop(lambda world: list(world.accounts.values()))

    def chats(self) -> list[Json]:
        """All chats with all their participants, including the members of merged chats."""
        return self._on_loop(lambda world: [chat_view(world, room, ALL_PARTICIPANTS) for room in world.rooms.values()])

    def chat(self, chat_id: str) -> Json:
        """One chat with all its participants.

        Args:
            chat_id: An ID, a local ID, or a title that no other chat has.

        Raises:
            ValueError: There is no such chat. The message lists those that there are.
        """
        return self._on_loop(lambda world: chat_view(world, chat_named(world, chat_id), ALL_PARTICIPANTS))

    def messages(self, chat_id: str) -> list[Json]:
        """All messages of a chat, oldest first, including events and deleted messages.

        Args:
            chat_id: An ID, a local ID, or a title that no other chat has.

        Raises:
            ValueError: There is no such chat. The message lists those that there are.
        """
        return rows_of(self._on_loop.uncopied(lambda world: chat_named(world, chat_id).messages.parts()))

    def receive(self, chat_id: str, text: str, sender_id: str | None = None) -> Json:
        """Add a message of another user to a chat and return it. The sender is the first other member by default.

        Another sender need not be a member, like somebody who has left. In a merged chat, name a member chat.

        Args:
            chat_id: An ID, a local ID, or a title that no other chat has.
            text: Plain text or Matrix HTML; it is stored as it is.
            sender_id: User ID of the sender.
        """
        check_text("text", text)
        return self._on_loop(lambda world: messages.receive(world, home_named(world, chat_id), text, sender_id))

    def deliver(self) -> list[Json]:
        """Deliver the messages that ``slow_delivery`` and ``send_pending`` delay, and return them, oldest first."""
        return self._on_loop(deliver_all)

    def late_by(self, reads: int) -> None:
        """Set the read of its chat at which a delayed message arrives. It is the second read by default.

        Reads are messages.list and messages.retrieve of the chat, and searches that include it.

        Args:
            reads: The number of the read, from 1.

        Raises:
            ValueError: `reads` is less than 1.
        """
        check_count("reads", reads)
        self._on_loop(lambda world: setattr(world, "late_reads", reads))

    def report(self, chat_id: str, message_id: str, status: str | None, reason: str | None = None) -> Json:
        """Set the send status of a message: SUCCESS, PENDING, FAIL_RETRIABLE, FAIL_PERMANENT, or None to remove it.

        Args:
            chat_id: An ID, a local ID, or a title that no other chat has.
            message_id: ID of the message.
            status: The send status; None to remove it.
            reason: The reason of a failure; a usual one if omitted.
        """
        return self._on_loop(
            lambda world: messages.set_status(world, chat_named(world, chat_id), message_id, status, reason)
        )

    def add_messages(self, chat_id: str, count: int) -> list[str]:
        """Add that many read messages of its members to a chat, and return their IDs, oldest first.

        Other requests are answered meanwhile, with the messages that are there so far, if there are more than 500. A
        million messages need about 20 seconds and 150 MB.

        Args:
            chat_id: An ID, a local ID, or a title that no other chat has.
            count: How many, 0 or more.

        Raises:
            RuntimeError: The server was stopped or reset meanwhile. Those that were added before are not removed.
        """
        check_count("count", count, 0)
        begun, room = self._on_loop.uncopied(lambda world: (world, home_named(world, chat_id)))
        ids: list[str] = []
        for first in range(0, count, AT_ONCE):
            part, last = min(AT_ONCE, count - first), first + AT_ONCE >= count
            ids += self._on_loop.uncopied(partial(_add, begun, room.id, first=first, count=part, last=last))
        return ids

    def add_chats(self, account_id: str, count: int) -> list[str]:
        """Add that many direct chats with new users, without messages, and return their IDs, oldest first.

        Args:
            account_id: An account ID, or the name of a network that one account is on.
            count: How many.
        """
        return self._on_loop(lambda world: add_chats(world, account_named(world, account_id), count))

    def add_members(self, chat_id: str, count: int) -> list[str]:
        """Add that many new users to a chat, before its other members, and return their IDs in the server's order.

        Args:
            chat_id: An ID, a local ID, or a title that no other chat has.
            count: How many.
        """
        return self._on_loop(lambda world: add_members(world, home_named(world, chat_id), count))

    def join(self, chat_id: str, user_id: str | None = None) -> Json:
        """Add a user to the end of the participants of a chat, a new one by default, and return the participant.

        Args:
            chat_id: An ID, a local ID, or a title that no other chat has.
            user_id: A user ID; a new user if omitted.
        """
        return self._on_loop(lambda world: join_chat(world, home_named(world, chat_id), user_id))

    def leave(self, chat_id: str, user_id: str) -> None:
        """Remove a member from a chat. Their messages remain, with a sender who is not a participant.

        Args:
            chat_id: An ID, a local ID, or a title that no other chat has.
            user_id: User ID of the member.
        """
        self._on_loop(lambda world: leave_chat(world, home_named(world, chat_id), user_id))


def _add(begun: FullWorld, room_id: str, world: FullWorld, *, first: int, count: int, last: bool) -> list[str]:
    if world is not begun:
        raise RuntimeError("the fake server was reset while messages were added")
    return add_messages(world, world.room(room_id), count, first=first, last=last)
