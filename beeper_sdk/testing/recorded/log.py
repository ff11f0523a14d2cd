"""The log of a server: its last 100,000 requests."""

from __future__ import annotations

import sys
import threading
from collections import OrderedDict, deque
from dataclasses import replace
from itertools import count

from ..wire.requests import Call
from .request import MAX_BODY, Headers, RecordedRequest
from .secrets import Secrets

MAX_REQUESTS = 100_000
MAX_BODIES = 64 * MAX_BODY
"""Bytes of all bodies that are kept; older ones are removed first."""


class _Entry:
    """One request. What is recorded of it later is put together when it is read: most requests never are."""

    __slots__ = ("_read", "body", "fingerprint", "happened", "status")

    def __init__(self, first: RecordedRequest) -> None:
        self._read = first
        self.fingerprint, self.happened = first.fingerprint, first.happened
        self.status, self.body = first.status, first.body

    def current(self) -> RecordedRequest:
        """The request with all that was recorded so far; the same object until there is more."""
        read = self._read
        if (read.fingerprint, read.happened, read.status) != (self.fingerprint, self.happened, self.status) or (
            read.body is not self.body
        ):
            self._read = replace(
                read, fingerprint=self.fingerprint, happened=self.happened, status=self.status, body=self.body
            )
        return self._read


class RequestLog:
    """Records requests. `Requests` is what tests see of it."""

    def __init__(self, max_requests: int = MAX_REQUESTS, max_bodies: int = MAX_BODIES) -> None:
        self._max_requests, self._max_bodies = max_requests, max_bodies
        self._items: OrderedDict[int, _Entry] = OrderedDict()
        self._bodies: deque[tuple[int, int]] = deque()
        self._bytes = self._dropped = 0
        self._numbers = count()
        self._lock = threading.Lock()

    def add(self, call: Call) -> int:
        """Record a request that was received; returns the number to pass to `finish`."""
        recorded = _recorded(call)
        with self._lock:
            number = next(self._numbers)
            self._items[number] = _Entry(recorded)
            if len(self._items) > self._max_requests:
                self._items.popitem(last=False)
                self._dropped += 1
        return number

    def finish(self, number: int, call: Call, fingerprint: str, body: bytes | None, *, happened: bool) -> None:
        """Record what was received and done, unless the request was removed in the meantime."""
        kept = None if body is None else Secrets(call).body(body, call.headers.get("content-type", ""))
        with self._lock:
            started = self._items.get(number)
            if started is None:
                return
            started.fingerprint, started.body, started.happened = fingerprint, kept, happened
            if kept:
                self._bodies.append((number, len(kept)))
                self._bytes += len(kept)
            while self._bytes > self._max_bodies:
                self._forget_body()

    def _forget_body(self) -> None:
        number, size = self._bodies.popleft()
        self._bytes -= size
        if number in self._items:
            self._items[number].body = None

    def sent(self, number: int, status: int) -> None:
        """Record the status of the response, unless the request was removed in the meantime."""
        with self._lock:
            if number in self._items:
                self._items[number].status = status

    def clear(self) -> None:
        """Remove all requests."""
        with self._lock:
            self._items.clear()
            self._bodies.clear()
            self._bytes = self._dropped = 0

    @property
    def dropped(self) -> int:
        """How many requests were removed to keep the log in its bounds."""
        return self._dropped

    def copy(self) -> list[RecordedRequest]:
        """The requests so far, oldest first."""
        with self._lock:
            return [entry.current() for entry in self._items.values()]


def _recorded(call: Call) -> RecordedRequest:
    secrets = Secrets(call)
    # The headers of most requests are the same: equal strings share their memory.
    headers = {sys.intern(name): sys.intern(value) for name, value in secrets.headers(call.headers).items()}
    return RecordedRequest(
        method=call.method,
        operation=call.name,
        template="" if call.operation is None else call.operation.template,
        path=secrets.text(call.path),
        query=secrets.query(call.query),
        headers=Headers(headers),
        host=call.headers.get("host", ""),
        has_token=call.token is not None,
        effect="read" if call.operation is None else call.operation.effect,
    )
