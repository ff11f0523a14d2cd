"""A file that the app sends. After a cut, the rest is requested."""

from __future__ import annotations

from random import random
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_sleep
from ..._core.files.failures import is_unavailable, reason, serving_info
from ..._core.files.sources import scheme_of
from ..._core.files.transfer import Transfer, TransferError
from ..._core.generated import api
from ...errors import APIConnectionError, APIStatusError, AssetIncomplete, AssetUnavailable
from ..engine.stream import AsyncStream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ...errors._context import CallInfo
    from ..engine.sender import AsyncRequestSender

NO_SUCH_PART = 416


class AsyncServedFile:
    """A file at a URL that the app serves."""

    def __init__(self, engine: AsyncRequestSender, url: str, stated: int | None) -> None:
        self._engine = engine
        self._url = url
        self._transfer = Transfer(stated, engine.settings.retry.attempts)
        self._stream: AsyncStream | None = None
        self._pieces: AsyncIterator[bytes] | None = None
        self.info: CallInfo = serving_info()
        self.media_type: str | None = None

    @property
    def size(self) -> int | None:
        """The size in bytes, as far as it is known."""
        return self._transfer.size

    async def open(self) -> None:
        """Send the first request. Raises the error of its response as it is."""
        problem: str | None = None
        try:
            return await self._request()
        except TransferError as error:
            problem = str(error)
        raise self._incomplete(problem)

    async def next(self) -> bytes:
        """The next piece; empty at the end. Raises APIError."""
        problem: str | None = None
        try:
            return await self._next()
        except TransferError as error:
            problem = str(error)
        raise self._incomplete(problem)

    def _incomplete(self, problem: str) -> AssetIncomplete:
        return AssetIncomplete(self.info, self._transfer.received, self._transfer.size, problem)

    async def close(self) -> None:
        """Release the connection."""
        stream, self._stream, self._pieces = self._stream, None, None
        if stream is not None:
            await stream.close()

    async def _next(self) -> bytes:
        while True:
            lost: APIConnectionError | None = None
            try:
                piece = b"" if self._pieces is None else await anext(self._pieces, b"")
            except APIConnectionError as error:
                piece, lost = b"", error
            if piece:
                new = self._transfer.feed(piece)
                if new:
                    return new
            elif lost is None and self._transfer.is_complete():
                return b""
            else:
                await self._resume(lost)

    async def _resume(self, lost: APIConnectionError | None) -> None:
        """Request the rest. Raises the error of the cut if there were too many."""
        await self.close()
        if not self._transfer.may_resume(cut=lost is not None):
            if lost is not None:
                raise lost
            raise TransferError("the server has no more")
        if self._transfer.failures:
            retry = self._engine.settings.retry
            await async_sleep(random() * min(retry.cap, retry.base * 2 ** (self._transfer.failures - 1)))  # noqa: S311
        try:
            await self._request()
        except APIStatusError as error:
            if not is_unavailable(error):
                raise
            raise AssetUnavailable(error.call, (reason(error, scheme_of(self._url)),)) from error

    async def _request(self) -> None:
        """Request what is left. A file that has no such part may be complete, or is requested as a whole."""
        try:
            await self._open_stream()
        except APIStatusError as error:
            if error.status != NO_SUCH_PART:
                raise
            if self._transfer.refuse_range():
                await self._open_stream()

    async def _open_stream(self) -> None:
        request = api.assets.serve(url=self._url, range=self._transfer.range)
        call, body = await self._engine.execute(request, stream=True)
        self._stream = AsyncStream(call, body, lambda: self._engine.http.closed)
        self.info = call.info
        self.media_type = self._stream.headers.get("content-type")
        self._transfer.start(self._stream.status, self._stream.headers)
        self._pieces = self._stream.iter_bytes()
