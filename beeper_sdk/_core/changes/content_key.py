"""A key of a message that stays when the app gives its messages other IDs."""

from __future__ import annotations

from hashlib import sha256
from json import dumps

from ..generated import models
from ..util.validation import check_kind
from .fingerprints import milliseconds


def content_key(message: models.Message) -> str:
    """A key that identifies a message in your own database, where its ID may change.

    The ID of a message is valid for one installation of Beeper: after a new one, or when the app indexes its messages
    again, messages have other IDs (a `Gap` with the reason ``reindexed``). This key is made of the chat, the sender and
    the time, so that it stays then, and when the message is edited.

    Args:
        message: A message with a sender and a time.

    Returns:
        32 hexadecimal digits. Two messages of one sender in one chat have the same key if they have the same time: some
        networks count in seconds.

    Raises:
        TypeError: it is not a message.
        ValueError: the message has no chat, sender or valid time, so that it cannot be identified.
    """
    check_kind("message", message, models.Message, "a Message")
    parts = (message.chat_id, message.sender_id, milliseconds(message.timestamp))
    if None in parts:
        raise ValueError("message must have a chat, a sender and a time; see its missing_fields")
    return sha256(dumps(parts).encode()).hexdigest()[:32]
