# @generated


from __future__ import annotations

from typing import Protocol

from ..._core.http.outcome import TransportFailure
from ..via_httpx import failures

MAX_RECEIVED = 2**16
MIN_TIMEOUT = 0.001


class RawStream(Protocol):
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        ...

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        ...


class Upgraded:
    def __init__(self, stream: RawStream) -> None:
        self._stream = stream

    def read(self, seconds: float) -> bytes | TransportFailure:
        try:
            return self._stream.read(MAX_RECEIVED, max(seconds, MIN_TIMEOUT))
        except failures.errors() as error:
            return failures.failure(error)

    def write(self, data: bytes, seconds: float) -> TransportFailure | None:
        try:
            self._stream.write(data, max(seconds, MIN_TIMEOUT))
        except failures.errors() as error:
            return failures.failure(error)
        return None
