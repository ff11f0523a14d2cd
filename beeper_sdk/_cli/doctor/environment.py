"""Where this program runs, and where a Beeper listens on this machine. Never sends a token."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ... import errors
from ..._core.config.retry_policy import RetryPolicy
from ..._core.util.urls import is_loopback
from ..._sync.client import Beeper

PORTS = range(23373, 23393)
"""Beeper takes the next free port when its own is taken; its own command line looks at these."""
CONNECTING, ANSWERING = 0.3, 2.0
"""Seconds."""
_CONTAINERS = re.compile(r"docker|containerd|kubepods|libpod|lxc")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What kind of machine this program believes to be on."""

    wsl: bool = False
    container: bool = False
    localhost_is_ipv6: bool = False
    """Does the name ``localhost`` lead to ::1 first?"""


def surroundings(root: Path = Path("/")) -> Surroundings:
    """Look around."""
    marks = (root / ".dockerenv", root / "run" / ".containerenv")
    container = any(mark.exists() for mark in marks) or bool(_CONTAINERS.search(_text(root / "proc/1/cgroup")))
    return Surroundings("microsoft" in _text(root / "proc/version").lower(), container, _localhost_is_ipv6())


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")[:10_000]
    except OSError:
        return ""


def _localhost_is_ipv6() -> bool:
    try:
        first = socket.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)[0]
    except (OSError, IndexError):
        return False
    return first[0] == socket.AF_INET6


def hints(url: str, around: Surroundings) -> list[str]:
    """What may be the reason that nothing answers at a URL, the likeliest first."""
    if not is_loopback(url):
        return ["is the name right, and is Beeper's remote access switched on over there (Settings, Integrations)?"]
    said: list[str] = []
    if around.wsl:
        said.append(
            "this is WSL, where 127.0.0.1 is not Windows: set networkingMode=mirrored in .wslconfig, or switch on "
            "Beeper's remote access and give the address of Windows as --base-url, with --allow-remote"
        )
    if around.container:
        said.append(
            "this is a container, where 127.0.0.1 is the container itself: switch on Beeper's remote access and give "
            "the host, often --base-url http://host.docker.internal:23373 --allow-remote"
        )
    if urlsplit(url).hostname in ("localhost", "::1") and (around.localhost_is_ipv6 or "::1" in url):
        said.append("this address leads to ::1, where Beeper does not listen: say 127.0.0.1")
    said.append("is Beeper running, and its API switched on (Settings, Integrations)?")
    return said


def elsewhere(url: str, ports: Iterable[int] = PORTS) -> list[str]:
    """The base URLs on this machine, other than this one, at which a Beeper answers."""
    tried = url.rstrip("/")
    candidates = [each for port in ports if (each := f"http://127.0.0.1:{port}") != tried]
    with ThreadPoolExecutor(max_workers=len(candidates) or 1) as threads:
        return [url for url, there in zip(candidates, threads.map(_is_beeper, candidates), strict=True) if there]


def _is_beeper(url: str) -> bool:
    try:
        socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), CONNECTING).close()
    except OSError:
        return False
    with Beeper("", base_url=url, timeout=ANSWERING, retry=RetryPolicy(attempts=1, deadline=ANSWERING)) as beeper:
        try:
            beeper.info.retrieve()
        except errors.APIError:
            return False
    return True
