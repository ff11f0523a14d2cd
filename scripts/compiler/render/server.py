"""Compiles the spec to `beeper_sdk_server`: the models, routes and Protocols of the fake server.

This module calls datamodel-code-generator and chooses which of its files are kept: its stubs, `main.py`, README and
copy of the spec are dropped. Its output is not modified, except that the package imports its names at first use.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from scripts.compiler.render.server_handlers import handlers_module, lazy_package
from scripts.compiler.spec.errors import SpecError, one_line
from scripts.compiler.spec.loading import load
from scripts.compiler.spec.names import snake
from scripts.compiler.spec.openapi_grammar import METHODS

PACKAGE = "beeper_sdk_server"
HEADER = "# @generated"
DROPPED = {"main.py", "README.md", "_generated/openapi.json"}
PLURAL = re.compile(r"(ID|URL|URI|MXC)s(?=[A-Z]|$)")
EPILOGUE = "Add the runtime dependencies of"
"""The start of the note that the tool always ends with. Anything before it is a warning."""

TEMPLATES = Path(__file__).parent.parent / "templates" / "server"
OPTIONS = (
    *("--ignore-pyproject", "--no-allow-remote-refs", "--disable-timestamp", "--no-color"),
    *("--input", "openapi.yaml", "--input-file-type", "openapi", "--openapi-scopes", "api", "schemas"),
    *("--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11", "--formatters", "builtin"),
    *("--snake-case-field", "--use-union-operator", "--use-annotated", "--extra-fields", "allow"),
    *("--custom-template-dir", str(TEMPLATES), "--additional-imports", "typing.ClassVar"),
    *("--use-operation-id-as-name", "--generate-server", "fastapi", "--server-handler-mode", "async"),
)

SPEC_MODULE = '''{header}

"""The spec that this package was compiled from, as JSON. The fake server serves it, as the app serves its own."""

from __future__ import annotations

SPEC = r"""{text}"""
'''


def render_server(spec_path: Path) -> dict[str, bytes]:
    """Every file of the package, by its path below generated/. Raises SpecError when the generator complains."""
    text = spec_path.read_text(encoding="utf-8")
    document = load(text)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "openapi.yaml").write_text(text, encoding="utf-8")
        generate(place, {"--server-body-modes": body_modes(document), "--aliases": plurals(document)})
        package = place / PACKAGE
        for name in DROPPED:
            (package / name).unlink()
        services, init = package / "services.py", package / "__init__.py"
        handlers = handlers_module(HEADER, services.read_text(encoding="utf-8"))
        (package / "handlers.py").write_text(handlers, encoding="utf-8")
        init.write_text(lazy_package(HEADER, init.read_text(encoding="utf-8")), encoding="utf-8")
        (package / "spec.py").write_text(spec_module(document), encoding="utf-8")
        ruff_format(package)
        found = sorted(path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}


def generate(place: Path, tables: dict[str, dict[str, str]]) -> None:
    """Run the generator in a folder that holds the spec. Each of the tables is an option of it."""
    package = ["--output", f"{PACKAGE}/models.py", "--server-output", PACKAGE, "--server-package", PACKAGE]
    package += ["--server-model-package", f"{PACKAGE}.models", "--custom-file-header", HEADER]
    for option, table in tables.items():
        package += [option, json.dumps(table, sort_keys=True)]
    done = run([sys.executable, "-m", "datamodel_code_generator", *OPTIONS, *package], place)
    complaint, found, _ = done.stderr.partition(EPILOGUE)
    if done.returncode or complaint.strip() or not found:
        output = complaint.strip() or done.stderr or str(done.returncode)
        raise SpecError(f"datamodel-code-generator: {one_line(output[-300:])}")


def body_modes(document: dict[str, Any]) -> dict[str, str]:
    """Multipart bodies reach the handler unread: the tool's own reader drops a part's file name and type."""
    paths: dict[str, dict[str, dict[str, Any]]] = document["paths"]
    return {
        f"/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}": "request"
        for path, item in paths.items()
        for method in METHODS & item.keys()
        if "multipart/form-data" in item[method].get("requestBody", {}).get("content", {})
    }


def plurals(document: dict[str, Any]) -> dict[str, str]:
    """Python names of what the tool spells otherwise than the client does: it makes `chat_i_ds` of `chatIDs`."""
    found: set[str] = set()

    def collect(node: dict[str, Any]) -> dict[str, Any]:
        found.update(node.get("properties", ()))
        if "in" in node:
            found.add(str(node.get("name")))
        return node

    json.loads(json.dumps(document), object_hook=collect)
    return {name: snake(name) for name in sorted(found) if PLURAL.search(name)}


def spec_module(document: dict[str, Any]) -> str:
    """The module that holds the spec. JSON never has three quotes in a row, so it fits a raw string as it is."""
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return SPEC_MODULE.format(header=HEADER, text=text)


def ruff_format(package: Path) -> None:
    """Format the files like the rest of the project."""
    options = ["--isolated", "--no-cache", "--quiet", "--line-length", "120", "--target-version", "py311"]
    done = run([sys.executable, "-m", "ruff", "format", *options, str(package)], package)
    if done.returncode:
        raise SpecError(f"ruff: {one_line(done.stderr)}")


def run(command: list[str], place: Path) -> subprocess.CompletedProcess[str]:
    """Run a tool and capture its output."""
    return subprocess.run(
        command, cwd=place, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
