"""Reproducible choices: the same seed and topic give the same draws on every Python and under every hash seed.

Only ``Random.random`` is promised to stay the same between Python versions, so everything is built on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A stream of choices of its own for one topic, so that adding to one topic leaves the others as they were."""

    def __init__(self, seed: int, topic: str) -> None:
        self._random = Random(f"{seed}/{topic}").random  # noqa: S311 - reproducible on purpose

    def part(self) -> float:
        """A number from 0 up to 1."""
        return self._random()

    def number(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._random() * (high - low + 1))

    def one(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[int(self._random() * len(items))]

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self._random() < share

    def word(self, length: int, letters: str = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789") -> str:
        """Letters and digits that look like a server's random id."""
        return "".join(self.one(letters) for _ in range(length))
