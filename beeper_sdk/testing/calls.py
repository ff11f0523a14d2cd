"""One request on its way through the stand-in server, and the log of all of them that tests count."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import overload

from .routes import Operation


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


class Requests:
    """The requests so far, oldest first. Safe to read while the server runs."""

    def __init__(self) -> None:
        self._items: list[RecordedRequest] = []
        self._lock = threading.Lock()

    def add(self, call: Call) -> None:
        """Note a request."""
        template = call.operation.template if call.operation is not None else ""
        host = call.headers.get("host", "")
        has_token = call.token is not None
        recorded = RecordedRequest(call.method, call.name, template, call.path, call.query, host, has_token)
        with self._lock:
            self._items.append(recorded)

    def of(self, operation: str) -> list[RecordedRequest]:
        """The requests of one operation; dots and underscores are alike: ``chats.list`` is ``chats_list``."""
        return [request for request in self._copy() if request.operation == operation.replace(".", "_")]

    def clear(self) -> None:
        """Forget them, to count from here."""
        with self._lock:
            self._items.clear()

    def _copy(self) -> list[RecordedRequest]:
        with self._lock:
            return list(self._items)

    @overload
    def __getitem__(self, index: int) -> RecordedRequest: ...
    @overload
    def __getitem__(self, index: slice) -> list[RecordedRequest]: ...
    def __getitem__(self, index: int | slice) -> RecordedRequest | list[RecordedRequest]:
        return self._copy()[index]

    def __len__(self) -> int:
        return len(self._copy())

    def __iter__(self) -> Iterator[RecordedRequest]:
        return iter(self._copy())
