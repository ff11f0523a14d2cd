"""Finds the tags of Matrix HTML in a text, and decides whether the text is HTML at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from .entities import decoded

VOID = frozenset({"br", "hr", "img"})
_LISTS_AND_TABLES = {"ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
_PARAGRAPHS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "details", "summary", "hr", "br"}
BLOCKS = frozenset(_LISTS_AND_TABLES | _PARAGRAPHS | {"mx-reply"})
_BOLD_AND_SO_ON = {"b", "strong", "i", "em", "u", "s", "del", "strike", "code", "font", "sub", "sup"}
KNOWN = BLOCKS | _BOLD_AND_SO_ON | {"a", "span", "img"}
"""Only these are tags. Everything else in angle brackets is text."""
_FLAGS = ("open", "reversed")
_NEWLINES_MATTER_WITHOUT = BLOCKS - {"mx-reply"}

# No `<` inside a tag, and no backtracking: a search that fails ends at the next `<`, which makes all of them linear.
_VALUE = r"""(?:"[^"<]*+"|'[^'<]*+'|[^\s"'=<>`]++)"""
_ATTRIBUTE = rf"[a-zA-Z][\w:.-]*+(?:\s*+=\s*+{_VALUE})?+"
_TAG = re.compile(rf"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9-]*+)((?:[\s/]++{_ATTRIBUTE})*+)[\s/]*+>)")
_ONE = re.compile(rf"([a-zA-Z][\w:.-]*+)(?:\s*+=\s*+({_VALUE}))?+")


@dataclass(slots=True, frozen=True)
class Tag:
    """One tag: its name in lower case, and the decoded attributes of a start tag."""

    name: str
    is_end: bool
    attributes: dict[str, str]


Token: TypeAlias = Tag | str
"""A tag, or text with its references decoded."""


@dataclass(slots=True, frozen=True)
class Markup:
    """A text that is HTML."""

    tokens: list[Token]
    keeps_newlines: bool
    """Nothing in it makes lines, so that its newlines are meant; otherwise they are spaces, as HTML has it."""


def markup(text: str) -> Markup | None:
    """The tokens of a text, if it is HTML: if it has a known tag that is closed later, or a `<br>`, `<hr>` or `<img>`.

    None for plain text, also where it mentions tags: `use <b> for bold`. Its time grows with the length of the text.
    """
    if "<" not in text:
        return None
    tokens, names, is_html = _scan(text)
    if not is_html:
        return None
    return Markup(tokens, keeps_newlines=names.isdisjoint(_NEWLINES_MATTER_WITHOUT))


def _scan(text: str) -> tuple[list[Token], set[str], bool]:
    tokens: list[Token] = []
    opened: set[str] = set()
    is_html, done, start, comments_end = False, 0, 0, text.rfind("-->")
    while found := _TAG.search(text, start):
        start = found.end()
        if found[2] is None:  # a comment; an unfinished one is text
            if comments_end < start:
                continue
            tag, start = None, text.index("-->", start) + 3
        elif not (tag := _tag(found)):
            continue
        if found.start() > done:
            tokens.append(decoded(text[done : found.start()]))
        done = start
        if tag:
            tokens.append(tag)
            is_html = is_html or (tag.name in opened if tag.is_end else tag.name in VOID)
            opened.add(tag.name)
    if done < len(text):
        tokens.append(decoded(text[done:]))
    return tokens, opened, is_html


def _tag(found: re.Match[str]) -> Tag | None:
    """The tag, or None if it is text: `<name>`, `<b and c>`, `<img>`."""
    name = found[2].lower()
    if name not in KNOWN:
        return None
    if found[1]:
        return Tag("br", is_end=False, attributes={}) if name == "br" else Tag(name, is_end=True, attributes={})
    attributes = _attributes(found[3]) if found[3] else {}
    if attributes is None or (name == "img" and not attributes):
        return None
    return Tag(name, is_end=False, attributes=attributes)


def _attributes(source: str) -> dict[str, str] | None:
    """The attributes of a tag. None if a word without a value is none that HTML defines."""
    attributes: dict[str, str] = {}
    for found in _ONE.finditer(source):
        name, value = found[1].lower(), found[2]
        if value is None:
            if name not in _FLAGS and not name.startswith("data-"):
                return None
            value = ""
        elif value[0] in "\"'":
            value = value[1:-1]
        attributes.setdefault(name, decoded(value))
    return attributes
