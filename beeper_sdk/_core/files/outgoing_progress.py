"""The progress of an upload, as it is reported to a function of the user."""

from __future__ import annotations

from inspect import iscoroutinefunction
from typing import TYPE_CHECKING

from ..concurrency.primitives import close_coroutine, is_awaitable
from ..util.validation import wrong_type
from .outgoing_type import sent_file

if TYPE_CHECKING:
    from .progress import Progress

# It is called while a piece is being sent, where both clients wait for nothing else.
_ASYNC = "progress of an upload must not be async; pass a plain function"


def check_progress(progress: object) -> None:
    """Check the ``progress`` argument. Raises TypeError."""
    if progress is not None and not callable(progress):
        raise wrong_type("progress", "a function that accepts (done, total), or None", progress)
    if iscoroutinefunction(progress):
        raise TypeError(_ASYNC)


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
            _check_result(self._progress(*state))
        except Exception as error:
            self.error = error
            raise


def _check_result(result: object) -> None:
    if is_awaitable(result):
        close_coroutine(result)
        raise TypeError(_ASYNC)
