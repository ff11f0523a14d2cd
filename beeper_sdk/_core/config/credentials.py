"""The token of one pool of connections, and what is known of it. Pure: who asks for another one is the sender.

A token comes as text, or from a source: a function that is asked at the first call that needs one, and again when
the server refuses what it gave. It shows nothing of itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable
from typing import NamedTuple, TypeAlias

TokenSource: TypeAlias = Callable[[], "str | Awaitable[str | None] | None"]
"""Gives a token, or None for none. It may be async with AsyncBeeper."""
_TOKEN = re.compile(r"[\x21-\x7e]+")


def checked(source: str, token: object) -> str | None:
    """A token without the space around it; blank counts as none. Raises TypeError or ValueError, without the token."""
    if token is None:
        return None
    if not isinstance(token, str):
        raise TypeError(f"{source} takes text, not {type(token).__name__}")
    token = token.strip()
    if token and not _TOKEN.fullmatch(token):
        raise ValueError(f"{source} takes one word of printable ASCII characters")
    return token or None


class Chosen(NamedTuple):
    """Which token a client goes by."""

    token: str | None
    source: TokenSource | None
    kept: bool
    """Is it that of a log-in, which tried it?"""


def chosen(argument: str | TokenSource | None, base_url: str) -> Chosen:
    """The token of the argument, the environment, or a log-in kept for this server. A blank argument asks for none.

    Raises:
        ValueError, TypeError: the argument or variable does not fit.
        TokenStoreError: what a log-in kept cannot be read.
    """
    if callable(argument):
        from ...auth._store import TokenStore

        if isinstance(argument, TokenStore):  # it may keep those of several servers, and gives only this one's
            return Chosen(None, argument.at(base_url), kept=True)
        return Chosen(None, argument, kept=False)
    if argument is not None:
        return Chosen(checked("access_token", argument), None, kept=False)
    token = checked("BEEPER_ACCESS_TOKEN", os.environ.get("BEEPER_ACCESS_TOKEN"))
    if token is not None:
        return Chosen(token, None, kept=False)
    from ...auth._locations import stored_token

    token = stored_token(base_url)
    if token is None:
        return Chosen(None, None, kept=False)
    from ...auth import FileToken

    return Chosen(token, FileToken(base_url=base_url), kept=True)


class Tokens:
    """The token in use."""

    def __init__(self, token: str | None, source: TokenSource | None, kept: bool = False) -> None:
        self.current = token
        self.source = source
        self._kept = kept
        self.accepted = token if kept else None
        """The one that the server accepted last. One that a login stored was accepted then."""
        self.scopes: frozenset[str] | None = None
        """What it may do; None when nobody asked."""

    def take(self, token: object) -> str | None:
        """The source gave this."""
        fresh = checked("the function given as access_token", token)
        if fresh != self.current:
            self.current, self.scopes = fresh, None
        if self._kept:
            self.accepted = fresh
        return fresh

    def took(self, token: str | None) -> None:
        """The server took this one."""
        if token is not None:
            self.accepted = token

    def was_good(self, token: str | None) -> bool:
        """Did the server take this one before?"""
        return token is not None and token == self.accepted

    def refused(self, token: str | None) -> None:
        """The server refused this one: the source is asked again, at the latest by the next call."""
        if self.source is not None and self.current == token:
            self.current = None
