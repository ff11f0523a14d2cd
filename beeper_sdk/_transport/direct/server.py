"""The server of a base URL on this machine: its addresses, and the heads of requests to it. No I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..._core.util.urls import LOOPBACKS, is_localhost, is_loopback

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..._core.calls.request_encoding import HttpRequest

_LINE = re.compile(r"[\t\x20-\x7e]*")
_PORT = 80


class InvalidRequest(Exception):
    """A header of the request cannot be sent."""


class Server:
    """The server that a base URL names."""

    def __init__(self, base_url: str) -> None:
        parts = urlsplit(base_url)
        host = check_host(parts.hostname or "")
        self.port: int = parts.port or _PORT
        self.addresses: tuple[str, ...] = LOOPBACKS if is_localhost(host) else (host,)
        """In the order in which they are tried."""
        name = f"[{host}]" if ":" in host else host
        self._host = name if self.port == _PORT else f"{name}:{self.port}"
        self._origin_length = len(parts.scheme) + len("://") + len(parts.netloc)

    def prefer(self, address: str) -> None:
        """Try an address first from now on: the server listens there."""
        if address != self.addresses[0]:
            self.addresses = (address, *(other for other in self.addresses if other != address))

    def encode_head(self, request: HttpRequest, headers: Iterable[tuple[str, str]]) -> bytes:
        """The request line and the headers: those of the request, and those of its body. Raises InvalidRequest."""
        lines = [f"{request.method} {request.url[self._origin_length :]} HTTP/1.1", f"Host: {self._host}"]
        lines += [f"{name}: {value}" for name, value in request.headers]
        lines += [f"{name}: {value}" for name, value in headers]
        text = "".join(lines)
        # A line break in a value would start another header. The first test is fast; it refuses tabs.
        if not (text.isascii() and text.isprintable()) and not all(map(_LINE.fullmatch, lines)):
            raise InvalidRequest
        lines += ("", "")
        return "\r\n".join(lines).encode("ascii")


def check_host(host: str) -> str:
    """Check a host name. Raises ValueError if it is invalid Punycode, which a server cannot have."""
    if "xn--" in host:
        try:
            host.encode().decode("idna")
        except UnicodeError:
            pass  # not the context of the error below: it contains the name
        else:
            return host
        raise ValueError("base_url (or BEEPER_BASE_URL) has an invalid host name or address")
    return host


def is_direct(base_url: str) -> bool:
    """Whether the direct transport can send to a base URL: unencrypted, and to this machine."""
    return base_url.startswith("http:") and is_loopback(base_url)
