"""Opaque cursors: a place in an ordered list, signed, so that one nobody handed out is refused.

They look as the facts show them, ``1725489123456|c29tZUltc2dQYWdl``: characters a URL must escape included.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from typing import TypeAlias

from .errors import Refused

Place: TypeAlias = list[int | str]
"""What a cursor points at: values that compare like the list is ordered."""


class Cursors:
    """Makes and reads the cursors of one world."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def write(self, listing: str, place: Place) -> str:
        """The cursor of a place in a listing, e.g. the messages of one chat."""
        body = json.dumps([listing, *place], ensure_ascii=False, separators=(",", ":")).encode()
        text = base64.urlsafe_b64encode(self._sign(body) + body).decode().rstrip("=")
        number = next((part for part in place if isinstance(part, int)), 0)
        return f"{number}|{text}"

    def read(self, listing: str, cursor: str) -> Place:
        """The place a cursor points at.

        Raises:
            Refused: it is not a cursor of this listing.
        """
        try:
            text = cursor.partition("|")[2]
            raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except (binascii.Error, ValueError):
            raw = b""
        signature, body = raw[:6], raw[6:]
        if len(raw) < 8 or not hmac.compare_digest(signature, self._sign(body)):
            raise Refused(400, "Invalid cursor")
        place: Place = json.loads(body)
        if place[0] != listing or self.write(listing, place[1:]) != cursor:
            raise Refused(400, "Invalid cursor")
        return place[1:]

    def _sign(self, body: bytes) -> bytes:
        return hmac.new(self._secret, body, hashlib.sha256).digest()[:6]
