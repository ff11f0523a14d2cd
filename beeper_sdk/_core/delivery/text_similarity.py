"""Compares the text of a received message with a text that was sent. No I/O.

Texts are sent as Markdown and returned as HTML or plain text, without a field that says which, and bridges change
dashes, quotes and markup. So there are three results: `SAME` for texts that differ in markup and white space only,
`CLOSE` for a text that may be a changed form of the other, which makes a result uncertain, and `OTHER`.

Sent texts are remembered. Of a long one, its beginning and hashes are enough.
"""

from __future__ import annotations

import html
import json
import re
from hashlib import blake2b
from typing import Literal, TypeAlias

from attrs import frozen

from ..util.unicode import normalize
from ..util.validation import string

Likeness: TypeAlias = Literal[0, 1, 2]
OTHER: Likeness = 0
CLOSE: Likeness = 1
SAME: Likeness = 2

_SHARED = 0.6
"""Fraction of the words that two texts must have in common to be `CLOSE`."""
_LONG = 100
"""Number of characters from which a common beginning is enough to be `CLOSE`: networks truncate or split long texts."""
_KEPT = 2_000
"""Number of characters from which a sent text is not kept whole."""
_HASHED = 65_536
"""Number of characters that are compared. A Matrix event has at most 64 KB, and Beeper's messages are such events."""
_FALLBACK = re.compile(r"<mx-reply>(?:[^<]|<(?!/?mx-reply>))*+</mx-reply>", re.IGNORECASE)
_BLOCKS = re.compile(r"<(?:li|blockquote|h[1-6])\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s][^()]*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PREFIX = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+|>[ \t]?)+", re.MULTILINE)
_IGNORED = re.compile(r"[\s*_~`\u200b\u200d\ufe0e\ufe0f\x00-\x1f]+")
_WORD = re.compile(r"\w+")


@frozen(repr=False)
class LongText:
    """What is kept of a long text that was sent."""

    beginning: str
    digests: frozenset[bytes]
    """Of the plain texts of the whole text, with and without prefixes of lines."""


SentText: TypeAlias = str | LongText


def shortened(text: SentText | None) -> SentText | None:
    """A sent text as it is kept."""
    if text is None or isinstance(text, LongText) or len(text) <= _KEPT:
        return text
    forms = _as_sent(text[:_HASHED])
    forms |= {_PREFIX.sub("", form) for form in forms}
    return LongText(text[:_KEPT], _digests(forms))


def text_likeness(sent: SentText | None, received: str | None) -> Likeness:
    """How similar a received text is to a sent one. If only one of them is empty, `CLOSE`."""
    if not sent or not received:
        return SAME if not sent and not received else CLOSE
    if string(received) is None:
        return CLOSE  # what was received cannot be read
    if isinstance(sent, LongText):
        return _long_likeness(sent, received)
    ours, theirs = _as_sent(sent), _as_received(received)
    if _BLOCKS.search(received):
        ours |= {_PREFIX.sub("", text) for text in ours}
    if {_bare(text) for text in ours} & {_bare(text) for text in theirs}:
        return SAME
    alike = any(_alike(mine, second) for mine in ours for second in theirs)
    return CLOSE if alike else OTHER


def sent_forms(text: str) -> set[str]:
    """A text that is sent as it may be received, without white space and markup characters."""
    forms = _as_sent(text[:_HASHED])
    return {_bare(form) for form in forms | {_PREFIX.sub("", form) for form in forms}}


def received_forms(text: str) -> set[str]:
    """A received text without white space and markup: as plain text and as HTML."""
    return {_bare(form) for form in _as_received(text[:_HASHED])}


def _long_likeness(sent: LongText, received: str) -> Likeness:
    if not sent.digests.isdisjoint(_digests(_as_received(received[:_HASHED]))):
        return SAME
    theirs = _as_received(received[:_KEPT])
    alike = any(_alike(mine, second) for mine in _as_sent(sent.beginning) for second in theirs)
    return CLOSE if alike else OTHER


def _digests(texts: set[str]) -> frozenset[bytes]:
    return frozenset(blake2b(_bare(text).encode("utf-8", "surrogatepass"), digest_size=16).digest() for text in texts)


def _sent_digests(text: SentText) -> frozenset[bytes]:
    return text.digests if isinstance(text, LongText) else _digests(_as_sent(text))


def interchangeable(first: SentText | None, second: SentText | None) -> bool:
    """Whether two sent texts may be received as the same text."""
    if not first or not second:
        return not first and not second
    if isinstance(first, LongText) or isinstance(second, LongText):
        return not _sent_digests(first).isdisjoint(_sent_digests(second))
    return not {_bare(text) for text in _as_sent(first)}.isdisjoint(_bare(text) for text in _as_sent(second))


def _as_sent(text: str) -> set[str]:
    """The plain texts of a Markdown text, for each way in which it can be interpreted."""
    forms = {text, _verbatim(text)}
    forms |= {_LINK.sub(r"\1", form) for form in forms}
    return forms | {_ESCAPE.sub(r"\1", form) for form in forms}


def _verbatim(text: str) -> str:
    """The plain text of a text that is sent as HTML: Beeper sends HTML in a JSON string unchanged."""
    if text.startswith('"') and "<" in text:
        try:
            given: object = json.loads(text)
        except ValueError:
            return text
        if isinstance(given, str):
            return _from_html(given)
    return text


def _as_received(text: str) -> set[str]:
    """The plain texts of a text that may be HTML, plain text, or plain text with entities."""
    return {text, html.unescape(text), _from_html(text)}


def _from_html(text: str) -> str:
    return html.unescape(_TAG.sub(" ", _FALLBACK.sub("", text)))


def _bare(text: str) -> str:
    """The text without white space and markup characters."""
    return _IGNORED.sub("", normalize("NFC", text))


def _alike(first: str, second: str) -> bool:
    short, long = sorted((_bare(first), _bare(second)), key=len)
    if len(short) >= _LONG and long.startswith(short):
        return True
    words, others = set(_WORD.findall(first.casefold())), set(_WORD.findall(second.casefold()))
    if not words or not others:
        return not words and not others
    return len(words & others) >= _SHARED * len(words | others)
