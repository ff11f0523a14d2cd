"""Reads the two packages that are copied, from a clone of this project or from an installed wheel.

Line endings are converted to LF, so that a checkout on Windows gives the same copy. The imports between modules are
read from their source: no module is imported.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

SDK, CLIENT = "beeper_sdk", "beeper_sdk_client"
_COPIED = (".py", "py.typed")
_NO_LICENCE = "the LICENSE file of this SDK is missing: reinstall beeper-sdk, or use a complete clone"


class CannotVendor(Exception):
    """The copy cannot be made; the message is one line with the reason."""


class Originals(NamedTuple):
    """The original files and their versions."""

    version: str
    spec: str
    """The SHA-256 of openapi.yaml."""
    licence: bytes
    files: dict[str, bytes]
    """By path, such as ``beeper_sdk/errors/__init__.py``."""


_VERSION = re.compile(r"(\d{1,9}(?:\.\d{1,9})*)(.*)")


def is_older(version: str, other: str) -> bool:
    """Whether a version is older than another one; False if one of them is not a version."""
    found = [match for match in map(_VERSION.match, (version, other)) if match]
    keys = [
        ([*map(int, match[1].split("."))], match[2] == "" or match[2].startswith(".post"), match[2]) for match in found
    ]
    return len(keys) == 2 and keys[0] < keys[1]


def text(data: bytes) -> bytes:
    """The bytes of a text file with LF line endings, as they are compared and copied."""
    return data.replace(b"\r\n", b"\n")


def read() -> Originals:
    """Read the SDK that is running.

    Raises:
        CannotVendor: Parts of it are missing.
    """
    sdk = Path(__file__).resolve().parents[2]
    clone = sdk.parent
    if (clone / "generated" / CLIENT).is_dir():
        return _originals(sdk, clone / "generated" / CLIENT, clone / "LICENSE")
    found = find_spec(CLIENT)
    if found is None or found.origin is None:
        raise CannotVendor(f"{CLIENT} is not installed: reinstall beeper-sdk")
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
    """A string constant of a module, read from its source: an import might find another installed version."""
    for node in ast.parse(files.get(path, b"")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=ast.Constant(value=str(value))) if found == name:
                return value
            case _:
                pass
    raise CannotVendor(f"{path} does not define {name}")


class Module:
    """One file of the SDK."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source = path, source
        parts = path.removesuffix(".py").split("/")
        self.is_package = parts[-1] == "__init__"
        self.name = ".".join(parts[:-1] if self.is_package else parts)
        self.package = self.name if self.is_package else self.name.rpartition(".")[0]

    @property
    def tree(self) -> ast.Module:
        """The syntax tree, parsed anew each time.

        A tree that is kept is one that garbage collection goes through again and again while others are parsed. With
        the trees of all modules, that took as long as the parsing itself.
        """
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError):
            raise CannotVendor(f"{self.path} cannot be parsed by this version of Python") from None

    @property
    def is_public(self) -> bool:
        """Whether users import this module. All modules that are copied must be reachable from the public ones."""
        return not any(part.startswith("_") for part in self.name.split("."))

    @cached_property
    def imports(self) -> list[tuple[ast.ImportFrom, list[str]]]:
        """All relative imports, each with the full names of what it imports: modules, or names in modules."""
        found = [node for node in statements(self.tree) if isinstance(node, ast.ImportFrom) and node.level]
        return [(node, [f"{self.absolute(node)}.{alias.name}" for alias in node.names]) for node in found]

    def absolute(self, node: ast.ImportFrom) -> str:
        """The full name of the module in a relative import."""
        steps = self.package.split(".")
        return ".".join([*steps[: len(steps) - node.level + 1], *filter(None, [node.module])])

    def place(self, node: ast.AST) -> str:
        """File and line, for error messages."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def statements(tree: ast.Module) -> Iterator[ast.AST]:
    """All statements, nested ones too. Expressions are not visited, because visiting them takes most of the time."""
    todo: list[ast.AST] = [tree]
    while todo:
        inner = ast.iter_child_nodes(todo.pop())
        found = [node for node in inner if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case)]
        yield from found
        todo += found


def home(name: str, among: Iterable[str]) -> str:
    """The module that a dotted name denotes, or that defines it."""
    while name and name not in among:
        name = name.rpartition(".")[0]
    return name


def modules(files: dict[str, bytes]) -> dict[str, Module]:
    """The modules of the SDK, by name."""
    found = [Module(path, source) for path, source in files.items() if path.endswith(".py")]
    return {module.name: module for module in found if module.name.split(".")[0] == SDK}


def within(name: str, roots: Iterable[str]) -> bool:
    """Whether a module is one of these, or is in one of these packages."""
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def reachable(known: dict[str, Module], roots: Iterable[str], excluded: Iterable[str] = ()) -> set[str]:
    """All modules that these import, directly or indirectly, without those that are `excluded`."""
    left_out = tuple(excluded)
    found: set[str] = set()
    todo = [name for name in roots if not within(name, left_out)]
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found.add(name)
        if parent := home(name.rpartition(".")[0], known):
            todo.append(parent)
        targets = (home(target, known) for _, names in known[name].imports for target in names)
        todo += [target for target in targets if target and not within(target, left_out)]
    return found
