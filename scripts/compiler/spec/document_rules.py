"""What the compiler needs of a spec beyond OpenAPI, checked before anything is made of it.

Each breach is a SpecError of one line that names the place. The project's own rules of style are in
tests/compiler/spec. Here are those of the document and its operations; the others are in `openapi_grammar`,
`schema_rules` and `example_rules`.
"""

from __future__ import annotations

import keyword
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from scripts.compiler.spec import example_rules as examples
from scripts.compiler.spec import openapi_grammar as form
from scripts.compiler.spec import schema_rules
from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.openapi_grammar import METHODS, Node, is_mapping

__all__ = ["METHODS", "SpecError", "check"]

EFFECTS = ("read", "idempotent", "once")
NEEDED = ("operationId", "summary", "x-beeper-method", "x-beeper-effect", "x-beeper-since", "responses")
SCHEMAS = "#/components/schemas"
PAGES = ("items", "cursor", "has_more", "cursor_param", "direction_param", "key")
ORDERS = ("newest-first", "oldest-first")
PLACES = ("path", "query", "header")
STATUS = re.compile(r"[1-5]\d\d")
IN_PATH = re.compile(r"{(.*?)}")
Raw: TypeAlias = Mapping[str, Any]


def check(document: Any) -> None:
    """Raises SpecError for the first breach."""
    if not is_mapping(document) or not document.get("paths") or not _leads_somewhere(document, SCHEMAS):
        raise SpecError("openapi.yaml: a spec has paths and components/schemas")
    nodes = list(form.nodes(document))
    for node in nodes:
        if "$ref" in node.raw and not _leads_somewhere(document, node.raw["$ref"]):
            raise SpecError(f"{node.place}: dangling reference {node.raw['$ref']}")
    operations = [(f"{node.path[-1].upper()} {node.path[-2]}", node.raw) for node in nodes if node.kind == "operation"]
    for place, operation in operations:
        for problem in _problems(place, operation, document):
            raise SpecError(f"{place}: {problem}")
    _together(operations, document)
    schema_rules.check(nodes, document["components"]["schemas"])
    for node in nodes:
        _check_node(node)
    examples.check(nodes, dict(document))


def _check_node(node: Node) -> None:
    if node.kind == "parameter" and "in" in node.raw and node.raw["in"] not in PLACES:
        raise SpecError(f"{node.place}: in must be one of {', '.join(PLACES)}, not {node.raw['in']}")
    if node.kind == "parameter" and node.raw.get("in") == "path" and node.raw.get("required") is not True:
        raise SpecError(f"{node.place}: a parameter of the path is required: true")


def _problems(place: str, operation: Raw, document: Raw) -> Iterator[str]:
    for key in NEEDED:
        if not operation.get(key):
            yield f"{key} is missing"
    effect = operation["x-beeper-effect"]
    if effect not in EFFECTS:
        yield f"x-beeper-effect must be one of {', '.join(EFFECTS)}, not {effect}"
    method = operation["x-beeper-method"]
    if not all(part.isidentifier() and not keyword.iskeyword(part) for part in method.split(".")):
        yield f"x-beeper-method must be names separated by dots, not {method}"
    contents = _resolved(operation.get("requestBody", {}), document).get("content", {})
    if "requestBody" in operation and len(contents) != 1:
        yield f"a body has one content type, not {', '.join(sorted(contents)) or 'none'}"
    yield from _tags(operation, document)
    yield from _statuses(operation)
    yield from _parameters(place.partition(" ")[2], operation, document)
    yield from _security(operation, document)
    yield from _pages(operation, document)
    yield from _any_of(operation, contents, document)


def _resolved(raw: Raw, document: Raw) -> Raw:
    """A component, or what stands in its place; references lead somewhere by now."""
    for _ in range(10):
        if "$ref" not in raw:
            return raw
        _, _, kind, name = str(raw["$ref"]).split("/")
        raw = document["components"][kind][name]
    return {}


def _tags(operation: Raw, document: Raw) -> Iterator[str]:
    given = operation.get("tags", [])
    if len(given) != 1:
        yield f"an operation has one tag, not {len(given)}"
    known = [tag["name"] for tag in document.get("tags", ())]
    if known and given[0] not in known:
        yield f"there is no tag {given[0]}"


def _statuses(operation: Raw) -> Iterator[str]:
    for status in operation["responses"]:
        if status != "default" and not STATUS.fullmatch(status):
            yield f"{status} is not the status of a response"
    for status in operation.get("x-beeper-final", ()):
        if not STATUS.fullmatch(str(status)):
            yield f"x-beeper-final: {status} is not a status"
        if str(status) not in operation["responses"]:
            yield f"x-beeper-final: {status} is not among the responses"


def _parameters(path: str, operation: Raw, document: Raw) -> Iterator[str]:
    given = [_resolved(parameter, document) for parameter in operation.get("parameters", ())]
    keys = [(parameter.get("in"), parameter.get("name")) for parameter in given]
    for place, name in keys:
        if keys.count((place, name)) > 1:
            yield f"the parameter {name} is duplicated"
    declared, named = [name for place, name in keys if place == "path"], IN_PATH.findall(path)
    for name in named:
        if name not in declared or named.count(name) > 1:
            yield f"{{{name}}} of the path is not declared among the parameters, or is duplicated"
    for name in declared:
        if name not in named:
            yield f"the path has no {{{name}}} for the parameter {name}"


def _security(operation: Raw, document: Raw) -> Iterator[str]:
    if "security" not in operation:  # it would need no token
        yield "security is missing; an operation that needs no token has security: []"
    schemes = document["components"].get("securitySchemes", {})
    for rule in operation.get("security", ()):
        for name in rule if is_mapping(rule) else (str(rule),):
            if name not in schemes:
                yield f"there is no security scheme {name}"


def _pages(operation: Raw, document: Raw) -> Iterator[str]:
    rule = operation.get("x-beeper-pagination")
    given = [_resolved(parameter, document) for parameter in operation.get("parameters", ())]
    names = [parameter.get("name") for parameter in given if parameter.get("in") == "query"]
    if rule is None:
        if {"cursor", "direction"} <= set(names):  # it would return its first page only
            yield "x-beeper-pagination is missing, although there are the parameters cursor and direction"
        return
    lacking = [key for key in PAGES if key not in rule]
    if lacking:
        yield f"x-beeper-pagination lacks {', '.join(lacking)}"
    if {"before", "after"} != set(rule["cursor"]):
        yield "x-beeper-pagination.cursor names the fields of before and after"
    if rule.get("order", ORDERS[0]) not in ORDERS:
        yield f"x-beeper-pagination.order must be one of {', '.join(ORDERS)}, not {rule['order']}"
    for key in ("cursor_param", "direction_param"):
        if rule[key] not in names:
            yield f"x-beeper-pagination.{key}: there is no parameter {rule[key]} in the query"


def _any_of(operation: Raw, contents: Raw, document: Raw) -> Iterator[str]:
    names = operation.get("x-beeper-any-of", ())
    fields = {
        name
        for content in contents.values()
        for name in _resolved(content.get("schema", {}), document).get("properties", ())
    }
    for name in names:
        if name not in fields:
            yield f"x-beeper-any-of: the body has no field {name}"


def _together(operations: Sequence[tuple[str, Raw]], document: Raw) -> None:
    for key in ("operationId", "x-beeper-method"):
        for name, times in Counter(operation[key] for _, operation in operations).items():
            if times > 1:
                places = " and ".join(place for place, operation in operations if operation[key] == name)
                raise SpecError(f"{places}: the same {key} {name}")
    methods = {operation["x-beeper-method"] for _, operation in operations}
    for place, operation in operations:
        inside = operation["x-beeper-method"] + "."
        if any(other.startswith(inside) for other in methods):
            raise SpecError(f"{place}: {inside[:-1]} is an operation and a group of operations")
        if operation.get("x-beeper-replaced-by", operation["x-beeper-method"]) not in methods:
            raise SpecError(f"{place}: x-beeper-replaced-by names no operation: {operation['x-beeper-replaced-by']}")
    _paths(operations)
    used = {tag for _, operation in operations for tag in operation["tags"]}
    for tag in document.get("tags", ()):
        if tag["name"] not in used:
            raise SpecError(f"#/tags: no operation has the tag {tag['name']}")


def _paths(operations: Sequence[tuple[str, Raw]]) -> None:
    """Two paths that differ in the names of their parameters only are one path."""
    seen: dict[str, str] = {}
    for place, _ in operations:
        bare = IN_PATH.sub("{}", place)
        if seen.setdefault(bare, place) != place:
            raise SpecError(f"{seen[bare]} and {place}: the same path")


def _leads_somewhere(document: object, reference: str) -> bool:
    target: object = document
    for part in reference.removeprefix("#/").split("/"):
        if not is_mapping(target) or part not in target:
            return False
        target = target[part]
    return True
