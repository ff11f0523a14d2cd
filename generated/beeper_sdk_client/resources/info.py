# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api import info as _info

if TYPE_CHECKING:
    from .._model import Json
    from .._protocols import AsyncSender, Sender
    from ..models.info import ServerInfo


class InfoApi:
    """The running app: its version, its endpoints and its OpenAPI document."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def retrieve(self) -> ServerInfo:
        """Facts about the running app and its endpoints.

        Returns versions, addresses and the available endpoints.

        Read-only. Since app 4.2.557. No token is needed. Endpoint: GET /v1/info; error statuses:
        500.
        """
        return self._sender.send(_info.retrieve())

    def spec(self) -> dict[str, Json]:
        """The OpenAPI document of the running app.

        Describes exactly what the running app supports. It is not known whether a token is needed;
        one is sent if available.

        Read-only. Since app 4.2.557. A token is optional. Endpoint: GET /v1/spec; error statuses:
        not documented.
        """
        return self._sender.send(_info.spec())


class AsyncInfoApi:
    """The running app: its version, its endpoints and its OpenAPI document."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def retrieve(self) -> ServerInfo:
        """Facts about the running app and its endpoints.

        Returns versions, addresses and the available endpoints.

        Read-only. Since app 4.2.557. No token is needed. Endpoint: GET /v1/info; error statuses:
        500.
        """
        return await self._sender.send(_info.retrieve())

    async def spec(self) -> dict[str, Json]:
        """The OpenAPI document of the running app.

        Describes exactly what the running app supports. It is not known whether a token is needed;
        one is sent if available.

        Read-only. Since app 4.2.557. A token is optional. Endpoint: GET /v1/spec; error statuses:
        not documented.
        """
        return await self._sender.send(_info.spec())
