"""Which chats of a list are returned, and which other chats take the place of one. No I/O.

Servers leave the members of a merged chat out of `chats.list`. `chats.search` returns them and the merged chat, as far
as is known. Should a server leave them out there too, a merged chat is found without any member.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..people.rosters import is_member, member_ids
from ..util.override import override
from ..util.validation import usable_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..generated import models
    from .accounts import ListedAccounts


class View(Protocol):
    """Decides what is returned of a list."""

    accounts: ListedAccounts
    """The accounts whose chats are returned."""

    def replacements(self, rows: Sequence[models.Chat]) -> list[list[str]]:
        """For each chat of a page, the IDs of the chats to retrieve and return in its place."""
        ...

    def includes(self, row: models.Chat) -> bool:
        """Whether a chat of a page is returned."""
        ...

    def includes_retrieved(self, chat: models.Chat) -> bool:
        """Whether a chat that was retrieved is returned."""
        ...


class HiddenMembers:
    """Each chat stands for itself; a merged chat is left out. For lists, in which its members are not: each of them is
    retrieved."""

    def __init__(self, accounts: ListedAccounts) -> None:
        self.accounts: ListedAccounts = accounts

    def replacements(self, rows: Sequence[models.Chat]) -> list[list[str]]:
        """The members of each merged chat that may be on a selected account."""
        listed = {usable_id(row.id) for row in rows}  # should an app list members too, they need not be retrieved
        return [
            [chat_id for chat_id in member_ids(row) if chat_id not in listed and self.accounts.may_include(chat_id)]
            for row in rows
        ]

    def includes(self, row: models.Chat) -> bool:
        """Whether a chat of a page is returned."""
        return self.accounts.includes(row) and row.merge is None

    def includes_retrieved(self, chat: models.Chat) -> bool:
        """Whether a chat that was retrieved is returned."""
        return self.includes(chat)


class FoundMembers(HiddenMembers):
    """The same for searches, in which its members are too. Until a search of this client returned one, the members of a
    merged chat are retrieved if none of them is on the same page.

    Args:
        accounts: The accounts whose chats are returned.
        wanted: Which chats to return.
        fits: Whether a member that was retrieved fits the filters of the search.
        finds_members: Whether searches are known to return members.
    """

    def __init__(
        self,
        accounts: ListedAccounts,
        wanted: Callable[[models.Chat], bool],
        fits: Callable[[models.Chat], bool],
        finds_members: Callable[[], bool],
    ) -> None:
        super().__init__(accounts)
        self._wanted = wanted
        self._fits = fits
        self._finds_members = finds_members

    @override
    def replacements(self, rows: Sequence[models.Chat]) -> list[list[str]]:
        """The members of each merged chat that may be on a selected account; none if searches return members."""
        if self._finds_members():
            return [[] for _ in rows]
        return super().replacements(rows)

    @override
    def includes(self, row: models.Chat) -> bool:
        return super().includes(row) and self._wanted(row)

    @override
    def includes_retrieved(self, chat: models.Chat) -> bool:
        return self._fits(chat) and self.includes(chat)


class FoundByWords:
    """A merged chat once, also if the words of a search are only in the title or network of a member.

    Args:
        accounts: All accounts.
        wanted: Which chats to return.
        fits: Whether a merged chat that was retrieved fits the filters of the search other than its words.
    """

    def __init__(
        self,
        accounts: ListedAccounts,
        wanted: Callable[[models.Chat], bool],
        fits: Callable[[models.Chat], bool],
    ) -> None:
        self.accounts: ListedAccounts = accounts
        self._wanted = wanted
        self._fits = fits
        self._merged: set[str] = set()
        """The IDs of the merged chats that were found, or retrieved."""

    def replacements(self, rows: Sequence[models.Chat]) -> list[list[str]]:
        """The merged chat of a member, if it was not found itself. It is found before or together with its members,
        because it was active last when one of them was."""
        self._merged.update(row.id for row in rows if row.merge is not None and usable_id(row.id) is not None)
        found: list[list[str]] = []
        for row in rows:
            merged_id = usable_id(row.merged_into_chat_id)
            is_new = merged_id is not None and merged_id not in self._merged
            found.append([merged_id] if is_new and merged_id is not None else [])
            self._merged.update(found[-1])
        return found

    def includes(self, row: models.Chat) -> bool:
        """Whether a chat of a page is returned."""
        return not is_member(row) and self._wanted(row)

    def includes_retrieved(self, chat: models.Chat) -> bool:
        """Whether a chat that was retrieved is returned."""
        return chat.merge is not None and self._fits(chat) and self._wanted(chat)
