"""How the variant of a union is selected: by a discriminator, by a key only one member requires, or by JSON type."""

from __future__ import annotations

from scripts.compiler.plan.plan import Model, Plan
from scripts.compiler.render.expressions import Needs, load
from scripts.compiler.spec.schema_types import (
    AnyJson,
    Const,
    Enum,
    List,
    NamedUnion,
    Null,
    Raw,
    Ref,
    Scalar,
    Shape,
    Time,
    UnsupportedSchema,
)

PYTHON_TYPES = {"str": "str", "int": "int", "float": "(int, float)", "bool": "bool"}


def loader(plan: Plan, union: NamedUnion, raw: Raw, needs: Needs) -> tuple[str, list[str]]:
    """What selects the variant, and the body of the function that does it."""
    models = [plan.models[member.name] for member in union.members if isinstance(member, Ref)]
    others = [member for member in union.members if not isinstance(member, Ref)]
    if len(models) < 2 or AnyJson() in others:
        return "JSON type", _by_type(union, needs)
    if not set(others) <= {Null()}:
        raise UnsupportedSchema(f"{union.name}: there is no rule for several objects beside another type")
    needs.helpers.update(("is_object", "no_variant"))
    needs.run.update(model.name for model in models)
    wanted = raw.get("discriminator", {}).get("propertyName")
    found = _discriminator(plan, models, wanted)
    null = ["if value is None:", "    return None"] if others else []
    if found is not None:
        if not _complete(found[1]):
            needs.helpers.add("UnknownVariant")
        return f"the value of ``{found[0]}``", null + _by_value(*found)
    if wanted is not None:
        raise UnsupportedSchema(f"{union.name}: {wanted} must be a const or enum with different values in all members")
    return "the keys that are present", null + _by_key(union.name, models)


def _discriminator(plan: Plan, models: list[Model], wanted: str | None) -> tuple[str, dict[str, list[object]]] | None:
    for candidate in models[0].properties:
        if wanted not in (None, candidate.wire):
            continue
        table: dict[str, list[object]] = {}
        for model in models:
            found = [_values(plan, prop.shape) for prop in model.properties if prop.wire == candidate.wire]
            table[model.name] = found[0] if found else []
        flat = [(type(value), value) for values in table.values() for value in values]
        if all(table.values()) and len(flat) == len(set(flat)):
            return candidate.wire, table
    return None


def _values(plan: Plan, shape: Shape) -> list[object]:
    if isinstance(shape, Const):
        return [shape.value]
    return list(plan.enums[shape.name]["enum"]) if isinstance(shape, Enum) else []


def _by_value(wire: str, table: dict[str, list[object]]) -> list[str]:
    lines = ["if not is_object(value):", "    no_variant()", f"kind = value[{wire!r}]"]
    for name, values in table.items():
        test = f"kind is {values[0]}" if isinstance(values[0], bool) else f"kind == {values[0]!r}"
        lines += [f"if {test if len(values) == 1 else f'kind in {tuple(values)!r}'}:"]
        lines += [f"    return {name}._read(value)"]
    return [*lines, "no_variant()" if _complete(table) else "return UnknownVariant._read(value)"]


def _complete(table: dict[str, list[object]]) -> bool:
    """Is there no other value that a newer app could send?"""
    return all(isinstance(value, bool) for values in table.values() for value in values)


def _by_key(union: str, models: list[Model]) -> list[str]:
    lines = ["if not is_object(value):", "    no_variant()"]
    *others, last = models
    for model in others:
        elsewhere = {prop.wire for other in models if other is not model for prop in other.properties}
        own = [prop.wire for prop in model.properties if prop.required and prop.wire not in elsewhere]
        if not own:
            raise UnsupportedSchema(f"{union}: {model.name} has no required key of its own; put it last")
        lines += [f"if {own[0]!r} in value:", f"    return {model.name}._read(value)"]
    return [*lines, f"return {last.name}._read(value)"]  # no other variant is known


def _by_type(union: NamedUnion, needs: Needs) -> list[str]:
    if AnyJson() in union.members:
        return _anything(union, needs)
    lines: list[str] = []
    for member in sorted(union.members, key=lambda member: isinstance(member, Null)):
        test = _test(member, needs)
        lines += [f"if {test}:", f"    return {load(member, 'value', needs)}"]
    needs.helpers.add("no_variant")
    return [*lines, "no_variant()"]


def _test(member: Shape, needs: Needs) -> str:
    if isinstance(member, Null):
        return "value is None"
    if isinstance(member, Scalar):
        return f"isinstance(value, {PYTHON_TYPES[member.name]})"
    if isinstance(member, Enum):
        return f"isinstance(value, {member.kind})"
    if isinstance(member, Const):
        return f"isinstance(value, {type(member.value).__name__})"
    if isinstance(member, Time):
        return "isinstance(value, str)"
    helper = "is_list" if isinstance(member, List) else "is_object"
    needs.helpers.add(helper)
    return f"{helper}(value)"


def _anything(union: NamedUnion, needs: Needs) -> list[str]:
    """Any JSON is allowed: what matches a model becomes one, anything else is kept as it is."""
    lines: list[str] = []
    for member in union.members:
        if isinstance(member, Ref):
            needs.run.add(member.name)
            needs.helpers.add("DECODE_ERRORS")
            lines += ["try:", f"    return {member.name}._read(value)"]
            lines += ["except DECODE_ERRORS:", "    pass"]
    return [*lines, "rest: Json = value", "return rest"]
