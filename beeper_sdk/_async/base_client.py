"""The base of a client: settings, connections, `with_options`, closing and pickling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.client_state import ClientState
from .._core.generated import UNSET, base, resources
from .._core.util.override import override
from .engine.sender import AsyncRequestSender

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._core.config.retry_policy import RetryPolicy
    from .._core.config.settings import Headers, Settings
    from .._core.generated import Unset
    from .._transport._async import protocol
    from .._transport.via_httpx.mapping import AsyncHttpClient, AsyncTransport
    from .resources.accounts import AsyncAccounts
    from .resources.assets import AsyncAssets
    from .resources.attachments import AsyncAttachments
    from .resources.chats import AsyncChats
    from .resources.messages import AsyncMessages
    from .resources.people import AsyncPeople


class AsyncBaseClient(resources.AsyncRootApi):
    """A client with the generated operations only."""

    def _connect(
        self, settings: Settings, transport: AsyncTransport | None, http_client: AsyncHttpClient | None
    ) -> None:
        from .._transport._async.selection import make_transport

        self._configure(settings, make_transport(settings, transport, http_client), ClientState(settings), True)

    def _configure(self, settings: Settings, http: protocol.AsyncTransport, state: ClientState, owned: bool) -> None:
        self._engine = AsyncRequestSender(settings, http, state)
        self._owned = owned
        self._accounts: AsyncAccounts | None = None
        self._assets: AsyncAssets | None = None
        self._attachments: AsyncAttachments | None = None
        self._chats: AsyncChats | None = None
        self._messages: AsyncMessages | None = None
        self._people: AsyncPeople | None = None
        super().__init__(self._engine)

    def with_options(
        self,
        *,
        timeout: float | Unset | None = UNSET,
        retry: RetryPolicy | Unset = UNSET,
        headers: Headers | None = None,
    ) -> Self:
        """A copy of the client with other options, which shares its connections and caches.

        Closing the copy does not close the original; closing the original closes both.

        Args:
            timeout: Replaces the timeout of the client, if it is given: seconds greater than 0; None for no limit.
            retry: Replaces the retry policy of the client, if it is given.
            headers: Added to the headers of the client. A header of the same name is replaced.

        Raises:
            ValueError, TypeError: an argument is invalid.
        """
        now = self._engine.settings
        settings = now.changed(
            now.timeout if isinstance(timeout, base.Unset) else timeout,
            now.retry if isinstance(retry, base.Unset) else retry,
            headers,
        )
        copy = object.__new__(type(self))
        copy._configure(settings, self._engine.http, self._engine.state, owned=False)
        return copy

    async def close(self) -> None:
        """Close the connections. Later calls raise ClientClosed. Closing twice has no effect."""
        self._engine.closed = True
        if self._owned:
            await self._engine.http.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @override
    def __getstate__(self) -> Settings:
        # Only the settings are pickled: connections and caches belong to this process.
        if self._engine.http.user_supplied:
            raise TypeError("a client with a transport or http_client cannot be pickled")
        return self._engine.settings

    def __setstate__(self, settings: Settings) -> None:
        self._connect(settings, None, None)

    @override
    def __repr__(self) -> str:
        settings = self._engine.settings
        return f"<AsyncBeeper {settings.base_url}, {'with' if settings.has_token else 'without'} a token>"
