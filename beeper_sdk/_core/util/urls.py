"""Base URLs: which are valid, which refer to this machine, and which may not receive a token."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from .validation import check_text

DEFAULT_URL = "http://localhost:23373"
LOOPBACKS = ("127.0.0.1", "::1")
"""The addresses of ``localhost``, in the order in which they are tried, without a resolver."""
_LOCAL_NAMES = frozenset({*LOOPBACKS, "localhost"})
_LOOPBACK = re.compile(r"127(\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}")
"""The network 127.0.0.0/8 is this machine (RFC 1122). 127.0.0.300 is not an address: it may be resolved by DNS."""
_API_PATH = (
    r"((?<!/v[01])(/v[01])++(/(mcp|sse|ws|spec|info|accounts|app|assets|bridges|chats|focus|labels|messages|search"
    r"|(archive|clear|create|download|get|open|search|send|set)-[a-z]+)(/.*)?)?|((?<!/v[01])(/v[01])++)?/openapi\.json"
    r"|/oauth/(authorize|introspect|register|revoke|token|userinfo)(/.*)?|^/oauth|/(\.well-known|_matrix)(/.*)?)$"
)
"""Paths of the API: they would be sent twice, as in ``/v1/v1/chats``. A sequence of versions is read from its beginning
only: otherwise the time would grow with the square of its length. Compiled when it is first used, which takes 1 ms."""
_PORTS = {"http": 80, "https": 443}


def check_base_url(text: object, source: str = "base_url") -> str:
    """The base URL without a trailing slash. Raises ValueError or TypeError with the name of the argument or variable.

    The messages do not contain the URL, which may hold a password."""
    url = check_text(source, text).strip()
    wanted = f"{source} must be a URL such as {DEFAULT_URL}"
    parts = _split(url)
    if parts is None:
        raise ValueError(f"{wanted}; its port or IP address is invalid")
    _check_parts(wanted, url, parts, parts.port)
    url = f"{parts.scheme}{url[len(parts.scheme) :]}".rstrip("/")  # the scheme in lower case
    path = parts.path.rstrip("/")
    if path and (match := re.search(_API_PATH, path, re.IGNORECASE)):
        server = url[: -len(match[0])]
        raise ValueError(f"{source} must be the URL of the server, without {match[0]}: use {server}")
    return url


def _split(text: str) -> SplitResult | None:
    """The parts of a URL; None if it is invalid.

    Not an exception: urllib's contains the URL, and would be the __context__ of ours, so a traceback would show it."""
    try:
        parts = urlsplit(text)
        known = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    return parts if known else None


def _check_parts(wanted: str, text: str, parts: SplitResult, port: int | None) -> None:
    if text.startswith(("'", '"')):
        raise ValueError(f"{wanted}, without quotation marks")
    if parts.scheme not in ("http", "https"):
        raise ValueError(f"{wanted}; it must start with http:// or https://")
    labels = (parts.hostname or "").removesuffix(".").split(".")
    valid = all(0 < len(label) < 64 for label in labels) and len(parts.hostname or "") < 255  # the limits of DNS
    if port == 0 or not valid:
        raise ValueError(f"{wanted}; it has no {'valid port' if port == 0 else 'valid host'}")
    if parts.username is not None or parts.password is not None:
        raise ValueError(f"{wanted}; it must not contain a user name or password")
    if "?" in text or "#" in text:
        raise ValueError(f"{wanted}; it must not contain a query or fragment")
    if not re.fullmatch(r"[\x21-\x7e]+", text) or "\\" in text:
        raise ValueError(f"{wanted}; it must contain printable ASCII characters only")


def is_loopback_address(host: str) -> bool:
    """Whether a host (without port and brackets) is ``localhost`` or a loopback address, which every machine has."""
    name = host.lower()
    return name in _LOCAL_NAMES or _LOOPBACK.fullmatch(name) is not None


def is_loopback_host(host: str) -> bool:
    """Whether a host (without port and brackets) is this machine."""
    return is_loopback_address(host) or is_localhost(host)


def is_localhost(host: str) -> bool:
    """Whether a host is ``localhost`` or a name such as ``app.localhost``, which RFC 6761 reserves for this machine.

    The network layer connects to `LOOPBACKS` for them: the system's resolver may query DNS, and find another machine.
    """
    name = host.lower().removesuffix(".")
    return name == "localhost" or name.endswith(".localhost")


def is_loopback(url: str) -> bool:
    """Whether a URL refers to this machine. False for an invalid URL."""
    parts = _split(url)
    return parts is not None and is_loopback_host(parts.hostname or "")


def check_not_plain(url: str, *, own_transport: bool = False) -> None:
    """Raise ValueError for unencrypted http to another machine: the token would be sent in plain text.

    `own_transport`: the user's transport resolves names, and may find another machine for all but ``localhost``."""
    host = (urlsplit(url).hostname or "").lower()
    if not url.startswith("http:"):
        return
    if own_transport and host.removesuffix(".").endswith(".localhost"):
        raise ValueError(
            f"base_url (or BEEPER_BASE_URL) {origin(url)} must name localhost or a loopback address for httpx, or "
            "for a transport or http_client of your own, because that resolves the name. Or pass allow_remote=True"
        )
    if not is_loopback_host(host):
        raise ValueError(
            f"base_url (or BEEPER_BASE_URL) {origin(url)} is unencrypted http to another machine: anyone on the "
            "network could read the token and the conversations. Use https, or pass allow_remote=True"
        )


def origin(url: str) -> str:
    """Scheme, host and port of a URL as written, without its path."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def server_origin(url: str) -> str:
    """The server of a URL: scheme, host and port in a normalized form.

    Tokens are stored under it, so that each is sent only to the server that issued it. ``localhost``, ``::1`` and
    ``127.0.0.1`` count as one host; at another loopback address, another program may listen on the same port. Raises
    ValueError for an invalid port.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if host.removesuffix(".") in _LOCAL_NAMES:
        host = "127.0.0.1"
    elif ":" in host:
        host = f"[{host}]"
    return f"{parts.scheme}://{host}:{parts.port or _PORTS.get(parts.scheme, 0)}"
