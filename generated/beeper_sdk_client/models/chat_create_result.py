# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import Model, Started, extras, is_object, new, no_variant, to_json
from .created_chat import CreatedChat

if TYPE_CHECKING:
    from typing_extensions import Self

    from ._enums import ChatCreateStatus


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LegacyChatCreateResult(Model, Started):
    """Response of POST /v1/chats in apps 4.1.294 to 4.2.807."""

    chat_id: str
    """ID of the chat."""
    status: ChatCreateStatus | None = None
    """Whether an existing chat was reused; only for mode start. Since app 4.2.557."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
        "status": "status",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chat_id = data["chatID"]

        nulls = 0
        left = len(data) - 1
        if left and "status" in data:
            left -= 1
            self.status = v = data["status"]
            if v is None:
                nulls += 1
        else:
            self.status = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.chat_id, self.status, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "chatID": v if type(v := self.chat_id) is str else to_json(v),
        }
        if (v := self.status) is not None:
            out["status"] = v if type(v) is str else to_json(v)
        return out


def load_chat_create_result(value: Any) -> ChatCreateResult:
    """Select the variant by the keys that are present."""
    if not is_object(value):
        no_variant()
    if "id" in value:
        return CreatedChat._read(value)
    return LegacyChatCreateResult._read(value)


ChatCreateResult: TypeAlias = CreatedChat | LegacyChatCreateResult
"""Response of creating a chat: the chat, or only its ID before app 4.2.808. Only the chat has the
    key `id`."""
