"""How a test reads and changes the state of a server: on the server's event loop, between two requests."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from ..rules import due
from ..wire.errors import Refused
from ..wire.json_values import is_list, is_object
from ..world.rows.rows import Rows
from ..world.world import World as FullWorld

T = TypeVar("T")
_IMMUTABLE = {str, int, float, bool, type(None)}


def _copied(found: object) -> Any:
    """A deep copy. JSON, which nearly everything is, is copied faster than the library does it."""
    if is_object(found):
        return {key: _copied(value) for key, value in found.items()}
    if isinstance(found, Rows):
        return [_copied(row) for row in found.scan()]
    if is_list(found):
        return [_copied(value) for value in found]
    return found if type(found) in _IMMUTABLE else copy.deepcopy(found)


class RunOnLoop(Protocol):
    """Runs a function on the event loop of the server."""

    def __call__(self, function: Callable[[], T], /) -> T:
        """Run the function and return its result."""
        ...


class Loop:
    """The state of a server and the event loop that it is used on."""

    def __init__(self, world: Callable[[], FullWorld], run: RunOnLoop) -> None:
        # With types: `scripts/release` refuses public symbols whose type is only inferred.
        self.world: Callable[[], FullWorld] = world
        self.run: RunOnLoop = run

    def __call__(self, function: Callable[[FullWorld], T]) -> T:
        """Call a function with the state, and return a copy of its result.

        Raises:
            ValueError: There is no chat, account, user or message with a name, or the rules do not allow the change.
        """

        def copied(world: FullWorld) -> T:
            result: T = _copied(function(world))
            return result

        return self.uncopied(copied)

    def uncopied(self, function: Callable[[FullWorld], T]) -> T:
        """The same, for a function whose result nobody changes."""

        def unit() -> T:
            world = self.world()
            with world.memory.work():
                due.catch_up(world)
                try:
                    return function(world)
                finally:
                    world.journal.flush()

        try:
            return self.run(unit)
        except Refused as refused:
            if refused.status != 404:
                raise ValueError(refused.message) from None
            found = refused.message.removesuffix(" not found").lower()
            raise ValueError(f"there is no such {found} in the fake server") from None
