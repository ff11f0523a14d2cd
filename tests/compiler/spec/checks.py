"""The rules of the contract as functions: each takes a document and lists what breaks its rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from jsonschema_rs import ValidationError

from tests.compiler.spec.document import Json, fields, nodes, operations, parameters, resolve, schemas
from tests.schema_check import SchemaCheck

Check: TypeAlias = Callable[[Json], list[str]]

EFFECTS: Final = ("read", "idempotent", "once")
PERSONAL: Final = ("text", "name", "number", "mail", "media_url", "file_name", "address", "secret", "id", "order")
_VERSION: Final = re.compile(r"4\.\d+\.\d+")


def names(doc: Json) -> list[str]:
    """operationId is the method with underscores, and no two operations share one."""
    problems = list[str]()
    seen = set[str]()
    for op in operations(doc):
        method = op.body.get("x-beeper-method", "")
        if not re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)*", method):
            problems.append(f"{op.key}: x-beeper-method is {method!r}")
        if op.body.get("operationId") != method.replace(".", "_"):
            problems.append(f"{op.key}: operationId {op.body.get('operationId')!r} does not follow {method!r}")
        if method in seen:
            problems.append(f"{op.key}: {method} again")
        seen.add(method)
    return problems


def tags(doc: Json) -> list[str]:
    """Each operation has one tag, each tag has operations, and generators leave its name as it is."""
    listed = [t["name"] for t in doc["tags"]]
    used = [op.body.get("tags", []) for op in operations(doc)]
    problems = [f"{op.key}: tags {t}" for op, t in zip(operations(doc), used, strict=True) if len(t) != 1]
    problems += [f"{name}: not in the list of tags" for t in used for name in t if name not in listed]
    problems += [f"{name}: not used" for name in listed if [name] not in used]
    problems += [f"{name}: renamed by a generator" for name in listed if not re.fullmatch(r"[A-Z][a-z0-9]+", name)]
    return problems + [f"{name}: reserved by a generator" for name in listed if name in {"App", "Info"}]


def effects(doc: Json) -> list[str]:
    """Every operation says its effect, and every GET reads."""
    problems = list[str]()
    for op in operations(doc):
        effect = op.body.get("x-beeper-effect")
        if effect not in EFFECTS or (op.http == "GET" and effect != "read"):
            problems.append(f"{op.key}: x-beeper-effect is {effect}")
    return problems


def own_security(doc: Json) -> list[str]:
    """No security is inherited, and only the one scheme is used."""
    problems = [] if doc.get("security") == [] else ["a security rule for all operations"]
    for op in operations(doc):
        rules = op.body.get("security")
        if rules is None or any(set(rule) - {"bearer"} for rule in rules):
            problems.append(f"{op.key}: security is {rules}")
    return problems


def path_parameters(doc: Json) -> list[str]:
    """The path parameters of an operation are those of its path, in that order, and required."""
    problems = list[str]()
    for op in operations(doc):
        given = [p for p in parameters(doc, op) if p["in"] == "path"]
        if [p["name"] for p in given] != re.findall(r"{(.*?)}", op.path):
            problems.append(f"{op.key}: path parameters {[p['name'] for p in given]}")
        problems += [f"{op.key}: {p['name']} is optional" for p in given if p.get("required") is not True]
    return problems


def pages(doc: Json) -> list[str]:
    """A pagination rule names fields and parameters that are there, and every page with a cursor has one."""
    problems = list[str]()
    for op in operations(doc):
        rule = op.body.get("x-beeper-pagination")
        has_cursor = "cursor" in {p["name"] for p in parameters(doc, op)}
        if rule is None or not has_cursor:
            problems += [f"{op.key}: rule or cursor without the other"] if has_cursor or rule is not None else []
            continue
        problems += [f"{op.key}: {problem}" for problem in _page_problems(doc, rule, op.body, parameters(doc, op))]
    return problems


def _page_problems(doc: Json, rule: Json, body: Json, given: list[Json]) -> Iterator[str]:
    page = resolve(doc, body["responses"]["200"]["content"]["application/json"]["schema"])["properties"]
    for name in (rule["items"], rule["has_more"], *rule["cursor"].values()):
        if name not in page:
            yield f"no {name} in its page"
    for name in (rule["cursor_param"], rule["direction_param"]):
        if name not in {p["name"] for p in given}:
            yield f"no parameter {name}"
    if set(rule["cursor"]) != set(resolve(doc, _schema(given, rule["direction_param"]))["enum"]):
        yield "cursors and directions differ"
    item = resolve(doc, page[rule["items"]]["items"])
    for name in filter(None, (rule["key"], rule.get("fallback"))):
        if not _has(doc, item, name):
            yield f"no {name} in its items"


def _schema(given: list[Json], name: str) -> Json:
    schema: Json = next(p["schema"] for p in given if p["name"] == name)
    return schema


def _has(doc: Json, schema: Json, name: str) -> bool:
    schema = resolve(doc, schema)
    return name in schema.get("properties", {}) or any(_has(doc, part, name) for part in schema.get("allOf", []))


def successors(doc: Json) -> list[str]:
    """Deprecated operations are those of version 0, and each names an operation that is not."""
    living = {op.body["x-beeper-method"] for op in operations(doc) if not op.body.get("deprecated")}
    problems = list[str]()
    for op in operations(doc):
        old = op.path.startswith("/v0/")
        successor = op.body.get("x-beeper-replaced-by")
        if old is not op.body.get("deprecated", False) or (successor in living) is not old:
            problems.append(f"{op.key}: deprecated {op.body.get('deprecated')}, replaced by {successor}")
    return problems


def texts(doc: Json) -> list[str]:
    """Operations have a summary; answers, parameters, schemas and fields have a description."""
    problems = [op.key for op in operations(doc) if not op.body.get("summary", "").endswith(".")]
    described: dict[str, Json] = {**schemas(doc), **dict(fields(doc))}
    for op in operations(doc):
        described |= {f"{op.key} {p['name']}": p for p in parameters(doc, op)}
        described |= {f"{op.key} {s}": resolve(doc, r) for s, r in op.body["responses"].items()}
    return problems + [key for key, node in described.items() if not node.get("description", "").endswith(".")]


def formats(doc: Json) -> list[str]:
    """No format that changes a type in a generator, and no nullable of OpenAPI 3.0."""
    problems = list[str]()
    for path, node in nodes(doc):
        if path[-1:] == ("properties",):
            continue
        if isinstance(node.get("format"), str) and node["format"] not in ("date-time", "binary"):
            problems.append(f"{'.'.join(path)}: format {node['format']}")
        if "nullable" in node:
            problems.append(f"{'.'.join(path)}: nullable")
    return problems


def named(doc: Json) -> list[str]:
    """Objects with fields and enums stand among the components, not inside others."""
    problems = list[str]()
    for path, node in nodes(doc):
        inside = path[:2] != ("components", "schemas") or (len(path) > 3 and path[3] != "allOf")
        if inside and path[-1:] != ("properties",) and (isinstance(node.get("enum"), list) or "properties" in node):
            problems.append(".".join(path))
    return problems


def examples(doc: Json) -> list[str]:
    """Every schema has an example, and those of schemas and parameters are valid, formats included."""
    problems = list[str]()
    schema_check = SchemaCheck(doc)
    given: list[tuple[str, Json, Json]] = [
        (name, node, {"$ref": f"#/components/schemas/{name}"}) for name, node in schemas(doc).items()
    ]
    for op in operations(doc):
        given += [(f"{op.key} {p['name']}", p, p["schema"]) for p in parameters(doc, op) if "example" in p]
    for name, node, schema in given:
        if "example" not in node:
            problems.append(f"{name}: no example")
            continue
        try:
            schema_check.validator(schema).validate(node["example"])
        except ValidationError as error:
            problems.append(f"{name}: {error.instance_path} {error.message}")
    return problems


def values(doc: Json) -> list[str]:
    """Extensions hold values of their kind."""
    problems = list[str]()
    for path, node in nodes(doc):
        for key in ("x-beeper-since", "x-beeper-removed"):
            if key in node and not _VERSION.fullmatch(node[key]):
                problems.append(f"{'.'.join(path)}: {key} {node[key]!r}")
        if node.get("x-beeper-pii", "text") not in PERSONAL:
            problems.append(f"{'.'.join(path)}: x-beeper-pii {node['x-beeper-pii']!r}")
    return problems + [f"{op.key}: no x-beeper-since" for op in operations(doc) if "x-beeper-since" not in op.body]


ALL: Final[list[Check]] = [
    names,
    tags,
    effects,
    own_security,
    path_parameters,
    pages,
    successors,
    texts,
    formats,
    named,
    examples,
    values,
]
