# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import resources

if TYPE_CHECKING:
    from ..engine.sender import RequestSender


class Assets(resources.AssetsApi):
    """Media files: download, stream and upload them."""

    __slots__ = ("_engine",)

    def __init__(self, engine: RequestSender) -> None:
        super().__init__(engine)
        self._engine = engine
