"""The text of a transcript: a heading, then the messages under the days on which they were sent. No I/O.

What is shown of a message is decided elsewhere: this module puts messages in order and keeps to a length.
"""

from __future__ import annotations

from datetime import UTC, timedelta, tzinfo
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import evolve, frozen

from ..util.validation import check_count, check_kind, check_text
from .transcript_styles import MarkdownStyle, PlainStyle
from .transcript_times import day, pause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from .transcript_styles import Block, Entry, Style

TranscriptFormat: TypeAlias = Literal["text", "markdown"]
"""How a transcript is written."""
LEAST_CHARS = 200
_FORMATS: dict[str, type[PlainStyle | MarkdownStyle]] = {"text": PlainStyle, "markdown": MarkdownStyle}
_CUT = "…"


@frozen(repr=False)
class TranscriptOptions:
    """How a transcript is written."""

    style: Style
    gaps: timedelta | None
    max_chars: int | None
    ids: bool
    zone: tzinfo | None


def transcript_options(
    *,
    ids: bool,
    gaps: timedelta | None,
    format: TranscriptFormat,  # noqa: A002
    max_chars: int | None,
    tz: tzinfo | None,
) -> TranscriptOptions:
    """The options of these arguments. Raises TypeError, ValueError."""
    check_kind("ids", ids, bool, "True or False")
    check_kind("tz", tz, tzinfo | None, "a tzinfo or None")
    check_kind("gaps", gaps, timedelta | None, "a timedelta or None")
    if gaps is not None and gaps <= timedelta(0):
        raise ValueError("gaps must be greater than 0, or None for none")
    if check_text("format", format) not in _FORMATS:
        raise ValueError("format must be 'text' or 'markdown'")
    if max_chars is not None:
        check_count("max_chars", max_chars, LEAST_CHARS)
    return TranscriptOptions(_FORMATS[format](), gaps, max_chars, ids, tz)


class Transcript:
    """A transcript, of which the newest messages are kept if there is a limit.

    Args:
        title: The title of the chat.
        own_name: The name under which the user's own messages are shown; None if there are none.
        entries: The messages, oldest first.
        options: How to write it.
    """

    def __init__(self, title: str, own_name: str | None, entries: Sequence[Entry], options: TranscriptOptions) -> None:
        self._title, self._own_name = title, own_name
        self._entries, self._options = entries, options
        self._written = [options.style.entry(entry) for entry in entries]

    def text(self) -> str:
        """The whole text."""
        limit, whole = self._options.max_chars, self._from(0)
        if limit is None or len(whole) <= limit:
            return whole
        first = self._first_that_fits(limit)
        return self._from(first) if first < len(self._entries) else self._last_one(limit)

    def _first_that_fits(self, limit: int) -> int:
        """The number of the oldest message from which on all fit; the number of messages if the last one does not."""
        low, high = 0, len(self._entries)
        while low < high:
            middle = (low + high) // 2
            if len(self._from(middle)) <= limit:
                high = middle
            else:
                low = middle + 1
        return low

    def _last_one(self, limit: int) -> str:
        """The last message alone, cut so that it fits; or, if even its heading is longer, as much as fits."""
        if not self._entries:
            return _cut(self._from(0), limit - 1)
        last, style, first = self._entries[-1], self._options.style, len(self._entries) - 1
        uncut, nothing = style.uncut(last), ""
        for kept in (last, evolve(last, notes=())):
            nothing = self._from(first, evolve(kept, text=_CUT))
            rest = limit - len(nothing)
            # Its further lines are indented: a few of its characters may take more than one.
            for size in range(rest, 0, -max(1, rest // 50)):
                text = self._from(first, evolve(kept, text=style.beginning(_cut(uncut, size))))
                if len(text) <= limit:
                    return text
        return nothing if len(nothing) <= limit else _cut(nothing, limit - 1)

    def _from(self, first: int, only: Entry | None = None) -> str:
        """The text from this message on; or with `only` in place of the last one."""
        style, blocks = self._options.style, self._heading(first)
        shown_day: date | None = None
        before: datetime | None = None
        for entry, written in zip(self._entries[first:], self._written[first:], strict=True):
            if entry.at is not None:
                blocks += self._pause(before, entry.at)
                if entry.at.date() != shown_day:
                    shown_day = entry.at.date()
                    blocks.append(style.day(day(shown_day)))
                before = entry.at
            blocks.append(written if only is None else style.entry(only))
        return "".join(_joined(blocks))

    def _heading(self, left_out: int) -> list[Block]:
        style = self._options.style
        blocks = [style.title(self._title)]
        if self._own_name is not None:
            blocks.append(style.remark(f"your own messages are those of {self._own_name}"))
        if left_out:
            blocks.append(style.remark(f"{left_out} earlier message{'' if left_out == 1 else 's'} left out"))
        if not self._entries:
            blocks.append(style.remark("no messages"))
        return blocks

    def _pause(self, before: datetime | None, after: datetime) -> list[Block]:
        gaps = self._options.gaps
        if gaps is None or before is None:
            return []
        length = after.astimezone(UTC) - before.astimezone(UTC)  # elapsed time, also when clocks were moved
        return [self._options.style.remark(pause(length))] if length >= gaps else []


def _joined(blocks: Sequence[Block]) -> Iterator[str]:
    for index, block in enumerate(blocks):
        if index:
            yield "\n\n" if block.space_before or blocks[index - 1].space_after else "\n"
        yield block.text


def _cut(text: str, size: int) -> str:
    """The beginning of a text. A backslash at its end would escape what follows."""
    return f"{text[:size].rstrip().rstrip(chr(92))}{_CUT}"
