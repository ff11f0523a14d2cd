"""Renders what arguments accept besides plain values: TypedDicts for mappings, and objects instead of strings."""

from __future__ import annotations

from jinja2 import Environment

from scripts.compiler.plan.plan import Plan
from scripts.compiler.render.api import type_imports
from scripts.compiler.render.expressions import Needs, argument
from scripts.compiler.spec.schema_types import nullable


def render(environment: Environment, plan: Plan) -> dict[str, str]:
    """The modules `models/input_dicts` and `_objects`."""
    objects = {prop.object for model in plan.models.values() for prop in model.properties if prop.object}
    objects |= {given.object for operation in plan.operations for given in operation.arguments if given.object}
    named = sorted(objects, key=lambda accepted: accepted.function)
    return {
        "models/input_dicts.py": _dicts(environment, plan),
        "_objects.py": environment.get_template("objects.py.jinja").render(objects=named),
    }


def _dicts(environment: Environment, plan: Plan) -> str:
    needs = Needs(closed=plan.closed)
    dicts: list[tuple[str, list[tuple[str, str]]]] = []
    for name in plan.inputs:
        fields: list[tuple[str, str]] = []
        for prop in plan.models[name].properties:
            text = argument(prop.shape, needs, prop.object)
            optional = text if nullable(prop.shape) else f"{text} | None"
            fields.append((prop.name, f"Required[{text}]" if prop.required else optional))
        dicts.append((name, fields))
    needs.typed -= {f"{name}Dict" for name in plan.inputs}
    return environment.get_template("input_dicts.py.jinja").render(
        dicts=dicts, typing_imports=type_imports(plan, needs, "..")
    )
