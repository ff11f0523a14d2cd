"""Migrates the source of one file: source in, source and notes out. No I/O."""

from __future__ import annotations

import io
import tokenize
from collections import Counter
from collections.abc import Callable

import libcst as cst
from attrs import frozen

from .context import Note, Work
from .inferred_types import Kind
from .project import MENTIONS
from .rules import answers, clients, http, imports, methods, reminders

_RULES = (imports, clients, methods, reminders, answers, http)


class NotPython(ValueError):
    """The source cannot be parsed; the message says where and why."""


class NotMigrated(Exception):
    """The rewritten source would not be valid Python, which is a bug in the rules. Nothing is changed."""


@frozen
class Outcome:
    """The result of a migration."""

    text: str
    changes: int
    notes: tuple[Note, ...]
    """Sorted by line. Line numbers are those of the old source."""


def _nothing(_: str) -> None:
    return None


def migrate(text: str, shared: Callable[[str], Kind | None] | None = None) -> Outcome:
    """Rewrite source to the current API.

    Args:
        text: The source.
        shared: Finds clients that it imports from other files; if omitted, files that mention no SDK are not parsed.

    Raises:
        NotPython: The source cannot be parsed.
        NotMigrated: The rewritten source cannot be parsed.
    """
    if shared is None and not MENTIONS.search(text):  # true for most files of a project; parsing them is slow
        return Outcome(text, 0, ())
    try:
        work = Work.of(text, shared or _nothing)
    except cst.ParserSyntaxError as error:
        raise NotPython(f"line {error.editor_line}: {error.message}") from None
    new = _written(work)
    notes = [*work.notes, *_lost_comments(text, new)]
    return Outcome(new, work.edits.count if new != text else 0, tuple(sorted(notes)))


def _written(work: Work) -> str:
    """The rewritten source."""
    try:
        for rule in _RULES:
            rule.apply(work)
        if not work.edits.count:
            return work.source.text
        new = work.names.write(work.source.module.visit(work.edits)).code
        cst.parse_module(new)
    except (cst.CSTValidationError, cst.ParserSyntaxError):
        raise NotMigrated("not changed: the rewritten code would not be valid Python; please report this bug") from None
    return new


def _lost_comments(old: str, new: str) -> list[Note]:
    """Notes for comments that are missing from the new source."""
    if old == new:
        return []
    kept = Counter(text for _, text in _comments(new))
    lost: list[Note] = []
    for line, text in _comments(old):
        if kept[text]:
            kept[text] -= 1
        else:
            lost.append(Note(line, f"this comment could not be kept: {text}"))
    return lost


def _comments(text: str) -> list[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]
