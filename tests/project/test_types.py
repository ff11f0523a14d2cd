"""Every class and alias in the annotations of what is public can be imported from a public module.

Who writes a function that is given a `Stream` or a `Pager` must be able to say so. The text of the modules is read:
many names in annotations are imported for type checkers only, and are not there at run time.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from beeper_sdk import types
from tests.project.surface import MODULES

SDK = ["beeper_sdk", *(f"beeper_sdk.{name}" for name in MODULES)]
FOR_THE_FAKE_SERVER = {
    ("beeper_sdk.testing.quirks._base", "Quirk"),
    ("beeper_sdk.testing.recorded.requests", "Requests"),
}
"""Users choose quirks by name and read recorded requests: the functions of both are called by the server only."""
GIVEN_BY_THE_FAKE = ("FakeClock", "Me", "Person", "RuleHandle", "WebSockets", "World", "WorldView")
"""Nobody makes these but a FakeBeeper."""
CLIENT = ["beeper_sdk_client", *(f"beeper_sdk_client.{name}" for name in ("api", "models", "resources"))]


class Module(NamedTuple):
    """A module as it is written."""

    definitions: dict[str, ast.stmt]
    imports: dict[str, tuple[str, str]]
    """For each name the module it comes from, and its name there."""
    listed: list[str]


@cache
def module(name: str) -> Module | None:
    """The text of one of our modules; None for those of others, and for what is no module."""
    if name.split(".", maxsplit=1)[0] not in ("beeper_sdk", "beeper_sdk_client"):
        return None
    try:
        spec = find_spec(name)
    except ModuleNotFoundError:  # the name of a class follows that of its module
        return None
    if spec is None or spec.origin is None:
        return None
    tree = ast.parse(Path(spec.origin).read_text())
    package = name.split(".") if spec.submodule_search_locations else name.split(".")[:-1]
    imports: dict[str, tuple[str, str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*base, *filter(None, [node.module])])
            imports |= {alias.asname or alias.name: (source, alias.name) for alias in node.names}
    definitions: dict[str, ast.stmt] = {}
    for statement in tree.body:
        match statement:
            case ast.ClassDef(name=defined) | ast.FunctionDef(name=defined) | ast.AsyncFunctionDef(name=defined):
                definitions[defined] = statement
            case ast.AnnAssign(target=ast.Name(id=defined)) | ast.Assign(targets=[ast.Name(id=defined)]):
                definitions[defined] = statement
            case _:
                pass
    listed = definitions.get("__all__")
    exported = [alias for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]
    reexports = [alias.name for alias in exported if alias.asname == alias.name]
    names = ast.literal_eval(listed.value) if isinstance(listed, ast.Assign) else [*definitions, *reexports]
    return Module(definitions, imports, [public_name for public_name in names if not public_name.startswith("_")])


def resolve(where: str, name: str) -> tuple[str, str] | None:
    """The module that defines a name, and its name there, which is empty for a module. None for what is not ours."""
    known = module(where)
    if known is None or name in known.definitions:
        return None if known is None else (where, name)
    if name in known.imports and known.imports[name][0] != where:
        return resolve(*known.imports[name])
    return (f"{where}.{name}", "") if module(f"{where}.{name}") else None


@cache
def public() -> frozenset[tuple[str, str] | None]:
    """What public modules name, by where it is defined."""
    homes = {home: module(home) for home in (*SDK, *CLIENT)}
    return frozenset(resolve(home, name) for home, known in homes.items() if known is not None for name in known.listed)


def referenced(where: str, node: ast.AST | None) -> Iterator[tuple[str, str]]:
    """What an annotation names of ours."""
    match node:
        case None:
            return
        case ast.Name(id=name):
            target = resolve(where, name)
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            holder = resolve(where, owner)
            target = resolve(holder[0], name) if holder is not None and not holder[1] else None
        case ast.Constant(value=str(text)):
            yield from referenced(where, ast.parse(text, mode="eval").body)
            return
        case _:
            for inner in ast.iter_child_nodes(node):
                yield from referenced(where, inner)
            return
    if target is not None and target[1]:
        yield from classes(*target)


def classes(where: str, name: str) -> Iterator[tuple[str, str]]:
    """The class of this name, or those that an alias stands for. One that is public has been named."""
    if (where, name) in public():
        yield where, name
        return
    known = module(where)
    node = None if known is None else known.definitions.get(name)
    if isinstance(node, ast.ClassDef):
        yield where, name
    elif isinstance(node, ast.AnnAssign | ast.Assign) and node.value and name not in ast.unparse(node.value):
        yield from referenced(where, node.value)


def annotated(node: ast.AST, *, made: bool = False) -> Iterator[ast.expr | None]:
    """The annotations of a function, or of a class: its public attributes and methods; also how it is made by users."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            arguments = node.args
            every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg)
            yield from (arg.annotation for arg in every if arg is not None and not arg.arg.startswith("_"))
            yield node.returns
        case ast.ClassDef():
            for inner in node.body:
                if _is_public(inner) or (made and isinstance(inner, ast.FunctionDef) and inner.name == "__init__"):
                    yield from [inner.annotation] if isinstance(inner, ast.AnnAssign) else annotated(inner)
        case _:
            return


def bases(where: str, name: str) -> Iterator[tuple[str, str]]:
    """The classes of the SDK that a class inherits from: what they do is public, whatever their names are."""
    known = module(where)
    node = None if known is None else known.definitions.get(name)
    if isinstance(node, ast.ClassDef):
        parents = [parent for base in node.bases for parent in referenced(where, base)]
        yield from (parent for parent in parents if parent[0].startswith("beeper_sdk."))


def _is_public(node: ast.stmt) -> bool:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
            return not name.startswith("_")
        case _:
            return False


def test_all_names_are_there_and_sorted() -> None:
    assert types.__all__ == sorted(types.__all__) == dir(types)
    assert all(getattr(types, name) is not None for name in types.__all__)


def test_what_public_annotations_name_has_a_public_home() -> None:
    given = {resolve("beeper_sdk.types", name) for name in types.__all__}
    given |= {resolve("beeper_sdk.testing", name) for name in GIVEN_BY_THE_FAKE}
    todo = [entry for entry in public() if entry is not None and entry[0].startswith("beeper_sdk.")]
    missing: dict[tuple[str, str], tuple[str, str]] = {}
    seen: set[tuple[str, str]] = set()
    while todo:
        current = todo.pop()
        known = module(current[0])
        if current in seen | FOR_THE_FAKE_SERVER or known is None or current[1] not in known.definitions:
            continue
        seen.add(current)
        for annotation in annotated(known.definitions[current[1]], made=current in public() - given):
            missing |= {used: current for used in referenced(current[0], annotation) if used not in public()}
            todo += [used for used in referenced(current[0], annotation) if used[0].startswith("beeper_sdk.")]
        todo += bases(*current)
    assert missing == {}


def test_the_typing_tests_import_public_paths_only() -> None:
    texts = {path.name: path.read_text() for path in (Path(__file__).parent / "typing").glob("*.py")}
    assert [name for name, text in texts.items() if "beeper_sdk._" in text or "beeper_sdk_client._" in text] == []
