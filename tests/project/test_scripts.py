"""The two commands of the README: finding a Python, knowing a stale environment, choosing steps."""

from __future__ import annotations

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


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a fresh environment."""
    for name, value in {"ROOT": tmp_path, "LOCK": tmp_path / "lock", "STAMP": tmp_path / "stamp"}.items():
        monkeypatch.setattr(_env, name, value)
    (tmp_path / "lock").write_text("attrs==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "stamp").write_text(_env.fingerprint())
    return tmp_path


@pytest.mark.usefixtures("project")
def test_an_environment_is_made_once() -> None:
    assert _env.is_fresh()


@pytest.mark.parametrize("name", ["lock", "pyproject.toml"])
def test_an_environment_goes_stale_with_what_it_was_made_from(project: Path, name: str) -> None:
    (project / name).write_text("something else\n")
    assert not _env.is_fresh()


def test_an_environment_that_moved_is_stale(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _env.fingerprint()
    moved = project / "moved"
    moved.mkdir()
    (moved / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(_env, "ROOT", moved)
    assert _env.fingerprint() != before


def test_without_arguments_every_step_is_run() -> None:
    assert _test.options([]) == ([*_test.STEPS, "pytest"], [])


def test_steps_can_be_chosen_and_pytest_given_arguments() -> None:
    assert _test.options(["pytest", "mypy", "--", "-k", "pager"]) == (["mypy", "pytest"], ["-k", "pager"])


def test_an_unknown_step_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _test.options(["flake8"])
    assert "no step flake8; there are basedpyright, mypy, regenerate, imports, ruff, pytest" in capsys.readouterr().err


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
