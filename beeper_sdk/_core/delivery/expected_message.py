"""The message that a request sends, and how similar a message in a chat is to it. No I/O.

This module compares one message. `send_matching` decides based on all messages of a chat.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from ..generated import base
from ..http.request_parts import json_body, path_segment
from ..util.validation import string
from .operations import REACTION, SENDS
from .text_similarity import (
    CLOSE,
    OTHER,
    SAME,
    Likeness,
    SentText,
    interchangeable,
    shortened,
    text_likeness,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from ..generated import AnyRequest, models

_CHAT, _MESSAGE = 3, 5
"""Indexes of the IDs in the path segments of ``/v1/chats/{chatID}/messages/{messageID}/…``."""
_DRAWN = "\ufe0f"


@frozen(repr=False)
class ExpectedMessage:
    """A message that was sent, or may have been."""

    chat_id: str
    text: SentText | None = field(default=None, converter=shortened)
    reply_to: str | None = None
    upload_id: str | None = None
    file_name: str | None = None
    file_size: float | None = None

    def with_file(self, file: Callable[[str], File | None]) -> ExpectedMessage:
        """The same with the file name and size of the upload, if they are known."""
        known = None if self.upload_id is None else file(self.upload_id)
        return self if known is None else evolve(self, file_name=self.file_name or known.name, file_size=known.size)

    def interchangeable(self, other: ExpectedMessage, chats: Container[str]) -> bool:
        """Whether the messages of two sends cannot be distinguished. `chats` are the known IDs of this chat."""
        if other.chat_id not in chats and self.chat_id.isdecimal() == other.chat_id.isdecimal():
            return False  # a local ID (a number) and an ID may refer to the same chat
        if (self.upload_id is None) != (other.upload_id is None):
            return False
        if _differ(self.file_name, other.file_name) or _differ(self.file_size, other.file_size):
            return False
        return interchangeable(self.text, other.text)


class File:
    """The name and size of a file that was uploaded, if known."""

    __slots__ = ("name", "size")

    def __init__(self, name: str | None, size: float | None) -> None:
        self.name: str | None = name
        self.size: float | None = size


@frozen(repr=False)
class ExpectedReaction:
    """A reaction that was added, or may have been."""

    chat_id: str
    message_id: str
    key: str


def sent_by(request: AnyRequest) -> ExpectedMessage | None:
    """The message that a request sends; None if it sends none."""
    body = json_body(request)
    if request.operation.name not in SENDS:
        return None
    chat_id = _text(body, "chatID") or path_segment(request, _CHAT)
    attachment = body.get("attachment")
    upload_id = file_name = None
    if base.is_object(attachment):
        upload_id, file_name = _text(attachment, "uploadID") or "", _text(attachment, "fileName")
    return ExpectedMessage(chat_id, _text(body, "text"), _text(body, "replyToMessageID"), upload_id, file_name)


def started_by(request: AnyRequest, chat_id: str) -> ExpectedMessage:
    """The message of a request that started a chat; without a text if there was none."""
    return ExpectedMessage(chat_id, _text(json_body(request), "messageText"))


def reaction_by(request: AnyRequest) -> ExpectedReaction | None:
    """The reaction that a request adds; None if it adds none."""
    if request.operation.name != REACTION:
        return None
    key = _text(json_body(request), "reactionKey") or ""
    return ExpectedReaction(path_segment(request, _CHAT), path_segment(request, _MESSAGE), key)


def same_reaction(key: str, wanted: ExpectedReaction) -> bool:
    """Whether a key is that of the reaction. Emoji occur with and without the variation selector U+FE0F."""
    return (string(key) or "").replace(_DRAWN, "") == wanted.key.replace(_DRAWN, "")


def _text(body: Mapping[str, object], name: str) -> str | None:
    value = body.get(name)
    return value if isinstance(value, str) and value else None


def likeness(wanted: ExpectedMessage, message: models.Message) -> Likeness:
    """How similar a message is to what was sent, regardless of its sender and time."""
    if message.type == "REACTION":
        return OTHER
    if message.is_deleted:
        return CLOSE  # its former content is not known
    if wanted.upload_id is None and message.attachments and not message.text:
        return OTHER
    text = _text_likeness(wanted, message)
    if text == OTHER:
        return CLOSE if message.edited_timestamp is not None else OTHER
    reply = _reply_likeness(wanted.reply_to, message.linked_message_id)
    return min(text, reply, _file_likeness(wanted, message.attachments or []))


def _text_likeness(wanted: ExpectedMessage, message: models.Message) -> Likeness:
    is_file_name = message.text is not None and message.text == wanted.file_name
    if wanted.text is None and is_file_name:
        return SAME  # bridges set the text of a file without a text to the file name
    return text_likeness(wanted.text, message.text)


def _reply_likeness(wanted: str | None, linked: str | None) -> Likeness:
    if wanted == linked:
        return SAME
    if wanted is None or linked is None:
        return CLOSE  # not every network has replies
    return OTHER if wanted.isdecimal() and linked.isdecimal() else CLOSE


def _file_likeness(wanted: ExpectedMessage, attachments: list[models.Attachment]) -> Likeness:
    if wanted.upload_id is None:
        return CLOSE if attachments else SAME
    return SAME if any(_is_file(wanted, attachment) for attachment in attachments) else CLOSE


def _is_file(wanted: ExpectedMessage, attachment: models.Attachment) -> bool:
    """Whether an attachment is the uploaded file, by name and size: a sent file gets a new URL."""
    if wanted.upload_id and wanted.upload_id == attachment.id:
        return True
    if _differ(wanted.file_name, attachment.file_name) or _differ(wanted.file_size, attachment.file_size):
        return False
    names = (wanted.file_name, attachment.file_name)
    return None not in names or None not in (wanted.file_size, attachment.file_size)


def _differ(first: object, second: object) -> bool:
    """Whether both are known and differ."""
    return first is not None and second is not None and first != second
