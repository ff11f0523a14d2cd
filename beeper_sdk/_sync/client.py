# @generated


from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TypeVar

from .._core.config.environment import find_base_url, wants_httpx, with_environment_headers
from .._core.config.retry_policy import STANDARD, RetryPolicy
from .._core.config.settings import MAX_BYTES, ApiGeneration, Guard, Headers, Settings
from .._core.generated import contract
from .._core.util.log import log_as_environment_says
from .._core.util.validation import check_kind
from .news_client import NewsClient

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

    from .._core.calls.raw_request import Method, QueryValue
    from .._core.calls.response import Response
    from .._core.config.credentials import TokenSource
    from .._core.config.rate_limit import RateLimit
    from .._core.diagnostics.findings import Diagnose, Diagnostics
    from .._core.generated import Content, Effect, Json, Request, models
    from .._transport.via_httpx.mapping import HttpClient, Transport
    from ..hooks import Hooks
    from .engine.stream import Stream

T = TypeVar("T")


class Beeper(NewsClient):
    """A client of the Beeper Desktop API.

    ```python
    with Beeper() as beeper:
        for chat in beeper.chats.unread():
            print(chat.title, chat.unread_count)
        chat = beeper.chats.find("Alice")
        beeper.messages.send(chat, text="Hello")
    ```

    Use it as a context manager, or call `close`. It can be shared between threads. It can be pickled, with its token.

    - `chats`, `messages`, `accounts`, `people`, `labels`: read and change them. `transcript` writes a chat as a text.
    - `attachments`, `assets`: save the files of messages, upload and download files.
    - `changes`, `on_message`, `run_forever`: everything new since a position. `events`: what happens now.
    - `search`, `focus`: search in everything; show a chat in the app.
    - `bridges`, `app`, `info`, `matrix`, `oauth`, `v0`: connect networks, set up the app, the rest of the API.
    - `raw`, `request`, `stream`: whole responses, other requests, files in pieces.

    Args:
        access_token: A token created in Beeper (Settings, Integrations), or a function that returns one: it is called
            before the first request, and again after a 401. Default: ``BEEPER_ACCESS_TOKEN``, else the token stored by
            ``python -m beeper_sdk login``. Without a token, or with a blank string, only operations that need none can
            be called.
        base_url: URL of the server. Default: ``BEEPER_BASE_URL``, else ``http://localhost:23373``. ``localhost`` and
            names that end with ``.localhost`` stand for 127.0.0.1 and, if nothing listens there, ::1.
        timeout: Seconds for each step, greater than 0: connecting, sending the next bytes, receiving the head of the
            response, and receiving the next bytes of its body. None for no limit.
        retry: When to retry failed calls; by default, three attempts within 60 seconds. A request that could have an
            effect twice, such as a send, is never repeated.
        headers: Additional headers of every request, on top of those in ``BEEPER_CUSTOM_HEADERS``.
        transport: An httpx transport to send through, which is closed with the client; or ``"httpx"``: send through
            httpx also to this machine, so that tools which replace parts of httpx or httpcore in tests, such as respx,
            see the requests. ``BEEPER_TRANSPORT=httpx`` does the same. By default, requests to this machine over plain
            http do not use httpx.
        http_client: A client of httpx or httpx2 to send through, with its proxies, certificates and hooks. It is not
            closed.
        read_only: Refuse every operation that writes, before anything is sent.
        guard: A `WritePolicy`, or an object whose ``check(request)`` raises an exception to refuse a call.
        allow_remote: Allow unencrypted http to another machine, where others on the network can read the traffic.
        api: ``auto`` selects v1 or v0 of the API, and the form of each call, by the version of the app; with a current
            app this makes no extra request. ``v1`` never uses v0. ``v0`` uses v0 only.
        strict: Raise ResponseDecodeError if a response has a value of another type, an unknown field, or an unknown
            enum value. A newer app can then break every call, so use it in tests only.
        max_response_bytes: Maximum size of a response after decompression, 64 MiB by default. A larger response raises
            ResponseTooLarge. None for no limit. Streamed files are not limited.
        rate_limit: Limits the rate of all requests of this client.
        hooks: Functions that are called for every attempt, with its operation, status, duration and sizes.
        diagnose: Record unknown parts of responses in `diagnostics`. ``first`` checks the first three responses of each
            operation; ``all`` checks every response, which takes far longer than decoding.

    Raises:
        ValueError, TypeError: an argument or environment variable is invalid. The message names it.
    """

    def __init__(
        self,
        access_token: str | TokenSource | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        retry: RetryPolicy = STANDARD,
        headers: Headers | None = None,
        transport: Transport | Literal["httpx"] | None = None,
        http_client: HttpClient | None = None,
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
            raise ValueError("transport and http_client must not both be given")
        is_supplied = transport is not None or http_client is not None
        by_httpx = wants_httpx(transport, is_supplied=is_supplied)
        own_transport = None if isinstance(transport, str) else transport
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
            is_supplied,
            by_httpx,
        )
        self._connect(settings, own_transport, http_client)

    def me(self, account_id: str) -> models.User:
        """Your user on an account. Makes no request if it is known, and one if the account is in the list of accounts.

        It is determined from, in this order: chats already received that mark you; the list of accounts; your own
        messages (searched once per account); the first chats of the account, and all participants of one of them.

        Args:
            account_id: The ID of one of your accounts.

        Raises:
            SelfUserUnknown: the user cannot be determined, or there is no such account.
            TypeError: ``account_id`` is no str.
        """
        from .people.self_lookup import SelfLookup

        return SelfLookup(self._engine).on_account(account_id)

    def clear_cache(self) -> None:
        """Clear the caches of this client and its copies: your users, names, and recent sends (which `messages.check`
        and `messages.wait` use)."""
        self._engine.state.clear()

    @property
    def diagnostics(self) -> Diagnostics:
        """Parts of responses that this version does not know: unknown fields, unknown values, other types.

        Shared with clients made by `with_options`. Without ``diagnose``, it contains only the reasons for decoding
        errors.
        """
        return self._engine.state.recorder.diagnostics

    def server_version(self) -> str | None:
        """The version of the app, such as ``4.3.73``; None for apps before 4.1.239, which do not report it.

        Makes one request if the version is not known yet.

        Raises:
            APIError: the request failed.
        """
        from .engine.server_probe import version

        return version(self._engine)

    def supports(self, operation: str) -> bool:
        """Whether the server supports an operation. Makes one request if its version is not known yet.

        Args:
            operation: The name of the operation: ``labels.list`` for ``beeper.labels.list()``.

        Raises:
            ValueError: there is no such operation. The message suggests similar names.
            APIError: the request for the version failed.
        """
        from .engine.server_probe import supports

        return supports(self._engine, operation)

    def raw(self, request: Request[T]) -> Response[T]:
        """Send a request built with `beeper_sdk.api`, and return its result with status, headers and server version.

        Args:
            request: A request built with `api`, such as ``api.chats.list()``.

        Raises:
            APIError: like the method of the same name.
        """
        check_kind("request", request, contract.Request, "a request built with beeper_sdk.api")
        return self._engine.raw(request)

    def request(
        self,
        method: Method,
        path: str,
        *,
        query: Mapping[str, QueryValue] | None = None,
        json: object = None,
        effect: Effect | None = None,
    ) -> Response[Json]:
        """Call an operation that this SDK does not have.

        Args:
            method: The HTTP method.
            path: An absolute path such as ``/v1/chats``, without a query. IDs in it must be percent-encoded.
            query: The query parameters, with the names of the API. A list repeats its parameter; None is omitted.
            json: The JSON body; None for no body.
            effect: ``read`` and ``idempotent`` calls are retried; ``once`` calls are never repeated. If omitted, GET
                and HEAD are ``read``, and all other methods ``once``.

        Raises:
            APIError: the request failed.
            ValueError, TypeError: an argument is invalid; nothing was sent.
        """
        from .._core.calls.raw_request import adhoc

        return self._engine.raw(adhoc(method, path, query, json, effect))

    @contextmanager
    def stream(self, request: Request[Content]) -> Generator[Stream]:
        """Read a file in pieces: ``with beeper.stream(api.assets.serve(url=...)) as file: ...``.

        The file has `status`, `content_type`, `iter_bytes()` and `save(path)`.

        Args:
            request: A request for a file: ``api.assets.serve(url=...)``.

        Raises:
            APIError: like the method of the same name; while reading, if the connection is lost.
        """
        check_kind("request", request, contract.Request, "a request built with beeper_sdk.api")
        stream = self._engine.open(request)
        try:
            yield stream
        finally:
            stream.close()
