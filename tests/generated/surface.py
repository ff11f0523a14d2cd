"""What users can type, one sorted line each: operations, models with their fields, unions and enums.

Made by looking at the generated code, not at the spec, so that a change of the compiler shows too.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from inspect import Parameter
from types import FunctionType
from typing import Any, ForwardRef

from beeper_sdk_client import models
from beeper_sdk_client._annotations import is_model
from beeper_sdk_client._contract import FIELDS, OPERATIONS
from beeper_sdk_client._model import Model
from beeper_sdk_client._request import Operation
from tests.generated.contract import function

MODULE = re.compile(r"\b[a-z_][\w.]*\.(?=[A-Z])")
"""What stands before a class name when Python shows a type."""
AUTH = {"required": "token", "optional": "token if there is one", "none": "no token"}


def lines() -> list[str]:
    return sorted([*_operations(), *_models()])


def _operations() -> Iterator[str]:
    for name, entry in OPERATIONS.items():
        call = function(name)
        constants = vars(import_module(call.__module__))
        verb = name.rsplit(".", 1)[-1].upper()
        operation: Operation[Any] = constants[verb]
        paged = ", paged" if f"{verb}_PAGES" in constants else ""
        final = f", final {', '.join(map(str, sorted(operation.final)))}" if operation.final else ""
        stream = ", streams" if operation.stream else ""
        said = f"{operation.effect}, {AUTH[operation.auth]}{paged}{final}{stream}, since {entry.since or 'ever'}"
        yield f"api.{name}{signature(call)}  [{said}]"


def signature(call: Any, *, without: int = 0) -> str:
    """Parameters with kinds, annotations and defaults, and the result; without the first few."""
    inspected = inspect.signature(call)
    parts: list[str] = []
    previous = None
    for parameter in list(inspected.parameters.values())[without:]:
        if parameter.name.startswith("_"):
            continue
        kind = parameter.kind
        if previous is Parameter.POSITIONAL_ONLY and kind is not previous:
            parts.append("/")
        if kind is Parameter.KEYWORD_ONLY and previous not in (kind, Parameter.VAR_POSITIONAL):
            parts.append("*")
        stars = "*" if kind is Parameter.VAR_POSITIONAL else "**" if kind is Parameter.VAR_KEYWORD else ""
        default = "" if parameter.default is Parameter.empty else f" = {_shown(parameter.default)}"
        parts.append(f"{stars}{parameter.name}: {_annotation(parameter.annotation)}{default}")
        previous = kind
    return f"({', '.join(parts)}) -> {inspected.return_annotation}"


def _shown(default: object) -> str:
    """A default; a function by its name, for its repr has an address."""
    return default.__name__ if isinstance(default, FunctionType) else repr(default)


def _annotation(annotation: object) -> str:
    return annotation.__forward_arg__ if isinstance(annotation, ForwardRef) else str(annotation)


def _models() -> Iterator[str]:
    for name in dir(models):
        value: object = getattr(models, name)
        if not is_model(value):
            yield f"models.{name} = {_alias(value)}"
            continue
        base = value.__mro__[1].__name__
        yield f"models.{name}({'' if base == 'Model' else base})"
        yield from _fields(name, value)
        yield from _computed(name, value)


def _alias(alias: object) -> str:
    return MODULE.sub("", str(alias).replace("datetime.datetime", "datetime"))


def _fields(name: str, kind: type[Model]) -> Iterator[str]:
    parameters = inspect.signature(kind).parameters
    for wire, attribute in kind._ATTRIBUTES.items():
        parameter = parameters[attribute]
        since = FIELDS[name][wire].since
        need = "required" if parameter.default is Parameter.empty else f"= {parameter.default!r}"
        spelled = f" as {wire}" if wire != attribute else ""
        version = f", since {since}" if since else ""
        yield f"models.{name}.{attribute}: {parameter.annotation}  [{need}{spelled}{version}]"


def _computed(name: str, kind: type[Model]) -> Iterator[str]:
    """Properties that are no fields."""
    for attribute, value in vars(kind).items():
        if isinstance(value, property) and not attribute.startswith("_"):
            yield f"models.{name}.{attribute}: {inspect.signature(value.fget or kind).return_annotation}  [computed]"
