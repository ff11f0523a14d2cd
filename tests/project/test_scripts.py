"""The two commands of the README: finding a Python, knowing a stale environment, choosing steps."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from scripts.dev import checks as _test
from scripts.dev import environment as _env
from scripts.dev import python as _python


def test_a_python_too_old_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_python, "LOWEST", (99, 0))
    monkeypatch.setattr("sys.argv", ["scripts/demo"])
    with pytest.raises(SystemExit) as caught:
        _python.require()
    text = str(caught.value)
    assert text.startswith("demo needs Python 99.0 or newer; this is 3.")
    assert "\n" not in text


def test_a_newer_python_on_the_path_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    became: list[list[str]] = []

    def become(arguments: list[str]) -> None:
        became.append(arguments)

    monkeypatch.setattr(_python, "LOWEST", (99, 0))
    monkeypatch.setattr(_python, "newer", lambda: "/somewhere/python99")
    monkeypatch.setattr(_python, "run", become)
    monkeypatch.setattr("sys.argv", ["scripts/test", "mypy"])
    _python.require()
    assert became == [["/somewhere/python99", "scripts/test", "mypy"]]


def test_a_program_that_does_not_start_is_no_python(tmp_path: Path) -> None:
    assert not _python.is_new_enough(str(tmp_path / "python3.11"))


@pytest.fixture(params=[_env.DEV, _env.DEMO], ids=lambda environment: environment.name)
def fresh(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _env.Environment:
    """A fresh environment of a project that has no other."""
    environment: _env.Environment = request.param
    root = tmp_path / "project"
    root.mkdir()
    monkeypatch.setattr(_env, "ROOT", root)
    for name in (environment.lock, "requirements.lock", "pyproject.toml"):
        (root / name).write_text("")
    for path in (environment.python, environment.stamp):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(environment.fingerprint())
    return environment


def test_an_environment_is_made_once(fresh: _env.Environment) -> None:
    assert fresh.is_fresh()


def test_an_environment_goes_stale_with_what_it_was_made_from(fresh: _env.Environment) -> None:
    for path in (_env.ROOT / fresh.lock, _env.ROOT / "pyproject.toml"):
        before = path.read_text()
        path.write_text("something else\n")
        assert not fresh.is_fresh()
        path.write_text(before)


def test_an_environment_that_moved_is_stale(fresh: _env.Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = _env.ROOT.parent / "moved"
    shutil.copytree(_env.ROOT, moved)
    monkeypatch.setattr(_env, "ROOT", moved)
    assert not fresh.is_fresh()


def test_the_demo_uses_the_environment_of_development_where_that_is_fresh(fresh: _env.Environment) -> None:
    assert _env.for_demo() is fresh


def test_the_demo_does_not_update_the_environment_of_development(
    fresh: _env.Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_env.Environment, "fingerprint", lambda _: "something else")
    assert not fresh.is_fresh()
    assert _env.for_demo() is _env.DEMO


@pytest.mark.parametrize(("pip_version", "usable"), [("22.3", False), ("23.2.1", True), (None, False)])
def test_an_old_pip_or_none_does_not_install_into_other_environments(
    pip_version: str | None, usable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(name: str) -> str:
        if pip_version is None:
            raise PackageNotFoundError(name)
        return pip_version

    monkeypatch.setattr(_env, "version", version)
    assert _env.has_pip() is usable


def test_the_environment_of_the_demo_finds_the_sources_whatever_the_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "my d\u00e9mo"
    (root / "generated" / "beeper_sdk_client").mkdir(parents=True)
    (root / "beeper_sdk").mkdir()
    monkeypatch.setattr(_env, "ROOT", root)
    venv.create(_env.DEMO.home, symlinks=os.name != "nt", with_pip=False)
    _env.DEMO.add_source_folders()
    code = "from importlib.util import find_spec; assert find_spec('beeper_sdk') and find_spec('beeper_sdk_client')"
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([_env.DEMO.python, "-P", "-c", code], cwd=tmp_path, env={**os.environ, **ascii_only}, check=True)


def test_without_arguments_every_step_is_run() -> None:
    assert _test.options([]) == ([*_test.STEPS, "pytest"], [])


def test_steps_can_be_chosen_and_pytest_given_arguments() -> None:
    assert _test.options(["pytest", "mypy", "--", "-k", "pager"]) == (["mypy", "pytest"], ["-k", "pager"])


def test_an_unknown_step_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _test.options(["flake8"])
    assert (
        "unknown step flake8; the steps are basedpyright, mypy, regenerate, docs, docstrings, imports, ruff, pytest"
        in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    "line",
    [
        "============================== 12 passed in 0.31s ==============================",
        "\x1b[31m=== \x1b[31m\x1b[1m1 failed\x1b[0m, \x1b[32m3 passed\x1b[0m\x1b[31m in 65.2s (0:01:05) ==\x1b[0m",
    ],
)
def test_the_summary_of_pytest_is_known_by_its_shape(line: str) -> None:
    assert _test.SUMMARY.match(line)


def test_a_heading_of_pytest_is_no_summary() -> None:
    assert not _test.SUMMARY.match("=========================== short test summary info ============================")
