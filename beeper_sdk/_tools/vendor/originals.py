"""What is copied: the two packages as they lie in a clone of this project or in an installed wheel, read once.

Line ends are LF from here on, so that a checkout on Windows gives the same copy.
"""

from __future__ import annotations

import ast
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
