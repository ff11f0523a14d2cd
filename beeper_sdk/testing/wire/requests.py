"""One request on its way through the stand-in server, and the log of all of them that tests count."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from itertools import count
from typing import overload

from .spec import Operation


@dataclass(frozen=True, slots=True)
class Call:
    """A request as the gate sees it."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    operation: Operation | None

    @property
    def name(self) -> str:
        """The operationId, empty where no operation fits."""
        return self.operation.id if self.operation is not None else ""

    @property
    def token(self) -> str | None:
        """The bearer token, if there is one."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() or None if scheme.lower() == "bearer" else None


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, before it is sent."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    hangs_up: bool = False
    """Close the connection in the middle of the body."""
    silent: bool = False
    """Never send it; keep the connection open until one side gives up."""

    @property
    def says_done(self) -> bool:
        """Whether it tells a client that what was asked for happened."""
        return self.status < 300 and b'"success":false' not in self.body

    def header(self, name: str) -> str:
        """The value of a header, or empty text."""
        return next((value for key, value in self.headers if key.lower() == name), "")


CURRENT: ContextVar[Call] = ContextVar("beeper_fake_call")
"""The request being answered, for handlers that need more than their arguments."""


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """What a test may know of a request that came in. Never its token, only whether there was one."""

    method: str
    operation: str
    """operationId, e.g. ``chats_list``; empty where no operation fits."""
    template: str
    """Path template, e.g. ``/v1/chats/{chatID}``; empty where no operation fits."""
    path: str
    """Path as it came, still encoded."""
    query: str
    """Query as it came, still encoded."""
    host: str
    has_token: bool
    effect: str = "read"
    """What repeating it does: ``read``, ``idempotent`` or ``once``."""
    fingerprint: str = ""
    """The same for the same request with the same body; empty while, or where, the body is not whole."""
    happened: bool = False
    """Whether the server did what was asked for, whatever a quirk made of its answer."""
    status: int | None = None
    """Of the answer, after all quirks; None where none was made, or it was kept back."""


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
        """The requests that came again although they must not: ``once``, whole, and with the same content before.

        A test that counts by this gives every send a text of its own.
        """
        seen: set[str] = set()
        found: list[RecordedRequest] = []
        for request in self._log.copy():
            if request.effect == "once" and request.fingerprint in seen:
                found.append(request)
            seen |= {request.fingerprint} - {""}
        return found

    def of(self, operation: str) -> list[RecordedRequest]:
        """The requests of one operation; dots and underscores are alike: ``chats.list`` is ``chats_list``."""
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
