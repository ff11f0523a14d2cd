# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.util.override import override

if TYPE_CHECKING:
    from ..engine.sender import RequestSender


class Attachments:
    """The files of messages: save, read and open them."""

    __slots__ = ("_engine",)

    def __init__(self, engine: RequestSender) -> None:
        self._engine = engine

    @override
    def __repr__(self) -> str:
        return "<Attachments>"
