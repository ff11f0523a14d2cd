"""Renders `beeper_client` from a spec: a pure function from text to files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import evolve
from jinja2 import Environment

from . import api, docs, resources, tables
from .collisions import guarded
from .expressions import Needs, annotation, dump, load
from .names import api_class, snake
from .plan import Model, Plan, Property
from .planner import make
from .shapes import NamedUnion, Shape, Time, holds_time, not_null, nullable
from .source import read
from .unions import loader

RUNTIME = Path(__file__).parent / "runtime"
TIMES = frozenset({"parse_time", "parse_iso", "format_time"})
BASE = frozenset({"Model", "new", "odd", "is_object", "is_list", "as_list", "as_object", "to_json"})


def render_client(spec: str) -> dict[str, str]:
    """Every file of the package, by its path below it; formatted later, with all others."""
    source = read(spec)
    plan = make(source)
    plan = evolve(plan, operations=guarded(plan.operations))
    environment = source.project.env
    environment.filters["pyrepr"] = repr
    names: dict[str, Any] = {"docs": docs, "snake": snake, "api_class": api_class, "plan": plan}
    environment.globals.update(names)
    files = {path.name: path.read_text() for path in sorted(RUNTIME.glob("*.py"))}
    for model in plan.models.values():
        files[f"models/{model.module}.py"] = _model(environment, model, source.schemas)
    for union in plan.unions.values():
        files[f"models/{snake(union.name)}.py"] = _union(environment, plan, union, source.schemas)
    enums = sorted(plan.enums.items())
    files["models/_enums.py"] = environment.get_template("enums.py.jinja").render(enums=enums)
    named = {name: plan.module(name) for name in (*plan.models, *plan.unions, *plan.enums)}
    files["models/__init__.py"] = environment.get_template("package.py.jinja").render(
        doc="Models, unions and enums of the API, imported at first use.", names=named, modules=[], up=2
    )
    files |= api.render(environment, plan) | resources.render(environment, plan)
    files["_contract.py"] = tables.render(environment, source, plan)
    files["__init__.py"] = _front(environment)
    files["py.typed"] = ""
    return files


def _front(environment: Environment) -> str:
    names = {
        "AsyncClient": "_client",
        "Client": "_client",
        "Content": "_answer",
        "DecodeError": "_base",
        "Request": "_request",
        "StatusError": "_client",
        "UNSET": "_base",
        "UnknownVariant": "_base",
        "When": "_times",
    }
    doc = "The Beeper API, operation by operation: `api` makes requests, `Client` sends them, `models` are the answers."
    return environment.get_template("package.py.jinja").render(
        doc=doc, names=names, modules=["api", "models", "resources"], up=1
    )


def _canonical(name: str) -> str:
    """Is a timestamp spelled as this SDK would write it? One length and three slices tell (180 ns cheaper
    than writing it again and comparing)."""
    form = f'len({name}) == 24 and {name}[4:20:3] == "--T::." and {name}[23] == "Z"'
    return f'{form} and ({name}[11] != "2" or {name}[12] < "4")'


def _model(environment: Environment, model: Model, schemas: dict[str, Any]) -> str:
    needs = Needs()
    fields = [_field(one, model, needs, schemas) for one in model.properties]
    spelled = [field for field in fields if field["reader"]]
    helpers = needs.helpers | {"Model", "new", "odd"}
    if any(field["time"] for field in fields):
        helpers |= TIMES
    if any(field["reader"] and not field["time"] for field in fields):
        helpers.add("respelled")
    if not any(field["required"] for field in fields):
        helpers.add("is_object")
    typed = sorted(needs.typed - {"Json", model.name, model.base or ""})
    return environment.get_template("model.py.jinja").render(
        model=model,
        fields=fields,
        spelled=spelled,
        base_names=sorted(helpers - TIMES),
        time_names=sorted(helpers & TIMES),
        typed=typed,
        run=sorted(needs.run),
        loaders=sorted(needs.loaders),
        canonical=_canonical,
    )


def _field(one: Property, model: Model, needs: Needs, schemas: dict[str, Any]) -> dict[str, Any]:
    shape = one.shape if one.required else not_null(one.shape)
    text = annotation(one.shape, needs)
    optional = not one.required and not nullable(one.shape)
    time = isinstance(shape, Time)
    source = f"data[{one.wire!r}]" if one.required else "v"

    def load_from(name: str) -> str:
        return load(shape, name, needs)

    return {
        "wire": one.wire,
        "name": one.name,
        "required": one.required,
        "own": one.name in model.own or model.base is None,
        "annotation": f"{text} | None" if optional else text,
        "doc": docs.of_property(one.raw, schemas),
        "time": time,
        "secret": one.raw.get("x-beeper-pii") == "secret",
        "reader": _reader(shape, needs) if holds_time(shape) else None,
        "load": "" if time else load_from(source),
        "load_from": load_from,
        "dump": dump(shape, f"self.{one.name}", needs),
    }


def _reader(shape: Shape, needs: Needs) -> str:
    """A function that reads a field whose JSON can be spelled in several ways."""
    return "parse_time" if isinstance(shape, Time) else f"lambda value: {load(shape, 'value', needs)}"


def _union(environment: Environment, plan: Plan, union: NamedUnion, schemas: dict[str, Any]) -> str:
    needs = Needs()
    decided_by, lines = loader(plan, union, schemas[union.name], needs)
    names = Needs()
    members = [annotation(member, names) for member in union.members]
    if "UnknownVariant" in needs.helpers:
        members.append("UnknownVariant")
    alias = " | ".join(dict.fromkeys(members))
    if "Json" in alias:  # any JSON: the alias is recursive, so it cannot be a plain union at run time
        alias = f'"{alias}"'
    return environment.get_template("union.py.jinja").render(
        name=union.name,
        raw=schemas[union.name],
        decided_by=decided_by,
        lines=lines,
        alias=alias,
        base_names=sorted((needs.helpers - TIMES) or {"no_variant"}),
        time_names=sorted(needs.helpers & TIMES),
        run=sorted(needs.run),
        has_time=holds_time(union),
    )
