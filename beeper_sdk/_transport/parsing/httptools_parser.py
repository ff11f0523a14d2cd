"""Parses heads and chunked bodies by httptools (llhttp).

llhttp and h11 disagree about odd heads. So heads that are not in the plain form below, and those that llhttp refuses,
are parsed by h11, which decides as it does without httptools.
"""

from __future__ import annotations

import sys

import httptools

from ..._core.http.headers import Headers
from .framing import HeadFields, ParsedHead

_TEXT = bytes(byte for byte in range(0x20, 0x100) if byte != 0x7F)
"""What may be in a plain line: no control characters."""
_REASON = len(b"HTTP/1.1 200 ")
_MAX_DIGITS = 18


def parse_head(raw: bytes) -> HeadFields | None:
    """Parse a head. None if it is invalid."""
    fields = _parse_plain_head(raw)
    if fields is None:
        from .h11_parser import parse_head

        return parse_head(raw)
    return fields


def _parse_plain_head(raw: bytes) -> HeadFields | None:
    """Parse a head. None if it is invalid or not plain."""
    message = _Message()
    parser = httptools.HttpResponseParser(message)
    if not _feed(parser, raw):
        return None
    values = {name.lower(): value for name, value in message.headers.items()}
    status_code = parser.get_status_code()
    length, coding = values.get(b"content-length", b"0"), values.get(b"transfer-encoding")
    if not (
        raw.startswith(b"HTTP/1.1 ")
        and status_code >= 100
        and raw[_REASON - 1] in b" \r"
        and raw.find(b" \r\n", _REASON) < 0
        # Each line is a header with another name; none continues the one before. CR and LF occur at their ends only.
        and raw.translate(None, _TEXT) == b"\r\n" * (len(values) + 2)
        and length.isdigit()
        and len(length) <= _MAX_DIGITS
        and (coding is None or coding == b"chunked")
    ):
        return None
    head = ParsedHead(status_code, Headers(values.items(), values))
    return head, True, None if coding is None else LlhttpChunks(parser, message)


def _feed(parser: httptools.HttpResponseParser, data: bytes | memoryview) -> bool:
    """Whether the data is valid."""
    try:
        parser.feed_data(data)
    except httptools.HttpParserCallbackError as error:
        # Callbacks raise nothing themselves: it was Ctrl-C, or the like, during one of them.
        interrupt = error.__context__
    except (httptools.HttpParserError, httptools.HttpParserUpgrade):
        return False
    else:
        return True
    # In an except block of the caller, the context is the exception that is handled there, and the interrupt is lost.
    raise KeyboardInterrupt if interrupt is None or interrupt is sys.exc_info()[1] else interrupt


class _Message:
    """The callbacks of llhttp."""

    __slots__ = ("body", "done", "headers", "on_header")

    def __init__(self) -> None:
        self.headers: dict[bytes, bytes] = {}
        self.on_header = self.headers.__setitem__  # no function of ours: it is called for each header
        self.body: list[bytes] = []
        self.done = False

    def on_body(self, data: bytes) -> None:
        if not self.done:
            self.body.append(data)

    def on_message_complete(self) -> None:
        self.done = True


class LlhttpChunks:
    """The chunked body after a head."""

    __slots__ = ("_message", "_parser", "surplus")

    def __init__(self, parser: httptools.HttpResponseParser, message: _Message) -> None:
        parser.set_dangerous_leniencies(lenient_spaces_after_chunk_size=True)  # as h11: some servers send them
        self._parser = parser
        self._message = message
        self.surplus = False

    @property
    def done(self) -> bool:
        """See `ChunkDecoder.done`."""
        return self._message.done

    def decode(self, data: bytes) -> bytes | None:
        """See `ChunkDecoder.decode`."""
        # A chunked body ends in LF. llhttp does not say where in the data it ended, so a last LF is parsed by itself.
        last = b"\n" if data.endswith(b"\n") else b""
        valid = _feed(self._parser, memoryview(data)[: len(data) - len(last)])
        if self.done:
            self.surplus = True  # whatever it is, and valid or not
        elif not (valid and _feed(self._parser, last)):
            return None
        body = self._message.body
        self._message.body = []
        return b"".join(body)
