"""What the schemas of a spec must keep to, beyond their form: types, limits, enums, what refers to what.

Each breach is a SpecError of one line that names the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripts.compiler.spec import model_properties
from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.openapi_grammar import Node, is_list, is_mapping

SCHEMAS = "#/components/schemas/"
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
FORMATS = ("date-time", "binary")
PERSONAL = ("text", "name", "number", "mail", "media_url", "file_name", "address", "secret", "id", "order")
RANGES = (
    *(("minimum", "maximum"), ("exclusiveMinimum", "maximum"), ("minimum", "exclusiveMaximum")),
    *(("minLength", "maxLength"), ("minItems", "maxItems")),
)


def check(nodes: Sequence[Node], schemas: Mapping[str, Mapping[str, Any]]) -> None:
    """Raises SpecError for the first breach."""
    for name in schemas:
        _no_circle(name, schemas, ())
    for node in nodes:
        for problem in _problems(node, schemas):
            raise SpecError(f"{node.place}: {problem}")


def _problems(node: Node, schemas: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield from _marks(node.raw)
    yield from _objects(node.raw, schemas)
    if node.kind == "schema":
        yield from _times(node.raw)
        yield from _types(node.raw)
        yield from _enums(node.raw)
        yield from _limits(node.raw)
        if node.path[-2:-1] != ("allOf",):  # a part may require what another part has
            yield from _required(node.raw, schemas)
        yield from _discriminators(node.raw, schemas)
        yield from model_properties.problems(node.raw, schemas)


def _marks(raw: Mapping[str, Any]) -> Iterator[str]:
    if raw.get("x-beeper-pii", "text") not in PERSONAL:
        yield f"x-beeper-pii must be one of {', '.join(PERSONAL)}, not {raw['x-beeper-pii']}"


def _objects(raw: Mapping[str, Any], schemas: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    if "x-beeper-object" not in raw:
        return
    model, _, field = str(raw["x-beeper-object"]).partition(".")
    if schemas.get(model, {}).get("properties", {}).get(field, {}).get("type") != "string":
        yield f"x-beeper-object must be a string field of a schema, such as Chat.id, not {raw['x-beeper-object']}"


def _times(raw: Mapping[str, Any]) -> Iterator[str]:
    if "x-beeper-time" in raw and (raw["x-beeper-time"] != "seconds" or raw.get("type") not in ("number", "integer")):
        yield "x-beeper-time must be seconds, of a number or an integer"


def _types(raw: Mapping[str, Any]) -> Iterator[str]:
    given: object = raw.get("type", [])
    kinds = given if is_list(given) else [given]
    if "type" in raw and not kinds:
        yield "type is empty"
    for kind in kinds:
        if not isinstance(kind, str) or kind not in TYPES:
            yield f"type must be one of {', '.join(TYPES)}, not {kind}"
    if "array" in kinds and "items" not in raw:
        yield "an array needs items"
    if raw.get("format", FORMATS[0]) not in FORMATS:
        yield f"format must be one of {', '.join(FORMATS)}, not {raw['format']}"
    for key in ("anyOf", "oneOf", "allOf"):
        if key in raw and not raw[key]:
            yield f"{key} is empty"


def _enums(raw: Mapping[str, Any]) -> Iterator[str]:
    values: list[object] = raw.get("enum", [])
    if "enum" in raw:
        kinds: set[type] = {type(value) for value in values}
        if kinds not in ({str}, {int}):
            yield "an enum must have at least one value, and be strings or integers only"
        elif len(set(values)) != len(values):
            twice = next(value for number, value in enumerate(values) if value in values[:number])
            yield f"the enum has {twice} twice"
    for value in [*values, *([raw["const"]] if "const" in raw else [])]:
        if "type" in raw and not _fits(value, raw["type"]):
            yield f"{value!r} is not of the type {raw['type']}"


def _fits(value: object, kinds: str | list[str]) -> bool:
    wanted = tuple(kind for name in ([kinds] if isinstance(kinds, str) else kinds) for kind in TYPES[name])
    return isinstance(value, wanted) and (not isinstance(value, bool) or bool in wanted)


def _limits(raw: Mapping[str, Any]) -> Iterator[str]:
    for least, most in RANGES:
        if least in raw and most in raw and raw[least] > raw[most]:
            yield f"{least} {raw[least]} is above {most} {raw[most]}"
    if "pattern" in raw:
        try:
            re.compile(raw["pattern"])
        except re.error as error:
            yield f"the pattern cannot be read: {error}"


def _required(raw: Mapping[str, Any], schemas: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    parts = raw.get("allOf", [raw])
    there = set(properties(raw, schemas))
    needed = [name for part in parts for name in part.get("required", ())]
    missing = [name for name in needed if name not in there]
    if missing and (there or "allOf" in raw or raw.get("type") == "object"):
        yield f"required names {', '.join(missing)}, which is not among the properties"
    twice = sorted({name for name in needed if needed.count(name) > 1})
    if twice:
        yield f"required names {', '.join(twice)} twice"


def properties(raw: Mapping[str, Any], schemas: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The fields of a schema, with those that it inherits."""
    if "$ref" in raw:
        return properties(schemas[raw["$ref"].removeprefix(SCHEMAS)], schemas)
    found: dict[str, Mapping[str, Any]] = {}
    for part in raw.get("allOf", ()):
        found |= properties(part, schemas)
    found |= raw.get("properties", {})
    return found


def _discriminators(raw: Mapping[str, Any], schemas: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    rule = raw.get("discriminator")
    if rule is None:
        return
    members = [*raw.get("anyOf", ()), *raw.get("oneOf", ())]
    for member in members:
        if rule["propertyName"] not in properties(member, schemas):
            yield f"the discriminator names {rule['propertyName']}, which {_name(member)} does not have"
    for value, target in rule.get("mapping", {}).items():
        if target not in [member.get("$ref") for member in members]:
            yield f"the discriminator leads from {value} to {target}, which is no member"


def _name(member: Mapping[str, Any]) -> str:
    return str(member["$ref"]).removeprefix(SCHEMAS) if "$ref" in member else "a member"


def _no_circle(name: str, schemas: Mapping[str, Mapping[str, Any]], inside: tuple[str, ...]) -> None:
    """A schema may hold itself in a field, but must not be made of itself: there is no first one to begin with."""
    if name in inside:
        round_trip = " -> ".join((*inside[inside.index(name) :], name))
        raise SpecError(f"{SCHEMAS}{name}: it is made of itself: {round_trip}")
    raw = schemas[name]
    if "allOf" in raw:
        targets = [part["$ref"] for part in raw["allOf"] if "$ref" in part]
    else:
        targets = [] if "properties" in raw or "enum" in raw else list(_made_of(raw))
    for target in targets:
        _no_circle(str(target).removeprefix(SCHEMAS), schemas, (*inside, name))


def _made_of(raw: Mapping[str, Any]) -> Iterator[str]:
    if "$ref" in raw:
        yield raw["$ref"]
    inner = [*raw.get("anyOf", ()), *raw.get("oneOf", ()), raw.get("items"), raw.get("additionalProperties")]
    for item in inner:
        if is_mapping(item):
            yield from _made_of(item)
