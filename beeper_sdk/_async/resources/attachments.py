"""The files of messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.util.override import override

if TYPE_CHECKING:
    from ..engine.sender import AsyncRequestSender


class AsyncAttachments:
    """The files of messages: save, read and open them."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._engine = engine

    @override
    def __repr__(self) -> str:
        return "<AsyncAttachments>"
