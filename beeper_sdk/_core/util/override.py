"""`override` for the Pythons whose `typing` lacks it, without a run-time dependency."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

__all__ = ["override", "with_parameters_of"]

R = TypeVar("R")
Parameters = ParamSpec("Parameters")

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import override
else:

    def override(method: object) -> object:
        """Mark a method that overrides one of its base class. Only type checkers use this."""
        return method


def with_parameters_of(
    method: Callable[Concatenate[Any, Parameters], object],
) -> Callable[[Callable[..., R]], Callable[Concatenate[Any, Parameters], R]]:
    """Give a method the parameters and docstring of a generated method, but another result type."""

    def dressed(function: Callable[..., R]) -> Callable[Concatenate[Any, Parameters], R]:
        return wraps(method)(function)

    return dressed
