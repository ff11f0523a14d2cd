"""The states of a fake server that were kept under names, to go back to."""

from __future__ import annotations

from dataclasses import replace

from .._core.util.validation import check_text, similar_names
from .wire.json_values import Json
from .world.start import StoredStart, Users
from .world.world import World
from .worlds.script import start_from


class States:
    """The states by name."""

    def __init__(self) -> None:
        self._states: dict[str, StoredStart] = {}

    def put(self, name: str, state: StoredStart) -> None:
        """Keep a state, after all others."""
        self._states.pop(name, None)
        self._states[name] = state

    def find(self, name: str) -> StoredStart:
        """The state with a name. Raises ValueError, TypeError."""
        state = self._states.get(check_text("state", name))
        if state is None:
            raise self._unknown(name)
        return state

    def forget(self, name: str) -> None:
        """Remove a state. Raises ValueError, TypeError."""
        if self._states.pop(check_text("name", name), None) is None:
            raise self._unknown(name)

    def names(self) -> list[str]:
        """The names, oldest first."""
        return list(self._states)

    def _unknown(self, name: str) -> ValueError:
        known = f"the states are {', '.join(map(repr, self._states))}" if self._states else "none is kept"
        hint = similar_names(name, self._states, known)
        return ValueError(f"there is no state {name!r}; {hint}")


def check_name(name: str) -> None:
    """Check the name of a state. Raises ValueError, TypeError."""
    if not check_text("name", name).strip():
        raise ValueError("name must not be blank")


def state_of(world: World) -> StoredStart:
    """The state of a world, which shares nothing with it that either changes. Like a saved world, it is from elsewhere:
    what happens in it is later than what is in it."""
    start = start_from(world)
    apart = replace(start, contacts=_apart(start.contacts), strangers=_apart(start.strangers), media=start.media.copy())
    return StoredStart(replace(apart, saved=True))


def _apart(users: Users) -> dict[str, list[Json]]:
    return {account_id: [user.copy() for user in of_account] for account_id, of_account in users.items()}
