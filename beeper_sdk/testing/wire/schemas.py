"""Schemas of the spec: unions, extensions, types."""

from __future__ import annotations

from typing import Any

from .json_values import Json
from .spec_document import resolved


def variants(node: Json) -> list[Json]:
    """The schemas of which a value may fit any; the node itself if it is no union."""
    node = resolved(node)
    inner: list[Json] = [*node.get("oneOf", ()), *node.get("anyOf", ())]
    return [variant for one in inner for variant in variants(one)] if inner else [_merged(node)]


def _merged(node: Json) -> Json:
    """A schema together with those that it extends."""
    if "allOf" not in node:
        return node
    merged: Json = {key: value for key, value in node.items() if key != "allOf"}
    for part in node["allOf"]:
        base = _merged(resolved(part))
        merged = {**base, **merged, "properties": {**base.get("properties", {}), **merged.get("properties", {})}}
    return merged


def kinds_of(schema: Json) -> set[str]:
    """The JSON types of a value; empty where a schema does not limit them."""
    kinds: Any = schema.get("type", ())
    return {kinds} if isinstance(kinds, str) else set(kinds)
