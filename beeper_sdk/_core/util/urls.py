"""Base URLs: what a server's address may be, which addresses are this machine, and where a token may not go."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from .validation import check_text

DEFAULT_URL = "http://127.0.0.1:23373"
_LOCAL_NAMES = frozenset({"127.0.0.1", "::1", "localhost"})
_LOOPBACK = re.compile(r"127(\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}")
"""The whole network 127.0.0.0/8 is this machine (RFC 1122). 127.0.0.300 is a name that DNS may be asked for."""
_PORTS = {"http": 80, "https": 443}


def check_base_url(text: object, source: str = "base_url") -> str:
    """The base URL without a slash at its end. Raises ValueError or TypeError naming the argument or variable."""
    url = check_text(source, text).strip()
    wanted = f"{source} takes a URL such as {DEFAULT_URL}"
    parts = _split(url)
    if parts is None:
        raise ValueError(f"{wanted}; this one has a bad port or address")
    _check_parts(wanted, url, parts, parts.port)
    return url.rstrip("/")


def _split(text: str) -> SplitResult | None:
    """The parts of a URL; None where it has none: an error that holds the text must not be behind ours."""
    try:
        parts = urlsplit(text)
        known = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    return parts if known else None


def _check_parts(wanted: str, text: str, parts: SplitResult, port: int | None) -> None:
    if parts.scheme not in ("http", "https"):
        raise ValueError(f"{wanted}; it must begin with http:// or https://")
    if not parts.hostname or port == 0:
        raise ValueError(f"{wanted}; this one names no {'port' if parts.hostname else 'host'}")
    if parts.username is not None or parts.password is not None:
        raise ValueError(f"{wanted}; it cannot hold a user name or password")
    if "?" in text or "#" in text:
        raise ValueError(f"{wanted}; it cannot hold a query or a fragment")
    if not re.fullmatch(r"[\x21-\x7e]+", text) or "\\" in text:
        raise ValueError(f"{wanted}; it takes printable ASCII characters only")


def is_loopback_host(host: str) -> bool:
    """Is this host, without port and brackets, certain to be this machine?

    Names below ``localhost`` are not: RFC 6761 reserves them, but Python asks the system, which may ask DNS.
    """
    name = host.lower()
    return name in _LOCAL_NAMES or _LOOPBACK.fullmatch(name) is not None


def is_loopback(url: str) -> bool:
    """Does this URL stay on this machine? False where it is no URL."""
    parts = _split(url)
    return parts is not None and is_loopback_host(parts.hostname or "")


def check_not_plain(url: str) -> None:
    """Raises ValueError for plain http to another machine: a token would go there in the clear."""
    if url.startswith("http:") and not is_loopback(url):
        raise ValueError(
            f"base_url {origin(url)} is plain http on another machine: anyone on the way could read "
            "the token and the conversations. Use https, or give allow_remote=True"
        )


def origin(url: str) -> str:
    """Scheme, host and port of a URL as they are written, without its path."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def server_origin(url: str) -> str:
    """The server a URL leads to, as scheme, host and port, always spelled the same way.

    Tokens are kept under it, so that each goes only to where it came from. ``localhost``, ``::1`` and ``127.0.0.1`` are
    one host; other loopback addresses may have another program on the same port. Raises ValueError for a bad port.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if host in _LOCAL_NAMES:
        host = "127.0.0.1"
    elif ":" in host:
        host = f"[{host}]"
    return f"{parts.scheme}://{host}:{parts.port or _PORTS.get(parts.scheme, 0)}"
