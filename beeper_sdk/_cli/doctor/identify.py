"""Determines whether the program at a URL is a Beeper. The client has no token: it may be any program."""

from __future__ import annotations

from time import monotonic

from ... import errors
from ..._core.http.outcome import NOT_SENT, FailureKind
from ..._core.util.urls import is_loopback
from ..._sync.client import Beeper
from .report import Report

FROZEN = "Beeper may be frozen, or still starting: quit it and start it again"
"""What to do if the app accepts connections and does not respond."""
_FOREIGN = "another program uses this address: correct the base URL, or stop that program and start Beeper again"
_REMOTE = "check the base URL, and the proxies between this machine and Beeper"


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
    kind = "Beeper Server" if info.app.bundle_id.endswith(".server") else "Beeper"
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
        report.add(
            "server", "problem", f"the TLS connection to {url} failed", "check its certificate, and SSL_CERT_FILE"
        )
    elif kind in NOT_SENT:
        report.add("server", "problem", f"no server at {url}")
    else:
        text = f"{url} is not a Beeper: what it sends is not HTTP, or it closes the connection"
        report.add("server", "problem", text, _FOREIGN if is_loopback(url) else _REMOTE)


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
