"""No module of beeper_sdk imports, directly or through others, a module that imports it.

Counted are imports at module level, inside functions and for type checkers: what a reader has to follow. A lazy façade
names what other modules define and uses none of it, so its lists are left out. Who may import whom is checked by
import-linter, by the layers in pyproject.toml.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import beeper_sdk

ROOT = Path(beeper_sdk.__file__).parent
FACADES = {
    "beeper_sdk",
    "beeper_sdk._core.generated",
    "beeper_sdk._core.shown",
    "beeper_sdk.auth",
    "beeper_sdk.changes",
    "beeper_sdk.render",
    "beeper_sdk.testing",
    "beeper_sdk.types",
    "beeper_sdk.v0",
}


def _modules() -> dict[str, Path]:
    paths: dict[str, Path] = {}
    for path in ROOT.rglob("*.py"):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        paths[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return paths


def _imported(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """The modules that one imports. A package on the way to an imported submodule does not count."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*base, *filter(None, [node.module])])
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                yield inner if inner in known else source
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _graph() -> dict[str, set[str]]:
    known = _modules()
    return {
        name: set() if name in FACADES else {to for to in _imported(name, path, known) if to in known and to != name}
        for name, path in known.items()
    }


def _cycles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """The strongly connected components of more than one module (Tarjan)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    cycles: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for to in graph[name]:
            if to not in index:
                visit(to)
            if to in stack:
                low[name] = min(low[name], low[to])
        if low[name] == index[name]:
            start = stack.index(name)
            if len(stack) - start > 1:
                cycles.append(sorted(stack[start:]))
            del stack[start:]

    for name in sorted(graph):
        if name not in index:
            visit(name)
    return cycles


def test_no_module_imports_a_module_that_imports_it() -> None:
    assert _cycles(_graph()) == []


def test_a_cycle_is_found_however_long_it_is() -> None:
    assert _cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]


def test_every_part_has_its_layer() -> None:
    settings = tomllib.loads((ROOT.parent / "pyproject.toml").read_text())
    contract = next(
        candidate for candidate in settings["tool"]["importlinter"]["contracts"] if candidate["id"] == "layers"
    )
    layers = {name for layer in contract["layers"] for name in layer.split(" | ")}
    parts = {name for name in _modules() if name.rpartition(".")[0] in ("beeper_sdk", "beeper_sdk._core")}
    assert layers == parts - {"beeper_sdk._core", "beeper_sdk._version", "beeper_sdk.types"}
