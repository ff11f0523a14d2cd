"""Which models are items of lists in responses, or parts of such items. Of these, what cannot be read is None, so their
readers look for nulls in required fields; the readers of all others need not."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.compiler.plan.model_modules import reached
from scripts.compiler.plan.plan import Plan
from scripts.compiler.spec.schema_types import List, Map, NamedUnion, Ref, Shape, Union


def list_items(plan: Plan) -> set[str]:
    """The names of the models."""
    results = [operation.result for operation in plan.operations if operation.result is not None]
    answered = reached({name for shape in results for name in _named(shape)}, plan.references)
    fields = [prop.shape for name in answered & plan.models.keys() for prop in plan.models[name].properties]
    return reached({name for shape in [*results, *fields] for name in _items(shape)}, plan.references)


def _named(shape: Shape) -> Iterator[str]:
    """The models and unions that a shape names."""
    match shape:
        case Ref(name) | NamedUnion(name):
            yield name
        case List(inner) | Map(inner):
            yield from _named(inner)
        case Union(members):
            for member in members:
                yield from _named(member)
        case _:
            pass


def _items(shape: Shape) -> Iterator[str]:
    """The models and unions that the lists of a shape hold."""
    match shape:
        case List(inner) | Map(inner):
            yield from _named(inner)
        case Union(members) | NamedUnion(_, members):
            for member in members:
                yield from _items(member)
        case _:
            pass
