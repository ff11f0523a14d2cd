"""Safe HTML: well-formed, not nested too deeply, with few attributes; then sanitized by nh3, which decides in the end."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from .elements import balanced
from .links import address
from .tags import KNOWN, Tag
from .whole import parsed

if TYPE_CHECKING:
    from .tags import Markup

# Pictures become their alternative text: a remote one would tell its server who reads the message.
_TAGS = KNOWN - {"img", "mx-reply", "font"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "span": {"data-mx-spoiler"}}
_NUMBER = re.compile(r"-?[0-9]{1,9}")


def html_of(text: str) -> str:
    """A text as HTML, which is to be sanitized."""
    found = parsed(text)
    if isinstance(found, str):
        return escaped(found)
    written: list[str] = []
    for token in balanced(found.tokens):
        written.append(_escaped(token, found) if isinstance(token, str) else _tag(token))
    return "".join(written)


def escaped(text: str) -> str:
    """Plain text as HTML."""
    return html.escape(text, quote=False).replace("\n", "<br>")


def sanitized(text: str) -> str:
    """HTML with allowed tags, attributes and links only. Raises ModuleNotFoundError without the extra `html`."""
    try:
        import nh3
    except ModuleNotFoundError:
        message = "beeper_sdk.render.html needs the package nh3: pip install 'beeper-sdk[html]'"
        raise ModuleNotFoundError(message, name="nh3") from None
    return nh3.clean(
        text,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


def _escaped(text: str, source: Markup) -> str:
    return escaped(text) if source.keeps_newlines else html.escape(text, quote=False)


def _tag(tag: Tag) -> str:
    if tag.name == "img":
        return html.escape(tag.attributes.get("alt") or tag.attributes.get("title") or "[image]", quote=False)
    if tag.name not in _TAGS:
        return ""
    if tag.is_end:
        return f"</{tag.name}>"
    return f"<{tag.name}{_attributes(tag)}>"


def _attributes(tag: Tag) -> str:
    kept = {name: value for name in _ATTRIBUTES.get(tag.name, ()) if (value := _value(tag, name)) is not None}
    return "".join(f' {name}="{html.escape(value)}"' for name, value in kept.items())


def _value(tag: Tag, name: str) -> str | None:
    given = tag.attributes.get(name)
    if name == "href":
        return address(given)
    if name == "start":
        return given if given and _NUMBER.fullmatch(given) else None
    return given
