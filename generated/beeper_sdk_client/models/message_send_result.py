# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new, to_json

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageSendResult(Model):
    """Response of sending a message: it is queued, not yet delivered."""

    chat_id: str
    """Chat the message went to; a member when it was sent to a merged chat."""
    pending_message_id: str
    """Temporary ID, until the message has its final one; nothing in the final message links back to
    it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
        "pendingMessageID": "pending_message_id",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chat_id = data["chatID"]
        self.pending_message_id = data["pendingMessageID"]

        nulls = 0
        left = len(data) - 2
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.chat_id, self.pending_message_id, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "chatID": v if type(v := self.chat_id) is str else to_json(v),
            "pendingMessageID": v if type(v := self.pending_message_id) is str else to_json(v),
        }
        return out
