"""What ``whoami`` prints. Pure: the facts and the time in, lines out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._core.generated import models
    from ..auth import SignedIn

_SOURCES = {
    "argument": "given",
    "environment": "of BEEPER_ACCESS_TOKEN",
    "file": "of the file of tokens",
    "keyring": "of the keyring",
}
_OFF = timedelta(seconds=30)
"""Clocks this far apart are worth a line."""


def lines(facts: SignedIn, now: datetime) -> Iterator[str]:
    """All there is to say, a line each; times in this machine's time zone."""
    yield f"server:   {facts.server}, Beeper {facts.app_version or 'of unknown version'}"
    yield f"token:    {_SOURCES.get(facts.source, facts.source)}"
    if client := " ".join(filter(None, (facts.client_name, facts.client_id and f"({facts.client_id})"))):
        yield f"client:   {client}"
    yield f"scopes:   {', '.join(facts.scopes) or 'none'}"
    yield f"issued:   {_moment(facts.issued_at) if facts.issued_at else 'unknown'}"
    yield f"expires:  {_end(facts, now)}"
    yield from _clock(facts, now)
    if facts.accounts is None:
        yield "accounts: the token may not read them"
    else:
        yield f"accounts: {len(facts.accounts)}"
        for account in facts.accounts:
            yield f"  {account.network or account.account_id}: {_person(account.user)}"


def _moment(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S %z")


def _end(facts: SignedIn, now: datetime) -> str:
    """The end, and how far off it is by the server's clock: it took the token, so the end has not come."""
    if facts.expires_at is None:
        return "no end was told"
    left = facts.expires_at - (now + (facts.clock_offset or timedelta()))
    if left <= timedelta():
        return f"{_moment(facts.expires_at)} (past by this machine's clock, but Beeper takes the token)"
    return f"{_moment(facts.expires_at)} (in {_span(left)})"


def _clock(facts: SignedIn, now: datetime) -> Iterator[str]:
    offset = facts.clock_offset
    if offset is not None and abs(offset) > _OFF:
        way = "behind" if offset > timedelta() else "ahead of"
        yield f"clock:    this machine's is {_span(abs(offset))} {way} the server's"
    elif facts.issued_at is not None and facts.issued_at - now > _OFF:
        yield f"clock:    this machine's is off: the token was issued {_span(facts.issued_at - now)} from now"


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
