"""Arguments for every operation, made from the plan and the examples of the spec."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from beeper_sdk_client._model import is_list, is_object
from scripts.compiler.plan.plan import Argument, Operation
from scripts.compiler.spec.schema_types import (
    REF,
    Const,
    Enum,
    File,
    List,
    Map,
    Raw,
    Ref,
    Scalar,
    Shape,
    Time,
    Union,
    not_null,
    nullable,
)
from tests.generated.contract import HARD_ID, example, model, plan, schemas, source

WHEN = datetime(2036, 12, 24, 18, 0, 0, 500_000, tzinfo=UTC)
FILE = ("photo é.png", b"\x89PNG made up", "image/png")


def has_default(argument: Argument) -> bool:
    """May the argument be left out?"""
    return not argument.required or (isinstance(argument.shape, Const) and isinstance(argument.shape.value, str))


def minimal(operation: Operation) -> dict[str, Any]:
    needed = {argument.name for argument in operation.arguments if not has_default(argument)}
    needed |= {argument.name for argument in operation.any_of[:1]}
    return {argument.name: value(operation, argument) for argument in operation.arguments if argument.name in needed}


def full(operation: Operation) -> dict[str, Any]:
    return {argument.name: value(operation, argument) for argument in operation.arguments}


def nulls(operation: Operation) -> dict[str, Any]:
    """Null for every argument where it means something else than leaving it out."""
    nullable_arguments = [
        argument for argument in operation.of("body") if not argument.required and nullable(argument.shape)
    ]
    return minimal(operation) | {argument.name: None for argument in nullable_arguments} if nullable_arguments else {}


def value(operation: Operation, argument: Argument) -> Any:
    if argument.place == "path":
        return "whatsapp" if "pattern" in argument.raw else HARD_ID
    if argument.place == "whole":
        return example(_name(argument.raw)) if "$ref" in argument.raw else {"key": "value"}
    sample = _spec_example(operation, argument)
    return made(argument.shape, argument.raw) if sample is None else _typed(not_null(argument.shape), sample)


def _name(raw: Raw) -> str:
    return str(raw["$ref"]).removeprefix(REF)


def _spec_example(operation: Operation, argument: Argument) -> Any:
    """What the spec gives as an example of an argument."""
    if argument.place == "body":
        body = next(iter(source().resolve(operation.raw["requestBody"])["content"].values()))["schema"]
        shown = example(_name(body))
        return shown.get(argument.wire)
    for raw in map(source().resolve, operation.raw["parameters"]):
        if raw["name"] == argument.wire:
            return raw.get("example")
    return None


def _typed(shape: Shape, sample: Any) -> Any:
    """An example as a caller would give it: a model for an object, a datetime for a timestamp."""
    if isinstance(shape, Ref):
        return model(shape.name).from_dict(sample)
    if isinstance(shape, List) and is_list(sample):
        return [_typed(shape.item, inner) for inner in sample]
    if isinstance(shape, Map) and is_object(sample):
        return {key: _typed(shape.value, inner) for key, inner in sample.items()}
    if isinstance(shape, Time):
        return datetime.fromisoformat(str(sample))
    return FILE if isinstance(shape, File) else sample


def made(shape: Shape, raw: Mapping[str, Any]) -> Any:
    """A value where the spec shows none."""
    match not_null(shape):
        case Scalar("str"):
            return "x & y = é 😀"
        case Scalar("int" | "float"):
            return raw.get("maximum", 7)
        case Scalar("bool"):
            return True
        case Const(constant):
            return constant
        case Enum(name):
            return plan().enums[name]["enum"][-1]
        case Ref(name):
            return model(name).from_dict(example(name))
        case List(item):
            return [made(item, raw.get("items", {}))] * 2
        case Map(item):
            return {"key": made(item, {})}
        case Time():
            return WHEN
        case File():
            return FILE
        case Union(members):
            return made(members[0], {})
        case _:
            return {"free": ["form", 1, None]}


def schema_example(name: str) -> Any:
    """The example of a schema, or that of its base."""
    return example(name) if "example" in schemas()[name] else {}
