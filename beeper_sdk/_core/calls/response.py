"""`Response`: a result with the status and headers of its HTTP response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from ..util.override import override

T = TypeVar("T")


class Response(Generic[T]):
    """The result of ``beeper.raw(...)`` or ``beeper.request(...)``, with status, headers and server version."""

    __slots__ = ("headers", "request_id", "server_version", "status", "value")

    def __init__(
        self, status: int, value: T, headers: Mapping[str, str], server_version: str | None, request_id: str
    ) -> None:
        self.status: int = status
        """The HTTP status."""
        self.value: T = value
        """The result, as the method of the same name returns it."""
        self.headers: Mapping[str, str] = headers
        """The response headers. Lookup ignores case."""
        self.server_version: str | None = server_version
        """Version of the app, such as ``4.3.73``; None if the response does not contain it."""
        self.request_id: str = request_id
        """The SDK's ID of this call, as shown in hooks, logs and errors."""

    @override
    def __repr__(self) -> str:
        return f"<Response {self.status}, request {self.request_id}>"
