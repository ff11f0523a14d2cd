"""The words of a text, as search matches them."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

_FALLBACK = re.compile(r"<mx-reply>(?:[^<]|<(?!/?mx-reply>))*+</mx-reply>")
_BREAK = re.compile(r"<br\s*/?>|</p>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8192)  # more texts than a world begins with
def _without_markup(text: str) -> str:
    without = _TAG.sub("", _BREAK.sub("\n", _FALLBACK.sub("", text)))
    return html.unescape(without).strip()


def plain(text: str) -> str:
    """A text without markup, as v0 sent it and as search matches it."""
    return text if "<" not in text and "&" not in text else _without_markup(text)


def has_words(query: str, text: str) -> bool:
    """Whether all words of a query are words of a text, whatever their case and order; a part of a word is none.

    A word is a run of letters, digits and underscores, and everything else separates words. Of a query that has none,
    such as an emoji, all characters must be in the text.
    """
    wanted, characters = words_of(query)
    folded = _folded(text)
    if not all(part in folded for part in wanted or characters):  # which is most texts, and takes no time
        return False
    return wanted <= set(_WORD.findall(folded))


@lru_cache(maxsize=16)
def words_of(query: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words and characters of a query, which is compared with thousands of texts."""
    folded = _folded(query)
    return frozenset(_WORD.findall(folded)), frozenset("".join(folded.split()))


def index_of(text: str) -> tuple[str, str]:
    """The words of a text, with spaces between them, and the characters between its words."""
    folded = _folded(text)
    rest = _WORD.sub("", folded)
    others = "".join(set("".join(rest.split()))) if rest and not rest.isspace() else ""
    return " ".join(_WORD.findall(folded)), others


def _folded(text: str) -> str:
    return text.casefold() if text.isascii() else unicodedata.normalize("NFC", text.casefold())
