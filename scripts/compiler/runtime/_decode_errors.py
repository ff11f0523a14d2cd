"""Finds where an answer departs from its model. Runs only after decoding failed, and in strict mode.

Structural faults (a missing key, the wrong container) are reported before scalar ones: a wrong scalar is
harmless to the fast decoder, so it is rarely the reason for the failure.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from ._annotations import evaluate, hints_of, is_model, members
from ._model import DecodeError, Model, UnknownVariant, is_list, is_object
from ._times import parse_time
from ._variants import by_flag, kind_of, variant_by_key, variant_by_kind


class Fault(NamedTuple):
    """A departure: where, what, and whether the fast decoder stumbles over it."""

    path: str
    problem: str
    structural: bool


def explain(load: Callable[[Any], Any], data: Any, error: Exception) -> DecodeError:
    """The DecodeError for an answer that could not be read."""
    found = first_fault(load, data)
    return found if found is not None else DecodeError("$", f"could not be read ({type(error).__name__})")


def first_fault(load: Callable[[Any], Any], data: Any) -> DecodeError | None:
    """The first structural fault, else the first scalar one, else None."""
    faults = list(walk(_hint_of(load), data, "$"))
    chosen = next((fault for fault in faults if fault.structural), faults[0] if faults else None)
    return None if chosen is None else DecodeError(chosen.path, chosen.problem)


def _hint_of(load: Callable[[Any], Any]) -> object:
    owner = getattr(load, "__self__", None)  # Chat.from_dict knows its class
    return owner if owner is not None else evaluate(load.__annotations__["return"])


def walk(hint: object, value: object, path: str) -> Iterator[Fault]:
    """Every departure of a value from a type, depth first."""
    choices = members(hint)
    if len(choices) > 1:
        yield from _walk_union(choices, value, path)
    elif is_model(hint):
        yield from _walk_model(hint, value, path)
    elif typing.get_origin(hint) is list:
        yield from _walk_list(typing.get_args(hint)[0], value, path)
    elif typing.get_origin(hint) is dict:
        yield from _walk_dict(typing.get_args(hint)[1], value, path)
    elif hint is datetime or hint is date:
        yield from _walk_time(value, path)
    elif not is_scalar(hint, value):
        yield Fault(path, f"expected {names_of(choices)}, found {_kind(value)}", False)


def _walk_union(choices: tuple[object, ...], value: object, path: str) -> Iterator[Fault]:
    if value is None and type(None) in choices:
        return
    models = [one for one in choices if is_model(one) and one is not UnknownVariant]
    if len(models) > 1:
        yield from _walk_variants(models, value, path)
        return
    tried = [list(walk(choice, value, path)) for choice in choices if choice is not type(None)]
    if not all(tried):
        return
    furthest = max(tried, key=lambda faults: len(faults[0].path))  # that choice is the one that was meant
    if len(furthest[0].path) > len(path):
        yield from furthest
    else:
        structural = any(faults[0].structural for faults in tried)
        yield Fault(path, f"expected {names_of(choices)}, found {_kind(value)}", structural)


def _walk_variants(models: list[type[Model]], value: object, path: str) -> Iterator[Fault]:
    """The departures from the variant that is meant; one that this version does not know has none."""
    if not is_object(value):
        yield Fault(path, f"expected an object, found {_kind(value)}", True)
        return
    kind = kind_of(models)
    if kind is not None and kind not in value:
        yield Fault(f"{path}.{kind}", "missing", True)
        return
    model = variant_by_kind(models, kind, value[kind]) if kind is not None else variant_by_key(models, value)
    if model is not None:
        yield from _walk_model(model, value, path)
    elif kind is not None and by_flag(models, kind):
        yield Fault(f"{path}.{kind}", f"expected bool, found {_kind(value[kind])}", True)


def _walk_model(model: type[Model], value: object, path: str) -> Iterator[Fault]:
    if not is_object(value):
        yield Fault(path, f"expected an object, found {_kind(value)}", True)
        return
    if model is UnknownVariant:
        return
    hints = hints_of(model)
    for key, name in model.WIRE.items():
        if key not in value:
            if key in model.REQUIRED:
                yield Fault(f"{path}.{key}", "missing", True)
        elif value[key] is not None or key in model.REQUIRED:  # a null where a value is optional says "absent"
            yield from walk(hints[name], value[key], f"{path}.{key}")


def _walk_list(inner: object, value: object, path: str) -> Iterator[Fault]:
    if not is_list(value):
        yield Fault(path, f"expected a list, found {_kind(value)}", True)
        return
    for place, item in enumerate(value):
        yield from walk(inner, item, f"{path}[{place}]")


def _walk_dict(inner: object, value: object, path: str) -> Iterator[Fault]:
    if not is_object(value):
        yield Fault(path, f"expected an object, found {_kind(value)}", True)
        return
    for place, item in enumerate(value.values()):  # keys may be personal data: shown by position
        yield from walk(inner, item, f"{path}.*[{place}]")


def _walk_time(value: object, path: str) -> Iterator[Fault]:
    try:
        if not isinstance(value, str):
            raise TypeError
        parse_time(value)
    except (TypeError, ValueError):
        yield Fault(path, f"expected a timestamp, found {_kind(value)}", True)


def is_scalar(hint: object, value: object) -> bool:
    if hint is Any:
        return True
    if typing.get_origin(hint) is typing.Literal:
        return any(type(value) is type(each) for each in typing.get_args(hint))
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(hint, type) and isinstance(value, hint)


def names_of(choices: tuple[object, ...]) -> str:
    return " or ".join(dict.fromkeys(name_of(choice) for choice in choices if choice is not type(None)))


def name_of(hint: object) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return type(typing.get_args(hint)[0]).__name__
    if is_model(hint):
        return "an object"
    names: dict[object, str] = {datetime: "a timestamp", dict: "an object", list: "a list", float: "a number"}
    origin = typing.get_origin(hint) or hint
    return names.get(origin, getattr(origin, "__name__", "another type"))


def _kind(value: object) -> str:
    return "null" if value is None else "an object" if is_object(value) else type(value).__name__
