"""Migrates the text of one file. No files, no output: text in, text and notes out."""

from __future__ import annotations

import io
import re
import tokenize
from collections import Counter

import libcst as cst
from attrs import frozen

from .context import Note, Work
from .rules import answers, clients, http, imports, methods, reminders

_MENTIONS = re.compile(r"beeper_desktop_api|\bbeeper_sdk\b|/v0\b")
_RULES = (imports, clients, methods, reminders, answers, http)


class NotPython(ValueError):
    """The text cannot be parsed. Its own text says where and why."""


class NotMigrated(Exception):
    """The new text would not be Python: a fault of the rules, and nothing is changed."""


@frozen
class Outcome:
    """What became of a text."""

    text: str
    changes: int
    notes: tuple[Note, ...]
    """In the order of the lines they name, which are those of the old text."""


def migrate(text: str) -> Outcome:
    """The text with today's names.

    Raises:
        NotPython: it cannot be parsed.
        NotMigrated: the new text could not be.
    """
    if not _MENTIONS.search(text):  # most files of most projects; parsing them would only take time
        return Outcome(text, 0, ())
    try:
        work = Work.of(text)
    except cst.ParserSyntaxError as error:
        raise NotPython(f"line {error.editor_line}: {error.message}") from None
    new = _written(work)
    notes = [*work.notes, *_lost_comments(text, new)]
    return Outcome(new, work.edits.count if new != text else 0, tuple(sorted(notes)))


def _written(work: Work) -> str:
    """The new text."""
    try:
        for rule in _RULES:
            rule.apply(work)
        if not work.edits.count:
            return work.source.text
        new = work.names.write(work.source.module.visit(work.edits)).code
        cst.parse_module(new)
    except (cst.CSTValidationError, cst.ParserSyntaxError):
        raise NotMigrated("left alone: what it would become is not Python. Please report it") from None
    return new


def _lost_comments(old: str, new: str) -> list[Note]:
    """Comments that had no place in the new code."""
    if old == new:
        return []
    kept = Counter(text for _, text in _comments(new))
    lost: list[Note] = []
    for line, text in _comments(old):
        if kept[text]:
            kept[text] -= 1
        else:
            lost.append(Note(line, f"this comment found no place in the new code: {text}"))
    return lost


def _comments(text: str) -> list[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [(each.start[0], each.string) for each in tokens if each.type == tokenize.COMMENT]
