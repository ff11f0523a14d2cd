"""Prints the steps of the tours: a title, the code of the step, what the code prints, and how many requests it made."""

from __future__ import annotations

import ast
import inspect
import textwrap
from contextlib import contextmanager
from typing import TYPE_CHECKING

from beeper_sdk import render

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sized

    from beeper_sdk import models

WIDTH = 60


class Screen:
    """Numbers and prints steps. It counts requests if the server is a FakeBeeper, which records them."""

    def __init__(self, requests: Sized | None = None) -> None:
        self._requests = requests
        self._steps = 0

    @contextmanager
    def step(self, function: Callable[..., object]) -> Generator[None]:
        """Print the title and the code of a step; call the step inside the block."""
        self._steps += 1
        print(f"\n{self._steps}. {inspect.getdoc(function)}\n")
        for line in code_of(function):
            print(f"  | {line}".rstrip())
        print(flush=True)
        before = self._count()
        yield
        made = self._count() - before
        if self._requests is not None:
            print(f"({made} request{'s' * (made != 1)})", flush=True)

    def _count(self) -> int:
        return len(self._requests) if self._requests is not None else 0


def code_of(function: Callable[..., object]) -> list[str]:
    """The lines of a function's body, without its docstring and a `return` at its end."""
    source = textwrap.dedent(inspect.getsource(function))
    (definition,) = ast.parse(source).body
    assert isinstance(definition, ast.FunctionDef | ast.AsyncFunctionDef)
    statements = definition.body[1:]
    if isinstance(statements[-1], ast.Return):
        statements.pop()
    lines = source.splitlines()[statements[0].lineno - 1 : statements[-1].end_lineno]
    return textwrap.dedent("\n".join(lines)).splitlines()


def one_line(message: models.Message) -> str:
    """What a message says, as one short line."""
    text = " ".join(render.plain(message).split())
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"
