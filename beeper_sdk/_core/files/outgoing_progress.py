"""The progress of an upload, as it is reported to a function of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..util.validation import wrong_type
from .outgoing_type import sent_file

if TYPE_CHECKING:
    from .progress import Progress


def check_progress(progress: object) -> None:
    """Check the ``progress`` argument. Raises TypeError."""
    if progress is not None and not callable(progress):
        raise wrong_type("progress", "a function that accepts (done, total), or None", progress)


class SendingProgress:
    """Calls a function with the number of bytes of a file that were sent, and with its size.

    Each attempt starts at 0. What the function raises ends the upload, and is kept in `error`."""

    def __init__(self, progress: Progress, content: object) -> None:
        self._file = sent_file(content)
        self._progress = progress
        self._last: tuple[int, int | None] | None = None
        self.error: Exception | None = None

    def report(self) -> None:
        """Report how much was sent, if that has changed."""
        state = self._file.count, self._file.size
        if state == self._last:
            return
        self._last = state
        try:
            self._progress(*state)
        except Exception as error:
            self.error = error
            raise
