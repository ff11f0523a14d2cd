"""Pseudonyms of names, numbers, IDs, …: `Pseudonyms` has a method for each mark of the spec.

The same key and value give the same pseudonym. It contains nothing of the original but its shape. Anyone who has the
key can test guesses of the original.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from hashlib import blake2b, shake_256

from ..util.urls import is_loopback_address
from .words import FILE_EXTENSIONS, WORD, WordPseudonyms, public_words

_MAIL = re.compile(r"[^\s@:!#$%&/=?|]{1,64}@[^\s@:/|]{1,99}\.[A-Za-z]{2,24}(?![A-Za-z0-9.:])")
_NON_ASCII = re.compile(r"(?:%[0-9A-Fa-f]{2}|[^\x00-\x7f])+")
_ORDER_KEY = re.compile(r"(0|[1-9][0-9]{0,30})([^0-9].*)?", re.DOTALL)
_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,15}):(//)?([^?#]*)([?#].*)?", re.DOTALL)
_MATRIX_TO = "https://matrix.to/#/"
_OWN_SCHEMES = frozenset({"mxc", "localmxc", "file", "asset"})
_WEB = frozenset({"http", "https", "ws", "wss"})
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aeio"
REDACTED = "redacted"


class Pseudonyms:
    """All pseudonyms under one key."""

    def __init__(self, key: bytes) -> None:
        self._key = blake2b(key, digest_size=32).digest()
        self._words = WordPseudonyms(self._key, public_words())
        self._order_offset = 1 + int.from_bytes(self.digest("order", "")[:4], "big") % 899_999

    def digest(self, kind: str, value: str) -> bytes:
        """64 bytes that depend on the key, the kind and the value."""
        return blake2b(f"{kind}\0{value}".encode("utf-8", "surrogatepass"), key=self._key).digest()

    def token(self, value: str, size: int = 12) -> str:
        """A word of lower-case letters."""
        stream = shake_256(self.digest("token", value)).digest(size)
        return "".join(chr(97 + byte % 26) for byte in stream)

    def _syllables(self, digest: bytes) -> str:
        return "".join(_CONSONANTS[byte & 15] + _VOWELS[byte >> 4 & 3] for byte in digest)

    def id(self, value: str) -> str:
        """An ID of the same shape. A word has the same pseudonym in all IDs, so that IDs inside of IDs still match."""
        return "".join(self.mail(part) if is_mail else self._id_part(part) for is_mail, part in _split(_MAIL, value))

    def _id_part(self, text: str) -> str:
        return "".join(
            self._non_ascii(part) if non_ascii else WORD.sub(lambda word: self._words.replace(word[0]), part)
            for non_ascii, part in _split(_NON_ASCII, text)
        )

    def _non_ascii(self, text: str) -> str:
        """Emoji are kept, because reactions consist of them."""
        return text if all(map(is_emoji, text)) else self.token(text, 10)

    def name(self, value: str) -> str:
        """A made-up name of one or two words."""
        digest = self.digest("name", value)[:6]
        if len(value.split()) > 1:
            return f"{self._syllables(digest[:3]).capitalize()} {self._syllables(digest[3:]).capitalize()}"
        at, word = ("@", value[1:]) if value.startswith("@") else ("", value)
        name = self._syllables(digest)
        return at + (name.capitalize() if word[:1].isupper() else name)

    def number(self, value: str) -> str:
        """A phone number with +999, which is not assigned to any country."""
        digits = re.sub(r"[^0-9]", "", value)
        if re.fullmatch(r"[+0-9\s().-]*", value) and 3 < len(digits) <= 12:
            digits = self._words.replace(digits)  # as in ids that hold a phone number
        else:
            digits = str(int.from_bytes(self.digest("number", value)[:8], "big") % 10**9).zfill(9)
        return f"{'+' if value.lstrip().startswith('+') else ''}999{digits}"

    def mail(self, value: str) -> str:
        """An e-mail address at example.com."""
        return f"{self._syllables(self.digest('mail', value.lower())[:6])}@example.com"

    def secret(self, value: str) -> str:
        """A constant, so that not even the length of a secret is kept."""
        return REDACTED if value else value

    def order(self, value: str) -> str:
        """A sort key or cursor: numbers keep their order."""
        match = _ORDER_KEY.fullmatch(value)
        return f"{int(match[1]) + self._order_offset}{self.id(match[2] or '')}" if match else self.id(value)

    def ordered(self, value: float) -> float:
        """A sort key that is a number."""
        return value + self._order_offset

    def file_name(self, value: str) -> str:
        """A file name, with the same extension if it is a common one."""
        stem, dot, extension = value.rpartition(".")
        if dot and extension.lower() in FILE_EXTENSIONS:
            return self.id(stem) + dot + extension
        return self.id(value)

    def url(self, value: str) -> str:
        """A URL or path of the same scheme and type of file; query and fragment are replaced by a hash."""
        if value.startswith(_MATRIX_TO):
            return _MATRIX_TO + self.id(value.removeprefix(_MATRIX_TO))
        match = _URL.fullmatch(value)
        scheme = match[1].lower() if match else ""
        if match is None or scheme not in _OWN_SCHEMES | _WEB | {"data"}:
            path, query = _split_query(value)
            return self.file_name(path) + (f"?x={self.token(query)}" if query else "")
        if scheme == "data":
            return "data:;base64," + b64encode(self.digest("data", value)[:18]).decode()
        target = self.file_name(match[3]) if scheme in _OWN_SCHEMES else self._host_and_path(match[3])
        return f"{match[1]}:{match[2] or ''}{target}" + (f"?x={self.token(match[4])}" if match[4] else "")

    def _host_and_path(self, target: str) -> str:
        """Host and path of a URL. Loopback addresses are kept, because every machine has them."""
        host, slash, path = target.partition("/")
        replaced = host if _is_this_machine(host) else f"{self.token(host.lower())}.invalid"
        return replaced + slash + self.file_name(path)


def _is_this_machine(host: str) -> bool:
    """Whether a host (with or without a port) is a loopback address. A name such as ``alice.localhost`` is personal."""
    name, colon, port = host.rpartition(":")
    has_port = colon and port.isascii() and port.isdecimal() and len(port) <= 5
    bare = name if has_port else host
    return is_loopback_address(bare.removeprefix("[").removesuffix("]"))


def is_emoji(char: str) -> bool:
    """Whether a character is an emoji, or joins emoji."""
    return (unicodedata.category(char) in ("So", "Sk") and ord(char) > 0x2000) or char in "\ufe0f\u200d\u2764"


def _split_query(value: str) -> tuple[str, str]:
    match = re.search("[?#]", value)
    return (value, "") if match is None else (value[: match.start()], value[match.start() :])


def _split(pattern: re.Pattern[str], text: str) -> list[tuple[bool, str]]:
    """The parts of a text that match the pattern and those between them, each with whether it matches."""
    parts: list[tuple[bool, str]] = []
    end = 0
    for match in pattern.finditer(text):
        parts += [(False, text[end : match.start()]), (True, match[0])]
        end = match.end()
    return [part for part in [*parts, (False, text[end:])] if part[1]]
