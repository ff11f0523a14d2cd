"""What pytest shows of models that are not equal: how their JSON differs. The reprs of two chats can be the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from .._core.generated import base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Compare = Callable[[Any, Any], list[list[str]]]
    """Explains why two values without models are not equal: in no, one or several ways."""


def explanation(left: object, right: object, compare: Compare) -> list[str] | None:
    """The lines that explain why two models are not equal, or two lists, tuples or dicts with models.

    None if pytest explains them: they are no models, or one has more items.
    """
    try:
        return _explained(left, right, compare)
    except Exception:  # noqa: BLE001 - objects of others, which may not be comparable; pytest shows them
        return None


def _explained(left: object, right: object, compare: Compare) -> list[str] | None:
    if isinstance(left, base.Model):
        return _of_models(left, right, compare) if isinstance(right, base.Model) else None
    for place, one, other in _pairs(left, right):
        if one is not other and one != other:
            lines = _explained(one, other, compare)
            return lines and [f"{lines[0]} at {place}", *lines[1:]]
    return None


def _of_models(left: base.Model, right: base.Model, compare: Compare) -> list[str]:
    start = f"{_line(left)} == {_line(right)}"
    if type(left) is not type(right):
        return [start, "", "Models of different classes are not equal; their to_dict() may be."]
    found = [lines for lines in compare(left.to_dict(), right.to_dict()) if lines]
    details = [line for line in found[0][1:] if line] if found else []
    return [start, "", "How their to_dict() differ:", *details]


def _pairs(left: object, right: object) -> Iterator[tuple[str, object, object]]:
    """What has the same place in both."""
    if base.is_object(left) and base.is_object(right):
        yield from ((f"key {key!r}", item, right[key]) for key, item in left.items() if key in right)
    elif _is_sequence(left) and _is_sequence(right):
        pairs = zip(left, right, strict=False)
        yield from ((f"index {number}", one, other) for number, (one, other) in enumerate(pairs))


def _is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, (list, tuple))


def _line(model: base.Model) -> str:
    return repr(model).replace("\n", ",")
