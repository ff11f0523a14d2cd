"""The recent sends of a client, which `messages.check` and `messages.wait` need to match sends with messages.

A send is removed when the server rejects it. Bounded, in memory only, thread-safe, cleared by ``clear_cache``. Of large
requests only what is compared with messages is kept.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from ...errors import DeliveryUncertain
from ..util.bounded import BoundedDict
from ..util.fork_safe_lock import fork_safe_lock
from ..util.validation import string
from . import moments
from .moments import Moment
from .operations import SENDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..generated import AnyRequest, models
    from .expected_message import ExpectedMessage, ExpectedReaction, File
    from .text_similarity import SentText

MAX_SENDS, MAX_STARTS, MAX_REACTIONS = 500, 100, 100
_LARGE = 4_000
"""Size of a body in bytes from which a request is not kept whole."""
_MAX_ID_LENGTH = 1_000


class SentRecord:
    """A send or reaction that was made, or is about to be; or the start of a chat, which returned `chat_id`."""

    __slots__ = ("_request", "_wanted", "accepted", "at", "chat_id", "error", "message_id", "request_id")

    def __init__(self, request_id: str, request: AnyRequest, at: Moment, size: int, chat_id: str | None = None) -> None:
        self.request_id: str = request_id
        self.chat_id: str | None = chat_id
        self.at: Moment = at
        """Not later than the first byte of the request."""
        self.accepted: bool = False
        """Whether the server responded that the message will be sent."""
        self.error: DeliveryUncertain | None = None
        """If the call failed or was interrupted, and its outcome is not known."""
        self.message_id: str | None = None
        """ID of the message, once `check` has found it."""
        self._request: AnyRequest | None = request
        self._wanted: ExpectedMessage | ExpectedReaction | None = None
        if size > _LARGE:
            self._keep_wanted(request)

    def _keep_wanted(self, request: AnyRequest) -> ExpectedMessage | ExpectedReaction | None:
        from . import expected_message as expected

        if self.chat_id is not None:
            self._wanted = expected.started_by(request, self.chat_id)
        else:
            self._wanted = expected.sent_by(request) or expected.reaction_by(request)
        self._request = None
        return self._wanted

    @property
    def wanted(self) -> ExpectedMessage | ExpectedReaction | None:
        """What it sends."""
        request = self._request
        return self._wanted if request is None else self._keep_wanted(request)


class SentLog:
    """The most recent 500 sends and uploads, 100 reactions, and 100 results of starts."""

    def __init__(self) -> None:
        self._lock = fork_safe_lock()
        self.listeners: list[Callable[[str, str, str], None]] = []
        """Called with the chat, the pending ID and the text of each send that the server accepted."""
        self.clear()

    def clear(self) -> None:
        """Delete everything."""
        with self._lock:
            self._attempts: BoundedDict[str, SentRecord] = BoundedDict(MAX_SENDS)
            self._reactions: BoundedDict[str, SentRecord] = BoundedDict(MAX_REACTIONS)
            self._pending: BoundedDict[str, SentRecord] = BoundedDict(MAX_SENDS)
            self._files: BoundedDict[str, File] = BoundedDict(MAX_SENDS)
            # By id(), because one chat can be started several times. Models are neither hashable nor weakly referable.
            self._started: BoundedDict[int, tuple[object, SentRecord]] = BoundedDict(MAX_STARTS)

    def __len__(self) -> int:
        with self._lock:
            return len(self._attempts)

    def is_sending(self) -> bool:
        """Whether the response to a send is being waited for."""
        with self._lock:
            return any(
                not record.accepted and record.error is None and record.message_id is None
                for record in self._attempts.values()
                if record.chat_id is None
            )

    def record_start(self, request_id: str, request: AnyRequest, size: int) -> None:
        """Record a send or reaction that is about to be made. `size`: of its body in bytes."""
        record = SentRecord(request_id, request, Moment(moments.wall_clock(), moments.steady_clock()), size)
        with self._lock:
            (self._attempts if request.operation.name in SENDS else self._reactions)[request_id] = record

    def find(self, request_id: str) -> SentRecord | None:
        """A send or reaction; None if it is not known."""
        with self._lock:
            return self._attempts.get(request_id) or self._reactions.get(request_id)

    def record_failure(self, request_id: str, error: Exception) -> None:
        """Record the error of a call. A send that certainly failed is removed."""
        if not isinstance(error, DeliveryUncertain):
            self.forget(request_id)
            return
        record = self.find(request_id)
        if record is not None:
            kept = copy(error)  # without the request, like a pickle
            kept._record = record  # noqa: SLF001  # stored for this purpose
            record.at = error._moment or record.at  # noqa: SLF001
            kept._moment = record.at  # noqa: SLF001  # a copy has the time of day only, which may not be the server's
            record.error = kept

    def uncertain(self) -> list[DeliveryUncertain]:
        """The sends and reactions whose outcome is not known, newest first."""
        with self._lock:
            records = [*self._attempts.values(), *self._reactions.values()]
        errors = [(record.at.steady or 0.0, record.error) for record in records if record.error is not None]
        return [error for _, error in sorted(errors, key=lambda found: found[0], reverse=True)]

    def accepted(self, request_id: str, at: Moment, pending_id: str) -> bool:
        """Record the pending ID of a send that the server accepted. Returns False if it is that of another send."""
        with self._lock:
            record = self._attempts.get(request_id)
            if record is None or self._pending.get(pending_id, record) is not record:
                return record is None
            record.at, record.accepted = at, True
            if len(pending_id) <= _MAX_ID_LENGTH:
                self._pending[pending_id] = record
            return True

    def settle(self, request_id: str, message: models.Message | None) -> None:
        """Record that the outcome of a send or reaction is known, and the message of a send."""
        record = self.find(request_id)
        if record is not None:
            record.error, record.message_id = None, None if message is None else string(message.id)

    def uploaded(self, upload_id: str, name: str | None, size: float | None) -> None:
        """Record an uploaded file."""
        from .expected_message import File

        if len(upload_id) <= _MAX_ID_LENGTH and len(name or "") <= _MAX_ID_LENGTH:
            with self._lock:
                self._files[upload_id] = File(name, size)

    def started(self, result: object, record: SentRecord) -> None:
        """Record the result of a start. One with a text counts as a send."""
        record.accepted = getattr(result, "status", None) == "created"
        with self._lock:
            self._started[id(result)] = result, record
            if started_text(record):
                self._attempts[record.request_id] = record

    def start_of(self, chat: models.CreatedChat | models.LegacyChatCreateResult, text: str | None) -> SentRecord | None:
        """The start that returned a result, or returned an equal chat and had this text; None if it is not known."""
        from .text_similarity import shortened

        with self._lock:
            result, record = self._started.get(id(chat), (None, None))
            if result is chat:
                return record
            starts = (record for record in reversed(self._attempts.values()) if record.chat_id == chat.chat_id)
            return next((record for record in starts if started_text(record) == shortened(text)), None)

    def forget(self, request_id: str) -> None:
        """Remove a send or reaction that certainly was not made, or a reaction that was."""
        with self._lock:
            self._attempts.pop(request_id, None)
            self._reactions.pop(request_id, None)

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


def started_text(record: SentRecord) -> SentText | None:
    """The text with which a chat was started; None if there was none."""
    wanted = record.wanted
    text: SentText | None = getattr(wanted, "text", None)  # not of a reaction
    return text
