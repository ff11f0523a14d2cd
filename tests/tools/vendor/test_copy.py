"""What is in a copy, byte for byte."""

from __future__ import annotations

import ast
import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from beeper_sdk import __version__
from beeper_sdk._tools.vendor import originals
from beeper_sdk._tools.vendor.build import CopyOptions, copy_options, render
from beeper_sdk._tools.vendor.originals import CannotVendor, Originals
from tests.tools.vendor import hosts
from tests.tools.vendor.hosts import SMALL

TOLERANT = b'# mypy: disable-error-code="import-not-found, import-untyped, no-any-return"\n'
ROOT = Path(__file__).resolve().parents[3]
LAZY = b"""from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors as errors
    from . import v0 as v0
    from .v0.old import Old as Old

__all__ = [
    "Old",  # goes
    "errors",
    "v0",
]
_HOMES = {"Old": "v0.old", "Error": "errors"}


def find(name: str) -> bool:
    return name in ("errors", "v0") or name in ("v0", "a", "Old", "b",) or name in ("v0", "errors",)
"""
SHORN = b"""from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors as errors

__all__ = [
    "errors",
]
_HOMES = {"Error": "errors"}


def find(name: str) -> bool:
    return name in ("errors",) or name in ("a", "b",) or name in ("errors",)
"""


def small(**changes: bytes) -> dict[str, bytes]:
    """The files of a copy of an SDK of a few files, of which some are these; ``__`` stands for a slash."""
    files = {**SMALL, **{f"beeper_sdk/{path.replace('__', '/')}.py": text for path, text in changes.items()}}
    return render(Originals("1.0.0", "0" * 64, b"", files), CopyOptions("acme.beeper"))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return hosts.rendered(hosts.NAMESPACE)


def test_it_holds_both_packages_a_licence_and_a_record_and_nothing_for_developers(files: dict[str, bytes]) -> None:
    tops = {path.partition("/")[0] for path in files}
    assert tops == {"__init__.py", "LICENSE", "VENDORED.toml", "beeper_sdk_client", "beeper_sdk"}
    assert files["LICENSE"] == (ROOT / "LICENSE").read_bytes()
    parts = {part for path in files for part in path.split("/")}
    assert parts & {"testing", "_tools", "beeper_sdk_server"} == set()
    assert {"beeper_sdk/py.typed", "beeper_sdk_client/py.typed", "beeper_sdk/_async/client.py"} <= files.keys()


def test_every_import_of_ours_in_it_is_relative(files: dict[str, bytes]) -> None:
    for path, source in files.items():
        if path.endswith(".py") and b"beeper_" in source:  # the other files, which are most, cannot import it
            for node in ast.walk(ast.parse(source)):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
                assert [name for name in names if name.startswith("beeper_")] == [], path


def test_the_record_tells_version_spec_files_and_the_command(files: dict[str, bytes]) -> None:
    record = tomllib.loads(files["VENDORED.toml"].decode())
    assert record["version"] == __version__
    spec = originals.text((ROOT / "openapi.yaml").read_bytes())
    assert record["spec"] == hashlib.sha256(spec).hexdigest()
    assert record["namespace"] == hosts.NAMESPACE
    assert record["files"] == {
        path: hashlib.sha256(data).hexdigest() for path, data in files.items() if path != "VENDORED.toml"
    }
    assert record["command"].startswith("python -m beeper_sdk vendor acme/_vendor/beeper --namespace ")


def test_the_command_in_the_record_makes_the_same_bytes_from_another_place(tmp_path: Path) -> None:
    expected = hosts.rendered(hosts.NAMESPACE, ("v0",))
    command = tomllib.loads(expected["VENDORED.toml"].decode())["command"].split()[4:]
    script = ROOT / "scripts" / "vendor.py"
    subprocess.run([sys.executable, "-I", script, *command], cwd=tmp_path, check=True, capture_output=True)
    folder = tmp_path.joinpath(*hosts.NAMESPACE.split("."))
    written = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert {path: file.read_bytes() for path, file in written.items()} == expected


def test_a_checkout_with_the_line_ends_of_windows_is_read_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = originals.read()
    clone = {"generated/manifest.json": (ROOT / "generated/manifest.json").read_bytes(), "LICENSE": now.licence}
    for path, data in now.files.items():
        clone[path if path.startswith("beeper_sdk/") else f"generated/{path}"] = data
    for path, data in clone.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.replace(b"\n", b"\r\n"))
    monkeypatch.setattr(originals, "__file__", str(tmp_path / "beeper_sdk/_tools/vendor/originals.py"))
    assert originals.read() == now


def test_without_v0_nothing_of_it_is_left_and_nothing_else_is_gone(files: dict[str, bytes]) -> None:
    less = hosts.rendered(hosts.NAMESPACE, ("v0",))
    gone = files.keys() - less.keys()
    assert less.keys() <= files.keys()
    assert {f"beeper_sdk/{path}.py" for path in ("v0/__init__", "_async/v0/client", "_sync/v0/client")} <= gone
    assert [path for path in gone if "v0" not in path] == []
    assert [path for path in less if path.startswith("beeper_sdk/") and "/v0/" in path] == []
    changed = {path for path in less if less[path] != files[path]}
    assert changed == {"beeper_sdk/__init__.py", "VENDORED.toml"}
    assert b"v0" not in less["beeper_sdk/__init__.py"]
    assert tomllib.loads(less["VENDORED.toml"].decode())["without"] == ["v0"]


def test_modules_only_tools_use_go_and_others_stay() -> None:
    copied = {path for path in small() if path.startswith("beeper_sdk/")}
    gone = {path for path in SMALL.keys() - copied if path.startswith("beeper_sdk/")}
    assert {path for path in gone if "/testing/" not in path and "/_tools/" not in path} == {
        "beeper_sdk/_only_for_tools.py"
    }
    assert "beeper_sdk/_names_nobody_imports.py" in copied
    assert b"_cli.commands" in small()["beeper_sdk/__main__.py"]


def test_a_lazy_front_loses_the_names_of_what_goes() -> None:
    old = {"__init__": LAZY, "v0/__init__": b"", "v0/old": b"from .._io.old import Old\n", "_io/old": b""}
    files = {**SMALL, **{f"beeper_sdk/{path}.py": text for path, text in old.items()}}
    made = render(Originals("1.0.0", "0" * 64, b"", files), CopyOptions("acme.beeper", ("v0",)))
    assert made["beeper_sdk/__init__.py"] == SHORN
    assert [path for path in made if "old" in path] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"from beeper_sdk_client import api", b"from ..beeper_sdk_client import api"),
        (b"from  beeper_sdk_client.api import (\n    a,\n)", b"from  ..beeper_sdk_client.api import (\n    a,\n)"),
        (b"def f():\n    from beeper_sdk_client import api", b"def f():\n    from ..beeper_sdk_client import api"),
        (b"import beeper_sdk_client", b"from .. import beeper_sdk_client"),
        (b"import beeper_sdk_client as client", b"from .. import beeper_sdk_client as client"),
        (b"from beeper_sdk.errors import x", b"from ..beeper_sdk.errors import x"),
        ('"é"; import beeper_sdk_client'.encode(), '"é"; from .. import beeper_sdk_client'.encode()),
        (
            b"x = '''beeper_sdk_client is meant, or beeper_sdk.v0'''",
            b"x = '''beeper_sdk_client is meant, or beeper_sdk.v0'''",
        ),
        (b'"""See beeper_sdk_client.api."""', b'"""See beeper_sdk_client.api."""'),
        (b"x = 'run python -m beeper_sdk login'", b"x = 'run python -m acme.beeper.beeper_sdk login'"),
        (b"from . import errors", b"from . import errors"),
        (b"import httpx", b"import httpx"),
        (b"import orjson", TOLERANT + b"import orjson"),
        (b"import os, orjson as fast", TOLERANT + b"import os, orjson as fast"),
        (b"from os import path; from orjson import loads", TOLERANT + b"from os import path; from orjson import loads"),
        (b"from \\\n orjson import loads", TOLERANT + b"from \\\n orjson import loads"),
        (b"import \\\n orjson", TOLERANT + b"import \\\n orjson"),
        (b"__module__ = 'orjson'", TOLERANT + b"__module__ = 'orjson'"),
        (b"if 'from os import x': import orjson", TOLERANT + b"if 'from os import x': import orjson"),
        (b"# import orjson\nx = 'from orjson import y'", b"# import orjson\nx = 'from orjson import y'"),
    ],
)
def test_what_names_the_original_packages_names_the_copy(before: bytes, after: bytes) -> None:
    assert small(more=before)["beeper_sdk/more.py"] == after


@pytest.mark.parametrize(
    "line",
    [
        "import beeper_sdk_client.api",
        "import os, beeper_sdk_client",
        "__import__('beeper_sdk_client')",
        "import_module('beeper_sdk_client')",
        "importlib.import_module('beeper_sdk.errors')",
        "import_module(f'beeper_sdk_client.{name}')",
        "home = 'beeper_sdk_client.api'",
        "__module__ = 'beeper_sdk'",
        "from ._tools import vendor",
        "from .testing import FakeBeeper",
        "from . import testing",
        "from ._gone import x",
    ],
)
def test_what_cannot_be_made_relative_is_refused_by_file_and_line(line: str) -> None:
    with pytest.raises(CannotVendor, match=r"^beeper_sdk/_io/more\.py:3 "):
        small(_io__more=b"\n\n" + line.replace("from .", "from ..").encode())


def test_a_part_that_something_else_needs_cannot_be_left_out() -> None:
    files = {**SMALL, "beeper_sdk/v0.py": b"", "beeper_sdk/chats.py": b"from . import v0\n"}
    with pytest.raises(CannotVendor, match=r"^beeper_sdk/chats\.py:1 needs beeper_sdk\.v0"):
        render(Originals("1.0.0", "0" * 64, b"", files), CopyOptions("acme.beeper", ("v0",)))


@pytest.mark.parametrize("namespace", ["", "acme.", ".acme", "acme..x", "acme-x", "acme.class", "a/b", "ä", "a b"])
def test_a_namespace_that_cannot_be_imported_is_refused(namespace: str) -> None:
    with pytest.raises(CannotVendor, match="--namespace must be"):
        copy_options(namespace, ())


def test_a_part_there_is_not_is_refused() -> None:
    with pytest.raises(CannotVendor, match="--without must be v0, not errors"):
        copy_options("acme", ("errors",))
