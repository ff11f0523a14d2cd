# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new, to_json

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ReactionAddResult(Model):
    """Response of adding a reaction: it is queued. Since app 4.2.557."""

    success: Literal[True]
    """Always `True`."""
    chat_id: str
    """Chat of the message."""
    message_id: str
    """Message reacted to."""
    reaction_key: str
    """Key that was added."""
    transaction_id: str
    """ID with which the reaction is tracked."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "success": "success",
        "chatID": "chat_id",
        "messageID": "message_id",
        "reactionKey": "reaction_key",
        "transactionID": "transaction_id",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.success = data["success"]
        self.chat_id = data["chatID"]
        self.message_id = data["messageID"]
        self.reaction_key = data["reactionKey"]
        self.transaction_id = data["transactionID"]

        nulls = 0
        left = len(data) - 5
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.success, self.chat_id, self.message_id, self.reaction_key, self.transaction_id, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "success": to_json(self.success),
            "chatID": v if type(v := self.chat_id) is str else to_json(v),
            "messageID": v if type(v := self.message_id) is str else to_json(v),
            "reactionKey": v if type(v := self.reaction_key) is str else to_json(v),
            "transactionID": v if type(v := self.transaction_id) is str else to_json(v),
        }
        return out
