"""Converts encoded requests to httpx requests, with their time limits. No I/O."""

from __future__ import annotations

import os
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypedDict, cast

import httpx

from ..._core.calls.request_encoding import HttpRequest
from ..._core.config import settings
from ..._core.generated import contract
from ..._core.util.override import override
from ..._core.util.urls import is_loopback
from ..._core.util.validation import wrong_type
from ..forms import grouped
from ..request_body import PIECE, AsyncPieces, FormBody, RequestBody, file_error, in_thread
from .failures import errors

if TYPE_CHECKING:
    from .environment import Route

AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
"""A transport of httpx for `AsyncBeeper`."""
Transport: TypeAlias = httpx.BaseTransport
"""A transport of httpx for `Beeper`."""
HttpxResponse: TypeAlias = httpx.Response
LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=None)
"""Calls are limited by slots, and the time for which a connection may be idle by `reuse`."""


class _Client(Protocol):
    """What clients of httpx and httpx2 have in common."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of all requests."""
        ...

    def build_request(
        self,
        method: str,
        url: str,
        *,
        content: bytes | Iterable[bytes] | None = None,
        data: dict[str, list[str]] | None = None,
        files: Any = None,  # the types of httpx, and those of httpx2
        headers: Sequence[tuple[str, str]] | None = None,
        extensions: dict[str, object] | None = None,
    ) -> Any:
        """A request with the headers, cookies and base URL of the client.

        Args:
            method: The HTTP method.
            url: The absolute URL.
            content: The body, as bytes or in pieces.
            data: The fields of a form.
            files: The files of a form.
            headers: The headers; names may be repeated.
            extensions: Extensions of httpx, such as ``timeout``.
        """
        ...


class HttpClient(_Client, Protocol):
    """An ``httpx.Client`` or ``httpx2.Client``."""

    def send(self, request: Any, *, stream: bool = False, follow_redirects: bool = False) -> Any:
        """Send a request, and return the response, with `stream` before its body is read.

        Args:
            request: A result of `build_request`.
            stream: Return the response before its body is read.
            follow_redirects: Follow redirects; this package never does.
        """
        ...

    def close(self) -> None:
        """Not called: it distinguishes blocking clients from async ones, for type checkers."""
        ...


class AsyncHttpClient(_Client, Protocol):
    """An ``httpx.AsyncClient`` or ``httpx2.AsyncClient``."""

    async def send(self, request: Any, *, stream: bool = False, follow_redirects: bool = False) -> Any:
        """Send a request, and return the response, with `stream` before its body is read.

        Args:
            request: A result of `build_request`.
            stream: Return the response before its body is read.
            follow_redirects: Follow redirects; this package never does.
        """
        ...

    async def aclose(self) -> None:
        """Not called, as `HttpClient.close`."""
        ...


class TransportOptions(TypedDict):
    """The options of httpx's transports. They read no environment: `environment` has done that, and has checked it."""

    verify: ssl.SSLContext
    proxy: httpx.Proxy | None
    limits: httpx.Limits
    trust_env: bool
    retries: int


class RequestStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body as httpx expects it. Sync and async, as in httpx: a transport may call ``request.read()``."""

    def __init__(self, body: RequestBody) -> None:
        self._body = body

    @override
    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._body)


def libraries() -> list[ModuleType]:
    """httpx, and httpx2 if it was imported: otherwise no client of the user is one of its."""
    return [httpx, *filter(None, [sys.modules.get("httpx2")])]


def check_client(client: object, name: str) -> None:
    """Check the type of the argument http_client. Raises TypeError."""
    classes = tuple(cast("type", getattr(library, name)) for library in libraries())
    if client is not None and not isinstance(client, classes):
        raise wrong_type("http_client", f"an httpx.{name}, an httpx2.{name} or None", client)


def is_mock(transport: object) -> bool:
    """Whether a transport is httpx's for tests, whose function may pass an async request on to a blocking client."""
    return isinstance(transport, httpx.MockTransport)


def core_of(client: object) -> str:
    """The name of the library on which a client of the user is built."""
    modules = {kind.__module__.partition(".")[0] for kind in type(client).__mro__}
    return "httpcore2" if "httpx2" in modules else "httpcore"


def check_headers(client: _Client | None) -> None:
    """Check an httpx client of the user. Raises ValueError if it adds a token to each request."""
    for name in settings.TOKEN_HEADERS & set(() if client is None else client.headers):
        raise ValueError(
            f"http_client must not have the header {name}; use access_token or BEEPER_ACCESS_TOKEN instead"
        )


def check_host(base_url: str) -> None:
    """Check the host of a base URL. Raises ValueError for one that httpx refuses, such as invalid Punycode."""
    try:
        if httpx.URL(base_url).host:
            return
    except (UnicodeError, httpx.InvalidURL):
        pass  # not the context of the error below: it contains the URL
    raise ValueError("base_url (or BEEPER_BASE_URL) has an invalid host name or address")


def user_agent() -> str:
    """The User-Agent header of a client."""
    return settings.user_agent(f"httpx/{httpx.__version__}")


def find_route(url: str) -> Route | None:
    """How to reach another machine; None for this one. Raises ValueError for an invalid variable of the environment."""
    if url.startswith("https:") and (path := os.environ.get("SSLKEYLOGFILE")) and not sys.flags.ignore_environment:
        from .environment import check_key_log

        check_key_log(path)
    if is_loopback(url):
        return None
    from . import environment

    return environment.find_route(url)


def transport_options(url: str, route: Route | None) -> TransportOptions:
    """The options of a transport for a URL. For http the TLS context is empty: loading certificates takes 50 ms."""
    if route is not None:
        tls, proxy, retries = route.verify, route.proxy, 0
    else:
        retries = 1  # `localhost` has two addresses, of which each attempt to connect has one
        tls, proxy = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), None
        if url.startswith("https:"):
            tls = httpx.create_ssl_context(trust_env=False)
    return {"verify": tls, "proxy": proxy, "limits": LIMITS, "trust_env": False, "retries": retries}


def request(
    http_request: HttpRequest, client: _Client | None, start_step: Callable[[], None], extensions: dict[str, object]
) -> httpx.Request:
    """The request of httpx, or of httpx2. A client that the user supplied adds its own headers and cookies."""
    content, form = http_request.content, http_request.multipart
    headers = http_request.headers
    body: RequestBody | None = None
    sent: bytes | Iterable[bytes] | None = content
    if content is not None and len(content) > PIECE:
        body, headers = RequestBody(content), [*headers, ("Content-Length", str(len(content)))]
        sent = RequestStream(body)  # httpx does not read what is not bytes
    build = partial(
        httpx.Request if client is None else client.build_request,
        http_request.method,
        http_request.url,
        headers=headers,
        extensions=extensions,
    )
    built: httpx.Request = build(content=sent) if form is None else _form_request(build, form)
    if form is not None and isinstance(built.stream, Iterable):
        size = built.headers.get("Content-Length")
        body = FormBody(form, built.stream, size, start_step)
    elif body is None and isinstance(built.stream, Iterable):
        body = RequestBody(built.stream)
    if body is not None:
        built.stream = _stream_class(core_of(built))(body)
    return built


def _form_request(build: Callable[..., httpx.Request], form: contract.MultipartBody) -> httpx.Request:
    """A request with a form. Raises FileError."""
    try:
        form.rewind()
        return build(data=grouped(form.fields), files=form.files)
    except Exception as error:  # noqa: BLE001 - a file object of the user may raise anything
        raise file_error(error, sent=False) from None


@cache
def _stream_class(core: str) -> type[RequestStream]:
    if core == "httpcore":
        return RequestStream
    library = sys.modules["httpx2"]
    return type("RequestStream", (RequestStream, library.SyncByteStream, library.AsyncByteStream), {})


async def async_request(
    http_request: HttpRequest, client: _Client | None, start_step: Callable[[], None], extensions: dict[str, object]
) -> httpx.Request:
    """The same for async clients. Files are opened and rewound in a thread."""
    if http_request.multipart is not None and http_request.multipart.may_block:
        return await in_thread(request, http_request, client, start_step, extensions)
    return request(http_request, client, start_step, extensions)


def once(content: bytes) -> Iterator[bytes]:
    """The stream of a body that was read already."""
    return iter((content,))


def async_once(content: bytes) -> AsyncIterator[bytes]:
    """The same for async clients."""
    return AsyncPieces(iter((content,)))


def exhaust(pieces: Iterator[bytes]) -> None:
    """Does nothing: the body of a blocking client need not be read to its end, and another thread may be reading it."""


async def async_exhaust(pieces: AsyncIterator[bytes]) -> None:
    """Read a closed body to its end, because trio warns about an async generator that is not run to its end."""
    with suppress(*errors()):
        async for _ in pieces:
            pass
