"""The changes that `beeper.changes()` delivers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from ..util.override import override

if TYPE_CHECKING:
    from ..generated import models

GapReason: TypeAlias = Literal["reindexed", "history-dropped", "unreadable"]
"""Why changes may have been lost, see `Gap`."""


@frozen(weakref_slot=False, repr=False)
class MessageAdded:
    """A message is new: ``case MessageAdded(message, chat)``."""

    message: models.Message
    """The message. Never a reaction or a notice."""
    chat: models.Chat
    """The chat as it is listed, in the last known state: for a member of a merged chat, the merged chat. The ID of the
    chat that has the message is ``message.chat_id``."""

    @override
    def __repr__(self) -> str:
        from ..shown import message_change

        return message_change("MessageAdded", self.message, self.chat)


@frozen(weakref_slot=False, repr=False)
class MessageEdited:
    """The text or the attachments of a message were changed: ``case MessageEdited(message, before)``."""

    message: models.Message
    """The message as it is now."""
    before: models.Message | None
    """The message as it was, if this iteration delivered or read it recently; else None."""

    @override
    def __repr__(self) -> str:
        from ..shown import message_change

        return message_change("MessageEdited", self.message)


@frozen(weakref_slot=False)
class MessageDeleted:
    """A message was deleted: ``case MessageDeleted(chat_id, message_id)``."""

    chat_id: str
    """ID of the chat that had the message; in a merged chat, of the member."""
    message_id: str
    """ID of the message."""


@frozen(weakref_slot=False, repr=False)
class ReactionsChanged:
    """Reactions to a message were added or removed: ``case ReactionsChanged(message)``."""

    message: models.Message
    """The message, with its reactions as they are now."""

    @override
    def __repr__(self) -> str:
        from ..shown import message_change

        return message_change("ReactionsChanged", self.message)


@frozen(weakref_slot=False, repr=False)
class ChatChanged:
    """A chat is new or was changed, such as its title, its participants or its unread count: ``case
    ChatChanged(chat)``."""

    chat: models.Chat
    """The chat as it is now."""

    @override
    def __repr__(self) -> str:
        from ..shown import chat_change

        return chat_change("ChatChanged", self.chat)


@frozen(weakref_slot=False, repr=False)
class Gap:
    """Changes may have been lost: ``case Gap(chats, reason)``. Never because of a connection that was lost."""

    chats: tuple[str, ...]
    """IDs of the chats."""
    reason: GapReason | str
    """Why, in one word; later versions may have others.

    ``reindexed``: the app gave its messages other IDs, as after an installation; what was added before it read its
    history again may be missing there. ``history-dropped``: messages that were delivered, and what followed, are no
    longer in the history of the chat. ``unreadable``: the chat cannot be read; it is tried again."""

    @override
    def __repr__(self) -> str:
        from ..shown import gap_text

        return gap_text(self.chats, self.reason)


Change: TypeAlias = MessageAdded | MessageEdited | MessageDeleted | ReactionsChanged | ChatChanged | Gap
"""What an iteration over `beeper.changes()` returns."""
