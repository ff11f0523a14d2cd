"""What is committed says in its first line who wrote it, and nothing about a machine.

That it is what the compiler writes is a step of scripts/test: regenerate.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.generated.contract import ROOT

FIRST_LINE = "# @generated"
MANIFEST = ROOT / "generated" / "manifest.json"


def generated_files() -> Iterator[Path]:
    for path in sorted((ROOT / "generated").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_module_says_in_its_first_line_who_wrote_it() -> None:
    modules = [path for path in generated_files() if path.suffix == ".py"]
    assert len(modules) > 120
    unmarked = [path for path in modules if path.read_text(encoding="utf-8").split("\n", 1)[0] != FIRST_LINE]
    assert unmarked == []


def test_the_manifest_has_the_digest_of_every_file_and_of_the_spec() -> None:
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    files = {path.relative_to(ROOT).as_posix(): digest(path) for path in generated_files() if path != MANIFEST}
    listed = {path: recorded for path, recorded in manifest["files"].items() if path.startswith("generated/")}
    assert listed == files
    assert manifest["spec"] == {"openapi.yaml": digest(ROOT / "openapi.yaml")}


def test_the_manifest_names_the_generators_as_they_are_pinned() -> None:
    pins = dict(re.findall(r'"([a-z-]+)==([0-9.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    assert json.loads(MANIFEST.read_text(encoding="utf-8"))["generators"] == pins


@pytest.mark.parametrize(
    "trace",
    [
        re.escape(str(ROOT)),
        re.escape(str(Path.home())) + r"/" if Path.home() != Path("/") else r"/home/\w",
        r"(?<![\w.])" + re.escape(socket.gethostname()) + r"(?![\w.])",
        r"(?i)generated (?:on|at) \d",
        r"#\s+timestamp:",
        rf"(?<![\w.]){os.sep}tmp{os.sep}",
    ],
    ids=["project", "home", "host", "when", "timestamp", "tmp"],
)
def test_no_trace_of_a_machine_or_a_moment_is_written(trace: str) -> None:
    pattern = re.compile(trace)
    assert [path for path in generated_files() if pattern.search(path.read_text(encoding="utf-8"))] == []
