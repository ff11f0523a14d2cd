"""`Token`: what a log-in gives, and how it is written down. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, TypeGuard

from attrs import field, frozen

from .._core.util.validation import is_number


@frozen
class Token:
    """A token, the server it is for, and what is known of it. The token itself is not shown by a repr."""

    access_token: str = field(repr=False)
    server: str
    """Scheme, host and port of the server that issued it, the only one it is sent to."""
    scopes: tuple[str, ...] = ()
    expires_at: datetime | None = None
    """By the server's clock; None where it told none. Only a hint: whether a token is good the server decides."""
    client_id: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """As it is kept; the server is the key it is kept under."""
        data: dict[str, Any] = {"access_token": self.access_token, "scope": " ".join(self.scopes)}
        if self.expires_at is not None:
            data["expires_at"] = self.expires_at.isoformat()
        if self.client_id is not None:
            data["client_id"] = self.client_id
        return data


def token_from_dict(server: str, data: Mapping[str, Any]) -> Token | None:
    """A token that was kept; None where that is none. What only informs may be missing or odd."""
    text = data.get("access_token")
    if not is_token(text):
        return None
    client_id, ends = data.get("client_id"), _moment(data.get("expires_at"))
    return Token(text, server, words(data.get("scope")), ends, client_id if isinstance(client_id, str) else None)


def read_object(text: str | bytes) -> dict[str, Any]:
    """A JSON object; an empty one for anything else. The error of what is none is let go: it holds the text."""
    with suppress(ValueError, RecursionError):
        value = json.loads(text)
        return value if is_object(value) else {}
    return {}


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Is this a JSON object?"""
    return isinstance(value, dict)


def is_token(text: object) -> TypeGuard[str]:
    """Can this be sent as a token? One word of printable ASCII."""
    return isinstance(text, str) and text != "" and text.isascii() and text.isprintable() and " " not in text


def words(text: object) -> tuple[str, ...]:
    """The words of a text, as scopes are given; none of anything else."""
    return tuple(text.split()) if isinstance(text, str) else ()


def moment(seconds: object, after: object = 0) -> datetime | None:
    """A moment of a server's clock, from Unix seconds; None for what no calendar holds, and for no number."""
    if not (is_number(seconds) and is_number(after)):
        return None
    try:
        return datetime.fromtimestamp(seconds + after, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _moment(text: object) -> datetime | None:
    try:
        read = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return read if read is not None and read.tzinfo is not None else None
