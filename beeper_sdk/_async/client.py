"""The client: settings, connections, life cycle, and the calls that are no operation's own.

What it can do beyond that comes from the generated root class and from the resources beside this module.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from .._core.config.environment import find_base_url, with_environment_headers
from .._core.config.retry_policy import STANDARD, RetryPolicy
from .._core.config.settings import MAX_BYTES, ApiGeneration, Guard, Headers, Settings
from .._core.generated import base
from .._core.util.log import log_as_environment_says
from .._core.util.override import override
from .base_client import AsyncBaseClient

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable, Mapping

    from .._core.calls.raw_request import QueryValue
    from .._core.calls.response import Response
    from .._core.config.credentials import TokenSource
    from .._core.config.rate_limit import RateLimit
    from .._core.diagnostics.findings import Diagnose, Diagnostics
    from .._core.generated import answers, contract, models
    from .._transport.httpx_mapping import AsyncHttpClient, AsyncTransport
    from ..hooks import Hooks
    from .engine.stream import AsyncStream
    from .resources.accounts import AsyncAccounts
    from .resources.chats import AsyncChats
    from .resources.messages import AsyncMessages
    from .resources.people import AsyncPeople

T = TypeVar("T")


class AsyncBeeper(AsyncBaseClient):
    """The Beeper of this machine, or of another.

    Use it as a context manager, or `close` it. Safe to share between tasks; picklable (the pickle holds the token).

    Args:
        access_token: Made in Beeper (Settings, Integrations); else ``BEEPER_ACCESS_TOKEN``, else that of
            ``python -m beeper_sdk login``. Or a function that gives one: it is asked at the first call, and once
            more after a 401. Without any, only operations that need none can be called.
        base_url: Where Beeper listens; else ``BEEPER_BASE_URL``, else ``http://127.0.0.1:23373``.
        timeout: Seconds to wait for each step of the server: connecting, and each piece of an answer. None for
            no limit.
        retry: How often what may be repeated is tried. What must not happen twice is never sent twice.
        headers: Sent with every call, on top of those of ``BEEPER_CUSTOM_HEADERS``.
        transport: An httpx transport to send through, closed with the client.
        http_client: An httpx client to send through, with its proxies, certificates and hooks. Yours to close.
        read_only: Refuse every operation that changes something, before anything is sent.
        guard: A `WritePolicy`, or anything whose ``check(request)`` raises to refuse a call before it is sent.
        allow_remote: Allow plain http to another machine, where others can read along.
        api: ``auto``: calls take the form that the app of today, or an older one, understands; on an app of today
            that costs nothing. ``v1``: never through v0. ``v0``: through v0 only, without asking.
        strict: Raise ResponseDecodeError where an answer has what this version does not know: a value of another
            type, a new field, a new value of an enum. Any newer app may then break calls: for tests, not for users.
        max_response_bytes: Of one answer, unpacked; a longer one is not read to its end and is an error. None for no
            limit. Files are not limited.
        rate_limit: Paces all requests of this client.
        hooks: Told of every attempt: of its operation, status, time and sizes, never of what is in it.
        diagnose: Note in `diagnostics` where answers have what this version does not know. ``first`` looks at the
            first three answers of each operation, ``all`` at every one, which takes far longer than decoding.

    Raises:
        ValueError, TypeError: an argument or variable does not fit; the error names it.
    """

    def __init__(
        self,
        access_token: str | TokenSource | None = None,
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
        max_response_bytes: int | None = MAX_BYTES,
        rate_limit: RateLimit | None = None,
        hooks: Hooks | Iterable[Hooks] = (),
        diagnose: Diagnose = "off",
    ) -> None:
        if transport is not None and http_client is not None:
            raise ValueError("give transport or http_client, not both")
        from ..auth._selection import select_credentials

        log_as_environment_says()
        url = find_base_url(base_url)
        settings = Settings(
            select_credentials(access_token, url),
            url,
            timeout,
            retry,
            with_environment_headers(headers),
            read_only,
            guard,
            allow_remote,
            api,
            strict,
            max_response_bytes,
            rate_limit,
            hooks,
            diagnose,
        )
        self._connect(settings, transport, http_client)

    @property
    @override
    def accounts(self) -> AsyncAccounts:
        """Accounts: list, read; their contacts; who you are on each."""
        if self._accounts is None:
            from .resources.accounts import AsyncAccounts

            self._accounts = AsyncAccounts(self._engine)
        return self._accounts

    @property
    @override
    def chats(self) -> AsyncChats:
        """Chats: list, search, read, change, remind; who is in them."""
        if self._chats is None:
            from .resources.chats import AsyncChats

            self._chats = AsyncChats(self._engine)
        return self._chats

    @property
    @override
    def messages(self) -> AsyncMessages:
        """Messages: list, search, send, change; which are your own."""
        if self._messages is None:
            from .resources.messages import AsyncMessages

            self._messages = AsyncMessages(self._engine)
        return self._messages

    @property
    def people(self) -> AsyncPeople:
        """People: find them by name, handle, number or ID; what to call them."""
        if self._people is None:
            from .resources.people import AsyncPeople

            self._people = AsyncPeople(self._engine)
        return self._people

    async def me(self, account_id: str) -> models.User:
        """Who you are on one account. No request where this client knows it, else one for an account that is listed.

        Looked at are, in this order: chats that came by and mark you; the list of accounts; messages of yours, which
        are searched for once per account; the first chats of the account, and the whole roster of one of them.

        Raises:
            SelfUserUnknown: nothing tells, or there is no such account; the error tells where was looked.
        """
        from .people.self_lookup import AsyncSelfLookup

        return await AsyncSelfLookup(self._engine).on_account(account_id)

    def clear_cache(self) -> None:
        """Forget what this client, and all made of it by `with_options`, learned of who you are, and what they sent
        (which `messages.check` and `messages.wait` make use of)."""
        self._engine.state.clear()

    @property
    def diagnostics(self) -> Diagnostics:
        """What came that this version does not know: unknown fields and values, other types, by field of a model.

        Shared with clients made by `with_options`. Without ``diagnose`` it has only what made answers unreadable.
        """
        return self._engine.state.recorder.diagnostics

    async def server_version(self) -> str | None:
        """The version of the app, as it spells it; None for apps before 4.1.239, which do not tell.

        No request where this client knows it, else one.

        Raises:
            APIError: as every operation.
        """
        from .engine.server_probe import version

        return await version(self._engine)

    async def supports(self, operation: str) -> bool:
        """Can this client call an operation on its server, in whichever form? No request where the version is known.

        Args:
            operation: As it is called: ``labels.list``.

        Raises:
            ValueError: there is no such operation; the error tells which are like it.
            APIError: the server had to be asked what it is, and that failed.
        """
        from .engine.server_probe import supports

        return await supports(self._engine, operation)

    async def raw(self, request: contract.Request[T]) -> Response[T]:
        """Send a call of `beeper_sdk.api`, and give its result with status, headers and server version.

        Raises:
            APIError: as the method of the same name would.
        """
        return await self._engine.raw(request)

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
        from .._core.calls.raw_request import adhoc

        return await self._engine.raw(adhoc(method, path, query, json, effect))

    @asynccontextmanager
    async def stream(self, request: contract.Request[answers.Content]) -> AsyncGenerator[AsyncStream]:
        """Read a file piece by piece: ``async with beeper.stream(api.assets.serve(url=...)) as file: ...``.

        The block's value has `status`, `content_type`, `iter_bytes()` and `save(path)`.

        Raises:
            APIError: as the method of the same name would; while reading, where the connection is cut.
        """
        stream = await self._engine.open(request)
        try:
            yield stream
        finally:
            await stream.close()
