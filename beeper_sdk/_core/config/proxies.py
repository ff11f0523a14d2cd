"""Selects the proxy of the environment for a base URL. No I/O.

httpx has this too, but raises exceptions for forms of ``NO_PROXY`` that other programs accept.
"""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

_PARTS = re.compile(r"(?:([a-z]+)://)?(\[[^]]*\](?:/\d+)?|[^:]*)(?::(\d+))?")


def find_proxy(url: str) -> tuple[str, str] | None:
    """The variable that sets the proxy for a URL, and the proxy's address. None without a proxy."""
    from urllib.request import getproxies  # also reads the settings of macOS and Windows

    parts, settings = urlsplit(url), getproxies()
    scheme = next((name for name in (parts.scheme, "all") if settings.get(name)), None)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    if scheme is None or is_excluded(settings.get("no", ""), parts.scheme, host, port):
        return None
    # The lower-case name has precedence, as in getproxies().
    names = (name for name, value in os.environ.items() if name.lower() == f"{scheme}_proxy" and value)
    return max(names, default="the system's proxy setting"), settings[scheme].strip()


def is_excluded(no_proxy: str, scheme: str, host: str, port: int) -> bool:
    """Whether ``NO_PROXY`` excludes a server. Items are separated by commas or white space; invalid ones are ignored.

    An item is ``*``, a domain (with its subdomains, also after ``.`` or ``*.``), an IP address, or a network such as
    ``192.168.0.0/16``, optionally with a port and a scheme.
    """
    return any(_matches(item, scheme, host, port) for item in no_proxy.lower().replace(",", " ").split())


def _matches(item: str, scheme: str, host: str, port: int) -> bool:
    parts = _PARTS.fullmatch(item.rstrip("/"))  # does not match IPv6 addresses without brackets
    only_scheme, name, only_port = parts.groups() if parts else (None, item, None)
    if only_scheme not in (None, "all", scheme) or only_port not in (None, str(port)):
        return False
    name = name.replace("[", "").replace("]", "")
    from ipaddress import ip_address, ip_network

    try:
        return ip_address(host) in ip_network(name, strict=False)
    except ValueError:  # one of them is a domain
        domain = name.lstrip("*").lstrip(".")
        return name == "*" or (bool(domain) and f".{host}".endswith(f".{domain}"))
