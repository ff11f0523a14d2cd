"""Whether the network of a chat still allows to edit or delete a message. No I/O.

Networks drop edits and deletions that come too late, and the app responds with 200 all the same.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from ...errors import NetworkLimit
from ..delivery.moments import CLOCK_TOLERANCE
from ..generated import models
from ..util.validation import is_whole
from .limits import capabilities_of, check_limit, check_support, check_text

if TYPE_CHECKING:
    from ..generated import models as m

EDIT, DELETE = "messages.update", "messages.delete"
_NO_DATE = 1970
"""The year of messages whose time is not known."""
_FOR_ME = "; with for_everyone=False it is deleted for you only"


class AgeLimit(NamedTuple):
    """The maximum age of a message."""

    operation: str
    capability: str
    seconds: int
    sent_at: float
    """When the message was sent, in seconds since the epoch, by the clock of the server."""
    hint: str = ""

    def is_exceeded(self, now: float) -> bool:
        """Whether the message is too old at a time."""
        return now - self.sent_at > self.seconds + CLOCK_TOLERANCE

    def error(self, now: float) -> NetworkLimit:
        """The error for a message that is too old."""
        age = int(now - self.sent_at)
        what = "editing it" if self.operation == EDIT else "deleting it for everyone"
        reason = f"the message is {age:,} seconds old; this chat allows {what} for {self.seconds:,} seconds{self.hint}"
        return NetworkLimit(self.operation, reason, self.capability, limit=self.seconds, actual=age, unit="seconds")


def check_edit(message: object, chat: object, text: object) -> AgeLimit | None:
    """The age limit of an edit; None if there is none, or something is not known.

    Raises:
        ValueError: The message has an attachment; NetworkLimit: the chat does not support edits, or not this one.
    """
    known = capabilities_of(chat)
    if known is not None:
        check_support(EDIT, known.edit, "edit", "edits")
        check_text(chat, text, EDIT)
    if not isinstance(message, models.Message):
        return None
    if message.attachments:
        raise ValueError("message_id must be a message without attachments: the API cannot edit this one")
    if known is None:
        return None
    edits = 1 if message.edited_timestamp is None else 2  # how often it was edited before is not known
    check_limit(EDIT, "edit_max_count", known.edit_max_count, edits, "this would be edit number", "or later")
    return _age_limit(EDIT, "edit_max_age", known.edit_max_age, message)


def check_delete(message: object, chat: object, for_everyone: object) -> AgeLimit | None:
    """The age limit of a deletion; None if there is none, or something is not known.

    Raises:
        NetworkLimit: The chat does not support the deletion.
    """
    known = capabilities_of(chat)
    if known is None:
        return None
    if for_everyone is False:
        level = -2 if known.delete_for_me is False else None
        check_support(DELETE, level, "delete_for_me", "deleting a message for you only")
        return None
    hint = "" if known.delete_for_me is False else _FOR_ME
    check_support(DELETE, known.delete, "delete", "deleting messages for everyone", hint)
    return _age_limit(DELETE, "delete_max_age", known.delete_max_age, message, hint)


def _age_limit(operation: str, capability: str, seconds: object, message: object, hint: str = "") -> AgeLimit | None:
    sent_at: object = message.timestamp if isinstance(message, models.Message) else None
    if not is_whole(seconds) or not isinstance(sent_at, datetime) or sent_at.year <= _NO_DATE:
        return None
    return AgeLimit(operation, capability, seconds, sent_at.timestamp(), hint)


def shows_edit(message: object, text: str, result: m.MessageUpdateResult) -> bool:
    """Whether the response to an edit has the new text. Some apps respond with the message as it was before."""
    from ..delivery.text_similarity import SAME, text_likeness

    if not isinstance(result, models.EditedMessage):
        return True  # only IDs: an app that cannot retrieve a message
    if text_likeness(text, result.text) != SAME:
        return False
    if not isinstance(message, models.Message) or message.text == text:
        return True
    return (message.text, message.edited_timestamp) != (result.text, result.edited_timestamp)
