# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import (
    SCALARS,
    Model,
    extras,
    is_object,
    new,
    no_variant,
    plain_json,
    plain_values,
    read_plain,
    to_json,
)
from .._times import parse_time
from .message import Message, load_message_seen

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LegacyMessageUpdateResult(Model):
    """Response of an edit in apps 4.2.499 to 4.2.807. Since app 4.2.499."""

    chat_id: str
    """Chat of the message."""
    message_id: str
    """Message that was edited."""
    success: bool
    """Whether it was edited."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
        "messageID": "message_id",
        "success": "success",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chat_id = data["chatID"]
        self.message_id = data["messageID"]
        self.success = data["success"]

        nulls = 0
        left = len(data) - 3
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.chat_id, self.message_id, self.success, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "chatID": v if type(v := self.chat_id) is str else to_json(v),
            "messageID": v if type(v := self.message_id) is str else to_json(v),
            "success": v if type(v := self.success) in SCALARS else to_json(v),
        }
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class EditedMessage(Message):
    """Response of an edit: the message, with two legacy fields. It may still be the message before the
    edit. Since app 4.2.808."""

    message_id: str
    """Same as id."""
    success: Literal[True]
    """Always `True`."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        **Message._ATTRIBUTES,
        "messageID": "message_id",
        "success": "success",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "timestamp": parse_time,
        "editedTimestamp": parse_time,
        "seen": lambda value: load_message_seen(value),
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        return read_plain(cls, data)

    def _values(self) -> tuple[Any, ...]:
        return plain_values(self)

    def _json(self) -> dict[str, Any]:
        return plain_json(self)


def load_message_update_result(value: Any) -> MessageUpdateResult:
    """Select the variant by the keys that are present."""
    if not is_object(value):
        no_variant()
    if "id" in value:
        return EditedMessage._read(value)
    return LegacyMessageUpdateResult._read(value)


MessageUpdateResult: TypeAlias = EditedMessage | LegacyMessageUpdateResult
"""Response of an edit: the message, or only its IDs before app 4.2.808. Only the message has the
    key `id`. Since app 4.2.499."""
