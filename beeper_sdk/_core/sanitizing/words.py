"""Replaces words of letters and digits by keyed hash words of the same shape.

The shape of a word is, for each character, whether it is a digit, a lower-case or an upper-case letter. Words whose
letters are all hexadecimal digits stay hexadecimal. `public_words`, which identify nobody, are not replaced in IDs and
URLs.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache
from hashlib import blake2b, shake_256
from itertools import count, product
from math import prod
from string import ascii_lowercase, ascii_uppercase, digits

from ..generated import fields

_HEX_LETTERS = frozenset("abcdefABCDEF")
_SMALL_SHAPE = 1000
"""Shapes of at most this many words, such as two letters or three digits, are permuted: hashes would collide."""
_MAX_REMEMBERED = 100_000


class WordPseudonyms:
    """Words under one key.

    A word has the same pseudonym in every run with the key, unless another word of its shape already has that
    pseudonym: then it gets its next hash. Of 100 words this affects one in 200 with four digits, and one in 200,000
    with seven.
    """

    def __init__(self, key: bytes, fixed: AbstractSet[str]) -> None:
        self._key = key
        self._fixed = fixed
        self._cycles: dict[tuple[str, ...], dict[str, str]] = {}
        self._originals: dict[str, str] = {}

    def replace(self, word: str) -> str:
        """The pseudonym of a word. Fixed words are not replaced, and are never used as a pseudonym."""
        if word in self._fixed:
            return word
        hexadecimal = _is_hex(word)
        alphabets = _alphabets(word, hexadecimal)
        if prod(map(len, alphabets)) <= _SMALL_SHAPE:
            return self._cycle(alphabets, hexadecimal)[word]
        if len(self._originals) >= _MAX_REMEMBERED:
            self._originals.clear()
        for attempt in count():
            stream = shake_256(self._digest(f"{attempt}/{word}")).digest(len(word))
            candidate = "".join(
                alphabet[byte % len(alphabet)] for alphabet, byte in zip(alphabets, stream, strict=True)
            )
            # setdefault() is atomic: if two threads choose the same pseudonym, the first one gets it.
            if self._is_usable(candidate, hexadecimal) and self._originals.setdefault(candidate, word) == word:
                return candidate
        raise AssertionError  # a shape has as many pseudonyms as words

    def _cycle(self, alphabets: tuple[str, ...], hexadecimal: bool) -> dict[str, str]:
        """All words of a small shape, each with its successor in the order of their hashes."""
        key = (*alphabets, str(hexadecimal))
        if key not in self._cycles:
            words = ("".join(chars) for chars in product(*alphabets))
            ring = sorted((word for word in words if self._is_usable(word, hexadecimal)), key=self._digest)
            self._cycles[key] = dict(zip(ring, [*ring[1:], *ring[:1]], strict=True))
        return self._cycles[key]

    def _is_usable(self, candidate: str, hexadecimal: bool) -> bool:
        return candidate not in self._fixed and _is_hex(candidate) == hexadecimal

    def _digest(self, text: str) -> bytes:
        return blake2b(text.encode(), key=self._key).digest()


def _is_hex(word: str) -> bool:
    return all(char in _HEX_LETTERS for char in word if not char.isdigit())


def _alphabets(word: str, hexadecimal: bool) -> tuple[str, ...]:
    """The characters allowed at each position. A number keeps its leading zeros, and gets none."""
    small, capital = ("abcdef", "ABCDEF") if hexadecimal else (ascii_lowercase, ascii_uppercase)
    alphabets = [digits if char.isdigit() else small if char.islower() else capital for char in word]
    if word.isdigit() and len(word) > 1:
        zeros = len(word) - len(word.lstrip("0"))
        alphabets[: zeros + 1] = [*["0"] * zeros, digits[1:]][: len(word)]
    return tuple(alphabets)


_NETWORKS = """
android ba beeper bluesky com discord discordgo facebook facebookgo gmessages go googlechat googlevoice gvoice
hungryserv imessage imessagecloud imessagego instagram instagramgo irc kakaotalk line linkedin local localhost mautrix
messenger matrix me org others platform room sdk sh signal slack slackgo sms telegram twitter wechat whatsapp
"""
_ADDRESSES = """
assets authorization authorize callback docs introspect known mcp oauth protected register resource revoke serve
server spec token userinfo v0 v1 well ws
"""
_EXTENSIONS = """
3gp aac amr avi bmp csv doc docx flac gif gz heic heif htm html ics jpeg jpg json m4a m4v md mkv mov mp3 mp4 mpeg mpg
oga ogg ogv opus pdf png ppt pptx rtf svg tar tgs tiff txt vcf wav webm webp xls xlsx xml zip
"""
FILE_EXTENSIONS = frozenset(_EXTENSIONS.split())
"""File name extensions that are kept, because they only indicate the type of a file."""
WORD = re.compile("[A-Za-z0-9]+")


@cache
def public_words() -> frozenset[str]:
    """The names of networks and addresses, and all words in the names of fields."""
    names = (word for known in fields().values() for wire in known for word in WORD.findall(wire))
    return frozenset({*_NETWORKS.split(), *_ADDRESSES.split(), *names})


@cache
def field_marks() -> dict[str, str | None]:
    """The mark of each field name, over all objects; None if the marks of its objects differ."""
    marks: dict[str, str | None] = {}
    for known in fields().values():
        for wire, facts in known.items():
            marks[wire] = facts.pii if marks.get(wire, facts.pii) == facts.pii else None
    return marks
