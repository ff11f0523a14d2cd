"""Edits of a spec as small values, so that a table of them can be read."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from beeper_sdk._cli.doctor.openapi_document import is_array, is_node
from scripts.compiler.compare import compare

Document: TypeAlias = dict[str, Any]
Edit: TypeAlias = Callable[[Document], None]
Step: TypeAlias = str | int
HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def load(path: Path) -> Document:
    """A document of YAML."""
    loaded: Document = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


MINI = load(HERE / "mini.yaml")


def edited(document: Document, *edits: Edit) -> Document:
    """A copy with the edits made."""
    result = copy.deepcopy(document)
    for edit in edits:
        edit(result)
    return result


def find(document: Document, steps: Sequence[Step]) -> Any:
    """``chats.list`` is an operation, ``#Chat`` a schema, ``/components`` a key; then keys; ``?limit`` a parameter."""
    first, *rest = steps
    where: Any = _start(document, str(first))
    for segment in rest:
        if isinstance(segment, str) and segment.startswith("?"):
            where = next(parameter for parameter in where["parameters"] if parameter.get("name") == segment[1:])
        else:
            where = where[segment]
    return where


def _start(document: Document, first: str) -> Any:
    if first.startswith("#"):
        return document["components"]["schemas"][first[1:]]
    if first.startswith("/"):
        return document[first[1:]]
    operations = (raw for item in document["paths"].values() for raw in item.values() if is_node(raw))
    return next(raw for raw in operations if raw["x-beeper-method"] == first)


def put(*steps: Step, to: Any) -> Edit:
    """Set what the steps lead to."""

    def edit(document: Document) -> None:
        find(document, steps[:-1])[steps[-1]] = copy.deepcopy(to)

    return edit


def remove(*steps: Step) -> Edit:
    """Remove what the steps lead to."""

    def edit(document: Document) -> None:
        *rest, last = steps
        if isinstance(last, str) and last.startswith("?"):
            where = find(document, rest)
            where["parameters"] = [parameter for parameter in where["parameters"] if parameter.get("name") != last[1:]]
        elif not rest:
            del document["components"]["schemas"][str(last)[1:]]
        else:
            del find(document, rest)[last]

    return edit


def add(*steps: Step, value: Any) -> Edit:
    """Put a value at the end of a list."""

    def edit(document: Document) -> None:
        find(document, steps).append(copy.deepcopy(value))

    return edit


def less(*steps: Step, value: Any) -> Edit:
    """Remove a value from a list."""

    def edit(document: Document) -> None:
        find(document, steps).remove(value)

    return edit


def route(old: str, new: str) -> Edit:
    """Give an operation's path another spelling."""

    def edit(document: Document) -> None:
        document["paths"] = {new if path == old else path: item for path, item in document["paths"].items()}

    return edit


def schema(old: str, new: str) -> Edit:
    """Give a schema another name wherever it is used."""

    def walk(raw: Any) -> Any:
        if is_node(raw):
            return {key: walk(value) for key, value in raw.items()}
        if is_array(raw):
            return [walk(value) for value in raw]
        return f"#/components/schemas/{new}" if raw == f"#/components/schemas/{old}" else raw

    def edit(document: Document) -> None:
        document.update(walk(document))
        schemas = document["components"]["schemas"]
        document["components"]["schemas"] = {new if name == old else name: raw for name, raw in schemas.items()}

    return edit


def reported(document: Document, *edits: Edit) -> set[str]:
    """What the edits change, as ``class | kind | name``."""
    return {f"{change.level} | {change.kind} | {change.name}" for change in compare(document, edited(document, *edits))}
