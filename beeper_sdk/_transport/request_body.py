"""The bodies of requests, in small pieces: values in memory, and the forms of uploads with their files."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from errno import errorcode
from functools import partial
from typing import ParamSpec, TypeVar

from .._core.generated import contract
from .._core.util.override import override

P = ParamSpec("P")
T = TypeVar("T")
PIECE = 2**16
"""Maximum size of a piece. A transport may copy what is left of a piece after each write: a body of 400 MB in one piece
then takes 16 seconds."""


class FileError(Exception):
    """The file of an upload cannot be read, or has another size than the request says."""

    def __init__(self, problem: str, *, sent: bool) -> None:
        super().__init__(problem)
        self.problem: str = problem
        self.sent: bool = sent
        """Whether a part of the request may have been sent."""


class RequestBody:
    """The body of a request, in small pieces whenever it is iterated."""

    may_block: bool = False
    """Whether iterating it may block, because it reads a file."""
    report: Callable[[], None] | None = None
    """Called after each piece, once it was sent: with async iteration, in the event loop."""

    def __init__(self, pieces: Iterable[bytes] | bytes) -> None:
        self._pieces: Iterable[bytes] = (pieces,) if isinstance(pieces, bytes) else pieces

    def read(self) -> Iterator[bytes]:
        """The pieces, without reports."""
        for piece in self._pieces:
            if len(piece) <= PIECE:
                yield piece
            else:
                yield from slices(piece)

    def __iter__(self) -> Iterator[bytes]:
        return self.read() if self.report is None else _reported(self.read(), self.report)

    def __aiter__(self) -> AsyncIterator[bytes]:
        """No async generator: trio warns about one that is not run to its end, as when a connection is lost."""
        pieces = _BlockingPieces(self.read()) if self.may_block else AsyncPieces(self.read())
        return pieces if self.report is None else _ReportedPieces(pieces, self.report)


class FormBody(RequestBody):
    """The form of an upload, of the size that its header says: a file can change after its size was read.

    `start_step` starts the timeout of sending a piece. Raises FileError instead of what reading a file raises."""

    def __init__(
        self, form: contract.MultipartBody, pieces: Iterable[bytes], size: str | None, start_step: Callable[[], None]
    ) -> None:
        super().__init__(pieces)
        self._size = size
        self._start_step = start_step
        self.may_block, self.report = form.may_block, form.report

    @override
    def read(self) -> Iterator[bytes]:
        left = None if self._size is None else int(self._size)
        try:
            for piece in super().read():
                if left is not None and (left := left - len(piece)) < 0:
                    break  # before the last byte: the server cannot take the request for complete
                self._start_step()  # the timeout is for the network, not for reading the file
                yield piece
        except Exception as error:  # noqa: BLE001 - a file object of the user may raise anything
            raise file_error(error, sent=True) from None
        if left:
            raise FileError("its size changed while it was sent", sent=True)


def slices(content: bytes) -> Iterator[bytes]:
    """Pieces of bytes, each of which is copied only once."""
    view = memoryview(content)
    return (bytes(view[start : start + PIECE]) for start in range(0, len(view), PIECE))


def _reported(pieces: Iterator[bytes], report: Callable[[], None]) -> Iterator[bytes]:
    for piece in pieces:
        yield piece
        _call(report)


def _call(report: Callable[[], None]) -> None:
    """Call the function of the user. What it raises ends the request, whatever the transport makes of its class."""
    try:
        report()
    except Exception as error:  # noqa: BLE001 - it may raise anything
        raise FileError(f"the progress function raised {type(error).__name__}", sent=True) from None


def file_error(error: Exception, *, sent: bool) -> FileError:
    """The error for an exception that a file raised. Its message is not quoted: it may contain a path."""
    if isinstance(error, contract.FileProblem):
        return FileError(str(error), sent=sent)
    code = errorcode.get(error.errno or 0) if isinstance(error, OSError) else None
    return FileError(f"it cannot be read any more ({code or type(error).__name__})", sent=sent)


class AsyncPieces(AsyncIterator[bytes]):
    """An async iterator over pieces that are in memory."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    @override
    async def __anext__(self) -> bytes:
        for piece in self._pieces:
            return piece
        raise StopAsyncIteration


class _BlockingPieces(AsyncIterator[bytes]):
    """An async iterator over pieces of files, each of which is read in a thread."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    @override
    async def __anext__(self) -> bytes:
        piece = await in_thread(next, self._pieces, None)
        if piece is None:
            raise StopAsyncIteration
        return piece


class _ReportedPieces(AsyncIterator[bytes]):
    """An async iterator that reports each piece when the next one is requested."""

    def __init__(self, pieces: AsyncIterator[bytes], report: Callable[[], None]) -> None:
        self._pieces = pieces
        self._report = report
        self._was_sent = False

    @override
    async def __anext__(self) -> bytes:
        if self._was_sent:
            _call(self._report)
        self._was_sent = True
        return await anext(self._pieces)


async def in_thread(read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Use files in a thread: a pipe or a network drive may block the event loop for long.

    A call that is cancelled does not wait for the thread, which ends when its read() returns. It has a limiter of its
    own, or 40 reads that block would block the other threads of the event loop."""
    from anyio import CapacityLimiter
    from anyio.to_thread import run_sync

    return await run_sync(partial(read, *args, **kwargs), abandon_on_cancel=True, limiter=CapacityLimiter(1))
