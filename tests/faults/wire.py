"""HTTP/1.1 as bytes, for a proxy that corrupts it: reads whole messages, and writes responses in any form."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import Self

HEAD_LIMIT = 1 << 17
REASON = {200: "OK", 429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway"}
FRAMING = ("content-length", "transfer-encoding", "connection")
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Message:
    """A whole request or response, with its bytes as received."""

    start: str
    headers: Headers
    head: bytes
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header, or empty text."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def raw(self) -> bytes:
        """As received."""
        return self.head + self.body


@dataclass(frozen=True)
class Reply:
    """A response to write."""

    status: int = 200
    body: bytes = b""
    headers: Headers = ()
    """Without those that say where the body ends."""

    @classmethod
    def of(cls, message: Message) -> Self:
        """A server's response, to be written in another form."""
        headers = tuple((name, value) for name, value in message.headers if name not in FRAMING)
        return cls(int(message.start.split(" ")[1]), message.body, headers)

    def header(self, name: str) -> str:
        """The value of a header, or empty text."""
        return next((value for key, value in self.headers if key == name), "")

    def with_body(self, body: bytes, **headers: str) -> Reply:
        """The same with another body, and headers in place of or beside the present ones."""
        replacements = {name.replace("_", "-"): value for name, value in headers.items()}
        remaining = tuple((name, value) for name, value in self.headers if name not in replacements)
        return replace(self, body=body, headers=(*remaining, *replacements.items()))

    def head(self, *more: str, version: str = "1.1") -> bytes:
        """Status line and headers, with more lines, to the empty line."""
        lines = [f"HTTP/{version} {self.status} {REASON.get(self.status, 'Other')}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        return ("\r\n".join([*lines, *more]) + "\r\n\r\n").encode("latin-1")

    def whole(self, *more: str) -> bytes:
        """Head and body, with a content-length."""
        if self.status in (204, 304):
            return self.head(*more)
        return self.head(f"content-length: {len(self.body)}", *more) + self.body

    def chunked(self, size: int, *, ended: bool = True) -> bytes:
        """Head and body in chunks, with a trailer; or without the last chunk."""
        pieces = [self.body[at : at + size] for at in range(0, len(self.body), size)]
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
        end = b"0\r\nx-checksum: none\r\n\r\n" if ended else b""
        return self.head("transfer-encoding: chunked") + chunks + end


async def read_head(reader: asyncio.StreamReader) -> bytes:
    """To the empty line; `asyncio.IncompleteReadError` where there is none."""
    return await reader.readuntil(b"\r\n\r\n")


async def read_body(reader: asyncio.StreamReader, headers: Headers) -> bytes:
    """What follows a head with these headers, as received."""
    by_name = dict(headers)
    if "chunked" in by_name.get("transfer-encoding", ""):
        return await _chunks(reader)
    return await reader.readexactly(int(by_name.get("content-length", "0")))


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    raw = b""
    while True:
        line = await reader.readuntil(b"\r\n")
        size = int(line, 16)
        raw += line + await reader.readexactly(size + 2)
        if not size:
            return raw


def parsed(head: bytes) -> tuple[str, Headers]:
    """First line and headers, names in lower case."""
    start, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return start, tuple((name.strip().lower(), value.strip()) for name, _, value in pairs)


async def read(reader: asyncio.StreamReader) -> Message:
    """The next message; `asyncio.IncompleteReadError` where it breaks off."""
    head = await read_head(reader)
    start, headers = parsed(head)
    return Message(start, headers, head, await read_body(reader, headers))
