"""Makes the plan for a spec.

Joins what openapi-python-client parsed (inherited and required properties, operations) with the raw spec (ranges,
extensions, discriminators), and checks that the two agree.
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts.compiler.plan.input_shapes import closed_enums, input_models, object_field
from scripts.compiler.plan.model_modules import place, refer
from scripts.compiler.plan.plan import Argument, Model, Operation, Paging, Plan, Property
from scripts.compiler.spec.model_properties import computed_property
from scripts.compiler.spec.names import snake
from scripts.compiler.spec.parsed_spec import RawOperation, Source, SpecError
from scripts.compiler.spec.schema_types import REF, List, Map, NamedUnion, Raw, Ref, Shape, is_model


def make(source: Source) -> Plan:
    """The plan for a spec. Raises SpecError for anything that the compiler has no rule for."""
    models = {name: _model(source, name) for name, raw in source.schemas.items() if is_model(raw)}
    unions: dict[str, NamedUnion] = {}
    for name in source.schemas:
        shape = source.shapes.component(name, name)
        if isinstance(shape, NamedUnion):
            unions[name] = shape
    enums = {name: raw for name, raw in source.schemas.items() if "enum" in raw}
    operations = tuple(_operation(source, models, operation) for operation in source.operations())
    others = set(source.endpoints) ^ {str(operation.raw["operationId"]) for operation in source.operations()}
    if others:
        raise SpecError(f"openapi-python-client reads other operations: {', '.join(sorted(others))}")
    references = refer(models, unions)
    modules = place(source, references, operations)
    inputs = input_models(operations, references)
    closed = closed_enums(operations, models, references)
    subjects = _subjects(source, operations)
    return Plan(models, unions, enums, operations, references, modules, subjects, inputs, closed)


def _subjects(source: Source, operations: Sequence[Operation]) -> dict[tuple[str, ...], str]:
    """What the groups of operations are for: by their own name, or by the tag of their operations."""
    tags = {str(tag["name"]): tag for tag in source.document.get("tags", ())}
    found = {
        operation.group: _description(tags.get(str(operation.raw["tags"][0]), {}))
        for operation in operations
        if operation.group
    }
    groups = {operation.group[:depth] for operation in operations for depth in range(1, len(operation.group) + 1)}
    for tag in tags.values():
        for name, subject in tag.get("x-beeper-groups", {}).items():
            group = tuple(name.split("."))
            if group not in groups:
                raise SpecError(f"#/tags: {name} of x-beeper-groups is no group of operations")
            found[group] = " ".join(subject.split())
    return {group: subject for group, subject in found.items() if subject}


def _model(source: Source, name: str) -> Model:
    raw = source.schemas[name]
    parts = raw.get("allOf", [raw])
    bases = [str(part["$ref"]).removeprefix(REF) for part in parts if "$ref" in part]
    if len(bases) > 1:
        raise SpecError(f"{name}: allOf must be one reference and one object")
    inherited = _model(source, bases[0]).properties if bases else ()
    own: list[Property] = []
    for part in [part for part in parts if "$ref" not in part]:
        required = part.get("required", [])
        for wire, inner in part.get("properties", {}).items():
            shape = source.shapes.of(inner, f"{name}.{wire}")
            named = object_field(inner)
            own.append(Property(wire, snake(wire), shape, inner, wire in required, named))
    properties = (*(prop for prop in inherited if prop.wire not in {override.wire for override in own}), *own)
    attributes = [prop.name for prop in properties]
    if len(set(attributes)) != len(attributes) or not all(map(str.isidentifier, attributes)):
        raise SpecError(f"{name}: its fields need different names that Python can spell: {', '.join(attributes)}")
    _agree(source, name, properties)
    names = frozenset(prop.name for prop in own)
    return Model(name, raw, properties, bases[0] if bases else None, names, computed_property(raw))


def _agree(source: Source, name: str, properties: tuple[Property, ...]) -> None:
    """openapi-python-client must have read the same fields, the same ones required."""
    parsed = source.models.get(name)
    if parsed is None:  # nothing refers to it: it was not parsed (WebSocket frames)
        return
    ours = {prop.wire: prop.required for prop in properties}
    theirs = {str(prop.name.get_untrusted_value()): prop.required for prop in (parsed.required_properties or ())}
    theirs |= {str(prop.name.get_untrusted_value()): prop.required for prop in (parsed.optional_properties or ())}
    if ours != theirs:
        raise SpecError(f"{name}: openapi-python-client reads other fields: {sorted(set(ours) ^ set(theirs))}")


def _operation(source: Source, models: dict[str, Model], raw_operation: RawOperation) -> Operation:
    where = raw_operation.name
    arguments = [_parameter(source, where, source.resolve(raw)) for raw in raw_operation.raw.get("parameters", [])]
    kind, body = _body(source, models, raw_operation)
    arguments += body
    order = [part[1:-1] for part in raw_operation.path.split("/") if part.startswith("{")]
    if sorted(order) != sorted(argument.wire for argument in arguments if argument.place == "path"):
        raise SpecError(
            f"{where}: the path and its parameters differ: {', '.join(order) or 'no parameter in the path'}"
        )
    in_path = sorted(
        (argument for argument in arguments if argument.place == "path"),
        key=lambda argument: order.index(argument.wire),
    )
    others = sorted(
        (argument for argument in arguments if argument.place != "path"), key=lambda argument: not argument.required
    )
    names = [argument.name for argument in arguments]
    if len(set(names)) != len(names):
        raise SpecError(f"{where}: two arguments of the same name: {', '.join(_repeated(names))}")
    result, binary = _result(source, raw_operation)
    by_wire = {argument.wire: argument for argument in arguments}
    return Operation(
        name=where,
        method=raw_operation.method,
        path=raw_operation.path,
        raw=raw_operation.raw,
        arguments=(*in_path, *others),
        body_kind=kind,
        result=result,
        binary=binary,
        auth=_auth(source, raw_operation),
        paging=_paging(models, raw_operation, result),
        any_of=tuple(by_wire[wire] for wire in raw_operation.raw.get("x-beeper-any-of", ())),
    )


def _repeated(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})


def _parameter(source: Source, where: str, raw: Raw) -> Argument:
    schema = {**raw["schema"], "x-beeper-pii": raw.get("x-beeper-pii")}
    schema |= {"x-beeper-since": raw["x-beeper-since"]} if "x-beeper-since" in raw else {}
    shape = source.shapes.of(raw["schema"], f"{where}({raw['name']})")
    required = bool(raw.get("required", False))
    named = object_field(raw)
    return Argument(
        raw["name"], snake(raw["name"]), shape, schema, _description(raw), required, raw["in"], object=named
    )


def _description(raw: Raw) -> str:
    return " ".join(str(raw.get("description", "")).split())


KINDS = {
    "application/json": "json",
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
}


def _body(source: Source, models: dict[str, Model], raw_operation: RawOperation) -> tuple[str | None, list[Argument]]:
    if "requestBody" not in raw_operation.raw:
        return None, []
    request = source.resolve(raw_operation.raw["requestBody"])
    ((content_type, content),) = request["content"].items()
    if content_type not in KINDS:
        raise SpecError(f"{raw_operation.name}: there is no rule for a body of {content_type}")
    schema = content["schema"]
    shape = source.shapes.of(schema, raw_operation.name)
    if isinstance(shape, Ref):
        required = bool(request.get("required", False))
        return KINDS[content_type], [_member(prop, required) for prop in models[shape.name].properties]
    if not isinstance(shape, Map):
        raise SpecError(f"{raw_operation.name}: a body must be an object")
    if not _resolved(source, schema).get("additionalProperties"):  # only an empty object is accepted
        return KINDS[content_type], []
    return KINDS[content_type], [Argument("", "body", shape, schema, _description(request), True, "whole")]


def _resolved(source: Source, schema: Raw) -> Raw:
    return source.schemas[str(schema["$ref"]).removeprefix(REF)] if "$ref" in schema else schema


def _member(prop: Property, body_required: bool) -> Argument:
    file = prop.raw.get("format") == "binary"
    required = prop.required and body_required
    return Argument(
        prop.wire, prop.name, prop.shape, prop.raw, _description(prop.raw), required, "body", file, object=prop.object
    )


def _result(source: Source, raw_operation: RawOperation) -> tuple[Shape | None, bool]:
    answers = {
        code: source.resolve(raw) for code, raw in raw_operation.raw["responses"].items() if str(code).startswith("2")
    }
    if not answers:
        raise SpecError(f"{raw_operation.name}: no successful response")
    contents = [answer.get("content") for answer in answers.values()]
    if any("application/octet-stream" in (content or {}) for content in contents):
        return None, True
    if not all(contents):  # some versions respond without a body, others with one that has no information
        return None, False
    strange = {kind for content in contents if content for kind in content} - {"application/json"}
    if strange:
        raise SpecError(f"{raw_operation.name}: there is no rule for a response of {', '.join(sorted(strange))}")
    shapes = {
        source.shapes.of(content["application/json"]["schema"], raw_operation.name) for content in contents if content
    }
    if len(shapes) != 1:
        raise SpecError(f"{raw_operation.name}: its successful responses differ; make them one named union")
    return shapes.pop(), False


def _auth(source: Source, raw_operation: RawOperation) -> str:
    security = raw_operation.raw.get("security", source.document.get("security", []))
    if not security:
        return "none"
    return "optional" if {} in security else "required"


def _paging(models: dict[str, Model], raw_operation: RawOperation, result: Shape | None) -> Paging | None:
    rule = raw_operation.raw.get("x-beeper-pagination")
    if rule is None:
        return None
    if not isinstance(result, Ref):
        raise SpecError(f"{raw_operation.name}: a page must be an object")
    page = {prop.wire: prop for prop in models[result.name].properties}
    items = page[rule["items"]].shape if rule["items"] in page else None
    if not isinstance(items, List) or not isinstance(items.item, Ref):
        raise SpecError(f"{raw_operation.name}: {rule['items']} must be a list of objects")
    item = {prop.wire: prop for prop in models[items.item.name].properties}
    wanted = [rule["items"], rule["has_more"], *rule["cursor"].values()]
    if not all(name in page for name in wanted) or not {rule["key"], rule.get("fallback", rule["key"])} <= set(item):
        raise SpecError(f"{raw_operation.name}: x-beeper-pagination names a field that is not there")
    fields = {wire: prop.name for wire, prop in {**item, **page}.items()}
    return Paging(result.name, items.item.name, dict(rule), fields)
