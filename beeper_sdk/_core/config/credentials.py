"""The token of one client, and what is known of it. Pure: who asks for another one is the sender.

A token comes as text, or from a source: a function that is asked at the first call that needs one, and again when
the server refuses what it gave. It shows nothing of itself. Which token a client uses is chosen in `auth._selection`.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import NamedTuple, TypeAlias

from ..util.override import override

TokenSource: TypeAlias = Callable[[], "str | Awaitable[str | None] | None"]
"""Gives a token, or None for none. It may be async with AsyncBeeper."""
_TOKEN = re.compile(r"[\x21-\x7e]+")


def check_token(source: str, token: object) -> str | None:
    """A token without the space around it; blank counts as none. Raises TypeError or ValueError, without the token."""
    if token is None:
        return None
    if not isinstance(token, str):
        raise TypeError(f"{source} takes text, not {type(token).__name__}")
    token = token.strip()
    if token and not _TOKEN.fullmatch(token):
        raise ValueError(f"{source} takes one word of printable ASCII characters")
    return token or None


class Credentials(NamedTuple):
    """The token a client starts with, and who is asked for one."""

    token: str | None = None
    source: TokenSource | None = None
    from_store: bool = False
    """Is the token that of a login? The server accepted it then."""

    @override
    def __repr__(self) -> str:
        return "<Credentials>"


class Tokens:
    """The token in use."""

    def __init__(self, credentials: Credentials) -> None:
        self.current, self.source, self._from_store = credentials
        self.accepted = self.current if self._from_store else None
        """The token that the server accepted last. That of a login was accepted then."""
        self.scopes: frozenset[str] | None = None
        """What the token allows; None where that was not asked for."""

    def update(self, token: object) -> str | None:
        """Use the token that the source gave. Raises TypeError, ValueError."""
        fresh = check_token("the function given as access_token", token)
        if fresh != self.current:
            self.current, self.scopes = fresh, None
        if self._from_store:
            self.accepted = fresh
        return fresh

    def mark_accepted(self, token: str | None) -> None:
        """The server accepted this token."""
        if token is not None:
            self.accepted = token

    def was_accepted(self, token: str | None) -> bool:
        """Did the server accept this token before?"""
        return token is not None and token == self.accepted

    def invalidate(self, token: str | None) -> None:
        """The server refused this token: the source is asked again, at the latest by the next call."""
        if self.source is not None and self.current == token:
            self.current = None
