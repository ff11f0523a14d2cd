"""Renders `api`: every operation as a function that gives a `Request`, in modules by group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinja2 import Environment

from scripts.compiler.plan.plan import Operation, Plan
from scripts.compiler.render import docstrings as docs
from scripts.compiler.render.expressions import WHOLE, Needs, annotation, load
from scripts.compiler.render.signatures import (
    body,
    check_any,
    check_chat,
    constant,
    filters,
    pair,
    path,
    returns,
    signature,
)
from scripts.compiler.spec.names import snake
from scripts.compiler.spec.schema_types import NamedUnion, Ref, UnsupportedSchema

HELPERS = {
    "_decoding": frozenset({"BinaryDecoder", "Content", "JsonDecoder", "NoContent"}),
    "_model": frozenset({"UNSET", "as_list", "as_object", "to_json"}),
    "_request": frozenset({"FormBody", "JsonBody", "MultipartBody", "Operation", "Request"}),
    "_protocols": frozenset({"PageRule"}),
}
TYPES = {
    "When": "_times",
    "ItemsOf": "_protocols",
    "FileLike": "_request",
    **dict.fromkeys(("Json", "Unset", "UnknownVariant"), "_model"),
}
Group = tuple[str, ...]


def render(environment: Environment, plan: Plan) -> dict[str, str]:
    """Every file of `api/`."""
    groups = plan.groups()
    files: dict[str, str] = {}
    for group in groups:
        files |= _api(environment, plan, groups, group)
    return files


def children(groups: dict[Group, list[Operation]], group: Group) -> list[Group]:
    """The groups directly inside a group."""
    return sorted(other for other in groups if len(other) == len(group) + 1 and other[: len(group)] == group)


def _api(environment: Environment, plan: Plan, groups: dict[Group, list[Operation]], group: Group) -> dict[str, str]:
    """The module of a group. A group with sub-groups is a package, which imports those when they are used; the root
    imports its own operations late too, as every program imports it."""
    inner = [child[-1] for child in children(groups, group)]
    here, up = "/".join(("api", *group)), "." * (len(group) + (2 if inner else 1))
    operations = groups[group]
    if not inner:
        return {f"{here}.py": _api_module(environment, plan, group, operations, up)}
    if group and operations:
        return {f"{here}/__init__.py": _api_module(environment, plan, group, operations, up, inner)}
    package = environment.get_template("package.py.jinja").render(
        doc=f"The operations of {'.'.join(group) or 'the API'}: each function returns a `Request` and sends nothing.",
        names=dict.fromkeys(_names(operations), "_operations"),
        modules=inner,
        up=len(up),
    )
    files = {f"{here}/__init__.py": package}
    if operations:
        files[f"{here}/_operations.py"] = _api_module(environment, plan, group, operations, up)
    return files


def _names(operations: list[Operation]) -> list[str]:
    """The names of the module of a group: for each operation a function, a constant, and one for its pages."""
    pages = [f"{constant(operation)}_PAGES" for operation in operations if operation.paging]
    return [*(operation.verb for operation in operations), *(constant(operation) for operation in operations), *pages]


def _api_module(
    environment: Environment,
    plan: Plan,
    group: Group,
    operations: list[Operation],
    up: str,
    modules: Sequence[str] = (),
) -> str:
    needs = Needs(closed=plan.closed)
    list_name = "List" if any(operation.verb == "list" for operation in operations) else "list"
    printed = [_named(plan, operation, needs, up, list_name) for operation in operations]
    return environment.get_template("api.py.jinja").render(
        group=group,
        operations=printed,
        imports=[*_run_imports(needs, up), *([(f"{up}_lazy", ["lazy"])] if modules else [])],
        names=sorted((*_names(operations), *modules)),
        modules=modules,
        typing_imports=type_imports(plan, needs, up),
    )


def _named(plan: Plan, operation: Operation, needs: Needs, up: str, list_name: str) -> dict[str, Any]:
    try:
        return _printed(plan, operation, needs, up, list_name)
    except UnsupportedSchema as error:
        raise UnsupportedSchema(f"{operation.name}: {error}") from None


def _run_imports(needs: Needs, up: str) -> list[tuple[str, list[str]]]:
    helpers = needs.helpers | {"Operation", "Request"}
    modules = sorted(helpers & {"_arguments", "_objects"})
    found = [(up, modules)] if modules else []
    for module, names in HELPERS.items():
        used = sorted(helpers & names)
        if used:
            found.append((f"{up}{module}", used))
    return found


def _model_imports(plan: Plan, needs: Needs, up: str) -> list[str]:
    """Import lines for inside a function: models are imported when an operation is used, not when it is named.
    It saves a program that reads chats the 40 ms that importing the models of all responses takes."""
    lines = [f"from {up}models.{plan.module(name)} import {name}" for name in sorted(needs.run)]
    return lines + [f"from {up}models.{plan.module(name)} import load_{snake(name)}" for name in sorted(needs.loaders)]


def _printed(plan: Plan, operation: Operation, needs: Needs, up: str, list_name: str) -> dict[str, Any]:
    """What the templates print of an operation."""
    local = Needs(typed=needs.typed, helpers=needs.helpers, closed=plan.closed)
    return {
        "name": operation.name,
        "verb": operation.verb,
        "constant": constant(operation),
        "method": operation.method,
        "path": operation.path,
        "effect": operation.raw["x-beeper-effect"],
        "auth": operation.auth,
        "final": operation.raw.get("x-beeper-final", []),
        "binary": operation.binary,
        "empty": "content" not in operation.raw["responses"].get("200", {"content": {}}),
        "paging": _paging(operation, needs),
        "returns": returns(operation, needs, list_name),
        "answer": _answer(plan, operation, needs, up, list_name),
        "signature": signature(operation, needs),
        "doc": docs.of_request(operation),
        "path_expression": path(operation, needs),
        "checks": list(filter(None, (check_any(operation, needs), check_chat(operation, needs)))),
        "filters": filters(operation),
        "query": [pair(argument, local) for argument in operation.of("query")],
        "headers": [pair(argument, local) for argument in operation.of("header")],
        "body": body(operation, local),
        "imports": _model_imports(plan, local, up),
    }


def _answer(plan: Plan, operation: Operation, needs: Needs, up: str, list_name: str) -> dict[str, Any] | None:
    """The function that finds the reader of a JSON response; None for other responses."""
    shape = operation.result
    if shape is None:
        needs.helpers.add("BinaryDecoder" if operation.binary else "NoContent")
        return None
    needs.helpers.add("JsonDecoder")
    local = Needs(helpers=needs.helpers)
    text = load(shape, WHOLE, local)
    return {
        "imports": _model_imports(plan, local, up),
        "type": annotation(shape, needs, list_name),
        "reader": text.removesuffix("(data)") if isinstance(shape, Ref | NamedUnion) else None,
        "expression": text,
    }


def _paging(operation: Operation, needs: Needs) -> Any:
    if operation.paging is not None:
        needs.typed.update((operation.paging.page, operation.paging.item))
        needs.helpers.add("PageRule")
    return operation.paging


def type_imports(plan: Plan, needs: Needs, up: str) -> list[tuple[str, list[str]]]:
    """Imports for annotations only."""
    found: list[tuple[str, list[str]]] = []
    for name in sorted(needs.typed):
        module = TYPES.get(name) or f"models.{plan.module(name)}"
        found.append((f"{up}{module}", [name]))
    return found
