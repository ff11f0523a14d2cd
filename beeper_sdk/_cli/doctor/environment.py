"""Detects where this program runs, where a Beeper listens, and whether a program is one. It never sends a token."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

from ... import errors
from ..._core.config.retry_policy import RetryPolicy
from ..._core.http.outcome import NOT_SENT, FailureKind
from ..._core.util.program import in_container, in_wsl
from ..._core.util.urls import LOOPBACKS, is_loopback
from ..._sync.client import Beeper
from .report import Report

PORTS = range(23373, 23393)
"""Beeper listens on the next free port if its own is in use, as across updates; its own command line searches these."""
CONNECT_TIMEOUT, RESPONSE_TIMEOUT = 0.3, 0.7
"""Seconds."""

FROZEN = "Beeper may be frozen, or still starting: quit it and start it again"
"""What to do if the app accepts connections and does not respond."""
_FOREIGN = "another program uses this address: correct the base URL, or stop that program and start Beeper again"
_REMOTE = "check the base URL, and the proxies between this machine and Beeper"


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
    """The base URLs on both addresses of this machine, other than this one, at which a Beeper responds.

    One that listens on both is named once.
    """
    tried = url.replace("//localhost", f"//{LOOPBACKS[0]}")
    candidates = [f"http://{host}:{port}" for port in ports for host in (LOOPBACKS[0], f"[{LOOPBACKS[1]}]")]
    candidates = [candidate for candidate in candidates if candidate != tried]
    with ThreadPoolExecutor(max_workers=len(candidates) or 1) as threads:
        found = [url for url, there in zip(candidates, threads.map(_is_beeper, candidates), strict=True) if there]
    ipv4, ipv6 = LOOPBACKS[0], f"[{LOOPBACKS[1]}]"
    return [url for url in found if ipv6 not in url or url.replace(ipv6, ipv4) not in found]


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


def identify(beeper: Beeper, failures: list[FailureKind | None], report: Report) -> bool:
    """Report whether a Beeper responds, and return whether the other checks can be made.

    Args:
        beeper: A client without a token.
        failures: How its attempts failed, by its hooks.
        report: The report.
    """
    started, url = monotonic(), report.base_url
    try:
        info = beeper.info.retrieve()
    except errors.NotFoundError as error:
        return _identify_older(beeper, error, report)
    except errors.APIConnectionError:
        _add_failure(failures[-1], report)
        return False
    except errors.AnsweredError as error:
        _add_response(error, report)
        return False
    report.version = beeper.server_version()
    kind = "Beeper Server" if str(info.app.bundle_id).endswith(".server") else "Beeper"
    report.add("server", "ok", f"{kind} responded at {url} in {(monotonic() - started) * 1000:.0f} ms")
    return True


def _identify_older(beeper: Beeper, error: errors.AnsweredError, report: Report) -> bool:
    """An app without ``/v1/info`` has OAuth, which the client would not look for at another program."""
    try:
        if not error.answer.is_html:
            beeper.oauth.authorization_server_metadata()
            report.add("server", "note", f"{report.base_url} has no /v1/info: it is an app before 4.2.557")
            return True
    except errors.APIError:
        pass
    _add_response(error, report)
    return False


def _add_failure(kind: FailureKind | None, report: Report) -> None:
    url = report.base_url
    if kind == "timeout":
        report.add("server", "problem", f"{url} accepts connections but does not respond", FROZEN)
    elif kind == "tls":
        report.add("server", "problem", f"the TLS connection to {url} failed", *_tls_hints(url))
    elif kind in NOT_SENT:
        report.add("server", "problem", f"no server at {url}")
    else:
        text = f"{url} is not a Beeper: what it sends is not HTTP, or it closes the connection"
        report.add("server", "problem", text, _FOREIGN if is_loopback(url) else _REMOTE)


def _tls_hints(url: str) -> tuple[str, ...]:
    if is_loopback(url):  # SSL_CERT_FILE is not used for this machine
        plain = url.replace("https", "http", 1)
        return f"the server may speak plain HTTP: use --base-url {plain}", "check its certificate"
    return ("check its certificate, and SSL_CERT_FILE",)


def _add_response(error: errors.AnsweredError, report: Report) -> None:
    page = ", an HTML page" if error.answer.is_html else ""
    response = f"status {error.status}{page}"
    if error.answer.server_version is not None:
        report.add("server", "problem", f"Beeper responded at {report.base_url}, but failed ({response})", FROZEN)
    elif error.status >= 500:
        text = (
            f"{report.base_url} responds with an error ({response}): a proxy without a Beeper behind it, or a failure"
        )
        report.add("server", "problem", text, f"{FROZEN}; {_REMOTE}")
    else:
        text = f"{report.base_url} is not a Beeper: it responds to /v1/info with {response}"
        report.add("server", "problem", text, _FOREIGN if is_loopback(report.base_url) else _REMOTE)
