"""What all errors share: how they pickle, and where they say they are from."""

from __future__ import annotations

from typing import TypeVar

from .._core.util.override import override

E = TypeVar("E", bound="BeeperError")
_HERE = __name__.rpartition(".")[0]
_PUBLIC = _HERE


class BeeperError(Exception):
    """Anything this SDK raises of its own."""

    _in_memory_only: frozenset[str] = frozenset()
    """Attributes that hold data, and so are left out of pickles."""

    @override
    def __init_subclass__(cls) -> None:
        # Tracebacks and pickles name the place users import from; a subclass of theirs stays where it is.
        if cls.__module__.startswith(_HERE):
            cls.__module__ = _PUBLIC

    @override
    def __reduce__(self) -> tuple[object, ...]:
        cause = self.__cause__ if isinstance(self.__cause__, BeeperError) else None
        kept = {name: value for name, value in self.__dict__.items() if name not in self._in_memory_only}
        return _rebuild, (type(self), self.args, kept, cause)


def _rebuild(kind: type[E], args: tuple[object, ...], state: dict[str, object], cause: BeeperError | None) -> E:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    error.__cause__ = cause
    return error


BeeperError.__module__ = _PUBLIC
