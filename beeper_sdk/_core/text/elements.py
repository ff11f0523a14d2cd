"""Repairs the nesting of tags: what follows sees every start tag closed, in order, and never too deep."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .tags import BLOCKS, VOID, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .tags import Token

MAX_DEPTH = 100
"""Deeper elements lose their tags, not their text."""
_ENDED_BY_NEXT = {
    "li": frozenset({"li"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
}
_ENDS_PARAGRAPH = BLOCKS - {"br"}
_PARAGRAPH = frozenset({"p"})
_NOT_IN_ITSELF = frozenset({"a", "code", "pre", "table", "mx-reply"})


def balanced(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with missing end tags added, and end tags of nothing left out. Fallbacks of replies are left out.

    Each token is pushed and popped at most once, so the time grows with their number.
    """
    nesting = _Nesting()
    for token in _without_fallback(tokens):
        if isinstance(token, str):
            yield token
        elif token.is_end:
            yield from nesting.close(token.name)
        else:
            yield from nesting.open(token)
    yield from nesting.close_all()


def _without_fallback(tokens: Sequence[Token]) -> Iterator[Token]:
    """What is outside `<mx-reply>`. One that is not closed hides nothing."""
    last = max((at for at, token in enumerate(tokens) if _is_fallback(token, is_end=True)), default=-1)
    depth = 0
    for at, token in enumerate(tokens):
        if _is_fallback(token, is_end=False):
            depth += at < last
        elif _is_fallback(token, is_end=True):
            depth = max(0, depth - 1) if at < last else 0
        elif not depth:
            yield token


def _is_fallback(token: Token, *, is_end: bool) -> bool:
    return isinstance(token, Tag) and token.name == "mx-reply" and token.is_end is is_end


class _Nesting:
    """The open elements. One is either shown, or only counted: too deep, or inside another of its kind."""

    def __init__(self) -> None:
        self._stack: list[tuple[str, bool]] = []
        self._count: Counter[str] = Counter()
        self._shown = 0

    def open(self, tag: Tag) -> Iterator[Token]:
        name = tag.name
        ended = _ENDED_BY_NEXT.get(name, _PARAGRAPH if name in _ENDS_PARAGRAPH else frozenset())
        while self._stack and self._stack[-1][0] in ended:
            yield from self._pop()
        if name in VOID:
            yield tag
            return
        is_shown = self._shown < MAX_DEPTH and not (name in _NOT_IN_ITSELF and self._count[name])
        self._stack.append((name, is_shown))
        self._count[name] += 1
        self._shown += is_shown
        if is_shown:
            yield tag

    def close(self, name: str) -> Iterator[Token]:
        if self._count[name]:
            while self._stack[-1][0] != name:
                yield from self._pop()
            yield from self._pop()

    def close_all(self) -> Iterator[Token]:
        while self._stack:
            yield from self._pop()

    def _pop(self) -> Iterator[Token]:
        name, is_shown = self._stack.pop()
        self._count[name] -= 1
        self._shown -= is_shown
        if is_shown:
            yield Tag(name, is_end=True, attributes={})
