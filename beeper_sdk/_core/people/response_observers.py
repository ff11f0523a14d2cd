"""Which answers tell who "I" am, and what to take from them. Pure; every answer of a client passes by here once.

Only answers that chats, messages and accounts come in as a matter of course: nothing is asked for to learn more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..generated import base, models

if TYPE_CHECKING:
    from .identity_cache import Learned


def _accounts(learned: Learned, value: object) -> None:
    if base.is_list(value):
        learned.see_accounts(account for account in value if isinstance(account, models.Account))


def _account(learned: Learned, value: object) -> None:
    if isinstance(value, models.Account):
        learned.see_account(value)


def _listed_chats(learned: Learned, value: object) -> None:
    if isinstance(value, models.ChatWithPreviewPage):
        learned.see_chats(value.items)
        learned.see_rows(chat.preview for chat in value.items if chat.preview is not None)


def _found_chats(learned: Learned, value: object) -> None:
    if isinstance(value, models.ChatPage):
        learned.see_chats(value.items)


def _chat(learned: Learned, value: object) -> None:
    if isinstance(value, models.Chat):
        learned.see_chats((value,))


def _messages(learned: Learned, value: object) -> None:
    if isinstance(value, models.MessagePage):
        learned.see_rows(value.items)


def _found_messages(learned: Learned, value: object) -> None:
    if isinstance(value, models.MessageSearchPage):
        learned.see_rows(value.items)
        learned.see_chats(value.chats.values())


def _message(learned: Learned, value: object) -> None:
    if isinstance(value, models.Message):
        learned.see_rows((value,))


READERS: dict[str, Callable[[Learned, object], None]] = {
    "accounts.list": _accounts,
    "accounts.retrieve": _account,
    "chats.list": _listed_chats,
    "chats.search": _found_chats,
    "chats.retrieve": _chat,
    "messages.list": _messages,
    "messages.search": _found_messages,
    "messages.retrieve": _message,
}
"""By operation, so that an answer costs one look into a dict, and no model is imported that was not decoded."""
