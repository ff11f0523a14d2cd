"""Changes of the world that happen between two requests: somebody joins, a message comes in, while a client works."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ..wire.requests import Call
from .world import World

Act: TypeAlias = Callable[[World], object]


@dataclass(slots=True)
class _Hook:
    operation: str
    act: Act
    left: int | None


class Hooks:
    """What is to happen before which requests."""

    def __init__(self) -> None:
        self._hooks: list[_Hook] = []
        self._lock = threading.Lock()

    def add(self, operation: str, act: Act, times: int | None) -> None:
        """Let something happen before the next requests of an operation; before all of them without a number."""
        if times is not None and times < 1:
            raise ValueError(f"times takes a number from 1, not {times}")
        with self._lock:
            self._hooks.append(_Hook(operation.replace(".", "_"), act, times))

    def run(self, call: Call, world: World) -> None:
        """Do what is to happen before a request."""
        with self._lock:
            due = [hook for hook in self._hooks if hook.operation == call.name]
            for hook in due:
                hook.left = None if hook.left is None else hook.left - 1
            self._hooks = [hook for hook in self._hooks if hook.left != 0]
        for hook in due:
            hook.act(world)
