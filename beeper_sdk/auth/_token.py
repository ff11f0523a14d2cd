"""`Token`: the result of a login, and its stored form. No I/O."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, TypeGuard

from attrs import field, frozen

from .._core.util.validation import is_number


@frozen
class Token:
    """A token with its server and metadata. Its repr does not contain the token itself."""

    access_token: str = field(repr=False)
    """The token itself. Secret."""
    server: str
    """Scheme, host and port of the server that issued the token. It is sent to no other server."""
    scopes: tuple[str, ...] = ()
    """The scopes that were granted: ``read``, ``write``. Empty if unknown."""
    expires_at: datetime | None = None
    """The expiry by the server's clock; None if unknown. Only a hint: the server decides whether a token is valid."""
    client_id: str | None = None
    """The ID of the program that logged in; None if unknown."""

    def to_dict(self) -> dict[str, Any]:
        """The token as a dict for storage. The server is not included, because it is the key in the store."""
        data: dict[str, Any] = {"access_token": self.access_token, "scope": " ".join(self.scopes)}
        if self.expires_at is not None:
            data["expires_at"] = self.expires_at.isoformat()
        if self.client_id is not None:
            data["client_id"] = self.client_id
        return data


def token_from_dict(server: str, data: Mapping[str, Any]) -> Token | None:
    """A stored token; None if it is invalid. Missing or invalid metadata is ignored."""
    text = data.get("access_token")
    if not is_token(text):
        return None
    client_id, ends = data.get("client_id"), _moment(data.get("expires_at"))
    return Token(text, server, words(data.get("scope")), ends, client_id if isinstance(client_id, str) else None)


def read_object(text: str | bytes) -> dict[str, Any]:
    """A JSON object; an empty one for any other text. The exception of the JSON parser is dropped, because it holds the
    text."""
    with suppress(ValueError, RecursionError):
        value = json.loads(text)
        return value if is_object(value) else {}
    return {}


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_token(text: object) -> TypeGuard[str]:
    """Whether a value can be sent as a token: a str of printable ASCII characters without spaces."""
    return isinstance(text, str) and text != "" and text.isascii() and text.isprintable() and " " not in text


def words(text: object) -> tuple[str, ...]:
    """The words of a str, such as scopes. Empty for any other value."""
    return tuple(text.split()) if isinstance(text, str) else ()


def moment(seconds: object, after: object = 0) -> datetime | None:
    """The datetime of Unix seconds; None if they are not a number or out of range. A datetime is returned as it is."""
    if not is_number(after):
        return None
    try:
        if isinstance(seconds, datetime):
            return seconds + timedelta(seconds=after)
        if not is_number(seconds):
            return None
        return datetime.fromtimestamp(seconds + after, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _moment(text: object) -> datetime | None:
    try:
        read = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return read if read is not None and read.tzinfo is not None else None
