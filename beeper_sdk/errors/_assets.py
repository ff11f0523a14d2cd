"""Errors of files that are received."""

from __future__ import annotations

from ._api import APIError, CausedError
from ._context import CallInfo


class AssetUnavailable(CausedError):
    """The file of an attachment cannot be fetched, and trying again does not help: for example, its network has deleted
    it, or it is at a URL that Beeper does not serve. Each URL of the attachment was tried.

    ``__cause__`` is the error of the URL that was tried last, if there was a request. `status`, `code` and
    `server_message` are those of this error.
    """

    def __init__(self, call: CallInfo, reasons: tuple[str, ...]) -> None:
        self.reasons: tuple[str, ...] = reasons
        """Why, for each URL: ``id: the server responded with status 502``."""
        super().__init__(f"the file is not available ({'; '.join(reasons)})", call)


class AssetIncomplete(APIError):
    """A part of the file of an attachment is missing, or the file changed while it was received.

    ``received`` and ``expected`` are sizes in bytes; ``expected`` is None if no size is known. If the size that the
    message states is wrong, pass the URL of the file (``attachment.id``) in place of the attachment.
    """

    def __init__(self, call: CallInfo, received: int, expected: int | None, problem: str) -> None:
        self.received: int = received
        """Bytes that were received."""
        self.expected: int | None = expected
        """Size of the file in bytes; None if no size is known."""
        of = "" if expected is None else f" of {expected}"
        super().__init__(f"the file is incomplete: received {received}{of} bytes; {problem}", call)
