"""The states of a fake server that were kept under names, to go back to."""

from __future__ import annotations

from .._core.util.validation import check_text, similar_names
from .world.start import StoredStart


class States:
    """Saved worlds by name. Each is read when it is first used, and then copied at each use."""

    def __init__(self) -> None:
        self._states: dict[str, bytes | StoredStart] = {}

    def check(self, name: str) -> str:
        """Check a name. Raises ValueError, TypeError."""
        if not check_text("name", name).strip():
            raise ValueError("name must not be blank")
        return name

    def put(self, name: str, saved: bytes) -> None:
        """Keep a state, after all others."""
        self._states.pop(name, None)
        self._states[name] = saved

    def start(self, name: str) -> StoredStart:
        """The start of servers that begin with a state. Raises ValueError, TypeError."""
        state = self._states.get(check_text("state", name))
        if state is None:
            raise self._unknown(name)
        if isinstance(state, bytes):
            from .worlds.saving import read

            state = StoredStart(read(state, "the state"))
            if name in self._states:
                self._states[name] = state
        return state

    def forget(self, name: str) -> None:
        """Remove a state. Raises ValueError, TypeError."""
        if self._states.pop(check_text("name", name), None) is None:
            raise self._unknown(name)

    def names(self) -> list[str]:
        """The names, oldest first."""
        return list(self._states)

    def _unknown(self, name: str) -> ValueError:
        hint = similar_names(name, self._states, f"the states are {', '.join(map(repr, self._states)) or 'none'}")
        return ValueError(f"there is no state {name!r}; {hint}")
