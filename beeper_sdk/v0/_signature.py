"""Gives a constructor the signature of another one to which it passes its arguments, so that it is written once."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

S = TypeVar("S")
P = ParamSpec("P")


def same_arguments_as(
    original: Callable[Concatenate[Any, P], None],
) -> Callable[[Callable[Concatenate[S, P], None]], Callable[Concatenate[S, P], None]]:
    """Give a constructor the signature of `original`, for type checkers and `help`."""

    def mark(init: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
        update_wrapper(init, original, assigned=(), updated=())  # sets __wrapped__, which `inspect.signature` uses
        return init

    return mark
