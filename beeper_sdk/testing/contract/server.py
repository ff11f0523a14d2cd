"""The server of ``serve --contract``: the example of each operation for every valid request, whatever its IDs."""

from __future__ import annotations

from typing import Self

from ..._core.util.override import override
from ..._core.util.urls import LOOPBACKS
from ..server.app import Application
from ..server.thread import ServerThread
from ..state import Site
from ..websockets import PINGS
from ..wire.tokens import SCOPES, Token, Tokens
from ..world.world import World
from ..worlds import start_of
from .routes import ContractRoutes


class _AnyTokens(Tokens):
    """Every token is valid, and has both scopes."""

    @override
    def find(self, text: str | None, now: int) -> Token | None:
        return Token("token-1", SCOPES, now) if text else None


class ContractServer:
    """A server without state. Its argument is the port: 0 for any free one."""

    def __init__(self, port: int = 0, *, addresses: tuple[str, ...] = LOOPBACKS, strict_requests: bool = False) -> None:
        site = Site(World(start_of("empty", 0), None), strict_requests=strict_requests, tokens=_AnyTokens())
        site.setup.state = "ready"
        application = Application(site, ContractRoutes())
        self._world = site.world
        self._thread = ServerThread(application, port, addresses=addresses, pings=PINGS)

    def start(self) -> Self:
        self._thread.start()
        return self

    def stop(self) -> None:
        self._thread.stop()
        self._world.media.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._thread.port}"
