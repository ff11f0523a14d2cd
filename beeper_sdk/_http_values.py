"""The pure half of the HTTP adapter: our values to httpx's, and httpx's answers and exceptions to ours."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator
from typing import TypeGuard

import httpx

from ._api import contract
from ._outcomes import Answer, Failure, FailureKind
from ._wire import Outgoing

_SLOWEST_CONNECT = 10.0
"""Seconds; a server that takes longer to accept a connection is not there."""
ERRORS = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ssl.SSLError)


def _kind(error: Exception) -> FailureKind:
    if isinstance(error, httpx.ConnectTimeout):
        return "connect-timeout"
    if isinstance(error, httpx.PoolTimeout):
        return "busy"
    if isinstance(error, httpx.TimeoutException):
        return "timeout"
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        return "tls" if _has(error, ssl.SSLError) else "connect"
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        return "connect"
    return "unreadable" if isinstance(error, httpx.DecodingError) else "cut"


def _is_group(error: BaseException) -> TypeGuard[BaseExceptionGroup[BaseException]]:
    return isinstance(error, BaseExceptionGroup)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it came from, through the groups that trying several addresses gives."""
    while error is not None:
        yield error
        if _is_group(error):
            for part in error.exceptions:
                yield from _chain(part)
        error = error.__cause__ or error.__context__


def _has(error: BaseException, kind: type[BaseException]) -> bool:
    return any(isinstance(link, kind) for link in _chain(error))


def failure(error: Exception) -> Failure:
    """The failure, with a reason that quotes nothing: texts of errors may hold what the server sent."""
    for link in _chain(error):
        if isinstance(link, ssl.SSLCertVerificationError):
            return Failure(_kind(error), link.verify_message)
        if isinstance(link, OSError) and (name := errno.errorcode.get(link.errno or 0)) is not None:
            return Failure(_kind(error), name)
    return Failure(_kind(error), type(error).__name__)


def read(response: httpx.Response, raw: bytes | None) -> Answer:
    """The answer, unpacked. Without raw bytes, hooks of the user's client have read it already.

    Unpacked here and not on the way: a generator of httpx left in the middle, as by a bad zip, makes trio warn."""
    status, headers = response.status_code, response.headers
    if raw is None:
        return Answer(status, headers, response.content)
    packed = "content-encoding" in headers
    return Answer(status, headers, httpx.Response(status, headers=headers, content=raw).content if packed else raw)


def broken(response: httpx.Response, error: Exception) -> Answer | Failure:
    """What is left of an answer whose body broke off. An error's status says enough without its body."""
    head = Answer(response.status_code, response.headers, b"")
    if head.status_code >= 400:
        return head
    return failure(error)._replace(head=head, received=response.num_bytes_downloaded)


def _timeouts(seconds: float | None) -> dict[str, object]:
    connect = None if seconds is None else min(seconds, _SLOWEST_CONNECT)
    return {"timeout": {"connect": connect, "read": seconds, "write": seconds, "pool": seconds}}


def tls(url: str) -> ssl.SSLContext | bool:
    """For http a context that trusts nobody: loading the certificates costs 50 ms, and none is needed."""
    return True if url.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def request(out: Outgoing, seconds: float | None, client: httpx.Client | httpx.AsyncClient | None) -> httpx.Request:
    """The request, built by hand, or by the user's client with what it adds."""
    files = fields = None
    if out.multipart is not None:
        files, fields = out.multipart.files, _joined(out.multipart.fields)
    build = httpx.Request if client is None else client.build_request
    return build(
        out.method,
        out.url,
        headers=out.headers,
        content=out.content,
        data=fields,
        files=files,
        extensions=_timeouts(seconds),
    )


def _joined(fields: contract.Pairs) -> dict[str, list[str]]:
    """Form fields as httpx takes them; a name may come more than once."""
    out: dict[str, list[str]] = {}
    for name, value in fields:
        out.setdefault(name, []).append(value)
    return out
