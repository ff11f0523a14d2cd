"""What tests may use of the state that `WorldView.read`, `WorldView.change` and `FakeBeeper.before` pass to functions.

The server's own classes have more attributes. They are not part of the public API.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence
from typing import Protocol

from .wire.json_values import Json


class Room(Protocol):
    """A chat of the fake server with all its messages."""

    @property
    def id(self) -> str:
        """The chat ID."""
        ...

    @property
    def account_id(self) -> str:
        """The account that the chat belongs to."""
        ...

    @property
    def wire(self) -> Json:
        """The chat as JSON, with all its participants. Changes take effect at once."""
        ...

    @property
    def messages(self) -> MutableSequence[Json]:
        """The messages as JSON, oldest first, including hidden and deleted ones.

        It can be used as a list. Changes of a message take effect at once; messages must not be kept for longer than
        the call of the function.
        """
        ...

    def find(self, message_id: str) -> Json | None:
        """The message with a final ID, or None.

        Args:
            message_id: The final ID of a message.
        """
        ...


class World(Protocol):
    """The state of a fake server. It may only be used inside a function passed to a `WorldView` or to `before`."""

    @property
    def accounts(self) -> Mapping[str, Json]:
        """The accounts as JSON, by account ID."""
        ...

    @property
    def bridges(self) -> Mapping[str, Json]:
        """The bridges as JSON, by bridge ID."""
        ...

    @property
    def contacts(self) -> Mapping[str, list[Json]]:
        """The contacts of each account as JSON, by account ID."""
        ...

    @property
    def labels(self) -> list[Json]:
        """The labels of the user as JSON."""
        ...

    @property
    def rooms(self) -> Mapping[str, Room]:
        """The chats, by chat ID."""
        ...

    @property
    def focused(self) -> Json:
        """What the last call of `focus` opened."""
        ...

    def account(self, account_id: str) -> Json:
        """The account with an ID.

        Args:
            account_id: The ID of an account.
        """
        ...

    def room(self, chat_id: str) -> Room:
        """The chat with an ID or a local ID.

        Args:
            chat_id: The ID or local ID of a chat.
        """
        ...
