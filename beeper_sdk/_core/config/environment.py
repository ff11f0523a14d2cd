"""Reads the environment variables of a client; no other module reads them. Arguments take precedence over them.

``BEEPER_ACCESS_TOKEN``, ``BEEPER_BASE_URL`` (``BEEPER_DESKTOP_BASE_URL`` is its deprecated name),
``BEEPER_CUSTOM_HEADERS`` (lines of the form ``Name: value``), ``BEEPER_TRANSPORT``, and the proxies of the system. For
``BEEPER_LOG`` see ``util.log``, for certificates ``_transport.via_httpx.environment``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..util.urls import DEFAULT_URL, check_base_url
from ..util.validation import check_kind
from .credentials import check_token

if TYPE_CHECKING:
    from .settings import Headers

_PARTS = re.compile(r"(?:([a-z]+)://)?(\[[^]]*\](?:/\d+)?|[^:]*)(?::(\d+))?")


def environment_token() -> str | None:
    """The token of ``BEEPER_ACCESS_TOKEN``; None if it is unset or blank. Raises ValueError."""
    return check_token("BEEPER_ACCESS_TOKEN", os.environ.get("BEEPER_ACCESS_TOKEN"))


def find_base_url(argument: str | None) -> str:
    """The base URL of the argument, else of the environment, else the default, without a trailing slash.

    Raises:
        ValueError, TypeError: the URL is invalid. The message names the argument or variable.
    """
    if argument is not None:
        return check_base_url(argument)
    for variable in ("BEEPER_BASE_URL", "BEEPER_DESKTOP_BASE_URL"):
        if os.environ.get(variable, "").strip():
            if variable == "BEEPER_DESKTOP_BASE_URL":
                from warnings import warn

                warn(
                    "BEEPER_DESKTOP_BASE_URL is deprecated; set BEEPER_BASE_URL instead",
                    DeprecationWarning,
                    stacklevel=3,
                )
            return check_base_url(os.environ[variable], variable)
    return DEFAULT_URL


def wants_httpx(transport: object, *, is_supplied: bool) -> bool:
    """Whether requests are sent through httpx although the direct transport could send them: ``transport="httpx"``, or
    ``BEEPER_TRANSPORT``, which applies only if the user supplied no transport or client.

    Raises:
        ValueError: the argument or the variable has another value.
    """
    if isinstance(transport, str):
        name, value = "transport", transport
    else:
        name, value = "BEEPER_TRANSPORT", "" if is_supplied else os.environ.get("BEEPER_TRANSPORT", "").strip()
    if value not in (("httpx",) if name == "transport" else ("", "httpx")):
        raise ValueError(f"{name} must be 'httpx'" + (", an httpx transport, or None" if name == "transport" else ""))
    return value == "httpx"


def with_environment_headers(headers: Headers | None) -> Headers:
    """The headers of ``BEEPER_CUSTOM_HEADERS``, overridden by the given ones. Raises ValueError for an invalid line."""
    found: dict[str, str] = {}
    for number, line in enumerate(os.environ.get("BEEPER_CUSTOM_HEADERS", "").splitlines(), 1):
        name, colon, value = line.partition(":")
        if line.strip() and not colon:
            raise ValueError(
                f"BEEPER_CUSTOM_HEADERS must contain lines of the form 'Name: value'; line {number} has no colon"
            )
        if line.strip():
            found[name.strip()] = value.strip()
    check_kind("headers", headers, Mapping | None, "a dict or None")
    if found:
        from .settings import check_headers

        check_headers(found, "BEEPER_CUSTOM_HEADERS")
    return {**found, **(headers or {})}


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
