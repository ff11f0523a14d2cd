"""Types of a request by the spec: what pydantic would convert silently is an issue, as on a real server.

``"yes"`` is no boolean, in a body as in a query. Names that the spec does not have are ignored, as real apps do, or are
issues with ``strict_requests=True``.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from urllib.parse import parse_qsl

from .json_values import Json, is_list, is_object
from .schemas import kinds_of, variants
from .spec import Operation
from .spec_document import document, operation_of, resolved

_QUERY_FORMS = {"boolean": re.compile("true|false"), "integer": re.compile(r"-?\d+")}
"""How values that are not strings are written in a query."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d[Tt ].+")
"""How a moment begins; pydantic would read ``"1700000000"`` as Unix seconds."""


def query_issues(operation: Operation, query: str, *, unknown: bool) -> list[Json]:
    """What is wrong with a query; names that are not known count if `unknown` is set."""
    known, issues = _parameters(operation.template, operation.method), list[Json]()
    for name, value in parse_qsl(query, keep_blank_values=True):
        schema = known.get(name)
        if schema is None:
            issues += [_issue("unrecognized_keys", f"Unrecognized parameter: {name}", ["query"])] if unknown else []
            continue
        kinds = _kinds(schema)
        form = _QUERY_FORMS.get(next(iter(kinds), "")) if len(kinds) == 1 else None
        if form is not None and not form.fullmatch(value):
            issues.append(_issue("invalid_type", f"Expected {next(iter(kinds))}, received string", ["query", name]))
        issues += _date_issues(schema, value, ["query", name])
    return issues


def body_issues(operation: Operation, body: object, *, unknown: bool) -> list[Json]:
    """What is wrong with the types of a JSON body; names that are not known count if `unknown` is set."""
    schema = _body(operation.template, operation.method)
    return [] if schema is None else _issues(schema, body, ["body"], unknown)


def has_json_body(operation: Operation) -> bool:
    """Whether an operation has a JSON body, as far as the spec describes it."""
    return _body(operation.template, operation.method) is not None


@lru_cache(maxsize=256)
def _parameters(template: str, method: str) -> dict[str, Json]:
    item: Json = document()["paths"].get(template, {})
    raw: list[Json] = [*item.get("parameters", ()), *operation_of(template, method).get("parameters", ())]
    parameters = [resolved(parameter) for parameter in raw]
    return {parameter["name"]: parameter["schema"] for parameter in parameters if parameter["in"] == "query"}


@lru_cache(maxsize=256)
def _body(template: str, method: str) -> Json | None:
    content: Json = resolved(operation_of(template, method).get("requestBody", {})).get("content", {})
    schema: Json | None = content.get("application/json", {}).get("schema")
    return schema


def _kinds(schema: Json) -> set[str]:
    """The JSON types of the values in a query: those of the items of a list."""
    found: set[str] = set()
    for variant in variants(schema):
        kinds = kinds_of(variant)
        found |= _kinds(variant["items"]) if "array" in kinds and "items" in variant else kinds
    return found - {"null"}


def _issues(schema: Json, value: object, path: list[str | int], unknown: bool) -> list[Json]:
    return min((_issues_of(variant, value, path, unknown) for variant in variants(schema)), key=len)


def _issues_of(schema: Json, value: object, path: list[str | int], unknown: bool) -> list[Json]:
    kinds = kinds_of(schema)
    if kinds and not any(_is(value, kind) for kind in kinds):
        wanted = " or ".join(sorted(kinds - {"null"}))
        return [_issue("invalid_type", f"Expected {wanted}, received {_name(value)}", path)]
    if issues := _date_issues(schema, value, path):
        return issues
    if is_list(value) and "items" in schema:
        nested = (_issues(schema["items"], item, [*path, at], unknown) for at, item in enumerate(value))
        return [issue for found in nested for issue in found]
    return _issues_of_members(schema, value, path, unknown) if is_object(value) else []


def _date_issues(schema: Json, value: object, path: list[str | int]) -> list[Json]:
    wrong = schema.get("format") == "date-time" and isinstance(value, str) and not _DATE.fullmatch(value)
    return [_issue("invalid_format", "Invalid datetime", path)] if wrong else []


def _issues_of_members(schema: Json, value: Json, path: list[str | int], unknown: bool) -> list[Json]:
    known: Json = schema.get("properties", {})
    rest: object = schema.get("additionalProperties", not known)
    issues: list[Json] = []
    for name, member in value.items():
        inner = known.get(name, rest)
        if is_object(inner):
            issues += _issues(inner, member, [*path, name], unknown)
        elif unknown and inner is False:
            issues.append(_issue("unrecognized_keys", f"Unrecognized key: {name}", path))
    return issues


def _is(value: object, kind: str) -> bool:
    if isinstance(value, float):
        # JavaScript does not tell 1.0 from 1; infinity is no number to a server.
        return math.isfinite(value) and (kind == "number" or (kind == "integer" and value.is_integer()))
    if isinstance(value, int) and not isinstance(value, bool):
        return kind in ("number", "integer")
    return _name(value) == kind


_NAMES: tuple[tuple[type, str], ...] = (
    (str, "string"),
    (dict, "object"),
    (list, "array"),
    (bool, "boolean"),
    (int, "number"),
    (float, "number"),
)


def _name(value: object) -> str:
    return next((name for kind, name in _NAMES if isinstance(value, kind)), "null")


def _issue(code: str, message: str, path: list[str | int]) -> Json:
    return {"code": code, "message": message, "path": list(path)}
