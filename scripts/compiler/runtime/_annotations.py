"""The annotations of models as types, for the slow paths: error messages, strict checks, mappings as arguments."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, TypeGuard, Union

from ._model import Model, UnknownVariant


class _Names(dict[str, Any]):
    """The names that annotations use; models and enums are imported at first use."""

    def __missing__(self, name: str) -> Any:
        from . import models

        if name not in dir(models):
            raise KeyError(name)
        value = getattr(models, name)
        return evaluate(value) if isinstance(value, str) else value  # a recursive alias is a string


_GLOBALS: dict[str, Any] = {
    "Any": Any,
    "Json": Any,
    "Literal": typing.Literal,
    "List": list,  # where `list` is an operation
    "UnknownVariant": UnknownVariant,
    "datetime": datetime,
}


def evaluate(annotation: str) -> object:
    """The type that an annotation of a generated module denotes."""
    result: object = eval(annotation, dict(_GLOBALS), _Names())  # noqa: S307  # generated code, never input of a caller
    return result


def type_of(load: Callable[[Any], object]) -> object:
    """The type that a reader of JSON returns: `Chat.from_dict` or a generated loader."""
    if isinstance(load, types.MethodType):
        return load.__self__
    return evaluate(load.__annotations__["return"])


_known: dict[type[Model], dict[str, Any]] = {}  # one entry per model at most


def hints_of(model: type[Model]) -> dict[str, Any]:
    """Attribute name -> type."""
    if model not in _known:
        _known[model] = _evaluated(model)
    return _known[model]


def _evaluated(model: type[Model]) -> dict[str, Any]:
    written: dict[str, str] = {}
    for base in reversed(model.__mro__):  # strings, because of `from __future__ import annotations`
        written |= vars(base).get("__annotations__", {})
    return {name: evaluate(written[name]) for name in model._ATTRIBUTES.values()}


def is_model(hint: object) -> TypeGuard[type[Model]]:
    """Is this the class of a model?"""
    return isinstance(hint, type) and issubclass(hint, Model)


def members(hint: object) -> tuple[object, ...]:
    """The members of a union, or the type itself."""
    if typing.get_origin(hint) in (Union, types.UnionType):
        return typing.get_args(hint)
    return (hint,)


def inner_hints(hint: object) -> Iterator[tuple[object, object, object]]:
    """Of each member of a type: itself, its container type (list, dict or None) and what that holds."""
    for member in members(hint):
        container = typing.get_origin(member)
        arguments = typing.get_args(member)
        yield member, container, arguments[-1] if container in (list, dict) and arguments else None


def is_scalar(hint: object, value: object) -> bool:
    """Does a value have the type of a scalar? An unknown value of an enum does: enums are open."""
    if hint is Any:
        return True
    if typing.get_origin(hint) is typing.Literal:
        return any(type(value) is type(constant) for constant in typing.get_args(hint))
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(hint, type) and isinstance(value, hint)


_WITH_ARTICLES = {"bool": "True or False", "int": "an int", "str": "a str", "an object": "a mapping"}


def names_of(choices: tuple[object, ...]) -> str:
    """The types as errors name them: ``int or str``."""
    return " or ".join(dict.fromkeys(_name_of(choice) for choice in choices if choice is not type(None)))


def argument_names_of(choices: tuple[object, ...]) -> str:
    """The types as errors about arguments name them: ``an int or a str``."""
    names = names_of(choices).split(" or ")
    return " or ".join(dict.fromkeys(_WITH_ARTICLES.get(name, name) for name in names))


def _name_of(hint: object) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return type(typing.get_args(hint)[0]).__name__
    if is_model(hint):
        return "an object"
    names: dict[object, str] = {datetime: "a timestamp", dict: "an object", list: "a list", float: "a number"}
    origin = typing.get_origin(hint) or hint
    return names.get(origin, getattr(origin, "__name__", "another type"))
