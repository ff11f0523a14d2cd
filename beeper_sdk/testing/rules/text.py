"""Texts on their way in and out: Markdown becomes Matrix HTML when sent; v0 and search read plain text."""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache

_MARKS = (
    (re.compile(r"`([^`\n]+)`"), r"<code>\1</code>"),
    (re.compile(r"\*\*([^*\n]+)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])"), r"<em>\1</em>"),
    (re.compile(r"~~([^~\n]+)~~"), r"<del>\1</del>"),
    (re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)"), r'<a href="\2">\1</a>'),
)
_FALLBACK = re.compile(r"<mx-reply>.*?</mx-reply>", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>|</p>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def from_markdown(text: str) -> str:
    """What is stored of a sent text: HTML if it held Markdown, else the text as it is.

    A JSON string that holds HTML is taken verbatim (5.0.0 document).
    """
    if text.startswith('"') and "<" in text:
        try:
            verbatim = json.loads(text)
        except ValueError:
            verbatim = None
        if isinstance(verbatim, str):
            return verbatim
    safe = html.escape(text, quote=False)
    rich = safe
    for mark, tag in _MARKS:
        rich = mark.sub(tag, rich)
    return text if rich == safe else rich.replace("\n", "<br>")


@lru_cache(maxsize=8192)  # more texts than a world begins with
def plain(text: str) -> str:
    """A text without markup, as v0 sent it and as search matches it."""
    if "<" not in text and "&" not in text:
        return text
    without = _TAG.sub("", _BREAK.sub("\n", _FALLBACK.sub("", text)))
    return html.unescape(without).strip()


def has_words(query: str, text: str) -> bool:
    """Whether all words of a query occur in a text, whatever their case and order."""
    folded = text.casefold()
    return all(word in folded for word in _words(query))


@lru_cache(maxsize=16)
def _words(query: str) -> list[str]:
    """Those of a query, which is held against thousands of texts."""
    return query.casefold().split()
