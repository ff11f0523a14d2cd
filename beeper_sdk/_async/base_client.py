"""The life of a client: its settings, its connections, other options on the same ones, closing and pickling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.generated import base, resources
from .._core.util.override import override
from .engine.sender import AsyncRequestSender

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._core.config.retry_policy import RetryPolicy
    from .._core.config.settings import Headers, Settings
    from .._transport.adapter import AsyncHttp, AsyncHttpClient, AsyncTransport


class AsyncConnected(resources.AsyncRootApi):
    """A client without what it can do beyond the operations."""

    def _connect(
        self, settings: Settings, transport: AsyncTransport | None, http_client: AsyncHttpClient | None
    ) -> None:
        from .._transport.adapter import AsyncHttp  # brings httpx

        self._use(settings, AsyncHttp(settings, transport, http_client), owned=True)

    def _use(self, settings: Settings, http: AsyncHttp, *, owned: bool) -> None:
        self._source = AsyncRequestSender(settings, http)
        self._owned = owned
        super().__init__(self._source)

    def with_options(
        self,
        *,
        timeout: float | base.Unset | None = base.UNSET,
        retry: RetryPolicy | base.Unset = base.UNSET,
        headers: Headers | None = None,
    ) -> Self:
        """The same client with other options, on the same connections.

        Closing it leaves this one open; closing this one closes both.

        Args:
            timeout: As for the client.
            retry: As for the client.
            headers: On top of the client's; one of the same name replaces it.
        """
        now = self._source.settings
        settings = now.changed(
            now.timeout if isinstance(timeout, base.Unset) else timeout,
            now.retry if isinstance(retry, base.Unset) else retry,
            headers,
        )
        other = object.__new__(type(self))
        other._use(settings, self._source.http, owned=False)
        return other

    async def close(self) -> None:
        """Close the connections. Closing twice is fine; any call after it raises ClientClosed."""
        self._source.closed = True
        if self._owned:
            await self._source.http.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @override
    def __getstate__(self) -> Settings:
        if self._source.http.given:
            raise TypeError("a client with its own transport or http_client cannot be pickled")
        return self._source.settings

    def __setstate__(self, settings: Settings) -> None:
        self._connect(settings, None, None)

    @override
    def __repr__(self) -> str:
        settings = self._source.settings
        return f"<AsyncBeeper {settings.base_url}, {'with' if settings.has_token else 'without'} a token>"
