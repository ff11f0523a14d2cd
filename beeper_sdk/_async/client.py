"""The client: settings, connections, life cycle, and the calls that are no operation's own.

What it can do beyond that comes from the generated root class and from the resources beside this module.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from .._api import base, resources
from .._log import log_as_environment_says
from .._typing import override
from ..config import ApiGeneration, Guard, Headers, Settings
from ..retry import STANDARD, RetryPolicy
from .sender import AsyncRequestSender

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping
    from types import TracebackType
    from typing import Self

    from .._adhoc import QueryValue
    from .._api import answers, contract, models
    from .._http import AsyncHttp, AsyncHttpClient, AsyncTransport
    from ..response import Response
    from .accounts import AsyncAccounts
    from .chats import AsyncChats
    from .messages import AsyncMessages
    from .people import AsyncPeople
    from .stream import AsyncStream

T = TypeVar("T")


class AsyncBeeper(resources.AsyncRootApi):
    """The Beeper of this machine, or of another.

    Use it as a context manager, or `close` it. Safe to share between tasks; picklable (the pickle holds the token).

    Args:
        access_token: Made in Beeper (Settings, Integrations); else ``BEEPER_ACCESS_TOKEN``. Without one, only
            operations that need none can be called.
        base_url: Where Beeper listens; else ``BEEPER_BASE_URL``, else ``http://127.0.0.1:23373``.
        timeout: Seconds to wait for each step of the server: connecting, and each piece of an answer. None for
            no limit.
        retry: How often what may be repeated is tried. What must not happen twice is never sent twice.
        headers: Sent with every call, on top of those of ``BEEPER_CUSTOM_HEADERS``.
        transport: An httpx transport to send through, closed with the client.
        http_client: An httpx client to send through, with its proxies, certificates and hooks. Yours to close.
        read_only: Refuse every operation that changes something, before anything is sent.
        guard: Its ``check(request)`` sees every call before it is sent, and raises to refuse it.
        allow_remote: Allow plain http to another machine, where others can read along.
        api: ``auto``: calls take the form that the app of today, or an older one, understands; on an app of today
            that costs nothing. ``v1``: never through v0. ``v0``: through v0 only, without asking.
        strict: Check the types of all values in answers, not just their structure.

    Raises:
        ValueError, TypeError: an argument or variable does not fit; the error names it.
    """

    def __init__(
        self,
        access_token: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        retry: RetryPolicy = STANDARD,
        headers: Headers | None = None,
        transport: AsyncTransport | None = None,
        http_client: AsyncHttpClient | None = None,
        read_only: bool = False,
        guard: Guard | None = None,
        allow_remote: bool = False,
        api: ApiGeneration = "auto",
        strict: bool = False,
    ) -> None:
        if transport is not None and http_client is not None:
            raise ValueError("give transport or http_client, not both")
        log_as_environment_says()
        settings = Settings(
            access_token, base_url, timeout, retry, headers, read_only, guard, allow_remote, api, strict
        )
        self._connect(settings, transport, http_client)

    def _connect(
        self, settings: Settings, transport: AsyncTransport | None, http_client: AsyncHttpClient | None
    ) -> None:
        from .._http import AsyncHttp  # brings httpx

        self._use(settings, AsyncHttp(settings, transport, http_client), owned=True)

    def _use(self, settings: Settings, http: AsyncHttp, *, owned: bool) -> None:
        self._source = AsyncRequestSender(settings, http)
        self._owned = owned
        super().__init__(self._source)

    @property
    @override
    def accounts(self) -> AsyncAccounts:
        """Accounts: list, read; their contacts; who you are on each."""
        from .accounts import AsyncAccounts

        return AsyncAccounts(self._sender)

    @property
    @override
    def chats(self) -> AsyncChats:
        """Chats: list, search, read, change, remind; who is in them."""
        from .chats import AsyncChats

        return AsyncChats(self._sender)

    @property
    @override
    def messages(self) -> AsyncMessages:
        """Messages: list, search, send, change; which are your own."""
        from .messages import AsyncMessages

        return AsyncMessages(self._sender)

    @property
    def people(self) -> AsyncPeople:
        """People: find them by name, handle, number or ID; what to call them."""
        from .people import AsyncPeople

        return AsyncPeople(self._sender)

    async def me(self, account_id: str) -> models.User:
        """Who you are on one account. No request where this client knows it, else one for an account that is listed.

        Looked at are, in this order: chats that came by and mark you; the list of accounts; messages of yours, which
        are searched for once per account; the first chats of the account, and the whole roster of one of them.

        Raises:
            SelfUserUnknown: nothing tells, or there is no such account; the error tells where was looked.
        """
        from .whoami import AsyncWhoAmI

        return await AsyncWhoAmI(self._sender).on_account(account_id)

    def clear_cache(self) -> None:
        """Forget what this client, and all made of it by `with_options`, learned of who you are."""
        self._source.learned.clear()

    async def raw(self, request: contract.Request[T]) -> Response[T]:
        """Send a call of `beeper_sdk.api`, and give its result with status, headers and server version.

        Raises:
            APIError: as the method of the same name would.
        """
        return await self._source.exchange(request)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, QueryValue] | None = None,
        json: object = None,
        effect: contract.Effect = "once",
    ) -> Response[base.Json]:
        """Call what this SDK does not know yet.

        Args:
            method: ``GET``, ``POST``, ...
            path: Begins with ``/``; ids in it percent-encoded by you. No query.
            query: Names as the server spells them; a list repeats its name, None is left out.
            json: The body; None sends none.
            effect: What repeating it does: ``read`` and ``idempotent`` calls are retried, ``once`` never.

        Raises:
            APIError: as every operation.
            ValueError: an argument does not fit.
        """
        from .._adhoc import adhoc

        return await self._source.exchange(adhoc(method, path, query, json, effect))

    @asynccontextmanager
    async def stream(self, request: contract.Request[answers.Content]) -> AsyncGenerator[AsyncStream]:
        """Read a file piece by piece: ``async with beeper.stream(api.assets.serve(url=...)) as file: ...``.

        The block's value has `status`, `content_type`, `iter_bytes()` and `save(path)`.

        Raises:
            APIError: as the method of the same name would; while reading, where the connection is cut.
        """
        stream = await self._source.open(request)
        try:
            yield stream
        finally:
            await stream.close()

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
        return f"<AsyncBeeper {settings.base_url}, {'with' if settings.access_token else 'without'} a token>"
