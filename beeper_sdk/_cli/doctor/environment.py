"""Detects where this program runs, and where a Beeper listens on this machine. It never sends a token."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ... import errors
from ..._core.config.retry_policy import RetryPolicy
from ..._core.util.program import in_container, in_wsl
from ..._core.util.urls import is_loopback
from ..._sync.client import Beeper

PORTS = range(23373, 23393)
"""Beeper listens on the next free port if its own is in use; its own command line searches these ports too."""
CONNECT_TIMEOUT, RESPONSE_TIMEOUT = 0.3, 2.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What kind of machine this program seems to run on."""

    wsl: bool = False
    container: bool = False
    localhost_is_ipv6: bool = False
    """Whether the name ``localhost`` resolves to ::1 first."""


def surroundings(root: Path = Path("/")) -> Surroundings:
    """Detect the kind of machine from files of the operating system below `root`."""
    return Surroundings(in_wsl(root), in_container(root), _localhost_is_ipv6())


def _localhost_is_ipv6() -> bool:
    try:
        first = socket.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)[0]
    except (OSError, IndexError):
        return False
    return first[0] == socket.AF_INET6


def hints(url: str, around: Surroundings) -> list[str]:
    """Likely reasons why no Beeper responds at a URL, the most likely first."""
    if not is_loopback(url):
        return ["check the host name, and that remote access is enabled in that Beeper (Settings, Integrations)"]
    found: list[str] = []
    if around.wsl:
        found.append(
            "this is WSL, where 127.0.0.1 is not Windows: set networkingMode=mirrored in .wslconfig, or enable remote "
            "access in Beeper and use the address of Windows as --base-url, with --allow-remote"
        )
    if around.container:
        found.append(
            "this is a container, where 127.0.0.1 is the container itself: enable remote access in Beeper and use the "
            "address of the host, often --base-url http://host.docker.internal:23373 --allow-remote"
        )
    if urlsplit(url).hostname in ("localhost", "::1") and (around.localhost_is_ipv6 or "::1" in url):
        found.append("this address resolves to ::1, where Beeper does not listen: use 127.0.0.1")
    found.append("check that Beeper is running and that its API is enabled (Settings, Integrations)")
    return found


def other_urls(url: str, ports: Iterable[int] = PORTS) -> list[str]:
    """The base URLs on this machine, other than this one, at which a Beeper responds."""
    tried = url.rstrip("/")
    candidates = [other for port in ports if (other := f"http://127.0.0.1:{port}") != tried]
    with ThreadPoolExecutor(max_workers=len(candidates) or 1) as threads:
        return [url for url, found in zip(candidates, threads.map(_is_beeper, candidates), strict=True) if found]


def _is_beeper(url: str) -> bool:
    try:
        socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), CONNECT_TIMEOUT).close()
    except OSError:
        return False
    retry = RetryPolicy(attempts=1, deadline=RESPONSE_TIMEOUT)
    with Beeper("", base_url=url, timeout=RESPONSE_TIMEOUT, retry=retry) as beeper:
        try:
            beeper.info.retrieve()
        except errors.APIError:
            return False
    return True
