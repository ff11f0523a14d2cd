"""Renders the modules of `models`: the classes, the loaders of unions, and what each module imports."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from attrs import frozen
from jinja2 import Environment

from scripts.compiler.plan.list_items import list_items
from scripts.compiler.plan.model_modules import head, named_shapes, reached
from scripts.compiler.plan.plan import Model, Operation, Plan, Property
from scripts.compiler.render import docstrings as docs
from scripts.compiler.render.expressions import Needs, annotation, load, write
from scripts.compiler.render.union_loaders import loader
from scripts.compiler.spec.model_properties import own_types
from scripts.compiler.spec.parsed_spec import Source
from scripts.compiler.spec.schema_types import (
    AnyJson,
    List,
    Map,
    NamedUnion,
    Shape,
    Time,
    as_is,
    holds_time,
    not_null,
    nullable,
)

TEXT_STATUS = "x-beeper-text-status"
USUAL = {"Message": "senderName type text isSender", "User": "fullName"}
"""Scalar fields that most objects of a model have though they are optional. Their values are requested with one look-up
instead of two, which is slower only for keys that are missing."""
SHARED = frozenset({"chatID", "accountID", "senderID"})
"""Required fields that many objects of a list have in common. They share one string."""
OFTEN = {"Message": "mentions sendStatus seen isUnread attachments linkedMessageID", "User": "phoneNumber"}
"""Fields that are read before the others: a reader stops looking for keys when it has found all."""
TIMES = frozenset({"parse_time", "parse_iso", "format_time", "from_unix", "to_unix"})


def render(environment: Environment, source: Source, plan: Plan) -> dict[str, str]:
    """Every module, by its path below the package."""
    found: dict[str, list[str]] = {}
    for name, module in plan.modules.items():
        found.setdefault(module, []).append(name)
    uses = Uses(list_items(plan), _loaded(plan, plan.common_operations()))
    return {
        f"models/{module}.py": _module(environment, source, plan, sorted(names), uses)
        for module, names in found.items()
    }


@frozen
class Uses:
    """Which generated methods models have. They are as long as all the rest, so only models that need their speed have
    them; `Model` reads and writes the others by their annotations."""

    listed: set[str]
    """Models in lists: null in a required field is an error of their readers."""
    common: set[str]
    """Models in responses of the groups that programs use most."""


def _loaded(plan: Plan, operations: Iterable[Operation]) -> set[str]:
    """The models in the responses of operations, and their subclasses."""
    results = [operation.result for operation in operations if operation.result is not None]
    found = reached({name for shape in results for name in named_shapes(shape)}, plan.references)
    return found | {name for name, model in plan.models.items() if model.base in found}


def _is_plain(model: Model, uses: Uses) -> bool:
    """Does a model have no generated methods? Subclasses outside of lists would have those of their base once more."""
    return model.name not in uses.common or (model.base is not None and model.name not in uses.listed)


def _module(environment: Environment, source: Source, plan: Plan, names: list[str], uses: Uses) -> str:
    needs = Needs()
    first = head(names, plan.references)
    models = _in_order(plan, [plan.models[name] for name in names if name in plan.models], first)
    classes = [_model(model, needs, source, uses) for model in models]
    unions = [_union(plan, plan.unions[name], needs, source) for name in names if name in plan.unions]
    bases = {model.base for model in models if model.base is not None}
    return environment.get_template("models.py.jinja").render(
        classes=classes,
        unions=unions,
        base_names=sorted(needs.helpers - TIMES | {"Started" for model in models if TEXT_STATUS in model.raw}),
        time_names=sorted(needs.helpers & TIMES),
        typed=sorted(needs.typed - needs.run - bases - {"Json", *names}),
        run=sorted((needs.run | bases) - set(names)),
        loaders=sorted(needs.loaders - set(names)),
        has_time=any(holds_time(plan.unions[name]) for name in names if name in plan.unions)
        or any(field["time"] for each in classes if not each["plain"] for field in each["fields"]),
        canonical=_canonical,
        computed=_computed(models),
        objects=sorted({prop.object.function for model in models for prop in model.properties if prop.object}),
    )


def _computed(models: list[Model]) -> list[tuple[str, list[str]]]:
    """The modules of the runtime with functions of computed properties: the function, and the type of its result."""
    found = {model.computed.function: model.computed for model in models if model.computed is not None}
    return [(each.module, [name, *own_types([each])]) for name, each in sorted(found.items())]


def _in_order(plan: Plan, models: list[Model], first: str) -> list[Model]:
    """The model that refers to the others first; base classes before their subclasses."""

    def ancestors(model: Model) -> int:
        return 0 if model.base is None else 1 + ancestors(plan.models[model.base])

    return sorted(models, key=lambda model: (ancestors(model), model.name != first, model.name))


def _canonical(name: str) -> str:
    """An expression for: does a timestamp have the format of this SDK? It compares the length and three slices, which
    is 180 ns faster than formatting the time and comparing."""
    form = f'len({name}) == 24 and {name}[4:20:3] == "--T::." and {name}[23] == "Z"'
    return f'{form} and ({name}[11] != "2" or {name}[12] < "4")'


def _model(model: Model, needs: Needs, source: Source, uses: Uses) -> dict[str, Any]:
    in_lists = model.name in uses.listed
    if _is_plain(model, uses):
        own = Needs()
        fields = [_field(prop, model, own, source, in_lists=False) for prop in model.properties]
        spelled = [field for field in fields if field["reader"]]
        needs.typed |= own.typed | own.run
        needs.loaders |= own.loaders if spelled else set[str]()
        needs.helpers |= {"Model", "read_plain", "plain_values", "plain_json"} | (
            (own.helpers | TIMES) if spelled else set[str]()
        )
        inherits = model.base in uses.common
        return {
            "model": model,
            "fields": fields,
            "spelled": spelled,
            "usual": (),
            "rare": (),
            "leading": (),
            "assigns": False,
            "plain": True,
            "inherits": inherits,
        }
    fields = [_field(prop, model, needs, source, in_lists=in_lists) for prop in model.properties]
    needs.helpers |= {"Model", "new", "extras", "to_json", "SCALARS"}
    if any(field["time"] for field in fields):
        needs.helpers |= TIMES
    if any(field["not_null"] for field in fields):
        needs.helpers.add("null")
    if any(field["shared"] for field in fields):
        needs.helpers.add("share")
    if any(field["reader"] and not field["time"] for field in fields):
        needs.helpers.add("is_respelled")
    if not any(field["required"] for field in fields):
        needs.helpers.add("is_object")
    spelled = [field for field in fields if field["reader"]]
    leading = list(takewhile(lambda field: field["required"], fields))
    assigns = any(not field["required"] or ":=" in field["write"]("v := self") for field in fields)
    rendered = {"model": model, "fields": fields, "spelled": spelled, "leading": leading, "assigns": assigns}
    return {**rendered, "plain": False, "inherits": False, **_in_read_order(model, fields)}


def _in_read_order(model: Model, fields: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The optional fields as they are read, each with the bit that says that it is null."""
    usual, often = (names.get(model.base or model.name, "").split() for names in (USUAL, OFTEN))
    first = {wire: number for number, wire in enumerate([*usual, *often])}
    optional = sorted(
        (field for field in fields if not field["required"]), key=lambda field: first.get(field["wire"], len(first))
    )
    read = [field | {"bit": 2**number} for number, field in enumerate(optional)]
    return {"usual": read[: len(usual)], "rare": read[len(usual) :]}


def _field(prop: Property, model: Model, needs: Needs, source: Source, *, in_lists: bool) -> dict[str, Any]:
    shape = prop.shape if prop.required else not_null(prop.shape)
    text = annotation(prop.shape, needs)
    optional = not prop.required and not nullable(prop.shape)
    time = shape == Time()
    value = f"data[{prop.wire!r}]" if prop.required else "v"

    def load_from(name: str) -> str:
        return load(shape, name, needs)

    def write_from(source: str) -> str:
        return write(not_null(shape), source)

    return {
        "wire": prop.wire,
        "name": prop.name,
        "required": prop.required,
        "own": prop.name in model.own or model.base is None,
        "object": prop.object if prop.required else None,
        "annotation": f"{text} | None" if optional else text,
        "doc": docs.of_property(prop.raw, source.schemas),
        "time": time,
        "secret": prop.raw.get("x-beeper-pii") == "secret",
        "reader": _reader(shape, needs) if holds_time(shape) else None,
        "not_null": in_lists and prop.required and as_is(shape) and not _may_be_null(shape),
        "shared": in_lists and prop.required and prop.wire in SHARED,
        "as_is": as_is(shape) and not isinstance(shape, List | Map),
        "load": "" if time else load_from(value),
        "load_from": load_from,
        "write": write_from,
    }


def _may_be_null(shape: Shape) -> bool:
    """Is null allowed, or refused anyway when the value is read?"""
    return isinstance(shape, List | Map | AnyJson) or nullable(shape)


def _reader(shape: Shape, needs: Needs) -> str:
    """A function that reads a field whose JSON can have several formats."""
    if isinstance(shape, Time):
        return "from_unix" if shape.unix else "parse_time"
    return f"lambda value: {load(shape, 'value', needs)}"


def _union(plan: Plan, union: NamedUnion, needs: Needs, source: Source) -> dict[str, Any]:
    own = Needs()
    decided_by, lines = loader(plan, union, source.schemas[union.name], own)
    members = [annotation(member, Needs()) for member in union.members]
    if "UnknownVariant" in own.helpers:
        members.append("UnknownVariant")
    alias = " | ".join(dict.fromkeys(members))
    if "Json" in alias:  # any JSON: the alias is recursive, so it cannot be a plain union at run time
        alias = f'"{alias}"'
    needs.helpers |= own.helpers or {"no_variant"}
    needs.run |= own.run
    needs.loaders |= own.loaders
    return {
        "name": union.name,
        "raw": source.schemas[union.name],
        "decided_by": decided_by,
        "lines": lines,
        "alias": alias,
    }
