"""Renders `_contract.py`: the metadata of the spec as literals."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from scripts.compiler.plan.plan import Model, Operation, Plan, Property
from scripts.compiler.render.expressions import Needs, annotation
from scripts.compiler.spec.parsed_spec import Source
from scripts.compiler.spec.schema_types import not_null


def render(environment: Environment, source: Source, plan: Plan) -> str:
    """The text of the module."""
    operations = [
        (operation.name, _metadata(operation))
        for operation in sorted(plan.operations, key=lambda operation: operation.name)
    ]
    models = sorted(plan.models.items(), key=lambda item: (item[1].base is not None, item[0]))  # bases first
    schemas = [(name, model.base or "", _own_fields(plan, model)) for name, model in models]
    template = environment.get_template("contract.py.jinja")
    return template.render(digest=source.digest, operations=operations, schemas=schemas)


def _own_fields(plan: Plan, model: Model) -> list[tuple[str, tuple[str, ...]]]:
    """The fields of a model that differ from those of its base."""
    inherited = () if model.base is None else plan.models[model.base].properties
    known = {prop.wire: _field(prop) for prop in inherited}
    fields = ((prop.wire, _field(prop)) for prop in model.properties)
    return [(wire, metadata) for wire, metadata in fields if known.get(wire) != metadata]


def _metadata(operation: Operation) -> tuple[Any, ...]:
    raw = operation.raw
    scopes = tuple(scope for rule in raw.get("security", []) for scope in rule.get("bearer", ()))
    return (
        operation.method,
        operation.path,
        raw["x-beeper-effect"],
        None if operation.auth == "none" else scopes,
        str(raw.get("x-beeper-since", "")),
        raw.get("x-beeper-removed"),
        raw.get("x-beeper-replaced-by"),
    )


def _field(prop: Property) -> tuple[str, ...]:
    """The metadata of a field, without what is empty at its end."""
    since = prop.raw.get("x-beeper-since", "")
    kind = annotation(not_null(prop.shape), Needs()).replace(" ", "")
    return tuple(f"{kind} {prop.raw.get('x-beeper-pii', '')} {since}".rstrip().split(" "))
