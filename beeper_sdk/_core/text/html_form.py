"""Safe HTML: well-formed, not too deep, with few attributes; then sanitized by nh3, which decides in the end."""

from __future__ import annotations

import re

from .elements import balanced
from .links import address
from .source import parsed
from .tags import KNOWN, Tag

# Pictures become their alternative text: a remote one would tell its server who reads the message.
_TAGS = KNOWN - {"img", "mx-reply", "font"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "span": {"data-mx-spoiler"}}
# nh3 takes quadratic time for references: 12 s for 1 MB of `&amp;`. In what it reads, noncharacters stand for
# the characters that must be escaped; in what it returns, they become references. No text has them itself: they are
# removed like control characters.
_STAND_INS = str.maketrans({"&": "\ufdd0", "<": "\ufdd1", ">": "\ufdd2"})
_STAND_INS_IN_VALUES = _STAND_INS | {ord('"'): "\ufdd3"}
_REFERENCES = {"\ufdd0": "&amp;", "\ufdd1": "&lt;", "\ufdd2": "&gt;", "\ufdd3": "&quot;"}
_STAND_IN = re.compile("[\ufdd0-\ufdd3]")
_NUMBER = re.compile(r"-?[0-9]{1,9}")


def html_of(text: str) -> str:
    """A text as HTML, which is to be sanitized."""
    found = parsed(text)
    if isinstance(found, str):
        return escaped(found)
    written: list[str] = []
    for token in balanced(found.tokens):
        if isinstance(token, Tag):
            written.append(_tag(token))
        else:
            written.append(escaped(token) if found.keeps_newlines else _escaped(token))
    return "".join(written)


def escaped(text: str) -> str:
    """Plain text as HTML, which is to be sanitized."""
    return _escaped(text).replace("\n", "<br>")


def sanitized(text: str) -> str:
    """HTML with allowed tags, attributes and links only. Raises ModuleNotFoundError without the extra `html`."""
    try:
        import nh3
    except ModuleNotFoundError:
        message = "beeper_sdk.render.html needs the package nh3: pip install 'beeper-sdk[html]'"
        raise ModuleNotFoundError(message, name="nh3") from None
    safe = nh3.clean(
        text,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return _STAND_IN.sub(lambda found: _REFERENCES[found[0]], safe)


def _escaped(text: str) -> str:
    return text.translate(_STAND_INS)


def _tag(tag: Tag) -> str:
    if tag.name == "img":
        return _escaped(tag.attributes.get("alt") or tag.attributes.get("title") or "[image]")
    if tag.name not in _TAGS:
        return ""
    if tag.is_end:
        return f"</{tag.name}>"
    return f"<{tag.name}{_attributes(tag)}>"


def _attributes(tag: Tag) -> str:
    kept = {name: value for name in _ATTRIBUTES.get(tag.name, ()) if (value := _value(tag, name)) is not None}
    return "".join(f' {name}="{value.translate(_STAND_INS_IN_VALUES)}"' for name, value in kept.items())


def _value(tag: Tag, name: str) -> str | None:
    given = tag.attributes.get(name)
    if name == "href":
        return address(given)
    if name == "start":
        return given if given and _NUMBER.fullmatch(given) else None
    return given
