"""Parses heads and chunked bodies by h11.

Each response has its own `h11.Connection`, which takes 2 µs to make: the rest of h11, sending and the order of requests
and responses, is not needed. A connection accepts a final response before a request, and interim ones after it.
"""

from __future__ import annotations

import h11

from ..._core.http.headers import Headers
from .framing import MAX_HEAD_SIZE, HeadFields, ParsedHead


def parse_head(raw: bytes) -> HeadFields | None:
    """Parse a head. None if it is invalid."""
    connection = h11.Connection(h11.CLIENT, MAX_HEAD_SIZE)
    if raw[9:10] == b"1":
        connection.send(h11.Request(method="GET", target="/", headers=[("Host", "localhost")]))
        connection.send(h11.EndOfMessage())
    connection.receive_data(raw)
    try:
        event = connection.next_event()
    except h11.RemoteProtocolError:
        return None
    if not isinstance(event, h11.Response | h11.InformationalResponse):
        return None
    headers = Headers(event.headers.raw_items())
    chunks = H11Chunks(connection) if b"transfer-encoding" in headers.by_name() else None
    return ParsedHead(event.status_code, headers), event.http_version >= b"1.1", chunks


class H11Chunks:
    """The chunked body after a head."""

    __slots__ = ("_connection", "done", "surplus")

    def __init__(self, connection: h11.Connection) -> None:
        self._connection = connection
        self.done = False
        self.surplus = False

    def decode(self, data: bytes) -> bytes | None:
        """See `ChunkDecoder.decode`."""
        self._connection.receive_data(data)
        body: list[bytes] = []
        try:
            while isinstance(event := self._connection.next_event(), h11.Data):
                body.append(event.data)
        except h11.RemoteProtocolError:
            return None
        if isinstance(event, h11.EndOfMessage):
            self.done = True
            self.surplus = self._connection.trailing_data[0] != b""
        return b"".join(body)
