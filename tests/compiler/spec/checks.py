"""The rules of the contract as functions: each takes a document and lists what breaks its rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Protocol, TypeAlias

from jsonschema import Draft202012Validator, ValidationError

from tests.compiler.spec.document import Json, fields, nodes, operations, parameters, resolve, schemas

Check: TypeAlias = Callable[[Json], list[str]]

EFFECTS: Final = ("read", "idempotent", "once")
PERSONAL: Final = ("text", "name", "number", "mail", "media_url", "file_name", "address", "secret", "id", "order")
_VERSION: Final = re.compile(r"4\.\d+\.\d+")


class _Validator(Protocol):
    """What is used of jsonschema, whose own annotations have holes."""

    def validate(self, instance: object, /) -> None: ...


def _validator(schema: Json) -> _Validator:
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def names(doc: Json) -> list[str]:
    """operationId is the method with underscores, and no two operations share one."""
    found = list[str]()
    seen = set[str]()
    for op in operations(doc):
        method = op.body.get("x-beeper-method", "")
        if not re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)*", method):
            found.append(f"{op.key}: x-beeper-method is {method!r}")
        if op.body.get("operationId") != method.replace(".", "_"):
            found.append(f"{op.key}: operationId {op.body.get('operationId')!r} does not follow {method!r}")
        if method in seen:
            found.append(f"{op.key}: {method} again")
        seen.add(method)
    return found


def tags(doc: Json) -> list[str]:
    """Each operation has one tag, each tag has operations, and generators leave its name as it is."""
    listed = [t["name"] for t in doc["tags"]]
    used = [op.body.get("tags", []) for op in operations(doc)]
    found = [f"{op.key}: tags {t}" for op, t in zip(operations(doc), used, strict=True) if len(t) != 1]
    found += [f"{name}: not in the list of tags" for t in used for name in t if name not in listed]
    found += [f"{name}: not used" for name in listed if [name] not in used]
    found += [f"{name}: renamed by a generator" for name in listed if not re.fullmatch(r"[A-Z][a-z0-9]+", name)]
    return found + [f"{name}: reserved by a generator" for name in listed if name in {"App", "Info"}]


def effects(doc: Json) -> list[str]:
    """Every operation says its effect, and every GET reads."""
    found = list[str]()
    for op in operations(doc):
        effect = op.body.get("x-beeper-effect")
        if effect not in EFFECTS or (op.http == "GET" and effect != "read"):
            found.append(f"{op.key}: x-beeper-effect is {effect}")
    return found


def own_security(doc: Json) -> list[str]:
    """No security is inherited, and only the one scheme is used."""
    found = [] if doc.get("security") == [] else ["a security rule for all operations"]
    for op in operations(doc):
        rules = op.body.get("security")
        if rules is None or any(set(rule) - {"bearer"} for rule in rules):
            found.append(f"{op.key}: security is {rules}")
    return found


def path_parameters(doc: Json) -> list[str]:
    """The path parameters of an operation are those of its path, in that order, and required."""
    found = list[str]()
    for op in operations(doc):
        given = [p for p in parameters(doc, op) if p["in"] == "path"]
        if [p["name"] for p in given] != re.findall(r"{(.*?)}", op.path):
            found.append(f"{op.key}: path parameters {[p['name'] for p in given]}")
        found += [f"{op.key}: {p['name']} is optional" for p in given if p.get("required") is not True]
    return found


def pages(doc: Json) -> list[str]:
    """A pagination rule names fields and parameters that are there, and every page with a cursor has one."""
    found = list[str]()
    for op in operations(doc):
        rule = op.body.get("x-beeper-pagination")
        has_cursor = "cursor" in {p["name"] for p in parameters(doc, op)}
        if rule is None or not has_cursor:
            found += [f"{op.key}: rule or cursor without the other"] if has_cursor or rule is not None else []
            continue
        found += [f"{op.key}: {problem}" for problem in _page_problems(doc, rule, op.body, parameters(doc, op))]
    return found


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
    found: Json = next(p["schema"] for p in given if p["name"] == name)
    return found


def _has(doc: Json, schema: Json, name: str) -> bool:
    schema = resolve(doc, schema)
    return name in schema.get("properties", {}) or any(_has(doc, part, name) for part in schema.get("allOf", []))


def successors(doc: Json) -> list[str]:
    """Deprecated operations are those of version 0, and each names an operation that is not."""
    living = {op.body["x-beeper-method"] for op in operations(doc) if not op.body.get("deprecated")}
    found = list[str]()
    for op in operations(doc):
        old = op.path.startswith("/v0/")
        named = op.body.get("x-beeper-replaced-by")
        if old is not op.body.get("deprecated", False) or (named in living) is not old:
            found.append(f"{op.key}: deprecated {op.body.get('deprecated')}, replaced by {named}")
    return found


def texts(doc: Json) -> list[str]:
    """Operations have a summary; answers, parameters, schemas and fields have a description."""
    found = [op.key for op in operations(doc) if not op.body.get("summary", "").endswith(".")]
    described: dict[str, Json] = {**schemas(doc), **dict(fields(doc))}
    for op in operations(doc):
        described |= {f"{op.key} {p['name']}": p for p in parameters(doc, op)}
        described |= {f"{op.key} {s}": resolve(doc, r) for s, r in op.body["responses"].items()}
    return found + [key for key, node in described.items() if not node.get("description", "").endswith(".")]


def formats(doc: Json) -> list[str]:
    """No format that changes a type in a generator, and no nullable of OpenAPI 3.0."""
    found = list[str]()
    for path, node in nodes(doc):
        if path[-1:] == ("properties",):
            continue
        if isinstance(node.get("format"), str) and node["format"] not in ("date-time", "binary"):
            found.append(f"{'.'.join(path)}: format {node['format']}")
        if "nullable" in node:
            found.append(f"{'.'.join(path)}: nullable")
    return found


def named(doc: Json) -> list[str]:
    """Objects with fields and enums stand among the components, not inside others."""
    found = list[str]()
    for path, node in nodes(doc):
        inside = path[:2] != ("components", "schemas") or (len(path) > 3 and path[3] != "allOf")
        if inside and path[-1:] != ("properties",) and (isinstance(node.get("enum"), list) or "properties" in node):
            found.append(".".join(path))
    return found


def examples(doc: Json) -> list[str]:
    """Every schema has an example, and those of schemas and parameters are valid, formats included."""
    found = list[str]()
    given: list[tuple[str, Json, Json]] = [(name, s, s) for name, s in schemas(doc).items()]
    for op in operations(doc):
        given += [(f"{op.key} {p['name']}", p, p["schema"]) for p in parameters(doc, op) if "example" in p]
    for name, node, schema in given:
        if "example" not in node:
            found.append(f"{name}: no example")
            continue
        rooted = {**schema, "components": doc["components"]}
        validator = _validator(rooted)
        try:
            validator.validate(node["example"])
        except ValidationError as error:
            found.append(f"{name}: {error.json_path} {error.message}")
    return found


def values(doc: Json) -> list[str]:
    """Extensions hold values of their kind."""
    found = list[str]()
    for path, node in nodes(doc):
        for key in ("x-beeper-since", "x-beeper-removed"):
            if key in node and not _VERSION.fullmatch(node[key]):
                found.append(f"{'.'.join(path)}: {key} {node[key]!r}")
        if node.get("x-beeper-pii", "text") not in PERSONAL:
            found.append(f"{'.'.join(path)}: x-beeper-pii {node['x-beeper-pii']!r}")
    return found + [f"{op.key}: no x-beeper-since" for op in operations(doc) if "x-beeper-since" not in op.body]


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
