"""Pages of a message search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .pagination import ListPage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..generated import models
    from .checkpoint import Checkpoint


class SearchPage(ListPage["models.Message"]):
    """One page of a message search."""

    __slots__ = ("chats",)

    def __init__(self, items: Sequence[models.Message], position: Checkpoint, chats: Mapping[str, models.Chat]) -> None:
        super().__init__(items, position)
        self.chats: Mapping[str, models.Chat] = chats
        """The chats of these messages, by chat ID, as returned by the server."""
