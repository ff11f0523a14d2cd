"""``python -m beeper_sdk login | logout | whoami``: thin fronts of `beeper_sdk.auth`. A token is never printed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from .. import auth
from .._core.config.environment import find_base_url
from .._core.util.program import program
from .exit_status import STATUSES, ended, write

if TYPE_CHECKING:
    from .._core.generated import models
    from ..auth import SignedIn, Token, TokenStore


_SOURCES = {
    "argument": "given",
    "environment": "of BEEPER_ACCESS_TOKEN",
    "file": "of the file of tokens",
    "keyring": "of the keyring",
}
_OFF = timedelta(seconds=30)
"""Clocks this far apart are worth a line."""


def whoami_lines(signed_in: SignedIn, now: datetime) -> Iterator[str]:
    """All there is to say, a line each; times in this machine's time zone."""
    yield f"server:   {signed_in.server}, Beeper {signed_in.app_version or 'of unknown version'}"
    yield f"token:    {_SOURCES.get(signed_in.source, signed_in.source)}"
    if client := " ".join(filter(None, (signed_in.client_name, signed_in.client_id and f"({signed_in.client_id})"))):
        yield f"client:   {client}"
    yield f"scopes:   {', '.join(signed_in.scopes) or 'none'}"
    yield f"issued:   {_moment(signed_in.issued_at) if signed_in.issued_at else 'unknown'}"
    yield f"expires:  {_end(signed_in, now)}"
    yield from _clock(signed_in, now)
    if signed_in.accounts is None:
        yield "accounts: the token may not read them"
    else:
        yield f"accounts: {len(signed_in.accounts)}"
        for account in signed_in.accounts:
            yield f"  {account.network or account.account_id}: {_person(account.user)}"


def _moment(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S %z")


def _end(signed_in: SignedIn, now: datetime) -> str:
    """The end, and how far off it is by the server's clock: it took the token, so the end has not come."""
    if signed_in.expires_at is None:
        return "no end was told"
    left = signed_in.expires_at - (now + (signed_in.clock_offset or timedelta()))
    if left <= timedelta():
        return f"{_moment(signed_in.expires_at)} (past by this machine's clock, but Beeper takes the token)"
    return f"{_moment(signed_in.expires_at)} (in {_span(left)})"


def _clock(signed_in: SignedIn, now: datetime) -> Iterator[str]:
    offset = signed_in.clock_offset
    if offset is not None and abs(offset) > _OFF:
        way = "behind" if offset > timedelta() else "ahead of"
        yield f"clock:    this machine's is {_span(abs(offset))} {way} the server's"
    elif signed_in.issued_at is not None and signed_in.issued_at - now > _OFF:
        yield f"clock:    this machine's is off: the token was issued {_span(signed_in.issued_at - now)} from now"


def _span(span: timedelta) -> str:
    seconds = round(span.total_seconds())
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= 2 * size:
            return f"{seconds // size} {name}s"
    return f"{seconds} s"


def _person(user: models.User) -> str:
    named = user.full_name or user.username or user.phone_number or user.email
    others = ", ".join(one for one in (user.username, user.phone_number, user.email) if one and one != named)
    return f"{named or user.id} ({others})" if others else named or user.id


COMMANDS = {
    "login": "let this machine use your Beeper: opens its consent page in the browser, and keeps the token",
    "logout": "end that: the token is revoked in Beeper and forgotten here",
    "whoami": "tell what the token in use is good for, until when, and as whom",
}


def main(name: str, arguments: Sequence[str]) -> int:
    """Run one of the commands; the exit status is what a shell sees."""
    chosen = _parser(name).parse_args(arguments)
    match name:
        case "login":
            return ended(lambda: _login(chosen))
        case "logout":
            return ended(lambda: _logout(chosen))
        case _:
            return ended(lambda: _whoami(chosen))


def _parser(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=program(name),
        description=f"{COMMANDS[name].capitalize()}.",
        epilog=STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--base-url", metavar="URL", help="where Beeper listens (default: BEEPER_BASE_URL, or this machine)"
    )
    parser.add_argument("--allow-remote", action="store_true", help="allow plain http to another machine")
    if name == "login":
        parser.add_argument("--scope", action="append", choices=("read", "write"), help="ask for this only; repeatable")
        parser.add_argument("--port", type=int, default=0, help="port the browser comes back to (default: a free one)")
        parser.add_argument(
            "--timeout", type=float, default=300.0, help="seconds to wait for the browser (default 300)"
        )
        parser.add_argument("--no-browser", action="store_true", help="print the page's address, open nothing")
        parser.add_argument(
            "--paste", action="store_true", help="for a browser elsewhere: ask for the address it ends at"
        )
        parser.add_argument("--keyring", action="store_true", help="keep the token in the system's keyring")
    return parser


def _login(chosen: argparse.Namespace) -> None:
    store = auth.KeyringToken() if chosen.keyring else auth.FileToken()
    scopes = tuple(chosen.scope or ("read", "write"))
    token = _pasted(chosen, scopes, store) if chosen.paste else _listened(chosen, scopes, store)
    where = "the keyring" if chosen.keyring else "the file of tokens"
    write(f"Logged in to {token.server}: the token ({', '.join(token.scopes)}) is kept in {where}.")
    if missing := set(scopes) - set(token.scopes):
        write(f"Not granted: {', '.join(sorted(missing))}.")
    if os.environ.get("BEEPER_ACCESS_TOKEN", "").strip():
        write("BEEPER_ACCESS_TOKEN is set, and goes before it: unset it to use this log-in.")


def _listened(chosen: argparse.Namespace, scopes: tuple[str, ...], store: TokenStore) -> Token:
    return auth.login(
        chosen.base_url,
        scopes=scopes,
        store=store,
        port=chosen.port,
        open_browser=not chosen.no_browser,
        timeout=chosen.timeout,
        on_url=_announce,
        allow_remote=chosen.allow_remote,
    )


def _announce(url: str) -> None:
    write(f"Allow the log-in on this page:\n\n  {url}\n")
    write("Waiting for the browser to come back; Ctrl-C ends this. For a browser on another machine, use --paste.")


def _pasted(chosen: argparse.Namespace, scopes: tuple[str, ...], store: TokenStore) -> Token:
    """With a browser on another machine: it ends at an address where nothing listens, and that is enough."""
    store.check()
    attempt = auth.begin(
        chosen.base_url,
        redirect_uri=f"http://127.0.0.1:{chosen.port or 8400}/callback",
        scopes=scopes,
        allow_remote=chosen.allow_remote,
    )
    write(f"Allow the log-in on this page:\n\n  {attempt.url}\n")
    write("The browser then shows that it cannot reach a page. Copy its address from the address bar to here:")
    return auth.finish(attempt, sys.stdin.readline(), store=store)


def _logout(chosen: argparse.Namespace) -> None:
    gone = auth.logout(chosen.base_url, allow_remote=chosen.allow_remote)
    write("Logged out." if gone else "Nobody was logged in.")
    if os.environ.get("BEEPER_ACCESS_TOKEN", "").strip():
        write("BEEPER_ACCESS_TOKEN is set, and was left as it is.")


def _whoami(chosen: argparse.Namespace) -> None:
    url = find_base_url(chosen.base_url)
    for line in whoami_lines(auth.whoami(url, allow_remote=chosen.allow_remote), datetime.now(UTC)):
        write(line)
