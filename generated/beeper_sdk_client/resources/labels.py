# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api import labels as _labels

if TYPE_CHECKING:
    from builtins import list as List

    from .._protocols import AsyncSender, Sender
    from ..models.label import Label


class LabelsApi:
    """The labels with which the user groups chats."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def list(self) -> List[Label]:
        """List the labels of the user, by name.

        Read-only. Since app 4.3.1. Required scope: read. Endpoint: GET /v1/labels; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_labels.list())


class AsyncLabelsApi:
    """The labels with which the user groups chats."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def list(self) -> List[Label]:
        """List the labels of the user, by name.

        Read-only. Since app 4.3.1. Required scope: read. Endpoint: GET /v1/labels; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_labels.list())
