"""How a JSON object of one version becomes that of another: by field, with everything accounted for.

What the other version has no place for is not dropped but listed by its place in the original.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from ...generated import base

Wire: TypeAlias = dict[str, Any] | base.Model
"""A JSON object, or a model that holds one."""
Inner: TypeAlias = Callable[[Any, str, dict[str, Any]], Any]
"""Converts the value at a place, and lists what is lost."""


class Converted(NamedTuple):
    """A JSON object of the other version, and what it cannot say."""

    value: dict[str, Any]
    lost: dict[str, Any]
    """By its place in the original, such as ``participants.items[0].isAdmin``. Empty when nothing was lost."""


class Shape:
    """What changes between two versions of one object. Fields that neither version knows are kept as they are."""

    def __init__(self, *, gone: tuple[str, ...] = (), empty: tuple[str, ...] = (), **inner: Inner) -> None:
        self.gone = frozenset(gone)
        """Fields the other version does not have."""
        self.empty = empty
        """Texts the other version requires, and this one may leave out: they become ``""``."""
        self.inner = inner

    def __call__(self, value: Any, at: str, lost: dict[str, Any]) -> Any:
        """The object of the other version; what is no object stays as it is."""
        if not base.is_object(value):
            return value
        result: dict[str, Any] = {}
        for name, field in value.items():
            path = f"{at}.{name}" if at else name
            if name in self.gone:
                lost[path] = field
            elif name in self.empty and field is None:
                lost[path] = None
            else:
                change = self.inner.get(name)
                result[name] = field if change is None else change(field, path, lost)
        for name in self.empty:
            result.setdefault(name, "")
        return result


def for_each_item(change: Inner) -> Inner:
    """The same for every item of a list."""

    def convert(value: Any, at: str, lost: dict[str, Any]) -> Any:
        if not base.is_list(value):
            return value
        return [change(item, f"{at}[{index}]", lost) for index, item in enumerate(value)]

    return convert


def by_key(change: Inner) -> Inner:
    """The same for every value of an object whose keys are ids."""

    def convert(value: Any, at: str, lost: dict[str, Any]) -> Any:
        if not base.is_object(value):
            return value
        return {key: change(item, f"{at}[{key!r}]", lost) for key, item in value.items()}

    return convert


def key_text(value: Any, _at: str, _lost: dict[str, Any]) -> Any:
    """A sort key as text: v0 has numbers too."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if whole else str(value)


def converted(change: Inner, data: Wire) -> Converted:
    """One object by one rule. What is no object is lost as a whole, at the place ``$``."""
    lost: dict[str, Any] = {}
    value = change(plain(data), "", lost)
    return Converted(value, lost) if base.is_object(value) else Converted({}, {"$": value})


def plain(data: Wire | object) -> Any:
    """The JSON object; of a model, the one it was read from. What is neither stays as it is."""
    if isinstance(data, base.Model):
        return data.to_dict()
    return {**data} if base.is_object(data) else data
