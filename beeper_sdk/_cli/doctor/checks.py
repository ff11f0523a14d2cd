"""The examination: one question after the other, each asked only where the one before it left something to ask.

Health is a real read of accounts and chats. ``app.state`` is not asked: it was seen to say "initializing" for minutes
on an app that worked (traps.md row 24).
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
from . import environment as where
from .report import Report, State
from .spec_drift import compare

TIMEOUT = 10.0
LONGEST_DOCUMENT = 16 * 2**20
_ONCE = RetryPolicy(attempts=1)
_HOW = "run `python -m beeper_sdk login`, or make one in Beeper (Settings, Integrations, Approved connections)"


def examine(
    base_url: str | None = None,
    *,
    with_token: bool = True,
    allow_remote: bool = False,
    ports: Iterable[int] = where.PORTS,
    around: where.Surroundings | None = None,
) -> Report:
    """Examine the Beeper at a base URL, by default the one any client would use.

    Raises:
        ValueError, TypeError: an argument or variable does not fit.
    """
    url = find_base_url(base_url)
    report, good, broken = Report(origin(url)), False, None
    try:  # before anything is sent: arguments may not fit
        beeper = _client(None if with_token else "", url, allow_remote=allow_remote)
    except errors.TokenStoreError as error:
        beeper, broken = _client("", url, allow_remote=allow_remote), str(error)
    with beeper, _client("", url, allow_remote=allow_remote) as stranger:
        if _reach(stranger, report):
            good = _Examination(beeper, report, broken).run(with_token=with_token)
    if report.checks[0].state != "ok" and not good:
        _look_around(report, ports, where.surroundings() if around is None else around)
    return report


def _client(token: str | None, url: str, *, allow_remote: bool) -> Beeper:
    return Beeper(
        token,
        base_url=url,
        timeout=TIMEOUT,
        retry=_ONCE,
        allow_remote=allow_remote,
        max_response_bytes=LONGEST_DOCUMENT,
        diagnose="all",
    )


def _reach(stranger: Beeper, report: Report) -> bool:
    """Does something answer that may be a Beeper? The token is not shown to it yet."""
    began, url = monotonic(), report.base_url
    try:
        info = stranger.info.retrieve()
        report.version = stranger.server_version()
    except errors.NotFoundError:
        report.add("server", "note", f"{url} answers, without /v1/info: an app before 4.2.557, or no Beeper")
        return True
    except errors.APIConnectionError as error:
        late = isinstance(error, errors.APITimeoutError)
        report.add("server", "problem", f"{'no answer in time' if late else 'nothing answers'} at {url}")
        return False
    except errors.BeeperError as error:
        report.add("server", "problem", f"something else than a Beeper answers at {url} ({_short(error)})")
        return False
    kind = "Beeper Server" if info.app.bundle_id.endswith(".server") else "Beeper"
    report.add("server", "ok", f"{kind} answers at {url} in {_milliseconds(began)}")
    return True


def _look_around(report: Report, ports: Iterable[int], around: where.Surroundings) -> None:
    """No Beeper is there: why may that be, and does one answer at another port?"""
    report.found_at = where.elsewhere(report.base_url, ports) if is_loopback(report.base_url) else []
    hints = [f"a Beeper answers at another port: give --base-url {url}" for url in report.found_at]
    report.checks[0] = report.checks[0]._replace(hints=tuple(hints or where.hints(report.base_url, around)))


class _Examination:
    """The questions to a server that may be a Beeper."""

    def __init__(self, beeper: Beeper, report: Report, broken: str | None) -> None:
        self._beeper = beeper
        self._report = report
        self._broken = broken
        """Why what a log-in kept cannot be used."""

    def run(self, *, with_token: bool) -> bool:
        """Ask all of them. Is it a Beeper that takes the token?"""
        if not with_token:
            self._report.add("token", "skipped", "none is used")
        good = with_token and self._token()
        self._version(good=good)
        if good:
            self._health()
        self._description()
        self._answers()
        return good

    def _token(self) -> bool:
        """Is there a token that the server takes?"""
        if self._broken is not None:
            self._report.add("token", "problem", "what a log-in kept cannot be used", self._broken)
            return False
        try:
            own = self._beeper.oauth.userinfo()
        except errors.MissingToken:
            self._report.add("token", "problem", "there is none", _HOW)
        except errors.TokenExpired:
            self._report.add("token", "problem", "it was good and is no longer: expired or revoked", _HOW)
        except errors.AuthenticationError:
            text = "it is refused: wrong, of another Beeper, expired or revoked"
            self._report.add("token", "problem", text, _HOW)
        except errors.BeeperError as error:
            self._report.add("token", "problem", f"it cannot be looked at ({_short(error)})")
        else:
            lacks = [scope for scope in ("read", "write") if scope not in own.scope.split()]
            state: State = "problem" if "read" in lacks else "note" if lacks else "ok"
            self._report.add("token", state, f"good; without the scope {' and '.join(lacks)}" if lacks else "good")
            return True
        return False

    def _version(self, *, good: bool) -> None:
        report = self._report
        if good:
            report.version = self._beeper.server_version()
        if report.version is None and not good:
            report.add("version", "skipped", "it does not tell strangers its version")
            return
        version = FIRST if report.version is None else numbers(report.version) or FIRST
        server = Server("auto")
        server.version, server.generation = version, "v1" if version >= V1 else "v0"
        report.generation = server.generation
        names = [name for name in operation_metadata() if not name.startswith("v0.")]
        report.unsupported = [name for name in names if not supported(name, server)]
        text = f"{report.version or 'before 4.1.239'} ({report.generation})"
        text += f"; {len(names) - len(report.unsupported)} of {len(names)} operations"
        report.add("version", "note" if version < TODAY else "ok", text)

    def _health(self) -> None:
        listed = self._report.generation == "v1"
        self._read("accounts", self._beeper.accounts.list)
        pager = self._beeper.chats.list(limit=1) if listed else self._beeper.chats.search(limit=1)
        self._read("chats", lambda: next(iter(pager.pages()), None))

    def _read(self, name: str, act: Callable[[], object]) -> None:
        began = monotonic()
        try:
            act()
        except errors.BeeperError as error:
            self._report.add(name, "problem", f"cannot be read ({_short(error)})")
        else:
            self._report.add(name, "ok", f"read in {_milliseconds(began)}")

    def _description(self) -> None:
        try:
            document = self._beeper.info.spec()
        except (errors.NotFoundError, errors.NotSupportedByServer):
            self._report.add("spec", "skipped", "it has no description of itself (apps before 4.2.557)")
            return
        except errors.BeeperError as error:
            state: State = "skipped" if isinstance(error, errors.MissingToken | errors.AuthenticationError) else "note"
            self._report.add("spec", state, f"its description of itself cannot be read ({_short(error)})")
            return
        named = self._report.version
        drift = self._report.drift = compare(document, None if named is None else numbers(named))
        count = sum(len(each.missing) + len(each.extra) for _, each in drift.kinds())
        text = f"{drift.compared} operations compared, {count or 'no'} difference{'s' * (count != 1)}"
        self._report.add("spec", "note" if count else "ok", text)

    def _answers(self) -> None:
        met = self._beeper.diagnostics
        places = sorted({f"{each.kind} {each.place}: {each.found}" for each in met})
        text = f"{met.looked_at} looked at, {len(places) or 'no'} departure{'s' * (len(places) != 1)}"
        self._report.add("answers", "note" if places else "ok", text, *places[:20])


def _short(error: errors.BeeperError) -> str:
    """An error in a few words, without what it says: a server may have put anything there."""
    status = f", status {error.status}" if isinstance(error, errors.AnsweredError) else ""
    return f"{type(error).__name__}{status}"


def _milliseconds(began: float) -> str:
    return f"{(monotonic() - began) * 1000:.0f} ms"
