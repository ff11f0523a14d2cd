"""A connection of httpx on which the server has switched to another protocol."""

from __future__ import annotations

from typing import Protocol

from ..._core.http.outcome import TransportFailure
from ..via_httpx import failures

MAX_RECEIVED = 2**16
"""Bytes that are received at once."""
MIN_TIMEOUT = 0.001
"""Seconds. With 0, httpcore would wait without a limit, or not at all."""


class AsyncRawStream(Protocol):
    """What is used of the ``network_stream`` of httpcore and httpcore2."""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        """The next bytes; none at their end."""
        ...

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        """Send bytes."""
        ...


class AsyncUpgraded:
    """Reads and writes bytes. To be used by one task at a time."""

    def __init__(self, stream: AsyncRawStream) -> None:
        self._stream = stream

    async def read(self, seconds: float) -> bytes | TransportFailure:
        """The next bytes; none at their end. A failure of the kind ``timeout`` if none came in time, which has no
        effect on the connection."""
        try:
            return await self._stream.read(MAX_RECEIVED, max(seconds, MIN_TIMEOUT))
        except failures.errors() as error:
            return failures.failure(error)

    async def write(self, data: bytes, seconds: float) -> TransportFailure | None:
        """Send bytes. After a failure, the connection cannot be used."""
        try:
            await self._stream.write(data, max(seconds, MIN_TIMEOUT))
        except failures.errors() as error:
            return failures.failure(error)
        return None
