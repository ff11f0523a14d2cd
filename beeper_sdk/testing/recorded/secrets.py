"""Removes tokens from what is recorded of a request.

A token is found by the name of its header, parameter or field, by the form of the tokens that the fake server issues,
and, if it is long enough not to be an ordinary word, wherever the token of the request is repeated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote_plus

from ..wire.json_values import dumps, is_list, is_object
from ..wire.requests import Call

MASK = "***"
_HEADERS = {"authorization", "proxy-authorization", "x-beeper-access-token", "cookie"}
_FIELDS = {
    "dangerouslyusetokeninquery",
    "token",
    "accesstoken",
    "refreshtoken",
    "clientsecret",
    "codeverifier",
    "leadtoken",
}
_OF_OAUTH = _FIELDS | {"code"}
ISSUED = "beeper_fake_"
"""The beginning of the tokens of the fake server."""
_ISSUED = re.compile(rf"{ISSUED}[\w-]{{20,}}")
_MEMBER = re.compile(r'("(\w+)"\s*:\s*")(?:[^"\\]|\\.)*')
"""A member with a string, in what is not JSON as a whole."""
_LONG = 16
"""Characters of a token that is removed wherever it is repeated."""


class Secrets:
    """What is secret in one request."""

    def __init__(self, call: Call) -> None:
        self._fields = _OF_OAUTH if call.path.startswith("/oauth/") else _FIELDS
        given = (call.token, call.headers.get("x-beeper-access-token"))
        # Those of the fake server itself, which almost every request has, are found by their form.
        long = [token for token in given if token is not None and len(token) >= _LONG and not _ISSUED.fullmatch(token)]
        self._tokens = [form for token in long for form in (token, quote(token, safe=""))]

    def text(self, text: str) -> str:
        """A string without tokens."""
        for token in self._tokens:
            text = text.replace(token, MASK)
        return _ISSUED.sub(MASK, text) if ISSUED in text else text

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Headers without tokens. The scheme of an Authorization header stays."""
        return {name: _masked(value) if name in _HEADERS else self.text(value) for name, value in headers.items()}

    def query(self, query: str) -> str:
        """A query without tokens, otherwise as it was received."""
        if not query:
            return ""
        parts = (part.partition("=") for part in query.split("&"))
        return "&".join(
            self.text(name) + equals + (MASK if self._is_secret(unquote_plus(name)) else self.text(value))
            for name, equals, value in parts
        )

    def body(self, body: bytes, content_type: str) -> bytes:
        """A body without tokens, otherwise as it was received."""
        if content_type.lower().startswith("application/x-www-form-urlencoded"):
            return self.query(body.decode("latin-1")).encode("latin-1")
        if not body:
            return body
        text = body.decode(errors="surrogateescape")
        plain = text.lower().replace("_", "")
        if "\\u" in plain or any(name in plain for name in self._fields):
            try:
                value: object = json.loads(body)
                masked = self._json(value)
            except (ValueError, RecursionError):
                text = _MEMBER.sub(self._masked_member, text)
            else:
                if masked != value:
                    text = dumps(masked).decode()
        return self.text(text).encode(errors="surrogateescape")

    def _json(self, value: object) -> object:
        if is_list(value):
            return [self._json(item) for item in value]
        if not is_object(value):
            return value
        return {
            name: self._json(item) if item is None or not self._is_secret(name) else MASK
            for name, item in value.items()
        }

    def _masked_member(self, member: re.Match[str]) -> str:
        return member[1] + MASK if self._is_secret(member[2]) else member[0]

    def _is_secret(self, name: str) -> bool:
        return name.lower().replace("_", "") in self._fields


def _masked(value: str) -> str:
    scheme, space, _ = value.partition(" ")
    return scheme + space + MASK if space and scheme.lower() in ("bearer", "basic") else MASK
