"""What the compiler needs of a spec beyond OpenAPI, checked before anything is made of it.

Each breach is a SpecError of one line that names the place. The project's own rules of style are in tests/spec.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

METHODS = frozenset({"get", "put", "post", "delete", "patch", "head", "options", "trace"})
EFFECTS = ("read", "idempotent", "once")
NEEDED = ("operationId", "summary", "x-beeper-method", "x-beeper-effect", "responses")
SCHEMAS = "#/components/schemas"
PAGES = ("items", "cursor", "has_more", "cursor_param", "direction_param", "key")


class SpecError(Exception):
    """The spec cannot be compiled; the text names the place."""


def check(document: Any) -> None:
    """Raises SpecError for the first breach."""
    if not _is_mapping(document) or not document.get("paths") or not _leads_somewhere(document, SCHEMAS):
        raise SpecError("a spec has paths and components/schemas")
    for place, reference in _references(document, "#"):
        if not _leads_somewhere(document, reference):
            raise SpecError(f"{place}: dangling reference {reference}")
    operations = list(_operations(document))
    for place, operation in operations:
        for problem in _problems(operation):
            raise SpecError(f"{place}: {problem}")
    for key in ("operationId", "x-beeper-method"):
        for name, times in Counter(operation[key] for _, operation in operations).items():
            if times > 1:
                places = " and ".join(place for place, operation in operations if operation[key] == name)
                raise SpecError(f"{places}: the same {key} {name}")
    for place, operation in operations:
        inside = operation["x-beeper-method"] + "."
        if any(other["x-beeper-method"].startswith(inside) for _, other in operations):
            raise SpecError(f"{place}: {inside[:-1]} is an operation and a group of operations")


def _operations(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in METHODS:
                yield f"{method.upper()} {path}", operation


def _problems(operation: Mapping[str, Any]) -> Iterator[str]:
    for key in NEEDED:
        if not operation.get(key):
            yield f"{key} is missing"
    effect = operation["x-beeper-effect"]
    if effect not in EFFECTS:
        yield f"x-beeper-effect takes {', '.join(EFFECTS)}, not {effect}"
    contents = operation.get("requestBody", {}).get("content", {})
    if len(contents) > 1:
        yield f"a body has one content type, not {', '.join(sorted(contents))}"
    rule = operation.get("x-beeper-pagination")
    lacking = [key for key in PAGES if rule is not None and key not in rule]
    if lacking:
        yield f"x-beeper-pagination lacks {', '.join(lacking)}"
    if rule is not None and not {"before", "after"} <= set(rule["cursor"]):
        yield "x-beeper-pagination.cursor names the fields of before and after"


def _references(node: object, place: str) -> Iterator[tuple[str, str]]:
    if _is_mapping(node):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str):
                yield place, value
            elif key not in ("example", "default"):
                yield from _references(value, f"{place}/{key}")
    elif _is_list(node):
        for number, value in enumerate(node):
            yield from _references(value, f"{place}/{number}")


def _leads_somewhere(document: object, reference: str) -> bool:
    target = document
    for part in reference.removeprefix("#/").split("/"):
        if not _is_mapping(target) or part not in target:
            return False
        target = target[part]
    return True


def _is_mapping(node: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(node, Mapping)


def _is_list(node: object) -> TypeGuard[list[object]]:
    return isinstance(node, list)
