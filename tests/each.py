"""One test for a whole table: pytest spends more time on a test of its own for each row than such rows take."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, TypeGuard

import pytest

Check: TypeAlias = Callable[..., None]


def _is_row(case: object) -> TypeGuard[tuple[Any, ...]]:
    return type(case) is tuple  # a named tuple is one argument


def each_of(cases: Iterable[Any]) -> Callable[[Check], Callable[[], None]]:
    """Runs a test for every case. A case is its only argument, or a tuple of its arguments. All that fail are shown.

    For tests that need no fixtures and leave nothing behind. What has to be run or seen alone is better parametrized.
    """
    argument_lists: list[tuple[Any, ...]] = [case if _is_row(case) else (case,) for case in cases]

    def decorate(check: Check) -> Callable[[], None]:
        @functools.wraps(check)
        def test() -> None:
            failures: list[BaseException] = []
            for arguments in argument_lists:
                try:
                    check(*arguments)
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - each is shown, with its case
                    error.add_note(f"case: {', '.join(map(str, arguments))}")
                    failures.append(error)
            if len(failures) == 1:
                raise failures[0]
            if failures:
                raise BaseExceptionGroup(f"{len(failures)} of {len(argument_lists)} cases", failures)
            assert argument_lists, "a test of no case at all"

        del test.__wrapped__  # pytest would ask for fixtures of the arguments' names
        return test

    return decorate
