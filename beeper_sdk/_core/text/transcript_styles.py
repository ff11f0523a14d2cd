"""The lines of a transcript, as plain text and as Markdown. No I/O.

A text cannot pass for the line of somebody else: in plain text, only lines that are written here begin at the margin;
further lines of a text are indented by six characters, notes about a message by two. In Markdown, each message is an
item of a list, and all of its text is inside of it; notes about it are items marked by `*`, those of a text by `-`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from attrs import frozen

from .markdown_text import escaped, heading_end
from .transcript_times import clock

if TYPE_CHECKING:
    from datetime import datetime

    from ..generated import models

_TEXT_INDENT, _NOTE_INDENT = " " * 6, " " * 2
_ITEM_INDENT = " " * 2
# What CommonMark reads as a block at the start of a line, but not after a name.
_BLOCK = re.compile(r"#{1,6}(\s|$)|>|[-+*](\s|$)|\d{1,9}[.)](\s|$)|```|~~~|\||[-*_]{3}")
# A title that begins as only lines of messages, pauses and days do.
_LIKE_A_LINE = re.compile(r"\W*\d\d?:\d\d|[^\w\s]*[-(*]")


@frozen(repr=False)
class Entry:
    """One message of a transcript."""

    at: datetime | None
    """When it was sent, in the time zone of the transcript; None if that is not known."""
    name: str
    """The name of its sender, in one line. Empty for a notice, which is about somebody, not by somebody."""
    text: str
    """Rendered for the style."""
    id: str = ""
    """Its ID, if IDs are shown."""
    is_edited: bool = False
    notes: tuple[str, ...] = ()
    """What it replies to, and its reactions: each in one line, not escaped."""
    message: models.Message | None = None
    """What the text was rendered from, for a shorter one."""


class Block(NamedTuple):
    """A part of a transcript, of one or more lines, without a line end at its end."""

    text: str
    space_before: bool = False
    """Whether there must be an empty line before it."""
    space_after: bool = False


class Style(Protocol):
    """How the parts of a transcript are written."""

    def rendered(self, message: models.Message) -> str:
        """The text of a message."""
        ...

    def uncut(self, entry: Entry) -> str:
        """The text of a message, of which `beginning` accepts a part."""
        ...

    def beginning(self, text: str) -> str:
        """A part of that text as the text of an entry."""
        ...

    def title(self, title: str) -> Block:
        """The title of the chat."""
        ...

    def remark(self, text: str) -> Block:
        """A line that is not by anybody: a pause, what was left out."""
        ...

    def day(self, text: str) -> Block:
        """The heading of a day."""
        ...

    def entry(self, entry: Entry) -> Block:
        """A message."""
        ...


class PlainStyle:
    """Plain text."""

    def rendered(self, message: models.Message) -> str:
        """The text of a message."""
        from .whole import as_plain

        return as_plain(message)

    def uncut(self, entry: Entry) -> str:
        """The text of a message."""
        return entry.text

    def beginning(self, text: str) -> str:
        """A part of that text."""
        return text

    def title(self, title: str) -> Block:
        """The title of the chat. One that looks like another line is quoted."""
        return Block(f'"{title}"' if _LIKE_A_LINE.match(title) else title)

    def remark(self, text: str) -> Block:
        """A line that is not by anybody."""
        return Block(f"({text})")

    def day(self, text: str) -> Block:
        """The heading of a day."""
        return Block(f"--- {text} ---", space_before=True)

    def entry(self, entry: Entry) -> Block:
        """A message."""
        first, *rest = entry.text.split("\n")
        who = f"{entry.name}{_edited(entry)}:" if entry.name else "*"
        lines = [f"{clock(entry.at)} {_id(entry)}{who} {first}".rstrip()]
        lines += [f"{_TEXT_INDENT}{line}".rstrip() for line in rest]
        return Block("\n".join([*lines, *(f"{_NOTE_INDENT}{note}" for note in entry.notes)]))


class MarkdownStyle:
    """CommonMark."""

    def rendered(self, message: models.Message) -> str:
        """The text of a message."""
        from .whole import as_markdown

        return as_markdown(message)

    def uncut(self, entry: Entry) -> str:
        """The plain text: in half of its Markdown, code and links would be open, and what follows be part of them."""
        from .whole import as_plain

        return entry.text if entry.message is None else as_plain(entry.message)

    def beginning(self, text: str) -> str:
        """A part of the plain text, escaped."""
        from .markdown_form import MarkdownForm
        from .tags import Markup

        return MarkdownForm.render(Markup([text], keeps_newlines=True))

    def title(self, title: str) -> Block:
        """The title of the chat."""
        return Block(f"## {heading_end(escaped(title))}", space_after=True)

    def remark(self, text: str) -> Block:
        """A line that is not by anybody."""
        return Block(f"*{escaped(text)}*", space_before=True, space_after=True)

    def day(self, text: str) -> Block:
        """The heading of a day."""
        return Block(f"### {text}", space_before=True, space_after=True)

    def entry(self, entry: Entry) -> Block:
        """A message."""
        head = f"{clock(entry.at)} {escaped(_id(entry))}"
        head = f"- **{head}{escaped(entry.name)}{_edited(entry)}:**" if entry.name else f"- {head.strip()} \\*"
        first, *rest = entry.text.split("\n")
        lines = [head, "", f"{_ITEM_INDENT}{first}"] if _BLOCK.match(first) else [f"{head} {first}"]
        lines += [f"{_ITEM_INDENT}{line}" if line.strip() else "" for line in rest]
        return Block("\n".join([*lines, *(f"{_ITEM_INDENT}* {escaped(note)}" for note in entry.notes)]))


def _edited(entry: Entry) -> str:
    return " (edited)" if entry.is_edited else ""


def _id(entry: Entry) -> str:
    return f"[{entry.id}] " if entry.id else ""
