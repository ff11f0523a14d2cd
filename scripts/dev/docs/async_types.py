"""Which public methods must be awaited, and which objects are iterated over or entered asynchronously.

It reads the list of the public API, tests/project/surface.txt, so that pages can be converted without importing the
SDK.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

SURFACE = Path(__file__).resolve().parents[3] / "tests/project/surface.txt"
CALLABLE = re.compile(r"^(?P<path>[\w.]+)\(.*\) -> (?P<result>.+?)(?P<awaited>  \[async\])?$")
ATTRIBUTE = re.compile(r"^(?P<path>[\w.]+): (?P<result>.+)$")
CLIENTS = {"Beeper": "AsyncBeeper", "v0.Client": "v0.AsyncClient"}
ITERATED = re.compile(r"^(?:builtins\.)?AsyncIterator\[(.*)\]$")
ENTERED = re.compile(r"^(?:AsyncGenerator|AbstractAsyncContextManager)\[(\w+).*\]$")
ASYNC_CLASS = re.compile(r"^(?:\w+\.)*(Async\w+)(?:\[.*\])?$")


@dataclass(frozen=True)
class Value:
    """What is known of the value of an expression."""

    kind: str = ""
    """The path of an object in the surface: a client, a group of its operations or a class; empty for anything else."""
    awaited: bool = False
    """The expression is a call that must be awaited; `kind` is that of the result."""
    iterated: bool = False
    """It is iterated over with ``async for``."""
    entered: bool = False
    """It is entered with ``async with``; `kind` is that of what ``as`` gives."""


NOTHING = Value()


@dataclass(frozen=True)
class Surface:
    """The public API, by path."""

    members: dict[str, tuple[str, bool]] = field(default_factory=dict[str, tuple[str, bool]])
    """The annotation of the result of each path, and whether it must be awaited."""
    groups: set[str] = field(default_factory=set[str])
    """Everything that has members: ``AsyncBeeper.chats``, ``types.AsyncPager``."""

    @classmethod
    def read(cls, text: str | None = None) -> Surface:
        """Read the surface of this project, or of a text."""
        surface = cls()
        for line in (SURFACE.read_text(encoding="utf-8") if text is None else text).splitlines():
            if match := CALLABLE.match(line) or ATTRIBUTE.match(line):
                path = match["path"]
                surface.members.setdefault(path, (match["result"], bool(match.groupdict().get("awaited"))))
                for end in (found.start() for found in re.finditer(r"\.", path)):
                    surface.groups.add(path[:end])
        return surface

    def twin(self, name: str) -> str | None:
        """The name of the async class of a class: ``AsyncPager`` of ``Pager``."""
        names = (f"Async{name}", f"types.Async{name}")
        return f"Async{name}" if any(path in self.groups or path in self.members for path in names) else None

    def function(self, name: str) -> Value | None:
        """The value of a call of the async form of a function of `auth`; None if it has none."""
        found = self.members.get(f"auth.async_{name}")
        return found and Value(awaited=found[1])

    def attribute(self, owner: Value, name: str) -> Value:
        """The value of an attribute that is not called."""
        path = f"{owner.kind}.{name}"
        return Value(path) if owner.kind and path in self.groups else NOTHING

    def call(self, owner: Value, name: str) -> Value:
        """The value of the call of a method."""
        found = self.members.get(f"{owner.kind}.{name}") if owner.kind else None
        if found is None:
            return NOTHING
        annotation, awaited = found
        return self._result(owner.kind, annotation, awaited=awaited)

    def _result(self, owner: str, annotation: str, *, awaited: bool) -> Value:
        if annotation == "Self":
            return self.instance(owner)
        if ITERATED.match(annotation):
            return Value(awaited=awaited, iterated=True)
        if match := ENTERED.match(annotation):
            kind = owner if match[1] == "Self" else f"types.{match[1]}"
            return Value(kind, awaited=awaited, entered=True)
        if match := ASYNC_CLASS.match(annotation):
            value = self.instance(f"types.{match[1]}")
            return Value(value.kind, awaited, value.iterated, value.entered)
        return Value(awaited=awaited)

    @staticmethod
    def instance(kind: str) -> Value:
        """An object of an async class. Clients are entered; of the others, a page shows only what they can do."""
        return Value(kind, iterated=kind not in CLIENTS.values(), entered=True)
