"""The files that make this a project: lock, pins, commands."""

from __future__ import annotations

import ast
import os
import re
import tomllib
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("scripts/demo", "scripts/release", "scripts/test")
READ_BY_OLD_PYTHONS = (*COMMANDS, "scripts/dev/python.py")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def lines(name: str) -> list[str]:
    """The lines of a lock file, without its comments."""
    return [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.fixture(scope="module")
def locked() -> dict[str, str]:
    pairs = [line.partition("==") for line in lines("requirements.lock")]
    return {canonicalize_name(name): version for name, _, version in pairs}


@pytest.fixture(scope="module")
def required(project: dict[str, Any]) -> list[Requirement]:
    extras: dict[str, list[str]] = project["optional-dependencies"]
    # The lock is for `dev`, and for the extras it names.
    extra_names = {
        extra for line in extras["dev"] if line.startswith("beeper-sdk") for extra in Requirement(line).extras
    }
    wanted = [*project["dependencies"], *(line for name in ("dev", *sorted(extra_names)) for line in extras[name])]
    return [Requirement(line) for line in wanted if not line.startswith("beeper-sdk")]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-demo.lock", "requirements-docs.lock"])
def test_a_lock_holds_names_and_versions_only(name: str) -> None:
    rest = lines(name)
    assert [line for line in rest if not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)] == []
    assert rest == sorted(rest, key=lambda line: line.partition("==")[0])


def test_the_lock_of_the_demo_is_the_part_of_the_lock_that_the_sdk_and_testing_need(project: dict[str, Any]) -> None:
    oldest = {"extra": "", "python_version": "3.11", "python_full_version": "3.11.0"}  # needs most
    todo = [Requirement(line) for line in [*project["dependencies"], *project["optional-dependencies"]["testing"]]]
    needed: set[str] = set()
    while todo:
        need = todo.pop()
        name = canonicalize_name(need.name)
        if name not in needed and (need.marker is None or need.marker.evaluate(oldest)):
            needed.add(name)
            todo += [Requirement(line) for line in requires(name) or ()]
    assert lines("requirements-demo.lock") == [
        line for line in lines("requirements.lock") if line.partition("==")[0] in needed
    ]


def test_the_lock_covers_everything_that_is_asked_for(required: list[Requirement], locked: dict[str, str]) -> None:
    unmet = [need for need in required if not need.specifier.contains(locked.get(canonicalize_name(need.name), "0"))]
    assert unmet == []


def test_what_writes_generated_files_is_pinned_exactly(required: list[Requirement], locked: dict[str, str]) -> None:
    pins = {need.name: str(need.specifier) for need in required if str(need.specifier).startswith("==")}
    tools = ("datamodel-code-generator", "openapi-python-client", "ruff")
    assert pins == {name: f"=={locked[name]}" for name in tools}


def test_an_httpcore_that_cannot_trace_socks_proxies_or_upgrade_is_not_installed(required: list[Requirement]) -> None:
    (httpcore,) = [need.specifier for need in required if need.name == "httpcore"]
    assert [version for version in ("1.0.2", "1.0.3", "1.0.4", "1.0.9") if version in httpcore] == ["1.0.4", "1.0.9"]


def test_every_dependency_says_why(project: dict[str, Any]) -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for line in project["dependencies"]:
        assert re.search(rf'"{re.escape(line)}",? +# \w+', text), line


@pytest.mark.skipif(os.name == "nt", reason="Windows has no executable bit")
@pytest.mark.parametrize("name", [*COMMANDS, ".ci/run"])
def test_commands_can_be_executed(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)
    assert (ROOT / name).read_text(encoding="utf-8").startswith("#!/usr/bin/env ")


@pytest.mark.parametrize("name", READ_BY_OLD_PYTHONS)
def test_a_python_too_old_can_read_the_commands(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 6))
    futures = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    assert futures == []


@pytest.mark.parametrize("package", ["beeper_sdk", "generated/beeper_sdk_client", "generated/beeper_sdk_server"])
def test_packages_say_that_they_are_typed(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()


def test_each_promise_of_the_security_policy_names_tests_that_exist() -> None:
    rows = [line for line in (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines() if line.startswith("| **")]
    assert len(rows) > 10
    for row in rows:
        folder = ROOT
        names = re.findall(r"`((?:tests/|test_)[\w/]+(?:\.py)?)`", row)
        assert names, row
        for name in names:
            path = (ROOT if name.startswith("tests/") else folder) / name
            assert path.exists(), name
            folder = path.parent
