"""Converts encoded requests to httpx requests, with their time limits. No I/O."""

from __future__ import annotations

import os
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from math import inf
from sys import flags
from typing import TYPE_CHECKING, TypeAlias

import httpx

from .._core.calls.request_encoding import HttpRequest
from .._core.config import settings
from .._core.generated import contract
from .._core.http.outcome import ReadLimits
from .._core.util.override import override
from .._core.util.urls import is_loopback
from .budget import MAX_CONNECT_TIMEOUT, Budget
from .httpx_failures import errors
from .request_body import PIECE, AsyncPieces, FormBody, RequestBody, file_error, in_thread

if TYPE_CHECKING:
    from .environment import Route

AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
Transport: TypeAlias = httpx.BaseTransport
AsyncHttpClient: TypeAlias = httpx.AsyncClient
HttpClient: TypeAlias = httpx.Client
HttpxResponse: TypeAlias = httpx.Response
AsyncSend: TypeAlias = Callable[[httpx.Request], Awaitable[httpx.Response]]
Send: TypeAlias = Callable[[httpx.Request], httpx.Response]


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


class TimeLimit(float):
    """A timeout in seconds that httpx passes on to the network layer, with the budget of its request."""

    budget: Budget


def check_headers(client: httpx.Client | httpx.AsyncClient | None) -> None:
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
    if url.startswith("https:") and (path := os.environ.get("SSLKEYLOGFILE")) and not flags.ignore_environment:
        from .environment import check_key_log

        check_key_log(path)
    if is_loopback(url):
        return None
    from . import environment

    return environment.find_route(url)


def tls(url: str) -> ssl.SSLContext:
    """The TLS context. For http it is an empty one, because loading certificates takes 50 ms."""
    is_used = url.startswith("https:")
    return httpx.create_ssl_context(trust_env=False) if is_used else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def request(
    http_request: HttpRequest,
    limits: ReadLimits,
    client: httpx.Client | httpx.AsyncClient | None,
    budget: Budget | None,
) -> httpx.Request:
    """The httpx request. A client that the user supplied adds its own headers and cookies. `budget` is None for
    transports that the user supplied: they need plain numbers."""
    content, form = http_request.content, http_request.multipart
    headers, files, fields = http_request.headers, None, None
    body: RequestBody | None = None
    if content is not None and len(content) > PIECE:
        body = RequestBody(content)
        headers = [*headers, ("Content-Length", str(len(content)))]
    build = httpx.Request if client is None else client.build_request
    try:
        if form is not None:
            files, fields = form.files, _grouped(form.fields)
            form.rewind()
        built = build(
            http_request.method,
            http_request.url,
            headers=headers,
            content=content
            if body is None
            else RequestStream(body),  # httpx does not read what is not bytes; it would send it without a length
            data=fields,
            files=files,
            extensions={"timeout": _timeouts(limits.timeout, budget), "max_idle": limits.max_idle, "budget": budget},
        )
    except Exception as error:
        if form is None:
            raise
        raise file_error(error, sent=False) from None  # a file object of the user may raise anything
    if form is not None and isinstance(built.stream, httpx.SyncByteStream):
        start_step = Budget(limits).start_step if budget is None else budget.start_step
        size = built.headers.get("Content-Length")
        body = FormBody(built.stream, size, start_step, may_block=form.may_block)
    if body is not None:
        built.stream = RequestStream(body)
    return built


def _timeouts(seconds: float | None, budget: Budget | None) -> dict[str, float | None]:
    """The timeouts of httpx. That of connecting is shorter: a response may take long, but connecting does not."""
    connect = None if seconds is None else min(seconds, MAX_CONNECT_TIMEOUT)
    if budget is None:
        return {"connect": connect, "read": seconds, "write": seconds, "pool": seconds}
    step, connecting = TimeLimit(budget.seconds), TimeLimit(inf if connect is None else connect)
    step.budget = connecting.budget = budget
    return {"connect": connecting, "read": step, "write": step, "pool": seconds}


async def async_request(
    http_request: HttpRequest, limits: ReadLimits, client: httpx.AsyncClient | None, budget: Budget | None
) -> httpx.Request:
    """The same for async clients, without the async generators of httpx (see `request_body`). Files are opened and
    rewound in a thread."""
    if http_request.multipart is not None and http_request.multipart.may_block:
        built = await in_thread(request, http_request, limits, client, budget)
    else:
        built = request(http_request, limits, client, budget)
    if isinstance(built.stream, httpx.SyncByteStream) and not isinstance(built.stream, RequestStream):
        built.stream = RequestStream(RequestBody(built.stream))
    return built


def pool_timeout(request: httpx.Request) -> float | None:
    """Maximum seconds that a request waits for a slot while no other call ends."""
    seconds: float | None = request.extensions["timeout"]["pool"]
    return seconds


def start_step(request: httpx.Request) -> None:
    """Start the step of connecting."""
    budget: Budget = request.extensions["budget"]
    budget.start_step()


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


def _grouped(fields: contract.Pairs) -> dict[str, list[str]]:
    """Form fields as httpx expects them: a name that occurs several times has a list of values."""
    grouped: dict[str, list[str]] = {}
    for name, value in fields:
        grouped.setdefault(name, []).append(value)
    return grouped
