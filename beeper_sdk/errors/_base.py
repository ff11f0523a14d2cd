"""The base class of all errors: pickling without private data, and the module name that tracebacks show."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .._core.util.override import override

if TYPE_CHECKING:
    from .._core.generated import models

E = TypeVar("E", bound="BeeperError")
_HERE = __name__.rpartition(".")[0]
_PUBLIC = _HERE


class BeeperError(Exception):
    """Base class of all exceptions of this SDK."""

    _in_memory_only: frozenset[str] = frozenset()
    """Attributes that hold private data: excluded from pickles."""
    upload: models.AssetUploadResult | None = None
    """The file that ``messages.send`` had uploaded before this error, to be passed as ``attachment``; None if there is
    none. In memory only."""

    @override
    def __init_subclass__(cls) -> None:
        # Tracebacks and pickles name beeper_sdk.errors, where users import from, not the private module.
        # Subclasses that users define keep their own module.
        if cls.__module__.startswith(_HERE):
            cls.__module__ = _PUBLIC

    @override
    def __reduce__(self) -> tuple[object, ...]:
        # Pickle drops __cause__ by itself. Causes of other classes stay out: they may hold the request with its token.
        cause = self.__cause__ if isinstance(self.__cause__, BeeperError) else None
        hidden = {"upload", *self._in_memory_only}
        kept = {name: value for name, value in self.__dict__.items() if name not in hidden}
        return _rebuild, (type(self), self.args, kept, cause)


def _rebuild(kind: type[E], args: tuple[object, ...], state: dict[str, object], cause: BeeperError | None) -> E:
    # Not kind(*args): the constructors of subclasses have other parameters than `args`, which holds the text only.
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    error.__cause__ = cause
    return error


BeeperError.__module__ = _PUBLIC
