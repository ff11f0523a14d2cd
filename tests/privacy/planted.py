"""JSON of every schema in which every text is a canary, and so is every key of a map."""

from __future__ import annotations

from typing import Any

from beeper_sdk_client._model import is_list, is_object  # noqa: TID251 - plain JSON, for type checkers
from scripts.compiler.spec.schema_types import REF, Raw
from tests.generated.contract import schemas
from tests.privacy.canaries import NUMBER, word

TIME = "2026-08-31T19:41:41.000Z"
_DEEPEST = 9


def planted(raw: Raw, variant: int = 0, *, marked_only: bool = False) -> Any:
    """JSON of a schema with all its fields; where there is a choice, that of this number.

    With `marked_only`, only what the spec marks as personal, or says nothing of, is a canary."""
    return _Planter(variant, marked_only).value(raw, 0, hidden=not marked_only)


class _Planter:
    def __init__(self, variant: int, marked_only: bool) -> None:
        self._variant = variant
        self._marked_only = marked_only

    def value(self, raw: Raw, depth: int, *, hidden: bool) -> Any:
        hidden = hidden or "x-beeper-pii" in raw
        if "$ref" in raw:
            return self.value(schemas()[str(raw["$ref"]).removeprefix(REF)], depth, hidden=hidden)
        if "const" in raw:
            return raw["const"]
        members = raw.get("anyOf") or raw.get("oneOf")
        if members:
            alternatives = [member for member in members if member.get("type") != "null"] or members
            return self.value(alternatives[self._variant % len(alternatives)], depth + 1, hidden=hidden)
        if "allOf" in raw or "properties" in raw:
            return self._object(raw, depth)
        return self._simple(raw, depth, hidden)

    def _simple(self, raw: Raw, depth: int, hidden: bool) -> Any:
        kinds = raw.get("type")
        kind = next((candidate for candidate in kinds if candidate != "null"), "null") if is_list(kinds) else kinds
        match kind:
            case "string":
                return TIME if raw.get("format") == "date-time" else word() if hidden else "public"
            case "integer" | "number":
                return NUMBER if hidden and "enum" not in raw else raw.get("enum", [1])[0]
            case "boolean":
                return True
            case "array":
                return [self.value(raw["items"], depth + 1, hidden=hidden)] if depth < _DEEPEST else []
            case "null":
                return None
            case _:
                return self._map(raw.get("additionalProperties", True), depth, hidden)

    def _map(self, extra: Any, depth: int, hidden: bool) -> Any:
        if is_object(extra):
            return {word() if hidden else "public": self.value(extra, depth + 1, hidden=hidden)}
        return {word(): {word(): [word(), NUMBER]}}

    def _object(self, raw: Raw, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for part in raw.get("allOf", [raw]):
            if "$ref" in part:
                result |= self.value(part, depth, hidden=not self._marked_only)
            for wire, inner in part.get("properties", {}).items():
                if depth < _DEEPEST or wire in part.get("required", ()):
                    result[wire] = self.value(inner, depth + 1, hidden=not self._marked_only)
        if depth == 0:
            result["brandNew" if self._marked_only else word()] = {word(): word()}
        return result


def keys_of(value: Any) -> Any:
    """The same JSON, broken: lists where objects were, and the other way round."""
    if is_object(value):
        return [keys_of(inner) for inner in value.values()][:3] or [word()]
    if is_list(value):
        return {word(): inner for inner in value}
    return {word(): value} if isinstance(value, str) else word()


def half_broken(value: Any, variant: int) -> Any:
    """The same JSON with one field, somewhere, of another kind than documented."""
    if is_object(value) and value:
        name = sorted(value)[variant % len(value)]
        inner = value[name]
        deeper = variant % 2 == 0 and (is_object(inner) or is_list(inner))
        return {**value, name: half_broken(inner, variant // 2) if deeper else keys_of(inner)}
    if is_list(value) and value:
        return [half_broken(value[0], variant), *value[1:]]
    return keys_of(value)


def lacking(value: Any, variant: int) -> Any:
    """The same JSON without one of its fields."""
    if is_object(value) and value:
        gone = sorted(value)[variant % len(value)]
        return {name: inner for name, inner in value.items() if name != gone}
    return keys_of(value)
