"""The checks of ``doctor``, in order. Later checks are skipped if an earlier one shows that they cannot work.

The health check reads accounts and chats, not ``app.state``: apps that worked said "initializing" there for minutes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from time import monotonic
from typing import TypeVar

from ... import errors
from ..._core.compat.server_info import FIRST, TODAY, V1, Server, numbers
from ..._core.compat.version_table import supported
from ..._core.config.environment import find_base_url
from ..._core.config.retry_policy import RetryPolicy
from ..._core.generated import operation_metadata
from ..._core.http.outcome import FailureKind
from ..._core.util.urls import is_loopback, origin
from ..._core.util.validation import string
from ..._sync.client import Beeper
from ...hooks import Hooks
from ..exit_status import login_hint, token_variable
from . import environment as where
from .report import Check, Report, State
from .spec_drift import compare

TIMEOUT = 3.0
"""Seconds for a response. A person waits: the report of an app that never responds takes less than 5 seconds, with the
search of other ports."""
MAX_DOCUMENT_BYTES = 16 * 2**20
T = TypeVar("T")
_NOT_LOADED = (
    "the app has not loaded its chats, as Beeper Server after a restart; sends fail too (TOOL_EXECUTION_ERROR): "
    "wait a minute and run this again, then restart it"
)


def examine(
    base_url: str | None = None,
    *,
    with_token: bool = True,
    allow_remote: bool = False,
    ports: Iterable[int] | None = None,
    around: where.Surroundings | None = None,
) -> Report:
    """Run the checks on the Beeper at a base URL, by default the one that every client uses. Raises ValueError,
    TypeError for invalid arguments and environment variables."""
    url = find_base_url(base_url)
    report, accepted, store_error = Report(origin(url)), False, None
    failures: list[FailureKind | None] = []
    try:  # before anything is sent, because arguments may not be valid
        beeper = _client(None if with_token else "", url, failures, allow_remote=allow_remote)
    except errors.TokenStoreError as error:
        beeper, store_error = _client("", url, failures, allow_remote=allow_remote), str(error)
    with beeper, _client("", url, failures, allow_remote=allow_remote) as anonymous:
        if where.identify(anonymous, failures, report):
            accepted = _Checks(beeper, report, store_error, failures).run(with_token=with_token)
    if report.checks[0].state != "ok" and not accepted:
        _add_hints(
            report,
            base_url,
            where.PORTS if ports is None else ports,
            where.surroundings() if around is None else around,
        )
    return report


def _client(token: str | None, url: str, failures: list[FailureKind | None], *, allow_remote: bool) -> Beeper:
    return Beeper(
        token,
        base_url=url,
        timeout=TIMEOUT,
        retry=RetryPolicy(attempts=1, deadline=TIMEOUT),
        allow_remote=allow_remote,
        max_response_bytes=MAX_DOCUMENT_BYTES,
        diagnose="all",
        hooks=Hooks(on_response=lambda _, result: failures.append(result.failure)),
    )


def _add_hints(report: Report, given: str | None, ports: Iterable[int], around: where.Surroundings) -> None:
    """Add likely reasons why no Beeper responds, or the ports of this machine where one does."""
    server = report.checks[0]
    report.found_at = where.other_urls(report.base_url, ports) if is_loopback(report.base_url) else []
    hints = [f"a Beeper responds at another address: {_option(given, url)}" for url in report.found_at]
    report.checks[0] = server._replace(
        hints=tuple(hints) or server.hints or tuple(where.hints(report.base_url, around))
    )


def _option(given: str | None, url: str) -> str:
    """How to use a URL instead of that of ``--base-url`` or the environment."""
    if given is None:
        return f"set BEEPER_BASE_URL={url}"
    return "omit --base-url" if os.environ.get("BEEPER_BASE_URL") == url else f"use --base-url {url}"


class _Checks:
    """The checks on a server that may be a Beeper."""

    def __init__(
        self, beeper: Beeper, report: Report, store_error: str | None, failures: list[FailureKind | None]
    ) -> None:
        self._beeper = beeper
        self._failures = failures
        """How attempts failed."""
        self._report = report
        self._store_error = store_error
        """Why the saved tokens cannot be used."""
        self._connected = 0
        """Number of accounts that are connected."""

    def run(self, *, with_token: bool) -> bool:
        """Run all checks, and return whether the server accepts the token."""
        if not with_token:
            self._report.add("token", "skipped", "not used")
        accepted = with_token and self._token()
        self._version(accepted=accepted)
        for check in (self._accounts, self._chats, self._spec, self._responses):
            name = check.__name__[1:]
            if "timeout" in self._failures:  # a frozen app does not respond to the next request either
                text = f"{self._report.base_url} no longer responds; the remaining checks were skipped"
                self._report.checks[0] = Check("server", "problem", text, (where.FROZEN,))
                self._report.add(name, "skipped", "skipped: the server no longer responds")
            elif not accepted and name in ("accounts", "chats"):
                self._report.add(name, "skipped", "skipped: there is no token that the server accepts")
            else:
                check()
        return accepted

    def _token(self) -> bool:
        """Whether there is a token that the server accepts."""
        if self._store_error is not None:
            self._report.add("token", "problem", "the saved tokens cannot be used", self._store_error)
            return False
        try:
            own = self._beeper.oauth.userinfo()
        except errors.MissingToken:
            self._report.add("token", "problem", "there is no token", login_hint())
        except errors.AuthenticationError as error:
            text = "rejected: it is wrong, belongs to another Beeper, has expired or was revoked"
            if isinstance(error, errors.TokenExpired):
                text = "rejected; it was accepted before, so it has expired or was revoked"
            source = token_variable(self._report.base_url)
            self._report.add("token", "problem", text, *([f"it is that of {source}"] if source else ()), login_hint())
        except errors.BeeperError as error:
            self._report.add("token", "problem", f"could not be checked ({_short(error)})")
        else:
            missing = [scope for scope in ("read", "write") if scope not in (string(own.scope) or "").split()]
            state: State = "problem" if "read" in missing else "note" if missing else "ok"
            self._report.add(
                "token", state, f"valid, without the scope {' and '.join(missing)}" if missing else "valid"
            )
            return True
        return False

    def _version(self, *, accepted: bool) -> None:
        report = self._report
        if accepted:
            report.version = self._beeper.server_version()
        if report.version is None and not accepted:
            report.add("version", "skipped", "the server does not report its version without a token")
            return
        version = FIRST if report.version is None else numbers(report.version) or FIRST
        server = Server("auto")
        server.version, server.generation = version, "v1" if version >= V1 else "v0"
        report.generation = server.generation
        names = [name for name in operation_metadata() if not name.startswith("v0.")]
        report.unsupported = [name for name in names if not supported(name, server)]
        text = f"{report.version or 'before 4.1.239'} ({report.generation})"
        text += f"; supports {len(names) - len(report.unsupported)} of {len(names)} operations"
        report.add("version", "note" if version < TODAY else "ok", text)

    def _accounts(self) -> None:
        for account in self._read("accounts", self._beeper.accounts.list) or ():
            self._connected += account.status in ("connected", None)  # None: apps before 4.3.0

    def _chats(self) -> None:
        has_list = self._report.generation == "v1"  # v0 can only search chats
        pager = self._beeper.chats.list(limit=1) if has_list else self._beeper.chats.search(limit=1)
        chats = self._read("chats", lambda: pager.collect(limit=1))
        if chats == [] and self._connected:
            text = f"there are none, although the number of connected accounts is {self._connected}"
            self._report.checks[-1] = Check("chats", "problem", text, (_NOT_LOADED,))

    def _read(self, name: str, read: Callable[[], T]) -> T | None:
        started = monotonic()
        try:
            result = read()
        except errors.BeeperError as error:
            self._report.add(name, "problem", f"cannot be read ({_short(error)})")
            return None
        self._report.add(name, "ok", f"read in {(monotonic() - started) * 1000:.0f} ms")
        return result

    def _spec(self) -> None:
        try:
            document = self._beeper.info.spec()
        except (errors.NotFoundError, errors.NotSupportedByServer):
            self._report.add("spec", "skipped", "the server has no OpenAPI document (apps before 4.2.557)")
            return
        except errors.BeeperError as error:
            state: State = "skipped" if isinstance(error, errors.MissingToken | errors.AuthenticationError) else "note"
            self._report.add("spec", state, f"the server's OpenAPI document cannot be read ({_short(error)})")
            return
        version = self._report.version
        drift = self._report.drift = compare(document, None if version is None else numbers(version))
        count = sum(len(difference.missing) + len(difference.extra) for _, difference in drift.kinds())
        text = f"{drift.compared} operations compared, {count or 'no'} difference{'s' * (count != 1)}"
        self._report.add("spec", "note" if count else "ok", text)

    def _responses(self) -> None:
        diagnostics = self._beeper.diagnostics
        places = sorted({f"{finding.kind} {finding.place}: {finding.found}" for finding in diagnostics})
        text = f"{diagnostics.looked_at} checked, {len(places) or 'no'} difference{'s' * (len(places) != 1)}"
        self._report.add("responses", "note" if places else "ok", text, *places[:20])


def _short(error: errors.BeeperError) -> str:
    """An error without its message, which may contain text from the server."""
    status = f", status {error.status}" if isinstance(error, errors.AnsweredError) else ""
    return f"{type(error).__name__}{status}"
