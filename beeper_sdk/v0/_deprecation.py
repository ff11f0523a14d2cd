"""Decorators of the v0 clients: for their calls the DeprecationWarning, once per client and calling line, which names
the replacement; for their constructors the signature of the current client's, so that it is written once."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from functools import update_wrapper, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

GONE_IN = "2.0"
"""The release of this SDK that removes the v0 clients."""


class Warned(Protocol):
    """A client that records where it has warned."""

    @property
    def warned(self) -> set[tuple[str, str, int]]: ...


C = TypeVar("C", bound=Warned)
P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")


def deprecated(instead: str) -> Callable[[Callable[Concatenate[C, P], R]], Callable[Concatenate[C, P], R]]:
    """Mark a call of v0 as deprecated. `instead` is its replacement.

    An async call warns when its coroutine is created, before an event loop runs it, so that the warning refers to the
    line of the caller.
    """

    def mark(call: Callable[Concatenate[C, P], R]) -> Callable[Concatenate[C, P], R]:
        name = call.__name__
        text = (
            f"v0 call {name} is deprecated; use beeper.{instead} of beeper_sdk.Beeper instead. "
            f"It will be removed in beeper-sdk {GONE_IN}; see docs/coming_from/v0.md"
        )

        @wraps(call)
        def warning(self: C, /, *args: P.args, **kwargs: P.kwargs) -> R:
            caller = sys._getframe(1)  # noqa: SLF001 - as `warnings` does, to find the caller
            location = (name, caller.f_code.co_filename, caller.f_lineno)
            if location not in self.warned:
                warnings.warn(text, DeprecationWarning, stacklevel=2)
                self.warned.add(location)
            return call(self, *args, **kwargs)

        return warning

    return mark


def same_arguments_as(
    original: Callable[Concatenate[Any, P], None],
) -> Callable[[Callable[Concatenate[S, P], None]], Callable[Concatenate[S, P], None]]:
    """Give a constructor the signature of `original`, for type checkers and `help`."""

    def mark(init: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
        update_wrapper(init, original, assigned=(), updated=())  # sets __wrapped__, which `inspect.signature` uses
        return init

    return mark
