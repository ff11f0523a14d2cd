"""The address that a fake server listens on, and the URL for it; the token that it is given."""

from __future__ import annotations

import ipaddress
import re

from .._core.util.urls import LOOPBACKS
from .._core.util.validation import check_text

TOKEN = "must have at least 8 characters, all of them printable ASCII and no spaces"  # noqa: S105 - what one must be


def check_host(host: str | None) -> tuple[str, ...]:
    """The addresses that an argument `host` stands for.

    Raises:
        ValueError: It is neither an IP address nor ``localhost``.
        TypeError: It is neither a str nor None.
    """
    if host is None or check_text("host", host) == "localhost":
        return LOOPBACKS
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        address = None
    if address is None or "%" in host:
        raise ValueError("host must be localhost, or an IP address of this machine such as 127.0.0.1 or 0.0.0.0")
    return (str(address),)


def check_token(token: str | None) -> str | None:
    """Check the argument `token`. Raises ValueError, TypeError."""
    if token is not None and not re.fullmatch(r"[\x21-\x7e]{8,}", check_text("token", token)):
        raise ValueError(f"token {TOKEN}")
    return token


def url_of(address: str, port: int) -> str:
    """The base URL of a server that listens on an address, for programs of this machine."""
    found = ipaddress.ip_address(address)
    if found.is_unspecified:
        address = LOOPBACKS[found.version == 6]
    return f"http://{f'[{address}]' if ':' in address else address}:{port}"


def is_reachable(addresses: tuple[str, ...]) -> bool:
    """Whether other machines may connect to a server that listens on these addresses."""
    return not all(ipaddress.ip_address(address).is_loopback for address in addresses)
