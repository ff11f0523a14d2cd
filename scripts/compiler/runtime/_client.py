"""Plain senders: one HTTP request for one `Request`, its decoded answer back.

No retries, no helpers, no guards: those are in `beeper_sdk`. For programs that want just the operations.
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
    """The server answered with another status than one of success. Holds no text of the answer."""

    def __init__(self, status: int, operation: str) -> None:
        self.status = status
        self.operation = operation
        super().__init__(f"{operation} was answered with status {status}")

    def __reduce__(self) -> tuple[type[StatusError], tuple[int, str]]:
        return StatusError, (self.status, self.operation)


def to_http(base_url: str, access_token: str | None, request: Request[Any]) -> httpx.Request:
    """The HTTP request of a call. The token goes along unless the operation is public.

    Raises:
        ValueError: the operation needs a token and there is none.
    """
    operation = request.operation
    headers = list(request.headers)
    if operation.auth == "required" and access_token is None:
        raise ValueError(f"{operation.name} needs an access token: give access_token to the client")
    if operation.auth != "none" and access_token is not None:
        headers.append(("Authorization", f"Bearer {access_token}"))
    url = base_url.rstrip("/") + request.path
    if request.query:
        url += "?" + urlencode(request.query)
    body = request.body
    if isinstance(body, JsonBody):
        headers.append(("Content-Type", "application/json"))
        content = json.dumps(body.value, separators=(",", ":"), allow_nan=False)  # ASCII: a lone surrogate is sendable
        return httpx.Request(operation.method, url, headers=headers, content=content)
    if isinstance(body, FormBody):
        return httpx.Request(operation.method, url, headers=headers, data=_form(body.fields))
    if isinstance(body, MultipartBody):
        return httpx.Request(operation.method, url, headers=headers, data=_form(body.fields), files=body.files)
    return httpx.Request(operation.method, url, headers=headers)


def _form(fields: Pairs) -> dict[str, list[str]]:
    """Form fields as httpx takes them; one that is given several times is sent several times."""
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    return found


def read(request: Request[T], response: httpx.Response) -> T:
    """The decoded answer. Raises StatusError, DecodeError."""
    if not response.is_success and response.status_code != 304:
        raise StatusError(response.status_code, request.operation.name)
    return request.decode(response)


@define(eq=False)
class Client:
    """Sends requests one by one: ``Client(access_token=...).send(api.chats.list())``.

    Raises httpx's errors where there is no answer, StatusError and DecodeError where there is a bad one.
    """

    base_url: str = DEFAULT_URL
    access_token: str | None = field(default=None, repr=False, kw_only=True)
    http_client: httpx.Client = field(factory=lambda: httpx.Client(trust_env=False), repr=False, kw_only=True)

    def send(self, request: Request[T], /) -> T:
        """Send, and give the decoded answer."""
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
    """Sends requests one by one: ``await AsyncClient(access_token=...).send(api.chats.list())``.

    Raises httpx's errors where there is no answer, StatusError and DecodeError where there is a bad one.
    """

    base_url: str = DEFAULT_URL
    access_token: str | None = field(default=None, repr=False, kw_only=True)
    http_client: httpx.AsyncClient = field(factory=lambda: httpx.AsyncClient(trust_env=False), repr=False, kw_only=True)

    async def send(self, request: Request[T], /) -> T:
        """Send, and give the decoded answer."""
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
