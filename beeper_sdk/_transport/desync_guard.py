"""Keeps an answer that nobody asked for from being taken as the answer to the next call.

A faulty server or proxy may say more than one answer: one twice, a body after a 204. httpcore keeps what came with
the end of an answer and reads it as the beginning of the next one on that connection, so that every later call there
gets the answer to the one before it. Nothing public of httpx tells of such bytes, and so this looks inside, and does
nothing where it finds something else. (What comes later, httpcore notices itself: an idle connection must be silent.)
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any

import httpx

from .._core.util.override import override

if TYPE_CHECKING:
    import h11

_INWARDS = ("_body", "_stream", "_httpcore_stream", "_connection")
"""Where streams, of httpx, httpcore and our own, keep the next one, down to the connection."""
_DEEPEST = 8


def watched(response: httpx.Response) -> httpx.Response:
    """The same, read from a connection that is closed with it, and not used again, when something is left to read."""
    conversation = _conversation(response.stream)
    if conversation is not None:
        response.stream = _Watched(response.stream, conversation)
    return response


def _conversation(body: object) -> h11.Connection | None:
    """What reads the connection that a body comes from."""
    for _ in range(_DEEPEST):
        found: h11.Connection | None = getattr(body, "_h11_state", None)
        if found is not None:
            return found
        body = next((inner for name in _INWARDS if (inner := getattr(body, name, None)) is not None), None)
    return None


class _Watched(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of an answer."""

    def __init__(self, body: Any, conversation: h11.Connection) -> None:
        self._body = body
        self._conversation = conversation

    @override
    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._body)

    @override
    def close(self) -> None:
        self._look()
        self._body.close()

    @override
    async def aclose(self) -> None:
        self._look()
        await self._body.aclose()

    def _look(self) -> None:
        if self._conversation.trailing_data[0]:
            self._conversation.send_failed()
