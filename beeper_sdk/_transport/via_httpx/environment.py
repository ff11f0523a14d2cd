"""Reads the proxy and certificates of the environment for another machine, when a client is created."""

from __future__ import annotations

import os
import re
import ssl
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import httpx

from ..._core.config.environment import find_proxy


class Route(NamedTuple):
    """How a server on another machine is reached."""

    verify: ssl.SSLContext
    proxy: httpx.Proxy | None


def find_route(url: str) -> Route:
    """The settings of the environment for a base URL.

    Raises:
        ValueError: a variable is invalid. The message does not contain its value, which may hold a password.
    """
    return Route(_certificates() if url.startswith("https:") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), _proxy(url))


_KEY_LOG = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
"""Without O_NONBLOCK, opening a pipe that nobody reads blocks."""


def check_key_log(path: str) -> None:
    """Check the file to which Python adds the keys of TLS connections. Raises ValueError."""
    try:
        number = os.open(path, _KEY_LOG, 0o666)
    except OSError:
        pass  # holds the path, so it must not become the context of the error below
    else:
        os.close(number)
        return
    raise ValueError("the file that SSLKEYLOGFILE names cannot be written; correct or unset the variable")


def _certificates() -> ssl.SSLContext:
    """The certificate authorities: those of ``SSL_CERT_FILE``, else ``SSL_CERT_DIR``, else certifi, as in httpx."""
    if path := os.environ.get("SSL_CERT_FILE"):
        try:
            if not Path(path).is_fifo():  # reading it could block
                return ssl.create_default_context(cafile=path)
            problem = "is a pipe"
        except FileNotFoundError:
            problem = "does not exist"
        except ssl.SSLError:
            problem = "contains no valid certificates in PEM format"
        except OSError:
            problem = "cannot be read"
        raise ValueError(f"the file that SSL_CERT_FILE names {problem}; correct or unset the variable")
    if path := os.environ.get("SSL_CERT_DIR"):
        if not any(Path(part).is_dir() and os.access(part, os.R_OK | os.X_OK) for part in path.split(os.pathsep)):
            raise ValueError("SSL_CERT_DIR names no folder that can be read; correct or unset the variable")
        return ssl.create_default_context(capath=path)
    return httpx.create_ssl_context(trust_env=False)


MAX_SOCKS_AUTH = 255


def _proxy(url: str) -> httpx.Proxy | None:
    found = find_proxy(url)
    if found is None:
        return None
    variable, address = found
    proxy = _parse(address if "://" in address else f"http://{address}")
    if proxy is None:
        raise ValueError(
            f"{variable} must be the URL of a proxy, such as http://proxy.example:3128; correct or unset it"
        )
    if proxy.url.scheme.startswith("socks") and find_spec("socksio") is None:
        raise ValueError(f"{variable} names a SOCKS proxy, which requires a package: install httpx[socks], or unset it")
    if proxy.url.scheme == "https":
        proxy.ssl_context = _certificates()
    if proxy.url.scheme.startswith("socks") and any(len(part) > MAX_SOCKS_AUTH for part in proxy.raw_auth or ()):
        raise ValueError(
            f"{variable} has a user name or password of more than {MAX_SOCKS_AUTH} bytes; SOCKS allows no more"
        )
    return proxy


def _parse(address: str) -> httpx.Proxy | None:
    """The proxy; None if its URL is invalid. Not an exception: httpx's contains the URL, and so the password."""
    try:
        proxy = httpx.Proxy(address)
        host = proxy.url.host  # decodes xn--, which may be invalid
    except (ValueError, httpx.InvalidURL):
        return None
    is_valid = re.fullmatch(r"[\w.:-]+", host) and 0 < (proxy.url.port or 1) < 65536
    return proxy if is_valid else None
