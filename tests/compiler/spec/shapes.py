"""One way to write down what a field or parameter takes, so that the contract and the tables compare.

A shape leaves out texts and examples. Nullability is a flag, an enum is its sorted values wherever it is defined.
"""

from __future__ import annotations

from typing import Any

from tests.compiler.spec.document import Json, is_list, is_mapping, resolve

_BOUNDS = (
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "minLength",
    "maxLength",
    "minItems",
    "pattern",
    "default",
)
_CORE = ("type", "ref", "const", "enum", "items", "additionalProperties", "anyOf")
_FLAGS = ("required", "nullable", "deprecated", "in")


def from_spec(doc: Json, schema: Json, known: set[str]) -> Json:
    """The shape of a schema of the contract; `known` are the schema names of the tables."""
    shape = _core(doc, schema, known)
    shape |= {key: schema[key] for key in _BOUNDS if key in schema}
    if schema.get("deprecated"):
        shape["deprecated"] = True
    return shape


def _core(doc: Json, schema: Json, known: set[str]) -> Json:
    if "$ref" in schema:
        name: str = schema["$ref"].rsplit("/", 1)[-1]
        target = resolve(doc, schema)
        if name not in known and "enum" in target:
            return {"type": target["type"], "enum": sorted(target["enum"])}
        return {"ref": name}
    if "anyOf" in schema:
        return _union(doc, schema["anyOf"], known)
    if not schema.get("type"):
        return {"type": "any"}
    kind = schema["type"]
    shape: Json = {"type": kind}
    if is_list(kind):
        shape = {"type": next(k for k in kind if k != "null"), "nullable": True}
    if "const" in schema:
        shape["const"] = schema["const"]
    if "items" in schema:
        shape["items"] = from_spec(doc, schema["items"], known)
    extra = schema.get("additionalProperties")
    if extra is not None:
        shape["additionalProperties"] = extra if isinstance(extra, bool) else from_spec(doc, extra, known)
    return shape


def _union(doc: Json, variants: list[Json], known: set[str]) -> Json:
    shapes = [from_spec(doc, v, known) for v in variants]
    if {"type": "null"} not in shapes or len(variants) > 2:
        return {"anyOf": shapes}
    (shape,) = (s for s in shapes if s != {"type": "null"})
    return {**shape, "nullable": True}


def from_table(entry: Json) -> Json:
    """The shape of an entry of the tables."""
    unknown = set(entry) - {*_BOUNDS, *_CORE, *_FLAGS}
    if unknown:
        message = f"the tables say {sorted(unknown)}, which no shape has"
        raise ValueError(message)
    return _sorted_enums(entry)


def _sorted_enums(entry: Json) -> Json:
    result: dict[str, Any] = {}
    for key, value in entry.items():
        if key == "enum":
            result[key] = sorted(value)
        elif key == "anyOf":
            result[key] = [_sorted_enums(v) for v in value]
        elif key in ("items", "additionalProperties") and is_mapping(value):
            result[key] = _sorted_enums(value)
        else:
            result[key] = value
    return result
