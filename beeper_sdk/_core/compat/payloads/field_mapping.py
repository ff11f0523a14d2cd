"""Converts a JSON object of one API version to another, field by field.

Fields that the other version does not have are not dropped silently: they are listed by their path in the original.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from ...generated import base

Wire: TypeAlias = dict[str, Any] | base.Model
"""A JSON object, or a model that holds one."""
Inner: TypeAlias = Callable[[Any, str, dict[str, Any]], Any]
"""Converts a value at a path, and adds what is lost to a dict."""


class Converted(NamedTuple):
    """A JSON object of the other version, and the fields that it cannot represent."""

    value: dict[str, Any]
    """The object of the other version, as JSON."""
    lost: dict[str, Any]
    """By path in the original, such as ``participants.items[0].isAdmin``. Empty if nothing was lost."""


class Shape:
    """The differences between two versions of an object. Unknown fields are kept."""

    def __init__(self, *, gone: tuple[str, ...] = (), empty: tuple[str, ...] = (), **inner: Inner) -> None:
        self.gone = frozenset(gone)
        """Fields that the other version does not have."""
        self.empty: tuple[str, ...] = empty
        """Strings that the other version requires and this version may omit: they become ``""``."""
        self.inner = inner

    def __call__(self, value: Any, at: str, lost: dict[str, Any]) -> Any:
        """The object of the other version. A value that is not an object is not changed."""
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
    """Applies a conversion to every item of a list."""

    def convert(value: Any, at: str, lost: dict[str, Any]) -> Any:
        if not base.is_list(value):
            return value
        return [change(item, f"{at}[{index}]", lost) for index, item in enumerate(value)]

    return convert


def by_key(change: Inner) -> Inner:
    """Applies a conversion to every value of an object whose keys are IDs."""

    def convert(value: Any, at: str, lost: dict[str, Any]) -> Any:
        if not base.is_object(value):
            return value
        return {key: change(item, f"{at}[{key!r}]", lost) for key, item in value.items()}

    return convert


def key_text(value: Any, _at: str, _lost: dict[str, Any]) -> Any:
    """A sort key as a string. In v0 it may be a number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if whole else str(value)


def converted(change: Inner, data: Wire) -> Converted:
    """Converts one object. A value that is not an object is lost as a whole, with the path ``$``."""
    lost: dict[str, Any] = {}
    value = change(plain(data), "", lost)
    return Converted(value, lost) if base.is_object(value) else Converted({}, {"$": value})


def plain(data: Wire | object) -> Any:
    """The JSON object, or that of a model. Any other value is returned as it is."""
    if isinstance(data, base.Model):
        return data.to_dict()
    return {**data} if base.is_object(data) else data
