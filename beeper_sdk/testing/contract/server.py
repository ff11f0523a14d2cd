"""The server of ``serve --contract``: the example of each operation for every valid request, whatever its IDs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.util.override import override
from .._host import Host
from .._options import Options
from ..state import Site
from ..wire.errors import unauthorized
from ..wire.spec import operations
from ..wire.tokens import SCOPES, Token, Tokens
from ..world.start import StoredStart

if TYPE_CHECKING:
    from ..server.dispatch import Dispatcher


class ContractServer(Host):
    """A server whose operations have no state. It accepts every token.

    Args:
        port: Port to listen on; 0 for any free port.
        host: As that of `FakeBeeper`.
        token: The token `token`, for clients that need one; a random one if omitted.
        strict_requests: As that of `FakeBeeper`.

    Raises:
        ValueError, TypeError: An argument is invalid.
    """

    def __init__(
        self, *, port: int = 0, host: str | None = None, token: str | None = None, strict_requests: bool = False
    ) -> None:
        options = Options(world="empty", strict_requests=strict_requests)
        super().__init__(options, port, host=host, token=token)

    @property
    def token(self) -> str:
        """An access token; any other one is as good."""
        self._serving()
        return self._token

    @override
    def _new_site(self, start: StoredStart | None = None) -> Site:
        site = super()._new_site(start)
        site.tokens = _AnyToken()
        return site

    @override
    def _dispatcher(self) -> Dispatcher:
        from ..server.dispatch import Dispatcher
        from .service import ExampleService

        service = ExampleService()
        return Dispatcher({operation.tag: service for operation in operations()})


class _AnyToken(Tokens):
    """Every token is valid, and has both scopes."""

    @override
    def find(self, text: str | None, now: int) -> Token | None:
        return Token("token-1", SCOPES, now) if text else None

    @override
    def check(self, text: str | None, scopes: tuple[str, ...], now: int) -> Token:
        token = self.find(text, now)
        if token is None:
            raise unauthorized()
        return token
