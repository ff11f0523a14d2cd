# @generated


from __future__ import annotations

from random import random
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import sleep
from ..._core.files.failures import is_unavailable, reason, serving_info
from ..._core.files.sources import scheme_of
from ..._core.files.transfer import Transfer, TransferError
from ..._core.generated import api
from ...errors import APIConnectionError, APIStatusError, AssetIncomplete, AssetUnavailable
from ..engine.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...errors._context import CallInfo
    from ..engine.sender import RequestSender

NO_SUCH_PART = 416


class ServedFile:
    def __init__(self, engine: RequestSender, url: str, stated: int | None) -> None:
        self._engine = engine
        self._url = url
        self._transfer = Transfer(stated, engine.settings.retry.attempts)
        self._stream: Stream | None = None
        self._pieces: Iterator[bytes] | None = None
        self.info: CallInfo = serving_info()
        self.media_type: str | None = None

    @property
    def size(self) -> int | None:
        return self._transfer.size

    def open(self) -> None:
        problem: str | None = None
        try:
            return self._request()
        except TransferError as error:
            problem = str(error)
        raise self._incomplete(problem)

    def next(self) -> bytes:
        problem: str | None = None
        try:
            return self._next()
        except TransferError as error:
            problem = str(error)
        raise self._incomplete(problem)

    def _incomplete(self, problem: str) -> AssetIncomplete:
        return AssetIncomplete(self.info, self._transfer.received, self._transfer.size, problem)

    def close(self) -> None:
        stream, self._stream, self._pieces = self._stream, None, None
        if stream is not None:
            stream.close()

    def _next(self) -> bytes:
        while True:
            lost: APIConnectionError | None = None
            try:
                piece = b"" if self._pieces is None else next(self._pieces, b"")
            except APIConnectionError as error:
                piece, lost = b"", error
            if piece:
                new = self._transfer.feed(piece)
                if new:
                    return new
            elif lost is None and self._transfer.is_complete():
                return b""
            else:
                self._resume(lost)

    def _resume(self, lost: APIConnectionError | None) -> None:
        self.close()
        if not self._transfer.may_resume(cut=lost is not None):
            if lost is not None:
                raise lost
            raise TransferError("the server has no more")
        if self._transfer.failures:
            retry = self._engine.settings.retry
            sleep(random() * min(retry.cap, retry.base * 2 ** (self._transfer.failures - 1)))  # noqa: S311
        try:
            self._request()
        except APIStatusError as error:
            if not is_unavailable(error):
                raise
            raise AssetUnavailable(error.call, (reason(error, scheme_of(self._url)),)) from error

    def _request(self) -> None:
        try:
            self._open_stream()
        except APIStatusError as error:
            if error.status != NO_SUCH_PART:
                raise
            if self._transfer.refuse_range():
                self._open_stream()

    def _open_stream(self) -> None:
        request = api.assets.serve(url=self._url, range=self._transfer.range)
        call, body = self._engine.execute(request, stream=True)
        self._stream = Stream(call, body, lambda: self._engine.http.closed)
        self.info = call.info
        self.media_type = self._stream.headers.get("content-type")
        self._transfer.start(self._stream.status, self._stream.headers)
        self._pieces = self._stream.iter_bytes()
