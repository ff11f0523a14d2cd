"""Replaces texts by random words of the same length. Tags, links and spaces stay in place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from hashlib import shake_256

from .pseudonyms import Pseudonyms, is_emoji

_TAGS = """
a b blockquote br caption code del details div em font h1 h2 h3 h4 h5 h6 hr i img li mx-reply ol p pre s span strike
strong sub summary sup table tbody td th thead tr u ul
"""
_TOKENS = re.compile(
    rf"(?P<tag></?(?:{'|'.join(_TAGS.split())})(?=[\s/>])[^<>]*>)"
    r"|(?P<entity>&(?:amp|lt|gt|quot|apos|nbsp|\#39);)"
    r"|(?P<url>(?:https?|mxc)://[^\s<>\"']+)"
    r"|(?P<id>[@!$#][^\s@:<>\"'&]{1,255}:[A-Za-z0-9.-]+)"
    r"|(?P<mail>[^\s@:<>\"'&]{1,64}@[^\s@:<>\"'&]{1,99}\.[A-Za-z]{2,24})"
    r"|(?P<number>\+\d[\d ()-]{5,}\d)",
    re.IGNORECASE,
)
_LINKS = re.compile(r"\b(href|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_CONSONANTS_AND_VOWELS = ("bcdfghjklmnprstvwz", "aeiouy")
_EMOJI = "😀😎🤖👻🐙🦊🐝🌵🍋🍩🎈🎲🚀🛶🧩🪁"


class Texts:
    """Replacement texts under one key."""

    def __init__(self, pseudonyms: Pseudonyms) -> None:
        self._pseudonyms = pseudonyms
        self._replacements: dict[str, Callable[[str], str]] = {
            "tag": self._tag,
            "entity": str,
            "url": pseudonyms.url,
            "id": pseudonyms.id,
            "mail": pseudonyms.mail,
            "number": pseudonyms.number,
        }

    def text(self, value: str) -> str:
        """A text of the same structure."""
        stream = iter(shake_256(self._pseudonyms.digest("text", value)).digest(len(value)))
        parts: list[str] = []
        end = 0
        for match in _TOKENS.finditer(value):
            parts += [*_plain(value[end : match.start()], stream), self._replacements[str(match.lastgroup)](match[0])]
            end = match.end()
        # A text that consists only of dropped characters must not become an empty one.
        return "".join([*parts, *_plain(value[end:], stream)]) or (value and "x")

    def _tag(self, tag: str) -> str:
        """A tag with its link and no other attribute."""
        start = re.match(r"</?[A-Za-z0-9-]+", tag)
        name = start[0] if start else "<"
        links = ((link[1].lower(), self._pseudonyms.url(link[2] or link[3] or "")) for link in _LINKS.finditer(tag))
        attributes = "".join(f' {attribute}="{url.replace(chr(34), "%22")}"' for attribute, url in links)
        return name + attributes + (" /" if tag.endswith("/>") else "") + ">"


def _plain(text: str, stream: Iterator[int]) -> Iterator[str]:
    position = 0
    for char in text:
        byte = next(stream)
        position = position + 1 if char.isalpha() else 0
        yield _letter(char, byte, position) if position else _other(char, byte)


def _letter(char: str, byte: int, position: int) -> str:
    """A letter: alternately a consonant and a vowel, so that the words are readable."""
    letters = _CONSONANTS_AND_VOWELS[(position + 1) % 2]
    letter = letters[byte % len(letters)]
    return letter.upper() if char.isupper() else letter


def _other(char: str, byte: int) -> str:
    """A digit for a digit, an emoji for an emoji. Spaces and punctuation are kept, everything else is dropped."""
    if char.isnumeric():
        return str(byte % 10)
    if char.isspace():
        return char if char.isascii() else " "
    if char.isascii() or unicodedata.category(char).startswith("P"):
        return char
    return _EMOJI[byte % len(_EMOJI)] if is_emoji(char) and char not in "\ufe0f\u200d" else ""
