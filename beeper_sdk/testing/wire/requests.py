"""A request and its response inside the fake server, and the log of all requests, for tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from itertools import count
from typing import overload

from ..._core.util.validation import check_text
from .spec import Operation


@dataclass(frozen=True, slots=True)
class Call:
    """A request as the middleware sees it."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    operation: Operation | None

    @property
    def name(self) -> str:
        """The operationId; empty if no operation matches."""
        return self.operation.id if self.operation is not None else ""

    @property
    def token(self) -> str | None:
        """The bearer token, if there is one."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() or None if scheme.lower() == "bearer" else None


def check_operation(name: str) -> str:
    """The operationId of an operation, by its name (``chats.list``) or operationId (``chats_list``).

    Raises:
        ValueError, TypeError: There is no such operation. The message suggests similar names.
    """
    from ..._core.compat import version_table
    from ..._core.generated import operation_metadata

    wanted = check_text("operation", name).replace(".", "_")
    if all(known.replace(".", "_") != wanted for known in (*operation_metadata(), "oauth.authorize", "ws_events")):
        version_table.check_operation(name)
    return wanted


@dataclass(frozen=True, slots=True)
class ServerResponse:
    """A complete response, before it is sent."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    hangs_up: bool = False
    """Close the connection in the middle of the body."""
    silent: bool = False
    """Never send it; keep the connection open until one side gives up."""

    @property
    def says_done(self) -> bool:
        """Whether the response reports success."""
        return self.status < 300 and b'"success":false' not in self.body

    def header(self, name: str) -> str:
        """The value of a header, or an empty string."""
        return next((value for key, value in self.headers if key.lower() == name), "")


CURRENT: ContextVar[Call] = ContextVar("beeper_fake_call")
"""The current request, for handlers that need more than their arguments."""


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """A request that the fake server received. It does not contain the token, only whether there was one."""

    method: str
    operation: str
    """operationId, e.g. ``chats_list``; empty if no operation matches."""
    template: str
    """Path template, e.g. ``/v1/chats/{chatID}``; empty if no operation matches."""
    path: str
    """Path as received, percent-encoded."""
    query: str
    """Query as received, percent-encoded."""
    host: str
    has_token: bool
    effect: str = "read"
    """What repeating it does: ``read``, ``idempotent`` or ``once``."""
    fingerprint: str = ""
    """Equal for equal requests with equal bodies; empty until, and unless, the body is complete."""
    happened: bool = False
    """Whether the operation was performed, whatever response a quirk sent."""
    status: int | None = None
    """Status of the response, after all quirks; None if none was sent."""


class RequestLog:
    """Records requests. `Requests` is what tests see of it."""

    def __init__(self) -> None:
        self._items: dict[int, RecordedRequest] = {}
        self._numbers = count()
        self._lock = threading.Lock()

    def add(self, call: Call) -> int:
        """Record a request that was received; returns the number to pass to `finish`."""
        template = call.operation.template if call.operation is not None else ""
        effect = call.operation.effect if call.operation is not None else "read"
        host = call.headers.get("host", "")
        has_token = call.token is not None
        recorded = RecordedRequest(call.method, call.name, template, call.path, call.query, host, has_token, effect)
        with self._lock:
            number = next(self._numbers)
            self._items[number] = recorded
        return number

    def finish(self, number: int, fingerprint: str, status: int | None, *, happened: bool) -> None:
        """Record how a request ended, unless it was cleared in the meantime."""
        with self._lock:
            if number in self._items:
                started = self._items[number]
                self._items[number] = replace(started, fingerprint=fingerprint, status=status, happened=happened)

    def clear(self) -> None:
        """Remove all requests."""
        with self._lock:
            self._items.clear()

    def copy(self) -> list[RecordedRequest]:
        """The requests so far, oldest first."""
        with self._lock:
            return list(self._items.values())


class Requests:
    """The requests that a fake server received, oldest first. Safe to read while the server runs."""

    def __init__(self, _log: RequestLog | None = None) -> None:
        self._log = RequestLog() if _log is None else _log

    def repeated(self) -> list[RecordedRequest]:
        """Requests that were repeated although they must not be: non-idempotent ones that were received before.

        In a test that uses this, the text of every message must be unique.
        """
        seen: set[str] = set()
        found: list[RecordedRequest] = []
        for request in self._log.copy():
            if request.effect == "once" and request.fingerprint in seen:
                found.append(request)
            seen |= {request.fingerprint} - {""}
        return found

    def of(self, operation: str) -> list[RecordedRequest]:
        """The requests of one operation, by its name (``chats.list``) or operationId (``chats_list``)."""
        return [request for request in self._log.copy() if request.operation == operation.replace(".", "_")]

    def clear(self) -> None:
        """Remove all requests, to count anew."""
        self._log.clear()

    @overload
    def __getitem__(self, index: int) -> RecordedRequest: ...
    @overload
    def __getitem__(self, index: slice) -> list[RecordedRequest]: ...
    def __getitem__(self, index: int | slice) -> RecordedRequest | list[RecordedRequest]:
        return self._log.copy()[index]

    def __len__(self) -> int:
        return len(self._log.copy())

    def __iter__(self) -> Iterator[RecordedRequest]:
        return iter(self._log.copy())
