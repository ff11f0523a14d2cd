"""Character references of HTML, such as `&amp;` and `&#39;`."""

from __future__ import annotations

import html
import re

from .controls import without_controls

# Only with a semicolon: `AT&T`, `?a=1&copy=2` and `R&B` are what people write. The limits keep html.unescape from
# numbers that are too long to be converted.
_REFERENCE = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
_find = re.compile(_REFERENCE)
_UNESCAPED = re.compile(rf"<|&(?!{_REFERENCE[1:]})")


def decoded(text: str) -> str:
    """The text with its character references decoded, one level: `&amp;lt;` becomes `&lt;`. An unknown one stays."""
    if "&" not in text:
        return text
    return without_controls(_find.sub(lambda found: html.unescape(found[0]), text))


def is_escaped(text: str) -> bool:
    """Whether a text without tags can be the result of escaping: it has references, and neither `<` nor another `&`.

    A text with a bare `<` or `&` was not escaped, so that its `&lt;` is what somebody wrote.
    """
    return "&" in text and not _UNESCAPED.search(text)
