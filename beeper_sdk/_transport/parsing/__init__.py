"""Parsers of HTTP/1.1 responses: httptools (llhttp) if it is installed, otherwise h11."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from .framing import FramedParser, ParsedHead, ProtocolViolation

if TYPE_CHECKING:
    from .framing import HeadParser

__all__ = ["Library", "ParsedHead", "ProtocolViolation", "ResponseParser", "make_parser"]

Library: TypeAlias = Literal["h11", "httptools"]


class ResponseParser(Protocol):
    """Parses the responses of one connection, one after the other."""

    head: ParsedHead | None
    """Of the final response: interim responses (1xx) are skipped. None until it is complete."""
    complete: bool
    """Whether the whole response was received."""
    reusable: bool
    """Whether the connection can be used for another request: there was none yet, or its response is complete, both
    sides keep the connection open, and nothing was received after the response."""

    def start(self, method: str) -> None:
        """A request is being sent; must be called before `feed`. The response to HEAD has no body.

        Raises:
            RuntimeError: The connection is not reusable.
            ValueError: The method is CONNECT: what follows its response is not HTTP.
        """

    def feed(self, data: bytes) -> bytes:
        """Parse received bytes, and return the part of the body in them. ``b""``: the server closed the connection.

        Raises:
            ProtocolViolation: The response is invalid or incomplete, or switches to another protocol.
        """
        ...


def make_parser(library: Library | None = None) -> ResponseParser:
    """A parser for a new connection. Without `library`, the choice is made once per process."""
    return FramedParser(_head_parser(library))


@cache
def _head_parser(library: Library | None) -> HeadParser:
    if library != "h11":
        try:
            from .httptools_parser import parse_head as by_httptools
        except ImportError:  # not installed, or for another machine
            if library is not None:
                raise
        else:
            return by_httptools
    from .h11_parser import parse_head

    return parse_head
