"""Puts the marks of bold, italic and deleted text into a paragraph of Markdown, where CommonMark reads them as such.

`a**"b"**c` is shown with its asterisks: whether marks count depends on the characters around them. Marks that would not
count are left out, so that the text is the same.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

MARKS = {"strong": "**", "em": "_", "del": "~~"}
LINK = "["
"""The text of the piece that begins a link."""
_ROUNDS = 4
"""How often marks are left out before all are: each round is linear, and what is left out changes its neighbours."""
_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(slots=True)
class Piece:
    """A part of a paragraph: written text, a newline, or the start or end of a mark. Both ends have the same `pair`."""

    text: str
    pair: int = 0
    is_end: bool = False


def joined(pieces: list[Piece]) -> str:
    """The paragraph, with those marks that count."""
    parts: list[str] = []
    for piece in _counting(pieces):
        if piece.text == LINK and parts and parts[-1].endswith("!"):
            parts[-1] = f"{parts[-1][:-1]}\\!"  # a link after it would be a picture
        parts.append(piece.text)
    return "".join(parts)


def _counting(pieces: list[Piece]) -> list[Piece]:
    """Without the marks that do not count, also not beside what is left."""
    kept = _merged(pieces)
    for _ in range(_ROUNDS):
        good = {0, *_valid(kept)}
        if all(piece.pair in good for piece in kept):
            return kept
        kept = _merged([piece for piece in kept if piece.pair in good])
    return [piece for piece in kept if not piece.pair]


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Without marks of nothing, and with two of a kind side by side as one: `**a****b**` is not bold."""
    kept: list[Piece] = []
    renamed: dict[int, int] = {}
    for piece in pieces:
        if not piece.text:
            continue
        last = kept[-1] if kept else None
        pair = renamed.get(piece.pair, piece.pair)
        if last and pair and last.pair and last.text == piece.text and last.is_end != piece.is_end:
            kept.pop()
            if last.is_end:  # the end of the second is now the end of the first
                renamed[piece.pair] = last.pair
        else:
            kept.append(Piece(piece.text, pair, piece.is_end))
    return kept


def _valid(pieces: list[Piece]) -> set[int]:
    """The marks of which both ends count."""
    good: dict[int, int] = {}
    before, after = _neighbours(pieces), _neighbours(pieces[::-1], last=False)[::-1]
    for at, piece in enumerate(pieces):
        if not piece.pair:
            continue
        outside, inside = (after[at], before[at]) if piece.is_end else (before[at], after[at])
        beside = pieces[at - 1] if piece.is_end else pieces[at + 1] if at + 1 < len(pieces) else piece
        if _counts(piece.text, outside, inside, is_beside_mark=bool(beside.pair)):
            good[piece.pair] = good.get(piece.pair, 0) + 1
    return {pair for pair, ends in good.items() if ends == 2}


def _neighbours(pieces: list[Piece], *, last: bool = True) -> list[str]:
    """The last character of text before each piece; empty at the start."""
    found: list[str] = []
    character = ""
    for piece in pieces:
        found.append(character)
        if not piece.pair:
            character = piece.text[-1 if last else 0]
    return found


def _counts(mark: str, outside: str, inside: str, *, is_beside_mark: bool) -> bool:
    """Whether a mark counts between the character outside and the one inside of what it marks."""
    if not inside or inside.isspace():
        return False
    if not outside or outside.isspace() or _is_punctuation(outside):
        return True
    return mark != "_" and inside.isalnum() and not is_beside_mark


def _is_punctuation(character: str) -> bool:
    return character in _ASCII_PUNCTUATION or unicodedata.category(character).startswith("P")
