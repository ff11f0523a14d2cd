"""The warning of each call of v0: once for each place that calls it, and each client, naming the call of today."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

GONE_IN = "2.0"
"""The release of this SDK that drops the shims."""


class Warned(Protocol):
    """A client that knows where it has warned."""

    @property
    def warned(self) -> set[tuple[str, str, int]]: ...


C = TypeVar("C", bound=Warned)
P = ParamSpec("P")
R = TypeVar("R")


def deprecated(instead: str) -> Callable[[Callable[Concatenate[C, P], R]], Callable[Concatenate[C, P], R]]:
    """Marks a call of v0, which `instead` has replaced.

    It warns when called, in blocking and async code alike: an async call is made where its coroutine is, before
    any loop runs it, so the warning names the line of the caller.
    """

    def mark(call: Callable[Concatenate[C, P], R]) -> Callable[Concatenate[C, P], R]:
        name = call.__name__
        text = (
            f"v0 call {name} is deprecated: use beeper.{instead} of beeper_sdk.Beeper. "
            f"beeper-sdk {GONE_IN} drops it; docs/migration.md"
        )

        @wraps(call)
        def warning(self: C, /, *args: P.args, **kwargs: P.kwargs) -> R:
            caller = sys._getframe(1)  # noqa: SLF001 - as `warnings` does, to know the place
            location = (name, caller.f_code.co_filename, caller.f_lineno)
            if location not in self.warned:
                warnings.warn(text, DeprecationWarning, stacklevel=2)
                self.warned.add(location)
            return call(self, *args, **kwargs)

        return warning

    return mark
