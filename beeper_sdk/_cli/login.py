"""The commands ``login``, ``logout`` and ``whoami``: a thin layer over `beeper_sdk.auth`. They never print a token."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from .. import auth
from .._core.config.environment import find_base_url
from .._core.util.command_line import Parser, port, seconds
from .._core.util.program import program
from .._core.util.validation import optional
from ..errors import LoginFailed
from .exit_status import STATUSES, exit_status, token_variable, write

if TYPE_CHECKING:
    from .._core.generated import models
    from ..auth import SignedIn, Token, TokenStore


_SOURCES = {
    "argument": "argument",
    "file": "token file",
    "keyring": "keyring",
}
_CLOCK_TOLERANCE = timedelta(seconds=30)
"""A larger difference between the clocks is reported."""


def whoami_lines(signed_in: SignedIn, now: datetime) -> Iterator[str]:
    """The lines of the report; times are in this machine's time zone."""
    source = token_variable(signed_in.server) if signed_in.source == "environment" else signed_in.source
    yield f"server:       {signed_in.server}, Beeper {signed_in.app_version or '(unknown version)'}"
    yield f"token source: {_SOURCES.get(source, source)}"
    if client := " ".join(filter(None, (signed_in.client_name, signed_in.client_id and f"({signed_in.client_id})"))):
        yield f"client:       {client}"
    yield f"scopes:       {', '.join(signed_in.scopes) or 'none'}"
    yield f"issued:       {_moment(signed_in.issued_at) if signed_in.issued_at else 'unknown'}"
    yield f"expires:      {_expiry(signed_in, now)}"
    yield from _clock(signed_in, now)
    if signed_in.accounts is None:
        yield "accounts:     not available with this token"
    else:
        yield f"accounts:     {len(signed_in.accounts)}"
        for account in signed_in.accounts:
            yield f"  {account.network or account.account_id}: {_person(optional(account.user))}"


def _moment(moment: datetime) -> str:
    with suppress(OverflowError, ValueError):  # the last day of the calendar, which the local time would exceed
        moment = moment.astimezone()
    return moment.strftime("%Y-%m-%d %H:%M:%S %z")


def _expiry(signed_in: SignedIn, now: datetime) -> str:
    """The expiry, and the time until then by the server's clock.

    The server has just accepted the token, so an expiry in the past means that a clock is wrong.
    """
    if signed_in.expires_at is None:
        return "unknown"
    left = signed_in.expires_at - (now + (signed_in.clock_offset or timedelta()))
    if left <= timedelta():
        return f"{_moment(signed_in.expires_at)} (in the past by this machine's clock, but Beeper accepts the token)"
    return f"{_moment(signed_in.expires_at)} (in {_span(left)})"


def _clock(signed_in: SignedIn, now: datetime) -> Iterator[str]:
    offset = signed_in.clock_offset
    if offset is not None and abs(offset) > _CLOCK_TOLERANCE:
        direction = "behind" if offset > timedelta() else "ahead of"
        yield f"clock:        this machine's clock is {_span(abs(offset))} {direction} the server's"
    elif signed_in.issued_at is not None and signed_in.issued_at - now > _CLOCK_TOLERANCE:
        future = _span(signed_in.issued_at - now)
        yield f"clock:        this machine's clock is wrong: by it, the token will be issued in {future}"


def _span(span: timedelta) -> str:
    seconds = round(span.total_seconds())
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= 2 * size:
            return f"{seconds // size} {name}s"
    return f"{seconds} s"


def _person(user: models.User | None) -> str:
    if user is None:
        return "unknown"
    name = user.full_name or user.username or user.phone_number or user.email
    others = ", ".join(other for other in (user.username, user.phone_number, user.email) if other and other != name)
    return f"{name or user.id} ({others})" if others else name or user.id


COMMANDS = {
    "login": "Log in to Beeper: open its consent page in the browser, and save the token on\nthis machine.",
    "logout": "Log out: revoke the saved token in Beeper, and delete it from this machine.",
    "whoami": "Show the server, source, scopes and expiry of the current token, and the accounts\nit gives access to.",
}
"""The description in the help text of each command, which is not wrapped automatically."""


def main(name: str, arguments: Sequence[str]) -> int:
    """Run one of the commands, and return its exit status."""
    options = _parser(name).parse_args(arguments)
    match name:
        case "login":
            return exit_status(name, lambda: _login(options))
        case "logout":
            return exit_status(name, lambda: _logout(options))
        case _:
            return exit_status(name, lambda: _whoami(options), lambda: token_variable(find_base_url(options.base_url)))


def _parser(name: str) -> Parser:
    parser = Parser(
        prog=program(name),
        description=COMMANDS[name],
        epilog=STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--base-url", metavar="URL", help="URL of the Beeper server (default: BEEPER_BASE_URL, or this machine)"
    )
    parser.add_argument("--allow-remote", action="store_true", help="allow plain HTTP to another machine")
    if name == "login":
        parser.add_argument(
            "--scope", action="append", choices=("read", "write"), help="request only this scope; repeatable"
        )
        parser.add_argument(
            "--port", type=port, default=0, help="port for the redirect of the browser (default: a free port)"
        )
        parser.add_argument(
            "--timeout",
            metavar="SECONDS",
            type=seconds,
            default=300.0,
            help="how long to wait for the browser (default: 300)",
        )
        parser.add_argument(
            "--no-browser", action="store_true", help="print the URL of the page and do not open a browser"
        )
        parser.add_argument(
            "--paste",
            action="store_true",
            help="for a browser on another machine: ask for the URL that it is redirected to",
        )
        parser.add_argument("--keyring", action="store_true", help="save the token in the system's keyring")
    return parser


def _login(options: argparse.Namespace) -> None:
    store = auth.KeyringToken() if options.keyring else auth.FileToken()
    scopes = tuple(options.scope or ("read", "write"))
    token = _login_by_paste(options, scopes, store) if options.paste else _login_by_redirect(options, scopes, store)
    place = "the keyring" if options.keyring else "the token file"
    write(f"Logged in to {token.server}. The token ({', '.join(token.scopes)}) is saved in {place}.")
    if missing := set(scopes) - set(token.scopes):
        write(f"Not granted: {', '.join(sorted(missing))}.")
    if os.environ.get("BEEPER_ACCESS_TOKEN", "").strip():
        write("BEEPER_ACCESS_TOKEN is set and has precedence: unset it to use this login.")


def _login_by_redirect(options: argparse.Namespace, scopes: tuple[str, ...], store: TokenStore) -> Token:
    return auth.login(
        options.base_url,
        scopes=scopes,
        store=store,
        port=options.port,
        open_browser=not options.no_browser,
        timeout=options.timeout,
        on_url=_announce,
        allow_remote=options.allow_remote,
    )


def _announce(url: str) -> None:
    write(f"Approve the login on this page:\n\n  {url}\n")
    write("Waiting for the browser. Press Ctrl-C to stop. If the browser is on another machine, use --paste.")


def _login_by_paste(options: argparse.Namespace, scopes: tuple[str, ...], store: TokenStore) -> Token:
    """Log in with a browser on another machine.

    It is redirected to a port of that machine where nothing listens; the URL itself contains all that is needed.
    """
    store.check()
    attempt = auth.begin(
        options.base_url,
        redirect_uri=f"http://127.0.0.1:{options.port or 8400}/callback",
        scopes=scopes,
        allow_remote=options.allow_remote,
    )
    write(f"Approve the login on this page:\n\n  {attempt.url}\n")
    write("The browser then shows that it cannot open a page. Copy the URL from its address bar and paste it here:")
    url = sys.stdin.readline().strip()
    if not url:
        raise LoginFailed("--paste requires the URL from the address bar of the browser, and nothing was entered")
    return auth.finish(attempt, url, store=store)


def _logout(options: argparse.Namespace) -> None:
    revoked = auth.logout(options.base_url, allow_remote=options.allow_remote)
    write("Logged out." if revoked else "Not logged in: there is no saved token for this server.")
    if os.environ.get("BEEPER_ACCESS_TOKEN", "").strip():
        write("BEEPER_ACCESS_TOKEN is still set; its token was not revoked.")


def _whoami(options: argparse.Namespace) -> None:
    url = find_base_url(options.base_url)
    for line in whoami_lines(auth.whoami(url, allow_remote=options.allow_remote), datetime.now(UTC)):
        write(line)
