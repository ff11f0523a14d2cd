"""What stands in place of a name, a number, an id, …: `Pseudonyms`, one for each kind of mark in the spec.

The same key makes the same of the same. Nothing of the original is in them but its shape; who has the key and a
guess can check the guess.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from hashlib import blake2b, shake_256

from ..util.urls import is_loopback_host
from .permutation import permuted
from .public_words import ENDINGS, WORD, public

_MAIL = re.compile(r"[^\s@:!#$%&/=?|]{1,64}@[^\s@:/|]{1,99}\.[A-Za-z]{2,24}(?![A-Za-z0-9.:])")
_FOREIGN = re.compile(r"(?:%[0-9A-Fa-f]{2}|[^\x00-\x7f])+")
_ORDERED = re.compile(r"(0|[1-9][0-9]{0,30})([^0-9].*)?", re.DOTALL)
_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,15}):(//)?([^?#]*)([?#].*)?", re.DOTALL)
_TO_MATRIX = "https://matrix.to/#/"
_OWN_SCHEMES = frozenset({"mxc", "localmxc", "file", "asset"})
_WEB = frozenset({"http", "https", "ws", "wss"})
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aeio"
REDACTED = "redacted"
_LONGEST = 100
"""Characters of a word that is permuted; a longer one is hashed, which is faster and as good at that length."""


class Pseudonyms:
    """All pseudonyms under one key."""

    def __init__(self, key: bytes) -> None:
        self._key = blake2b(key, digest_size=32).digest()
        self._public = public()
        self._shift = 1 + int.from_bytes(self.digest("order", "")[:4], "big") % 899_999
        self._known: dict[str, str] = {}

    def digest(self, kind: str, value: str) -> bytes:
        """64 bytes that only the key and this value give."""
        return blake2b(f"{kind}\0{value}".encode("utf-8", "surrogatepass"), key=self._key).digest()

    def token(self, value: str, size: int = 12) -> str:
        """A word of small letters."""
        made = shake_256(self.digest("token", value)).digest(size)
        return "".join(chr(97 + byte % 26) for byte in made)

    def _spoken(self, digest: bytes) -> str:
        return "".join(_CONSONANTS[byte & 15] + _VOWELS[byte >> 4 & 3] for byte in digest)

    def id(self, value: str) -> str:
        """An id of the same shape. Words stand for the same wherever they come, so ids in ids stay alike."""
        if value not in self._known:
            self._known[value] = "".join(map(self._id_part, _split(_MAIL, value)))
        return self._known[value]

    def _id_part(self, part: tuple[bool, str]) -> str:
        is_mail, text = part
        if is_mail:
            return self.mail(text)
        return "".join(
            self._foreign(inner) if foreign else WORD.sub(self._word, inner)
            for foreign, inner in _split(_FOREIGN, text)
        )

    def _word(self, match: re.Match[str]) -> str:
        word = match[0]
        return permuted(word, self._key, self._public) if len(word) <= _LONGEST else self.token(word, len(word))

    def _foreign(self, text: str) -> str:
        """Emoji stay: reactions are made of them."""
        return text if all(map(is_emoji, text)) else self.token(text, 10)

    def name(self, value: str) -> str:
        """A made-up name of one word or two."""
        made = self.digest("name", value)[:6]
        if len(value.split()) > 1:
            return f"{self._spoken(made[:3]).capitalize()} {self._spoken(made[3:]).capitalize()}"
        at, word = ("@", value[1:]) if value.startswith("@") else ("", value)
        spoken = self._spoken(made)
        return at + (spoken.capitalize() if word[:1].isupper() else spoken)

    def number(self, value: str) -> str:
        """A phone number under +999, which no country has."""
        digits = re.sub(r"[^0-9]", "", value)
        if not re.fullmatch(r"[+0-9\s().-]*", value) or not 3 < len(digits) <= 12:
            digits = str(int.from_bytes(self.digest("number", value)[:8], "big") % 10**9).zfill(9)
        else:
            digits = permuted(digits, self._key, frozenset())
        return f"{'+' if value.lstrip().startswith('+') else ''}999{digits}"

    def mail(self, value: str) -> str:
        """An address at example.com."""
        return f"{self._spoken(self.digest('mail', value.lower())[:6])}@example.com"

    def secret(self, value: str) -> str:
        """Nothing of it, not even its length."""
        return REDACTED if value else value

    def order(self, value: str) -> str:
        """A sort key or cursor: numbers keep their order."""
        match = _ORDERED.fullmatch(value)
        return f"{int(match[1]) + self._shift}{self.id(match[2] or '')}" if match else self.id(value)

    def ordered(self, value: float) -> float:
        """The same for a number."""
        return value + self._shift

    def file_name(self, value: str) -> str:
        """Another file of the same kind."""
        stem, dot, ending = value.rpartition(".")
        kept = dot + ending if dot and ending.lower() in ENDINGS else ""
        return (self.id(stem if kept else value) + kept) if value else value

    def url(self, value: str) -> str:
        """Another URL or path of the same scheme and kind of file; its query and fragment are gone."""
        if value.startswith(_TO_MATRIX):
            return _TO_MATRIX + self.id(value.removeprefix(_TO_MATRIX))
        match = _URL.fullmatch(value)
        scheme = match[1].lower() if match else ""
        if match is None or scheme not in _OWN_SCHEMES | _WEB | {"data"}:
            path, mark, rest = _cut(value)
            return self.file_name(path) + (f"?x={self.token(rest)}" if mark else "")
        if scheme == "data":
            return "data:;base64," + b64encode(self.digest("data", value)[:18]).decode()
        place = self.file_name(match[3]) if scheme in _OWN_SCHEMES else self._web(match[3])
        return f"{match[1]}:{match[2] or ''}{place}" + (f"?x={self.token(match[4])}" if match[4] else "")

    def _web(self, place: str) -> str:
        """Host and path of a URL; a server on the machine itself is no secret."""
        host, slash, path = place.partition("/")
        shown = host if _is_this_machine(host) else f"{self.token(host.lower())}.invalid"
        return shown + slash + self.file_name(path)


def _is_this_machine(host: str) -> bool:
    """Is this host, perhaps with a port, one that every machine has?"""
    name, colon, port = host.rpartition(":")
    has_port = colon and port.isascii() and port.isdecimal() and len(port) <= 5
    bare = name if has_port else host
    return is_loopback_host(bare.removeprefix("[").removesuffix("]"))


def is_emoji(char: str) -> bool:
    """Is this a picture, or what joins pictures?"""
    return (unicodedata.category(char) in ("So", "Sk") and ord(char) > 0x2000) or char in "\ufe0f\u200d\u2764"


def _cut(value: str) -> tuple[str, str, str]:
    match = re.search("[?#]", value)
    return (value, "", "") if match is None else (value[: match.start()], match[0], value[match.start() :])


def _split(pattern: re.Pattern[str], text: str) -> list[tuple[bool, str]]:
    """The parts of a text, and whether they fit."""
    parts: list[tuple[bool, str]] = []
    end = 0
    for match in pattern.finditer(text):
        parts += [(False, text[end : match.start()]), (True, match[0])]
        end = match.end()
    return [part for part in [*parts, (False, text[end:])] if part[1]]
