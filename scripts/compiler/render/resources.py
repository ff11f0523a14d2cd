"""Renders `resources`: classes that send the operations, blocking and async, one module per top group."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from scripts.compiler.plan.plan import Operation, Plan
from scripts.compiler.render import docstrings as docs
from scripts.compiler.render.api import Group, children, type_imports
from scripts.compiler.render.expressions import Needs
from scripts.compiler.render.signatures import constant, places, returns, signature
from scripts.compiler.spec.names import api_class


def render(environment: Environment, plan: Plan) -> dict[str, str]:
    """Every file of `resources/`."""
    groups = plan.groups()
    files: dict[str, str] = {}
    tops = sorted(group[0] for group in groups if len(group) == 1)
    for top in (None, *tops):
        inside = [group for group in groups if group[:1] == ((top,) if top else ())]
        files[f"resources/{top or '_root'}.py"] = _resource(environment, plan, groups, inside, top, tops)
    classes = {api_class(group): group[0] if group else "_root" for group in groups}
    classes |= {f"Async{name}": module for name, module in classes.items()}
    files["resources/__init__.py"] = environment.get_template("package.py.jinja").render(
        doc="Classes that send the operations, one per group. Each is imported when it is first used.",
        names=classes,
        modules=[],
        up=2,
    )
    return files


def _resource(
    environment: Environment,
    plan: Plan,
    groups: dict[Group, list[Operation]],
    inside: list[Group],
    top: str | None,
    tops: list[str],
) -> str:
    needs = Needs(closed=plan.closed)
    operations = [operation for group in inside for operation in groups[group]]
    ordered = sorted(inside, key=lambda group: (-len(group), group))
    printed = [_group(plan, group, needs) for group in ordered]
    modules = sorted({_alias(operation.group) for operation in operations})
    return environment.get_template("resource.py.jinja").render(
        top=top,
        tops=[] if top else tops,
        groups=printed,
        api_modules=[((".." + ".".join(path[:-1]), path[-1]), alias) for alias, path in modules],
        uses_unset="UNSET" in needs.helpers,
        typing_imports=[*type_imports(plan, needs, ".."), *_content(needs)],
    )


def _content(needs: Needs) -> list[tuple[str, list[str]]]:
    return [(".._decoding", ["Content"])] if "Content" in needs.helpers else []


def _alias(group: Group) -> tuple[str, tuple[str, ...]]:
    """How a resource module calls the api module of a group."""
    return "_" + ("_".join(group) or "root"), ("api", *group)


def _group(plan: Plan, group: Group, needs: Needs) -> dict[str, Any]:
    groups = plan.groups()
    inner = children(groups, group)
    shadow = any(operation.verb == "list" for operation in groups[group])
    return {
        "path": group,
        "doc": docs.of_group(plan, group) if group else "The API: its groups of operations, `focus` and `search`.",
        "children": [(child, docs.of_group(plan, child, "        ")) for child in inner],
        "operations": [_method(operation, needs, shadow=shadow) for operation in groups[group]],
    }


def _method(operation: Operation, needs: Needs, *, shadow: bool) -> dict[str, Any]:
    last, keywords = places(operation)
    call = [last.name] if last is not None else []
    call += [f"{argument.name}={argument.name}" for argument in keywords]
    if operation.paging is not None:
        needs.typed.add(operation.paging.item)
    return {
        "verb": operation.verb,
        "constant": constant(operation),
        "module": _alias(operation.group)[0],
        "paging": operation.paging,
        "method_signature": signature(operation, needs, method=True),
        "method_signature_paged": signature(operation, needs, method=True, paged=True),
        "returns": returns(operation, needs, "List" if shadow else "list"),
        "doc_method": docs.of_method(operation),
        "doc_paged": docs.of_method(operation, paged=True),
        "call": ", ".join(call),
    }
