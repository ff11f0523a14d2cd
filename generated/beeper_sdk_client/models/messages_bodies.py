# @generated from openapi.yaml; do not edit

"""MessageSendRequest: Message to send: text, an attachment or both.

Beside it: MessageUpdateRequest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, is_object, new
from .message_attachment_input import MessageAttachmentInput

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageSendRequest(Model):
    """Message to send: text, an attachment or both."""

    text: str | None = None
    """Plain text or Markdown. HTML in JSON quotes is sent unchanged, as Matrix HTML."""
    reply_to_message_id: str | None = None
    """Message to reply to."""
    attachment: MessageAttachmentInput | None = None
    """One attachment. Since app 4.2.499."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "text": "text",
        "replyToMessageID": "reply_to_message_id",
        "attachment": "attachment",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "text" in data and (v := data["text"]) is not None:
            self.text = v

            count += 1
        else:
            self.text = None
        if "replyToMessageID" in data and (v := data["replyToMessageID"]) is not None:
            self.reply_to_message_id = v

            count += 1
        else:
            self.reply_to_message_id = None
        if "attachment" in data and (v := data["attachment"]) is not None:
            self.attachment = MessageAttachmentInput.from_dict(v)

            count += 1
        else:
            self.attachment = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.text is not None:
            out["text"] = self.text
        if self.reply_to_message_id is not None:
            out["replyToMessageID"] = self.reply_to_message_id
        if self.attachment is not None:
            out["attachment"] = self.attachment.to_dict()
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageUpdateRequest(Model):
    """The new text. Since app 4.2.499."""

    text: str
    """New text, at least 1 character."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "text": "text",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.text = data["text"]
        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "text": self.text,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)
