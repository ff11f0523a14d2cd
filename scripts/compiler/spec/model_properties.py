"""Properties of models that are computed, not sent: the extension ``x-beeper-property``.

Its function is in the module of the runtime that has the function's name after an underscore. The type and the
docstring of the property are those of the function.
"""

from __future__ import annotations

import ast
import keyword
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from scripts.compiler.spec.errors import SpecError
from scripts.compiler.spec.names import RESERVED, snake

EXTENSION = "x-beeper-property"
RUNTIME = Path(__file__).parent.parent / "runtime"
SCHEMAS = "#/components/schemas/"
MEMBERS = RESERVED | {"missing_fields", "text_status"}
"""Names that models have besides their fields."""


@frozen
class ComputedProperty:
    """A read-only property of a model."""

    name: str
    function: str
    module: str
    """The module of the runtime with the function."""
    type: str
    is_own_type: bool
    """Does that module define the type? Then users import it from `models`."""
    doc: str


def computed_property(raw: Mapping[str, Any]) -> ComputedProperty | None:
    """The property that a schema adds to its model; None if it adds none."""
    if EXTENSION not in raw:
        return None
    name, function = raw[EXTENSION]["name"], raw[EXTENSION]["function"]
    node = _function(function)
    if node is None or node.returns is None:
        raise SpecError(f"{EXTENSION}: {_missing(function)}")
    kind = ast.unparse(node.returns)
    is_own = kind in _aliases(function)
    return ComputedProperty(name, function, f"_{function}", kind, is_own, ast.get_docstring(node) or "")


def own_types(properties: Iterable[ComputedProperty | None]) -> dict[str, str]:
    """The types that the modules of properties define, each with its module."""
    return {each.type: each.module for each in properties if each is not None and each.is_own_type}


def problems(raw: Mapping[str, Any], schemas: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """What is wrong with the properties of a schema, its own and those of its bases."""
    if EXTENSION in raw:
        yield from _own_problems(raw[EXTENSION])
        if "properties" not in raw and "allOf" not in raw:
            yield f"{EXTENSION} is only for an object with properties"
    inherited = [base[EXTENSION]["name"] for base in _bases(raw, schemas) if EXTENSION in base]
    names = [*inherited, *([raw[EXTENSION]["name"]] if EXTENSION in raw else [])]
    fields = {snake(wire) for wire in _fields(raw, schemas)}
    for name in sorted({name for name in names if name in fields or name in MEMBERS or names.count(name) > 1}):
        yield f"{EXTENSION}: there is already a {name}"


def _own_problems(rule: Mapping[str, str]) -> Iterator[str]:
    name, function = rule["name"], rule["function"]
    if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_"):
        yield f"{EXTENSION}: {name} cannot be the name of a property in Python"
    if _function(function) is None:
        yield f"{EXTENSION}: {_missing(function)}"


def _missing(function: str) -> str:
    return f"there is no function {function} with a result type in scripts/compiler/runtime/_{function}.py"


@cache
def _statements(function: str) -> list[ast.stmt]:
    """What is in the module of a function; nothing if there is no such module."""
    path = RUNTIME / f"_{function}.py"
    if not function.isidentifier() or not path.is_file():
        return []
    return ast.parse(path.read_text(encoding="utf-8")).body


def _function(name: str) -> ast.FunctionDef | None:
    """A function of the runtime with an annotated result."""
    functions = (node for node in _statements(name) if isinstance(node, ast.FunctionDef) and node.returns is not None)
    return next((node for node in functions if node.name == name), None)


def _aliases(function: str) -> set[str]:
    """The names of the types that the module of a function defines."""
    targets = (node.target for node in _statements(function) if isinstance(node, ast.AnnAssign))
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _bases(raw: Mapping[str, Any], schemas: Mapping[str, Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for part in raw.get("allOf", ()):
        if "$ref" in part:
            base = schemas[str(part["$ref"]).removeprefix(SCHEMAS)]
            yield base
            yield from _bases(base, schemas)


def _fields(raw: Mapping[str, Any], schemas: Mapping[str, Mapping[str, Any]]) -> set[str]:
    parts = [raw, *_bases(raw, schemas)]
    inner = [part for each in parts for part in each.get("allOf", ())]
    return {wire for part in (*parts, *inner) for wire in part.get("properties", {})}
