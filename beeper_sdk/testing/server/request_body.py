"""The body of a request: passed on as it is received, kept for the log, and hashed to recognise equal requests."""

from __future__ import annotations

import hashlib

from ..recorded.request import MAX_BODY
from ..wire.forms import boundary
from ..wire.requests import Call
from .asgi import Message, Receive

_SMALL = 1 << 20
"""Bytes of a body that is read to its end although nothing uses it."""


class Intake:
    """Stands in for the ``receive`` of a request."""

    def __init__(self, call: Call, receive: Receive) -> None:
        self._receive = receive
        headers = call.headers
        self._announced = int(headers.get("content-length") or 0)
        self._seen = 0
        self._parts: list[bytes] = []
        self._again: list[Message] = []
        self.whole: bool = self._announced == 0 and "transfer-encoding" not in headers
        """Whether all of it is there."""
        self._boundary = boundary(headers.get("content-type", ""))
        self._tail = b""
        self._hash = hashlib.sha256(f"{call.method} {call.path}?{call.query}\n".encode())

    async def __call__(self) -> Message:
        """The next ASGI message of the body."""
        if self._again:
            return self._again.pop(0)
        message = await self._receive()
        if message["type"] == "http.request":
            self._take(message.get("body", b""))
            self.whole = not message.get("more_body")
        return message

    def _take(self, part: bytes) -> None:
        self._seen += len(part)
        if self._seen <= MAX_BODY:
            self._parts.append(part)
        if not self._boundary:
            self._hash.update(part)
            return
        # The boundary of a form is generated for each request, and may be split over two chunks.
        parts = (self._tail + part).replace(self._boundary, b"")
        keep = min(len(parts), len(self._boundary) - 1)
        self._hash.update(parts[: len(parts) - keep])
        self._tail = parts[len(parts) - keep :]

    async def drain(self) -> None:
        """Read what nobody read, unless it is much: the body of a request that was turned away."""
        while not self.whole and max(self._announced, self._seen) <= _SMALL:
            if (await self())["type"] == "http.disconnect":
                return

    async def peek(self) -> bytes:
        """The body, or the beginning of a large one. It can still be received."""
        messages: list[Message] = []
        while not self.whole and max(self._announced, self._seen) <= _SMALL:
            messages.append(await self())
            if messages[-1]["type"] == "http.disconnect":
                break
        self._again = messages
        return b"".join(self._parts)

    @property
    def body(self) -> bytes | None:
        """The body, to be recorded; None if it is incomplete or too large."""
        return b"".join(self._parts) if self.whole and self._seen <= MAX_BODY else None

    @property
    def fingerprint(self) -> str:
        """Equal for equal requests with equal bodies; empty if the body is incomplete."""
        if not self.whole:
            return ""
        whole = self._hash.copy()
        whole.update(self._tail)
        return whole.hexdigest()[:16]
