"""`Response`, and which responses are results: no reported failure, and none without the ID that makes it usable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from ..generated import AnyOperation, base
from ..http.outcome import HttpResponse, ResponseHead
from ..util.override import override

T = TypeVar("T")
_FLAGS = b'"success"', b'"error"', b'"message"'
_LISTS = b'{"items":[{', b"["
"""How most large bodies start. They are results, and are not searched for the flags."""
_IDS = ("id", "chatID", "pendingMessageID", "uploadID", "loginSessionID", "room_id", "client_id", "access_token")


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


def is_success(answer: ResponseHead, operation: AnyOperation, decoder: object) -> bool:
    """Whether a response is a success. For streams, 304 (not modified) is one too; a reported failure is none, unless
    the result shows it (v0), or is any JSON or a file."""
    status, name = answer.status_code, operation.name
    if not 200 <= status < 300:
        return status == 304 and operation.stream
    if not isinstance(answer, HttpResponse) or operation.stream or answer.content.startswith(_LISTS):
        return True
    if not any(flag in answer.content for flag in _FLAGS) or name.startswith(("request", "matrix.")):
        return True
    if name.startswith("v0.") and operation.effect != "read":
        return True
    from ..http.error_bodies import reported_failure

    return reported_failure(answer.content, decoder) is None


def missing_id(value: object) -> str | None:
    """The JSON name of an ID that a result is documented to have and lacks, unless it says ``success: false`` (v0)."""
    if not isinstance(value, base.Model) or getattr(value, "success", None) is False:
        return None
    names = base.attribute_names(type(value))
    ids = ((name, getattr(value, names[name])) for name in _IDS if name in names)
    return next((name for name, found in ids if not isinstance(found, str) or not found), None)
