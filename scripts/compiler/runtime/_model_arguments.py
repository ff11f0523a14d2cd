"""Models as arguments, and mappings with the attribute names of a model, nested ones included."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, TypeGuard, TypeVar, get_args, get_origin

from ._annotations import argument_names_of, hints_of, inner_hints, is_model, is_scalar, members
from ._arguments import choice, is_mapping, number
from ._model import Model, converters_of, required_fields
from ._times import is_when, when

M = TypeVar("M", bound=Model)
_MAX_SHOWN_NAME = 30


def model_json(model: type[M], argument: str, value: M | Mapping[str, object]) -> dict[str, Any]:
    """The JSON of a model, or of a mapping with the model's attribute names, nested ones included.

    Raises:
        TypeError: The value has another type, a key that the model does not have, or lacks a required one.
        ValueError: A value is not one of the documented ones.
    """
    if isinstance(value, model):
        return _checked(model, argument, value).to_dict()
    if not isinstance(value, Mapping):
        keys = " and ".join(model._ATTRIBUTES[wire] for wire in model._ATTRIBUTES if wire in required_fields(model))
        mapping = f"a mapping with {keys}" if keys else "a mapping"
        hint = f"; pass {argument}={{{keys!r}: ...}}" if keys.isidentifier() else ""
        raise TypeError(f"{argument} must be a {model.__name__} or {mapping}, not {type(value).__name__}{hint}")
    return build(model, argument, value).to_dict()


def build(model: type[M], argument: str, value: Mapping[str, object]) -> M:
    """A model from a mapping with its attribute names."""
    hints, converters = hints_of(model), converters_of(model)
    for name in value:
        if name not in hints:
            known = f"the keys of a {model.__name__} are {', '.join(hints)}"
            raise TypeError(f"{argument} has an unknown key{_shown(name)}; {known}")
    for wire, name in model._ATTRIBUTES.items():
        if wire in required_fields(model) and name not in value:
            raise TypeError(f"{argument} must have the key {name!r}, which {model.__name__} requires")
    converted: dict[str, Any] = {}
    for name, inner in value.items():
        given, place = inner, f"{argument}.{name}"
        if name in converters and given is not None:
            given = converters[name](given, place)
        converted[name] = _convert(hints[name], place, given)
    return model(**converted)


def _checked(model: type[M], argument: str, value: M) -> M:
    """The model itself, whose attributes are checked as those of a mapping are."""
    build(model, argument, {name: getattr(value, name) for name in model._ATTRIBUTES.values()})
    return value


def _shown(name: object) -> str:
    """A key in an error, if it looks like a mistyped attribute. Any other key may be an ID or a text."""
    plain = isinstance(name, str) and name.isascii() and len(name) <= _MAX_SHOWN_NAME
    return f" {name!r}" if plain and str(name).replace("_", "").isalpha() else ""


def _convert(hint: object, argument: str, value: object) -> object:
    """A value as its annotation says: mappings become models and date strings datetimes. Other types are errors."""
    allowed: tuple[object, ...] = ()
    for candidate, container, item_hint in inner_hints(hint):
        if is_model(candidate) and isinstance(value, candidate):
            return _checked(candidate, argument, value)
        if is_model(candidate) and is_mapping(value):
            return build(candidate, argument, value)
        if candidate is datetime and is_when(value):
            return when(argument, value)
        if container is list and _is_sequence(value):
            return [_convert(item_hint, f"{argument}[{index}]", item) for index, item in enumerate(value)]
        if container is dict and is_mapping(value):
            return {key: _convert(item_hint, f"{argument}.*", item) for key, item in value.items()}
        if get_origin(candidate) is Literal:
            allowed = get_args(candidate)
        elif is_scalar(candidate, value):
            return number(argument, value) if isinstance(value, float) else value
    if datetime in members(hint):
        when(argument, value)  # raises an error that lists the types of dates
    if any(type(value) is type(known) for known in allowed):
        return choice(argument, value, allowed)
    raise TypeError(f"{argument} must be {argument_names_of(members(hint))}, not {type(value).__name__}")


def _is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)
