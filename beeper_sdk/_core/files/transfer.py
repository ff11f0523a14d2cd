"""How much of a file was received, whether it is complete, and which part to request next. No I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from zlib import crc32

MAX_RESUMES = 1000
"""Maximum number of requests for the rest of one file: a server that sends single bytes does not keep the client busy
forever."""
CHANGED = "the file changed while it was received"
_PART = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII)


class TransferError(Exception):
    """The file cannot be completed; the text says why, and has nothing private."""


class Transfer:
    """The state of a transfer that may take several requests.

    The first request is for ``bytes=0-``: then the response states the size of the file besides the length of its body,
    which a proxy or an app may have cut together with the body.
    """

    def __init__(self, stated: int | None, attempts: int) -> None:
        self.stated: int | None = stated
        """The size that the message states."""
        self.received: int = 0
        self.total: int | None = None
        """The size that the server states."""
        self.failures: int = 0
        """How many responses in a row brought nothing."""
        self._attempts = attempts
        self._is_certain = False
        self._accepts_ranges = True
        self._etag: str | None = None
        self._began_at = self._resumes = 0
        self._skip = 0
        self._least = 0
        """The size that the file has at least, if the parts are what their headers say."""
        self._crc = self._skipped_crc = 0

    @property
    def range(self) -> str | None:
        """The range to request; None for the whole file."""
        return f"bytes={self.received}-" if self._accepts_ranges or self.received else None

    @property
    def size(self) -> int | None:
        """The size, as far as it is known; None if more was received than stated."""
        known = [size for size in (self.total, self.stated) if size is not None]
        size = max(known, default=None)
        return None if size is not None and size < self.received else size

    def start(self, status: int, headers: Mapping[str, str]) -> None:
        """Begin to receive a response. Raises TransferError if it is not the rest of the same file."""
        tag = headers.get("etag")
        if self._etag is not None and tag is not None and tag != self._etag:
            raise TransferError(CHANGED)
        self._etag, self._began_at, self._skip, self._skipped_crc = tag or self._etag, self.received, 0, 0
        if status == 206:
            self._start_part(headers.get("content-range", ""))
        elif status == 200:
            self._start_whole(headers)
        else:
            raise TransferError(f"the server responded with status {status}")

    def _start_part(self, content_range: str) -> None:
        found = _PART.fullmatch(content_range.strip())
        if found is None or int(found[1]) != self.received:
            raise TransferError("the server sent another part than was requested")
        total = None if found[3] == "*" else int(found[3])
        # A length of a whole response that was received completely may have been wrong, for the same reason that the
        # size of the message was not reached.
        is_binding = self._is_certain or (self.total is not None and self.received < self.total)
        if total is not None and is_binding and total != self.total:
            raise TransferError(CHANGED)
        if total is not None:
            self.total, self._is_certain = total, True
        self._least = max(self._least, int(found[2]) + 1)

    def _start_whole(self, headers: Mapping[str, str]) -> None:
        """The server ignored the range: what was received is skipped, and compared by its checksum."""
        is_encoded = headers.get("content-encoding", "identity").strip().lower() != "identity"
        length = headers.get("content-length", "")
        total = int(length) if not is_encoded and re.fullmatch("[0-9]{1,18}", length) else None
        self._accepts_ranges, self._skip = False, self.received
        if total is not None and self.total is not None and total != self.total:
            raise TransferError(CHANGED)
        self.total = self.total if total is None else total

    def refuse_range(self) -> bool:
        """The server has no such part (416). Whether the file is to be requested again, as a whole."""
        if self.received == 0 and self._accepts_ranges:
            self._accepts_ranges = False
            return True
        if self.total is not None and self.received < self.total:
            raise TransferError(CHANGED)
        self.total, self._is_certain = self.received, True
        return False

    def feed(self, piece: bytes) -> bytes:
        """The new part of a received piece; may be empty. Raises TransferError."""
        if self._skip:
            skipped = piece[: self._skip]
            piece = piece[len(skipped) :]
            self._skip -= len(skipped)
            self._skipped_crc = crc32(skipped, self._skipped_crc)
            if not self._skip and self._skipped_crc != self._crc:
                raise TransferError(CHANGED)
        self.received += len(piece)
        self._crc = crc32(piece, self._crc)
        if self._is_certain and self.total is not None and self.received > self.total:
            raise TransferError("the server sent more than the size of the file")
        return piece

    def is_complete(self) -> bool:
        """Whether the file is complete, at the end of a response. Raises TransferError if the server has no more."""
        if self._skip:  # it ended before the part that was received already
            return False
        if not self.received and (self.total == 0 or (self.stated == 0 and self.total is None)):
            if self.stated == 0:
                return True
            raise TransferError("the file is empty")
        if not self.received or self.received < max(self._least, self.total or 0):
            return False
        if self.received < (self.stated or 0):
            if self._is_certain:
                raise TransferError("the server has no more")
            return False
        return True

    def may_resume(self, *, cut: bool) -> bool:
        """Whether to request the rest after a response that ended too early. `cut`: whether the connection was lost;
        otherwise a response that brought nothing is the last."""
        self._resumes += 1
        has_gained = self.received > self._began_at
        self.failures = 0 if has_gained else self.failures + 1
        return (has_gained or cut) and self.failures < self._attempts and self._resumes <= MAX_RESUMES
