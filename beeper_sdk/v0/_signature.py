"""A constructor with the arguments of another one, which it passes on: they are written once."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

S = TypeVar("S")
P = ParamSpec("P")


def same_arguments_as(
    original: Callable[Concatenate[Any, P], None],
) -> Callable[[Callable[Concatenate[S, P], None]], Callable[Concatenate[S, P], None]]:
    """Give a constructor that accepts anything the signature of `original`, for type checkers and `help` alike."""

    def mark(init: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
        update_wrapper(init, original, assigned=(), updated=())  # sets what `inspect.signature` follows
        return init

    return mark
