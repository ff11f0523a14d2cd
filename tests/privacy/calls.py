"""Every operation with canaries as arguments, as people call it: through the method of its name."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Mapping
from operator import attrgetter
from typing import Any

from beeper_sdk import api
from scripts.compiler.plan.plan import Argument, Operation
from scripts.compiler.spec.schema_types import Const, Enum, File, List, Map, Ref, Scalar, Shape, Time, Union, not_null
from tests.generated.arguments import WHEN
from tests.generated.contract import model, plan
from tests.privacy.canaries import NUMBER, WORD, word
from tests.privacy.planted import planted


def arguments(operation: Operation) -> tuple[list[Any], dict[str, Any]]:
    """Positional and keyword arguments, all of them given."""
    given = {argument.name: _given(argument) for argument in operation.arguments}
    path = operation.of("path")
    first = [given.pop(path[-1].name)] if path else []
    return first, given


def _given(argument: Argument) -> Any:
    if argument.place == "path":
        return WORD if "pattern" in argument.raw else f"!{word()}/%:{word()}"
    if argument.place == "header":
        return WORD
    if argument.place == "whole":
        return planted(argument.raw)
    return _made(argument.shape, argument.raw)


def _made(shape: Shape, raw: Mapping[str, Any]) -> Any:
    match not_null(shape):
        case Scalar("str"):
            return word()
        case Scalar("int" | "float"):
            unit = 1000 if "milliseconds" in raw.get("description", "") else 1  # of a reminder, in the future
            return min(raw.get("maximum", NUMBER), NUMBER) * unit
        case Scalar("bool"):
            return True
        case Const(constant):
            return constant
        case Enum(name):
            return plan().enums[name]["enum"][0]
        case Ref(name):
            return model(name)(**{prop.name: _made(prop.shape, prop.raw) for prop in plan().models[name].properties})
        case List(item):
            return [_made(item, raw.get("items", {})), _made(item, raw.get("items", {}))]
        case Map(item):
            return {word(): _made(item, {})}
        case Time():
            return WHEN
        case File():
            return (f"{WORD}.png", word().encode(), f"image/{WORD}")
        case Union(members):
            return _made(members[0], {})
        case _:
            return {word(): [word()]}


def request(operation: Operation) -> Any:
    """The same call as a value."""
    first, given = arguments(operation)
    return attrgetter(operation.name)(api)(*first, **given)


def act(beeper: Any, operation: Operation) -> Any:
    """Call the method of an operation. A list is collected."""
    first, given = arguments(operation)
    result = attrgetter(operation.name)(beeper)(*first, **given)
    return result.collect(limit=4) if hasattr(result, "pages") else result


async def awaited(value: Any) -> Any:
    """The value, awaited if it is an awaitable."""
    if inspect.isawaitable(value):
        waited: Awaitable[Any] = value
        return await waited
    return value
