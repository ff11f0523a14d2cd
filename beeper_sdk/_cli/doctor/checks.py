"""The checks of ``doctor``, in order. Later checks are skipped if an earlier one shows that they cannot work.

The health check is a real read of accounts and chats, not ``app.state``: apps that worked reported "initializing"
there for minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic

from ... import errors
from ..._core.compat.server_info import FIRST, TODAY, V1, Server, numbers
from ..._core.compat.version_table import supported
from ..._core.config.environment import find_base_url
from ..._core.config.retry_policy import RetryPolicy
from ..._core.generated import operation_metadata
from ..._core.util.urls import is_loopback, origin
from ..._sync.client import Beeper
from ..exit_status import login_hint
from . import environment as where
from .report import Report, State
from .spec_drift import compare

TIMEOUT = 10.0
MAX_DOCUMENT_BYTES = 16 * 2**20
_NO_RETRIES = RetryPolicy(attempts=1)


def examine(
    base_url: str | None = None,
    *,
    with_token: bool = True,
    allow_remote: bool = False,
    ports: Iterable[int] = where.PORTS,
    around: where.Surroundings | None = None,
) -> Report:
    """Run the checks on the Beeper at a base URL, by default the one that every client uses.

    Raises:
        ValueError, TypeError: An argument or environment variable is not valid.
    """
    url = find_base_url(base_url)
    report, accepted, store_error = Report(origin(url)), False, None
    try:  # before anything is sent, because arguments may not be valid
        beeper = _client(None if with_token else "", url, allow_remote=allow_remote)
    except errors.TokenStoreError as error:
        beeper, store_error = _client("", url, allow_remote=allow_remote), str(error)
    with beeper, _client("", url, allow_remote=allow_remote) as anonymous:
        if _check_server(anonymous, report):
            accepted = _Checks(beeper, report, store_error).run(with_token=with_token)
    if report.checks[0].state != "ok" and not accepted:
        _add_hints(report, ports, where.surroundings() if around is None else around)
    return report


def _client(token: str | None, url: str, *, allow_remote: bool) -> Beeper:
    return Beeper(
        token,
        base_url=url,
        timeout=TIMEOUT,
        retry=_NO_RETRIES,
        allow_remote=allow_remote,
        max_response_bytes=MAX_DOCUMENT_BYTES,
        diagnose="all",
    )


def _check_server(anonymous: Beeper, report: Report) -> bool:
    """Whether something responds that may be a Beeper. The client has no token: the server may be any program."""
    started, url = monotonic(), report.base_url
    try:
        info = anonymous.info.retrieve()
        report.version = anonymous.server_version()
    except errors.NotFoundError:
        report.add(
            "server", "note", f"{url} responds but has no /v1/info: it is an app before 4.2.557, or not a Beeper"
        )
        return True
    except errors.APIConnectionError as error:
        timed_out = isinstance(error, errors.APITimeoutError)
        report.add("server", "problem", f"{'no response before the timeout' if timed_out else 'no server'} at {url}")
        return False
    except errors.BeeperError as error:
        report.add("server", "problem", f"the server at {url} is not a Beeper ({_short(error)})")
        return False
    kind = "Beeper Server" if info.app.bundle_id.endswith(".server") else "Beeper"
    report.add("server", "ok", f"{kind} responded at {url} in {_milliseconds(started)}")
    return True


def _add_hints(report: Report, ports: Iterable[int], around: where.Surroundings) -> None:
    """Add likely reasons why no Beeper responds, or the ports of this machine where one does."""
    report.found_at = where.other_urls(report.base_url, ports) if is_loopback(report.base_url) else []
    hints = [f"a Beeper responds at another port: use --base-url {url}" for url in report.found_at]
    report.checks[0] = report.checks[0]._replace(hints=tuple(hints or where.hints(report.base_url, around)))


class _Checks:
    """The checks on a server that may be a Beeper."""

    def __init__(self, beeper: Beeper, report: Report, store_error: str | None) -> None:
        self._beeper = beeper
        self._report = report
        self._store_error = store_error
        """Why the saved tokens cannot be used."""

    def run(self, *, with_token: bool) -> bool:
        """Run all checks, and return whether the server accepts the token."""
        if not with_token:
            self._report.add("token", "skipped", "not used")
        accepted = with_token and self._token()
        self._version(accepted=accepted)
        if accepted:
            self._health()
        self._spec()
        self._responses()
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
        except errors.TokenExpired:
            self._report.add(
                "token", "problem", "rejected; it was accepted before, so it has expired or was revoked", login_hint()
            )
        except errors.AuthenticationError:
            text = "rejected: it is wrong, belongs to another Beeper, has expired or was revoked"
            self._report.add("token", "problem", text, login_hint())
        except errors.BeeperError as error:
            self._report.add("token", "problem", f"could not be checked ({_short(error)})")
        else:
            missing = [scope for scope in ("read", "write") if scope not in own.scope.split()]
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

    def _health(self) -> None:
        has_list = self._report.generation == "v1"  # v0 can only search chats
        self._read("accounts", self._beeper.accounts.list)
        pager = self._beeper.chats.list(limit=1) if has_list else self._beeper.chats.search(limit=1)
        self._read("chats", lambda: next(iter(pager.pages()), None))

    def _read(self, name: str, read: Callable[[], object]) -> None:
        started = monotonic()
        try:
            read()
        except errors.BeeperError as error:
            self._report.add(name, "problem", f"cannot be read ({_short(error)})")
        else:
            self._report.add(name, "ok", f"read in {_milliseconds(started)}")

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


def _milliseconds(started: float) -> str:
    return f"{(monotonic() - started) * 1000:.0f} ms"
