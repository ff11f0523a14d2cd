# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Started, plain_json, plain_values, read_plain
from .._times import parse_time
from .chat import Chat

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

    from ._enums import ChatCreateStatus


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class CreatedChat(Chat, Started):
    """Response of create and start: the chat, with two legacy fields. Since app 4.2.808."""

    chat_id: str
    """Same as id."""
    status: ChatCreateStatus | None = None
    """Whether an existing chat was reused."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        **Chat._ATTRIBUTES,
        "chatID": "chat_id",
        "status": "status",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "lastActivity": parse_time,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        return read_plain(cls, data)

    def _values(self) -> tuple[Any, ...]:
        return plain_values(self)

    def _json(self) -> dict[str, Any]:
        return plain_json(self)
