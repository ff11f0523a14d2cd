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
    for name, facts in OPERATIONS.items():
        call = function(name)
        constants = vars(import_module(call.__module__))
        verb = name.rsplit(".", 1)[-1].upper()
        operation: Operation[Any] = constants[verb]
        paged = ", paged" if f"{verb}_PAGES" in constants else ""
        final = f", final {', '.join(map(str, sorted(operation.final)))}" if operation.final else ""
        stream = ", streams" if operation.stream else ""
        said = f"{operation.effect}, {AUTH[operation.auth]}{paged}{final}{stream}, since {facts.since or 'ever'}"
        yield f"api.{name}{signature(call)}  [{said}]"


def signature(call: Any, *, without: int = 0) -> str:
    """Parameters with kinds, annotations and defaults, and the result; without the first few."""
    found = inspect.signature(call)
    parts: list[str] = []
    previous = None
    for each in [each for each in list(found.parameters.values())[without:] if not each.name.startswith("_")]:
        if previous is Parameter.POSITIONAL_ONLY and each.kind is not previous:
            parts.append("/")
        if each.kind is Parameter.KEYWORD_ONLY and previous not in (each.kind, Parameter.VAR_POSITIONAL):
            parts.append("*")
        stars = "*" if each.kind is Parameter.VAR_POSITIONAL else "**" if each.kind is Parameter.VAR_KEYWORD else ""
        default = "" if each.default is Parameter.empty else f" = {_shown(each.default)}"
        parts.append(f"{stars}{each.name}: {_annotation(each.annotation)}{default}")
        previous = each.kind
    return f"({', '.join(parts)}) -> {found.return_annotation}"


def _shown(default: object) -> str:
    """A default; a function by its name, for its repr has an address."""
    return default.__name__ if isinstance(default, FunctionType) else repr(default)


def _annotation(found: object) -> str:
    return found.__forward_arg__ if isinstance(found, ForwardRef) else str(found)


def _models() -> Iterator[str]:
    for name in models.__all__:
        found: object = getattr(models, name)
        if not is_model(found):
            yield f"models.{name} = {_alias(found)}"
            continue
        base = found.__mro__[1].__name__
        yield f"models.{name}({'' if base == 'Model' else base})"
        yield from _fields(name, found)


def _alias(found: object) -> str:
    return MODULE.sub("", str(found).replace("datetime.datetime", "datetime"))


def _fields(name: str, found: type[Model]) -> Iterator[str]:
    parameters = inspect.signature(found).parameters
    for wire, attribute in found._ATTRIBUTES.items():
        one = parameters[attribute]
        since = FIELDS[name][wire].since
        need = "required" if one.default is Parameter.empty else f"= {one.default!r}"
        spelled = f" as {wire}" if wire != attribute else ""
        yield f"models.{name}.{attribute}: {one.annotation}  [{need}{spelled}{f', since {since}' if since else ''}]"
