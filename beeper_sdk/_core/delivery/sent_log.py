"""The recent sends of a client, which `messages.check` and `messages.wait` need to match sends with messages.

A send is removed when the server rejects it. A send with an unknown outcome is kept. Bounded, in memory only,
thread-safe; shared by a client and its copies, never pickled, cleared by ``clear_cache``.
"""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

from ...errors import DeliveryUncertain
from ..util.bounded import BoundedDict
from ..util.fork_safe_lock import fork_safe_lock

if TYPE_CHECKING:
    from ..generated import AnyRequest

SENDS = frozenset({"messages.send", "v0.send_message"})
"""Operations that send a message."""
MOST = 500


class SentRecord:
    """A send that was made, or is about to be."""

    __slots__ = ("at", "request", "request_id")

    def __init__(self, request_id: str, request: AnyRequest, at: float) -> None:
        self.request_id: str = request_id
        self.request: AnyRequest = request
        self.at: float = at
        """Seconds since the epoch by the clock of this machine, not later than the first byte of the request."""


class File:
    """The name and size of a file that was uploaded, if known."""

    __slots__ = ("name", "size")

    def __init__(self, name: str | None, size: float | None) -> None:
        self.name: str | None = name
        self.size: float | None = size


class SentLog:
    """The most recent 500 sends and uploads."""

    def __init__(self) -> None:
        self._lock = fork_safe_lock()
        self.clear()

    def clear(self) -> None:
        """Delete everything."""
        with self._lock:
            self._attempts: BoundedDict[str, SentRecord] = BoundedDict(MOST)
            self._pending: BoundedDict[str, SentRecord] = BoundedDict(MOST)
            self._files: BoundedDict[str, File] = BoundedDict(MOST)
            self._started: BoundedDict[str, tuple[str, float]] = BoundedDict(MOST)

    def __len__(self) -> int:
        with self._lock:
            return len(self._attempts)

    def record_start(self, request_id: str, request: AnyRequest) -> None:
        """Record a send that is about to be made."""
        with self._lock:
            self._attempts[request_id] = SentRecord(request_id, request, time())

    def record_failure(self, request_id: str, sent_at: float, error: Exception) -> None:
        """Record the error of a call. A send that certainly failed is removed."""
        with self._lock:
            attempt = self._attempts.get(request_id)
            if attempt is None:
                return
            if isinstance(error, DeliveryUncertain):
                attempt.at = sent_at
            else:
                del self._attempts[request_id]

    def accepted(self, request_id: str, sent_at: float, pending_id: str) -> None:
        """Record the pending ID of a send that the server accepted."""
        with self._lock:
            attempt = self._attempts.get(request_id)
            if attempt is not None:
                attempt.at = sent_at
                self._pending[pending_id] = attempt

    def uploaded(self, upload_id: str, name: str | None, size: float | None) -> None:
        """Record an uploaded file."""
        with self._lock:
            self._files[upload_id] = File(name, size)

    def started(self, chat_id: str, text: str, at: float) -> None:
        """Record the text with which a chat was opened or created."""
        with self._lock:
            self._started[chat_id] = text, at

    def start_of(self, chat_id: str) -> tuple[str, float] | None:
        """That text and its time; None if they are not known."""
        with self._lock:
            return self._started.get(chat_id)

    def pending(self, pending_id: str) -> SentRecord | None:
        """The send with this pending ID; None if it is not known."""
        with self._lock:
            return self._pending.get(pending_id)

    def all(self) -> list[SentRecord]:
        """The recent sends, oldest first."""
        with self._lock:
            return list(self._attempts.values())

    def file(self, upload_id: str) -> File | None:
        """The file of an upload; None if it is not known."""
        with self._lock:
            return self._files.get(upload_id)
