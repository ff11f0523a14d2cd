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
from ..._core.util.urls import LOOPBACKS, is_loopback
from ..._sync.client import Beeper

PORTS = range(23373, 23393)
"""Beeper listens on the next free port if its own is in use, as across updates; its own command line searches these."""
CONNECT_TIMEOUT, RESPONSE_TIMEOUT = 0.3, 0.7
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What kind of machine this program seems to run on."""

    wsl: bool = False
    container: bool = False


def surroundings(root: Path = Path("/")) -> Surroundings:
    """Detect the kind of machine from files of the operating system below `root`."""
    return Surroundings(in_wsl(root), in_container(root))


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
    found.append("check that Beeper is running and that its API is enabled (Settings, Integrations)")
    return found


def other_urls(url: str, ports: Iterable[int] = PORTS) -> list[str]:
    """The base URLs on both addresses of this machine, other than this one, at which a Beeper responds."""
    tried = url.replace("//localhost", f"//{LOOPBACKS[0]}")
    candidates = [f"http://{host}:{port}" for port in ports for host in (LOOPBACKS[0], f"[{LOOPBACKS[1]}]")]
    candidates = [candidate for candidate in candidates if candidate != tried]
    with ThreadPoolExecutor(max_workers=len(candidates) or 1) as threads:
        return [url for url, found in zip(candidates, threads.map(_is_beeper, candidates), strict=True) if found]


def _is_beeper(url: str) -> bool:
    try:
        parts = urlsplit(url)
        socket.create_connection((parts.hostname, parts.port or 0), CONNECT_TIMEOUT).close()
    except OSError:
        return False
    retry = RetryPolicy(attempts=1, deadline=RESPONSE_TIMEOUT)
    with Beeper("", base_url=url, timeout=RESPONSE_TIMEOUT, retry=retry) as beeper:
        try:
            beeper.info.retrieve()
        except errors.APIError:
            return False
    return True
