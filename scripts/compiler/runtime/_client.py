"""Minimal clients: one HTTP request per `Request`, and its decoded response.

They have no retries, helpers or guards; those are in `beeper_sdk`. For programs that need only the operations.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

import httpx
from attrs import define, field

from ._request import FormBody, JsonBody, MultipartBody, Pairs, Request

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

T = TypeVar("T")
DEFAULT_URL = "http://127.0.0.1:23373"


class StatusError(Exception):
    """The server responded with an error status. The error holds nothing of the response body."""

    def __init__(self, status: int, operation: str) -> None:
        self.status: int = status
        """The HTTP status, such as 404."""
        self.operation: str = operation
        """The name of the operation, such as ``chats.list``."""
        super().__init__(f"{operation} failed with HTTP status {status}")

    def __reduce__(self) -> tuple[type[StatusError], tuple[int, str]]:
        return StatusError, (self.status, self.operation)


def to_http(base_url: str, access_token: str | None, request: Request[Any]) -> httpx.Request:
    """The HTTP request of a call. The token is sent unless the operation is public.

    Raises:
        ValueError: The operation requires a token and there is none, or the request must not be sent.
    """
    operation = request.operation
    if request.matches_nothing:
        raise ValueError(f"{operation.name} has an empty list of what to return; the server would return everything")
    headers = list(request.headers)
    if operation.auth == "required" and access_token is None:
        raise ValueError(f"{operation.name} requires an access token; pass access_token= to the client")
    if operation.auth != "none" and access_token is not None:
        headers.append(("Authorization", f"Bearer {access_token}"))
    url = base_url.rstrip("/") + request.path
    if request.query:
        url += "?" + urlencode(request.query)
    body = request.body
    if isinstance(body, JsonBody):
        headers.append(("Content-Type", "application/json"))
        content = json.dumps(
            body.value, separators=(",", ":"), allow_nan=False
        )  # as ASCII, in which a lone surrogate can be sent
        return httpx.Request(operation.method, url, headers=headers, content=content)
    if isinstance(body, FormBody):
        return httpx.Request(operation.method, url, headers=headers, data=_form(body.fields))
    if isinstance(body, MultipartBody):
        return httpx.Request(operation.method, url, headers=headers, data=_form(body.fields), files=body.files)
    return httpx.Request(operation.method, url, headers=headers)


def _form(fields: Pairs) -> dict[str, list[str]]:
    """Form fields in the format of httpx; a repeated field is sent repeatedly."""
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    return found


def read(request: Request[T], response: httpx.Response) -> T:
    """The decoded response. Raises StatusError, DecodeError."""
    if not response.is_success and response.status_code != 304:
        raise StatusError(response.status_code, request.operation.name)
    return request.decode(response)


@define(eq=False)
class Client:
    """Sends requests: ``Client(access_token=...).send(api.chats.list())``.

    Raises the errors of httpx if there is no response, StatusError for an error status, and DecodeError for a response
    that cannot be decoded.
    """

    base_url: str = DEFAULT_URL
    """The URL of the server, without a path."""
    access_token: str | None = field(default=None, repr=False, kw_only=True)
    """The token; None to call only operations that need none."""
    http_client: httpx.Client = field(factory=lambda: httpx.Client(trust_env=False), repr=False, kw_only=True)
    """What sends the requests. By default a client that reads no settings of the environment."""

    def send(self, request: Request[T], /) -> T:
        """Send a request and return the decoded response. Nothing is sent if nothing can match.

        Args:
            request: The request, built with `api`.
        """
        if request.matches_nothing:
            return request.nothing()
        return read(request, self.http_client.send(to_http(self.base_url, self.access_token, request)))

    def close(self) -> None:
        """Close the connections."""
        self.http_client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@define(eq=False)
class AsyncClient:
    """Sends requests: ``await AsyncClient(access_token=...).send(api.chats.list())``.

    Raises the errors of httpx if there is no response, StatusError for an error status, and DecodeError for a response
    that cannot be decoded.
    """

    base_url: str = DEFAULT_URL
    """The URL of the server, without a path."""
    access_token: str | None = field(default=None, repr=False, kw_only=True)
    """The token; None to call only operations that need none."""
    http_client: httpx.AsyncClient = field(factory=lambda: httpx.AsyncClient(trust_env=False), repr=False, kw_only=True)
    """What sends the requests. By default a client that reads no settings of the environment."""

    async def send(self, request: Request[T], /) -> T:
        """Send a request and return the decoded response. Nothing is sent if nothing can match.

        Args:
            request: The request, built with `api`.
        """
        if request.matches_nothing:
            return request.nothing()
        return read(request, await self.http_client.send(to_http(self.base_url, self.access_token, request)))

    async def close(self) -> None:
        """Close the connections."""
        await self.http_client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
