"""The token of a client, and what is known about it. No I/O: the sender calls the token source.

A token is a str, or comes from a source: a function that is called before the first call that needs a token, and again
after the server rejected the token. Tokens never appear in a repr. `auth._selection` selects the token of a client.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import NamedTuple, TypeAlias

from ..util.override import override
from ..util.validation import wrong_type

TokenSource: TypeAlias = Callable[[], "str | Awaitable[str | None] | None"]
"""A function that returns a token, or None if there is none. It may be async with AsyncBeeper."""
STORED = "the stored login"
_TOKEN = re.compile(r"[\x21\x23-\x26\x28-\x7e]+")


def check_token(source: str, token: object, allowed: str = "a str") -> str | None:
    """A token without surrounding white space; None if it is blank. Raises TypeError, ValueError."""
    if token is None:
        return None
    if not isinstance(token, str):
        raise wrong_type(source, allowed, token)
    token = token.strip()
    if token.partition(" ")[0].lower() == "bearer":
        raise ValueError(f"{source} must be the token alone, without 'Bearer'")
    if token and not _TOKEN.fullmatch(token):  # could not be sent in a header; a line break would inject another one
        raise ValueError(f"{source} must contain printable ASCII characters only, without spaces or quotation marks")
    return token or None


class Credentials(NamedTuple):
    """The initial token of a client, and its token source."""

    token: str | None = None
    source: TokenSource | None = None
    from_store: bool = False
    """Whether the token comes from a login. The server has accepted it then."""
    origin: str = "the access_token argument"
    """Where the token comes from, for errors."""
    is_blank: bool = False
    """Whether the access_token argument is a blank string, which selects no token."""

    @override
    def __repr__(self) -> str:
        return "<Credentials>"


class Tokens:
    """The token in use."""

    def __init__(self, credentials: Credentials) -> None:
        self.current: str | None = credentials.token
        self.source: TokenSource | None = credentials.source
        self._from_store = credentials.from_store
        self.accepted: str | None = self.current if self._from_store else None
        """The last token that the server accepted. A 401 to it means that it has expired."""
        self.scopes: frozenset[str] | None = None
        """The scopes of the token; None if they were not requested yet."""

    def update(self, token: object) -> str | None:
        """Use a token that the source returned. Raises TypeError, ValueError."""
        fresh = check_token("the result of the access_token function", token)
        if fresh != self.current:  # the scopes belong to the previous token
            self.current, self.scopes = fresh, None
        if self._from_store:
            self.accepted = fresh
        return fresh

    def mark_accepted(self, token: str | None) -> None:
        """Record that the server accepted this token."""
        if token is not None:
            self.accepted = token

    def was_accepted(self, token: str | None) -> bool:
        """Whether the server accepted this token before."""
        return token is not None and token == self.accepted

    def invalidate(self, token: str | None) -> None:
        """Record that the server rejected this token, so that the source is called again before the next call."""
        if self.source is not None and self.current == token:
            self.current = None
