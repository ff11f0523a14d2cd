"""The recent sends of a client, which `messages.check` and `messages.wait` need to match sends with messages.

A send is removed when the server rejects it. Bounded, in memory only, thread-safe, cleared by ``clear_cache``.
"""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

from ...errors import DeliveryUncertain
from ..http.request_parts import json_body
from ..util.bounded import BoundedDict
from ..util.fork_safe_lock import fork_safe_lock

if TYPE_CHECKING:
    from ..generated import AnyRequest, models

SENDS = frozenset({"messages.send", "v0.send_message"})
"""Operations that send a message."""
MOST, MOST_STARTS = 500, 100


class SentRecord:
    """A send that was made, or is about to be. Or the start of a chat: `chat_id` is the chat, which it returned."""

    __slots__ = ("at", "chat_id", "request", "request_id")

    def __init__(self, request_id: str, request: AnyRequest, at: float, chat_id: str | None = None) -> None:
        self.request_id: str = request_id
        self.request: AnyRequest = request
        self.chat_id: str | None = chat_id
        self.at: float = at
        """Seconds since the epoch by the clock of this machine, not later than the first byte of the request."""


class File:
    """The name and size of a file that was uploaded, if known."""

    __slots__ = ("name", "size")

    def __init__(self, name: str | None, size: float | None) -> None:
        self.name: str | None = name
        self.size: float | None = size


class SentLog:
    """The most recent 500 sends and uploads, and 100 results of starts."""

    def __init__(self) -> None:
        self._lock = fork_safe_lock()
        self.clear()

    def clear(self) -> None:
        """Delete everything."""
        with self._lock:
            self._attempts: BoundedDict[str, SentRecord] = BoundedDict(MOST)
            self._pending: BoundedDict[str, SentRecord] = BoundedDict(MOST)
            self._files: BoundedDict[str, File] = BoundedDict(MOST)
            # By id(), because one chat can be started several times. Models are neither hashable nor weakly referable.
            self._started: BoundedDict[int, tuple[object, SentRecord]] = BoundedDict(MOST_STARTS)

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

    def accepted(self, request_id: str, sent_at: float, pending_id: str) -> bool:
        """Record the pending ID of a send that the server accepted. Returns False if it is that of another send."""
        with self._lock:
            attempt = self._attempts.get(request_id)
            if attempt is not None and self._pending.get(pending_id, attempt) is attempt:
                attempt.at = sent_at
                self._pending[pending_id] = attempt
            return attempt is None or self._pending[pending_id] is attempt

    def uploaded(self, upload_id: str, name: str | None, size: float | None) -> None:
        """Record an uploaded file."""
        with self._lock:
            self._files[upload_id] = File(name, size)

    def started(self, result: object, record: SentRecord) -> None:
        """Record the result of a start. One with a text counts as a send."""
        with self._lock:
            self._started[id(result)] = result, record
            if started_text(record):
                self._attempts[record.request_id] = record

    def start_of(self, chat: models.CreatedChat | models.LegacyChatCreateResult, text: str | None) -> SentRecord | None:
        """The start that returned a result, or returned an equal chat and had this text; None if it is not known."""
        with self._lock:
            result, record = self._started.get(id(chat), (None, None))
            if result is chat:
                return record
            starts = (record for record in reversed(self._attempts.values()) if record.chat_id == chat.chat_id)
            return next((record for record in starts if started_text(record) == text), None)

    def forget(self, request_id: str) -> None:
        """Remove a send that certainly was not made."""
        with self._lock:
            self._attempts.pop(request_id, None)

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


def started_text(record: SentRecord) -> str | None:
    """The text with which a chat was started; None if there was none."""
    return json_body(record.request).get("messageText") or None
