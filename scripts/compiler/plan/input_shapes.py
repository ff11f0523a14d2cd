"""What arguments consist of: the models and enums in them, and the objects that they accept instead of a string."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scripts.compiler.plan.model_modules import References, named_shapes, reached
from scripts.compiler.plan.plan import Model, ObjectField, Operation
from scripts.compiler.spec.names import snake
from scripts.compiler.spec.schema_types import Enum, List, Map, Raw, Shape, Union


def object_field(raw: Raw) -> ObjectField | None:
    """The field that ``x-beeper-object`` names; that it exists was checked by `document_rules`."""
    if "x-beeper-object" not in raw:
        return None
    model, _, field = str(raw["x-beeper-object"]).partition(".")
    return ObjectField(model, snake(field))


def input_models(operations: Iterable[Operation], references: References) -> tuple[str, ...]:
    """The models that are part of arguments."""
    given = {
        name for operation in operations for argument in operation.arguments for name in named_shapes(argument.shape)
    }
    return tuple(sorted(reached(given, references)))


def closed_enums(
    operations: Iterable[Operation], models: Mapping[str, Model], references: References
) -> dict[str, str]:
    """The name of the closed alias of each enum that arguments have."""
    given: set[str] = set()
    returned: set[str] = set()
    for operation in operations:
        given |= _enums([argument.shape for argument in operation.arguments], models, references)
        if operation.result is not None:
            returned |= _enums([operation.result], models, references)
    return {name: f"{name}Input" if name in returned else name for name in given}


def _enums(shapes: Iterable[Shape], models: Mapping[str, Model], references: References) -> set[str]:
    shapes = list(shapes)
    names = reached({name for shape in shapes for name in named_shapes(shape)}, references)
    inner = [prop.shape for name in names if name in models for prop in models[name].properties]
    return {name for shape in (*shapes, *inner) for name in _enums_of(shape)}


def _enums_of(shape: Shape) -> Iterator[str]:
    match shape:
        case Enum(name):
            yield name
        case List(inner) | Map(inner):
            yield from _enums_of(inner)
        case Union(members):
            for member in members:
                yield from _enums_of(member)
        case _:
            return
