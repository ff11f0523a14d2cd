"""A whole message in each form: the placeholders of its attachments, and its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .message_text import text_of, with_sender
from .plain_form import PlainForm
from .source import parsed
from .surroundings import DELETED, is_deleted, lines_before
from .tags import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from .message_text import Content

_NOT_SIMPLE = re.compile(r"[^ -%'-;=-~\n]")
"""Anything but ASCII without `<` and `&`: such a text is its own rendering."""


def as_plain(content: Content) -> str:
    """See `render.plain`."""
    return _whole(content, plain_text, str, "\n")


def as_markdown(content: Content) -> str:
    """See `render.markdown`."""
    from .markdown_form import markdown_of

    return _whole(content, markdown_of, _escaped_line, "  \n")


def as_html(content: Content) -> str:
    """See `render.html`."""
    from .html_form import html_of, sanitized

    return sanitized(_whole(content, html_of, _escaped_html, "<br>"))


def plain_text(text: str) -> str:
    """The plain text of Matrix HTML or plain text."""
    if not _NOT_SIMPLE.search(text):
        return text
    found = parsed(text)
    return PlainForm.render(found) if isinstance(found, Markup) else found


def _whole(content: Content, render: Callable[[str], str], escape: Callable[[str], str], newline: str) -> str:
    text = text_of(content)
    if isinstance(content, str):
        return render(text)
    if is_deleted(content):
        return escape(DELETED)
    rendered = with_sender(render(text), content, escape) if text else ""
    before = lines_before(content, rendered if render is plain_text else plain_text(text))
    return newline.join((*map(escape, before), *((rendered,) if rendered else ())))


def _escaped_line(text: str) -> str:
    from .markdown_text import escaped, line_start

    return line_start(escaped(text))


def _escaped_html(text: str) -> str:
    from .html_form import escaped

    return escaped(text)
