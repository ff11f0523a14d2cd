"""The sends a client made lately: what `messages.check` and `messages.wait` must know to tell one from another.

An attempt stays until the server refuses it; one whose end nobody knows stays as well. Bounded, in memory only, safe
across threads; shared by the clients of one pool, never pickled, dropped by ``clear_cache``. Nothing of it is shown.
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
    """A send that went out, or is about to."""

    __slots__ = ("at", "request", "request_id")

    def __init__(self, request_id: str, request: AnyRequest, at: float) -> None:
        self.request_id = request_id
        self.request = request
        self.at = at
        """Seconds since the epoch, by the clock of this machine; not later than the first byte of it."""


class File:
    """What is known of a file that was uploaded."""

    __slots__ = ("name", "size")

    def __init__(self, name: str | None, size: float | None) -> None:
        self.name = name
        self.size = size


class SentLog:
    """The last sends of one pool, and the last uploads."""

    def __init__(self) -> None:
        self._lock = fork_safe_lock()
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._attempts: BoundedDict[str, SentRecord] = BoundedDict(MOST)
            self._pending: BoundedDict[str, SentRecord] = BoundedDict(MOST)
            self._files: BoundedDict[str, File] = BoundedDict(MOST)

    def __len__(self) -> int:
        with self._lock:
            return len(self._attempts)

    def record_start(self, request_id: str, request: AnyRequest) -> None:
        """A send is about to go out."""
        with self._lock:
            self._attempts[request_id] = SentRecord(request_id, request, time())

    def record_failure(self, request_id: str, sent_at: float, error: Exception) -> None:
        """A call ended with an error. Unless that leaves it open, it is certain that nothing was sent."""
        with self._lock:
            attempt = self._attempts.get(request_id)
            if attempt is None:
                return
            if isinstance(error, DeliveryUncertain):
                attempt.at = sent_at
            else:
                del self._attempts[request_id]

    def accepted(self, request_id: str, sent_at: float, pending_id: str) -> None:
        """The server accepted a send, and will know it by this pending ID until it is delivered."""
        with self._lock:
            attempt = self._attempts.get(request_id)
            if attempt is not None:
                attempt.at = sent_at
                self._pending[pending_id] = attempt

    def uploaded(self, upload_id: str, name: str | None, size: float | None) -> None:
        """A file was uploaded."""
        with self._lock:
            self._files[upload_id] = File(name, size)

    def pending(self, pending_id: str) -> SentRecord | None:
        """The send that this pending ID was the answer to."""
        with self._lock:
            return self._pending.get(pending_id)

    def all(self) -> list[SentRecord]:
        """The last sends, the first one first."""
        with self._lock:
            return list(self._attempts.values())

    def file(self, upload_id: str) -> File | None:
        """What is known of an upload."""
        with self._lock:
            return self._files.get(upload_id)
