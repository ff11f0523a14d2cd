"""What is copied: the two packages as they lie in a clone of this project or in an installed wheel, read once.

Line ends are LF from here on, so that a checkout on Windows gives the same copy. What the modules of the SDK import of
each other is read from their text: nothing is imported.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

SDK, CLIENT = "beeper_sdk", "beeper_sdk_client"
_COPIED = (".py", "py.typed")
_NO_LICENCE = "the licence of this SDK is not where it belongs: install it anew, or use a whole clone"


class CannotVendor(Exception):
    """There is no copy to be made of this, or not here; one line that says why."""


class Originals(NamedTuple):
    """Everything that a copy is made from."""

    version: str
    spec: str
    """The sha256 of openapi.yaml."""
    licence: bytes
    files: dict[str, bytes]
    """By path, such as ``beeper_sdk/errors/__init__.py``."""


def text(data: bytes) -> bytes:
    """A text file's bytes as they are compared and copied, whatever a checkout made of its line ends."""
    return data.replace(b"\r\n", b"\n")


def read() -> Originals:
    """The SDK that runs now.

    Raises:
        CannotVendor: parts of it are missing.
    """
    sdk = Path(__file__).resolve().parents[2]
    clone = sdk.parent
    if (clone / "generated" / CLIENT).is_dir():
        return _originals(sdk, clone / "generated" / CLIENT, clone / "LICENSE")
    found = find_spec(CLIENT)
    if found is None or found.origin is None:
        raise CannotVendor(f"{CLIENT} is not installed beside {SDK}")
    return _originals(sdk, Path(found.origin).parent, _licence(_distribution()))


def _originals(sdk: Path, client: Path, licence: Path) -> Originals:
    try:
        files = {**_package(SDK, sdk), **_package(CLIENT, client)}
        version = _constant(files, f"{SDK}/_version.py", "__version__")
        spec = _constant(files, f"{CLIENT}/_contract.py", "SPEC")
        return Originals(version, spec, text(licence.read_bytes()), files)
    except OSError as error:
        raise CannotVendor(f"{error.filename}: {error.strerror}") from None


def _distribution() -> Distribution:
    try:
        return distribution("beeper-sdk")
    except PackageNotFoundError:
        raise CannotVendor(_NO_LICENCE) from None


def _licence(installed: Distribution) -> Path:
    for file in installed.files or ():
        if file.name == "LICENSE" and file.parts[0].endswith(".dist-info"):
            return Path(str(file.locate()))
    raise CannotVendor(_NO_LICENCE)


def _package(name: str, folder: Path) -> dict[str, bytes]:
    """The files of a package."""
    paths = sorted(path for path in folder.rglob("*") if path.name.endswith(_COPIED) and path.is_file())
    return {f"{name}/{path.relative_to(folder).as_posix()}": text(path.read_bytes()) for path in paths}


def _constant(files: dict[str, bytes], path: str, name: str) -> str:
    """A text that a module says at its top level; read, not imported: the clone's may not be the one that runs."""
    for node in ast.parse(files.get(path, b"")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=ast.Constant(value=str(value))) if found == name:
                return value
            case _:
                pass
    raise CannotVendor(f"{path} names no {name.strip('_').lower()}")


class Module:
    """One file of the SDK."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source = path, source
        parts = path.removesuffix(".py").split("/")
        self.is_package = parts[-1] == "__init__"
        self.name = ".".join(parts[:-1] if self.is_package else parts)
        self.package = self.name if self.is_package else self.name.rpartition(".")[0]

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed text."""
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError):
            raise CannotVendor(f"{self.path} is no Python of this version") from None

    @property
    def is_public(self) -> bool:
        """Is it one that callers import? Everything must be reached from those."""
        return not any(part.startswith("_") for part in self.name.split("."))

    @cached_property
    def imports(self) -> list[tuple[ast.ImportFrom, list[str]]]:
        """The relative imports, wherever they stand, each with what it may import: modules, or names in them."""
        found = [node for node in statements(self.tree) if isinstance(node, ast.ImportFrom) and node.level]
        return [(node, [f"{self.absolute(node)}.{alias.name}" for alias in node.names]) for node in found]

    def absolute(self, node: ast.ImportFrom) -> str:
        """The module that a relative import names."""
        steps = self.package.split(".")
        return ".".join([*steps[: len(steps) - node.level + 1], *filter(None, [node.module])])

    def place(self, node: ast.AST) -> str:
        """File and line, for messages."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def statements(tree: ast.Module) -> Iterator[ast.AST]:
    """All statements, wherever they stand; no expression is looked into, which is what takes time."""
    todo: list[ast.AST] = [tree]
    while todo:
        inner = ast.iter_child_nodes(todo.pop())
        found = [node for node in inner if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case)]
        yield from found
        todo += found


def home(name: str, among: Iterable[str]) -> str:
    """The module that a dotted name is, or is defined in."""
    while name and name not in among:
        name = name.rpartition(".")[0]
    return name


def modules(files: dict[str, bytes]) -> dict[str, Module]:
    """The modules of the SDK, by name."""
    found = [Module(path, source) for path, source in files.items() if path.endswith(".py")]
    return {module.name: module for module in found if module.name.split(".")[0] == SDK}


def within(name: str, roots: Iterable[str]) -> bool:
    """Is a module one of these, or in one of these packages?"""
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def reached(known: dict[str, Module], roots: Iterable[str], closed: Iterable[str] = ()) -> set[str]:
    """All modules that can come to be imported from these, none of those that are `closed`."""
    shut = tuple(closed)
    found: set[str] = set()
    todo = [name for name in roots if not within(name, shut)]
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found.add(name)
        if parent := home(name.rpartition(".")[0], known):
            todo.append(parent)
        targets = (home(target, known) for _, names in known[name].imports for target in names)
        todo += [target for target in targets if target and not within(target, shut)]
    return found
