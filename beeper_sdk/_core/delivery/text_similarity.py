"""Is a text that came back the one that was sent? Pure.

Sent texts are Markdown; they come back as HTML or as plain text, with nothing to tell which (traps.md row 13), and
bridges change dashes, quotes and marks. So there are three answers. `SAME` takes texts that differ in markup and
white space only. `CLOSE` takes what may have become of a text: it proves nothing, but it is reason to doubt. What
neither takes is another text. This is for comparing only: what people are to read is made elsewhere.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from typing import Literal, TypeAlias

Likeness: TypeAlias = Literal[0, 1, 2]
OTHER: Likeness = 0
CLOSE: Likeness = 1
SAME: Likeness = 2

_SHARED = 0.6
"""Part of the words of two texts that must be common for one to be like the other."""
_LONG = 100
"""Characters from which on the beginning of a text speaks for the whole: networks cut, or split, long ones."""
_FALLBACK = re.compile(r"<mx-reply>.*?</mx-reply>", re.DOTALL | re.IGNORECASE)
_BLOCKS = re.compile(r"<(?:li|blockquote|h[1-6])\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]+[^()]*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PREFIX = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+|>[ \t]?)+", re.MULTILINE)
_IGNORED = re.compile(r"[\s*_~`\u200b\u200d\ufe0e\ufe0f\x00-\x1f]+")
_WORD = re.compile(r"\w+")


def text_likeness(sent: str | None, received: str | None) -> Likeness:
    """How much a text that came is like one that was sent. Where one of both is missing: `CLOSE` at most."""
    if not sent or not received:
        return SAME if not sent and not received else CLOSE
    ours, theirs = _as_sent(sent), _as_received(received)
    if _BLOCKS.search(received):
        ours |= {_PREFIX.sub("", text) for text in ours}
    if {_bare(text) for text in ours} & {_bare(text) for text in theirs}:
        return SAME
    alike = any(_alike(mine, second) for mine in ours for second in theirs)
    return CLOSE if alike else OTHER


def interchangeable(first: str | None, second: str | None) -> bool:
    """Could two texts that are sent come back as the same?"""
    if not first or not second:
        return not first and not second
    return not {_bare(text) for text in _as_sent(first)}.isdisjoint(_bare(text) for text in _as_sent(second))


def _as_sent(text: str) -> set[str]:
    """What is to be read in Markdown, each way it can be understood."""
    forms = {text, _verbatim(text)}
    forms |= {_LINK.sub(r"\1", form) for form in forms}
    return forms | {_ESCAPE.sub(r"\1", form) for form in forms}


def _verbatim(text: str) -> str:
    """HTML in JSON quotes is sent as it is."""
    if text.startswith('"') and "<" in text:
        try:
            given: object = json.loads(text)
        except ValueError:
            return text
        if isinstance(given, str):
            return _from_html(given)
    return text


def _as_received(text: str) -> set[str]:
    """What is to be read in a text that may be HTML, plain, or plain with entities."""
    return {text, html.unescape(text), _from_html(text)}


def _from_html(text: str) -> str:
    return html.unescape(_TAG.sub(" ", _FALLBACK.sub("", text)))


def _bare(text: str) -> str:
    """Without white space and marks."""
    return _IGNORED.sub("", unicodedata.normalize("NFC", text))


def _alike(first: str, second: str) -> bool:
    short, long = sorted((_bare(first), _bare(second)), key=len)
    if len(short) >= _LONG and long.startswith(short):
        return True
    words, others = set(_WORD.findall(first.casefold())), set(_WORD.findall(second.casefold()))
    if not words or not others:
        return not words and not others
    return len(words & others) >= _SHARED * len(words | others)
