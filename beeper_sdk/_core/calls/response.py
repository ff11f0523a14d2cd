"""`Response`, and which responses with a status of success report a failure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from ..generated import AnyOperation
from ..util.override import override

T = TypeVar("T")
FLAGS = b'"success"', b'"error"', b'"message"'
"""What every body that reports a failure contains."""
LISTS = b'{"items":[{', b"["
"""How most large bodies start. They are results, and are not searched for the flags."""


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
        return f"<Response {self.status}, {type(self.value).__name__}, request {self.request_id}>"


def reports_failure(content: bytes, operation: AnyOperation, decoder: object) -> bool:
    """Whether a body with one of the `FLAGS` reports a failure, unless the result shows it (v0), or is any JSON."""
    name = operation.name
    if name.startswith(("request", "matrix.")) or (name.startswith("v0.") and operation.effect != "read"):
        return False
    from ..http.error_bodies import reported_failure

    return reported_failure(content, decoder) is not None
