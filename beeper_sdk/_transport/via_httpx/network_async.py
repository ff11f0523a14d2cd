"""What httpx does not do for the connections of an async client, as in `network`."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

from anyio import CancelScope

from .network import has_decrypted

if TYPE_CHECKING:
    import httpcore

    Read: TypeAlias = Callable[[int, float | None], Awaitable[bytes]]

MAX_RECEIVED = 2**18
"""Bytes that asyncio receives at once. With a smaller limit anyio keeps the rest, which could be a surplus response."""
_KEPT_ABOVE = 2**15
"""anyio reads 64 KiB of TLS data at a time, and keeps the rest that asyncio received. With less data there is none."""
_AT_ONCE = 1e-4
"""Seconds to read what is in memory. Not 0: anyio would cancel the read at its start."""


class Sockets:
    """Whether the client was closed. Its event loop wakes the tasks that wait for a response."""

    def __init__(self) -> None:
        self.closed = False

    def add(self, _: object) -> bool:
        """Returns False if the client was closed while a connection was opened: nothing else would close it."""
        return not self.closed


async def secure(
    start: Callable[[], Awaitable[httpcore.AsyncNetworkStream]], _stream: object, _sockets: object
) -> httpcore.AsyncNetworkStream | None:
    """Do a TLS handshake."""
    return await start()


async def has_surplus(read: Read, tls: object, received: int, *, is_nested: bool) -> bool:
    """Whether a TLS connection has data in memory, decrypted or not. A byte of it is then lost.

    anyio has no public API for the data that it keeps. So it is read, where there may be some."""
    if not isinstance(tls, ssl.SSLObject):
        return False
    if has_decrypted(tls):
        return True
    if received < _KEPT_ABOVE and not is_nested:
        return False
    try:
        await read(1, _AT_ONCE)
    except Exception as error:  # noqa: BLE001 - of httpcore or httpcore2
        return type(error).__name__ != "ReadTimeout"
    return True


async def close(stream: httpcore.AsyncNetworkStream) -> None:
    """Close a connection, also after the call was cancelled."""
    with CancelScope(shield=True):
        await stream.aclose()
