"""The chats that are known to a run: as they were last listed, and which are members of a merged chat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...errors import NotFoundError
from ..generated import api, models
from ..util.validation import usable_id
from .steps import Steps

if TYPE_CHECKING:
    from .requests import Requests
    from .selection import Selection


class ChatBook:
    """The chats of one run. Their number is that of the chats of the app."""

    def __init__(self, requests: Requests, selection: Selection, *, by_account: bool) -> None:
        self._requests = requests
        self._selection = selection
        self._by_account = by_account
        self._chats: dict[str, models.Chat] = {}
        self._merged: dict[str, str] = {}

    def observe(self, chat: models.Chat) -> None:
        """Keep a chat as it is now."""
        self._chats[chat.id] = chat
        for member in _members(chat):
            self._merged[member] = chat.id

    @property
    def listed(self) -> list[models.Chat]:
        """The chats that were listed."""
        return list(self._chats.values())

    def is_listed(self, chat_id: str) -> bool:
        """Whether a chat, or the merged chat that it is a member of, was listed."""
        return self._merged.get(chat_id, chat_id) in self._chats

    def message_chats(self, chat: models.Chat) -> Sequence[str]:
        """The IDs of the chats that have the messages of a listed chat: its members, or itself."""
        return _members(chat) or (chat.id,)

    def is_selected(self, chat: models.Chat) -> bool:
        """Whether messages of a listed chat may be delivered. A member of a merged chat is checked when it is read."""
        if not any(self._selection.has_chat(chat, chat_id) for chat_id in (chat.id, *_members(chat))):
            return False
        return bool(_members(chat)) or self._selection.has_account(chat)

    def find(self, chat_id: str) -> Steps[models.Chat | None]:
        """The chat to show for a chat that has messages: as it was listed, or the merged chat that it is a member of.
        None if there is none, or if it is not selected. One request if it was not listed yet.

        A member that fits a filter of accounts or networks stands for itself: the merged chat has other accounts."""
        shown = self._chats.get(self._merged.get(chat_id, chat_id))
        if shown is None:
            shown = yield from self._retrieve(chat_id)
            if shown is None:
                return None
        if not self._selection.has_chat(shown, chat_id):
            return None
        if self._by_account and shown.id != chat_id:
            shown = self._chats.get(chat_id) or (yield from self._retrieve(chat_id, as_member=True))
        return shown if shown is not None and self._selection.has_account(shown) else None

    def _retrieve(self, chat_id: str, *, as_member: bool = False) -> Steps[models.Chat | None]:
        try:
            chat = yield from self._requests.fetch(api.chats.retrieve(chat_id))
            whole_id = chat.merged_into_chat_id
            if not as_member and isinstance(whole_id, str):
                chat = yield from self._requests.fetch(api.chats.retrieve(whole_id))
        except (NotFoundError, ValueError):
            return None
        self._chats[chat.id] = chat
        for member in _members(chat):
            self._merged[member] = chat.id
        if isinstance(chat.merged_into_chat_id, str):
            self._merged[chat_id] = chat.merged_into_chat_id
        return chat


def _members(chat: models.Chat) -> Sequence[str]:
    merge = chat.merge
    return () if merge is None else tuple(filter(usable_id, merge.chat_ids or ()))
