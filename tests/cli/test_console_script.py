"""The console script ``beeper``, and what runs beside files that have the names of other modules."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from beeper_sdk import __version__
from beeper_sdk.__main__ import main
from scripts.dev.release.install_check import beeper

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/guides/commands.md"
SCRIPTS: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]

OWN = ("api", "beeper_client", "client", "events", "models")
"""Names that programs give to files of their own; the SDK and its dependencies import nothing by them."""
HIDING = ("attr", "types")
"""A file of the first name hides a package that the SDK requires; the second a standard module."""
PROGRAM = """
import asyncio
from beeper_sdk import AsyncBeeper, Beeper

async def count():
    async with AsyncBeeper() as beeper:
        return len(await beeper.chats.list().collect(3))

with Beeper() as beeper:
    print(len(beeper.chats.list().collect(3)), asyncio.run(count()))
"""


@pytest.fixture(scope="module")
def server() -> Iterator[dict[str, str]]:
    """A fake server in another process, as environment variables."""
    with beeper(ROOT) as where:
        yield where


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a program whose own files cannot be imported."""
    folder = tmp_path / "program"
    folder.mkdir()
    for name in OWN + HIDING:
        _hide(folder, name)
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    return folder


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The console script as pip writes it."""
    module, _, function = SCRIPTS["beeper"].partition(":")
    path = tmp_path / "bin" / "beeper"
    path.parent.mkdir()
    path.write_text(f"import sys\nfrom {module} import {function}\nsys.exit({function}())\n", encoding="utf-8")
    return path


def _hide(folder: Path, name: str) -> None:
    (folder / f"{name}.py").write_text(
        f"raise RuntimeError('{name}.py of the program was imported')\n", encoding="utf-8"
    )


def _run(folder: Path, server: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "generated")))
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **server, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_program_beside_files_of_other_names_works(folder: Path, server: dict[str, str]) -> None:
    for name in HIDING:
        (folder / f"{name}.py").unlink()
    done = _run(folder, server, "program.py")
    assert (done.stdout, done.stderr) == ("3 3\n", "")


def test_a_program_without_its_folder_on_the_path_works_beside_any_file(folder: Path, server: dict[str, str]) -> None:
    done = _run(folder, server, "-P", "program.py")
    assert (done.stdout, done.stderr) == ("3 3\n", "")


def test_the_script_works_beside_any_file(folder: Path, server: dict[str, str], script: Path) -> None:
    done = _run(folder, server, script, "whoami")
    assert done.returncode == 0, done.stderr
    assert f"server:       {server['BEEPER_BASE_URL']}" in done.stdout


def test_python_m_without_the_folder_on_the_path_works_beside_any_file(folder: Path, server: dict[str, str]) -> None:
    done = _run(folder, server, "-P", "-m", "beeper_sdk", "whoami")
    assert done.returncode == 0, done.stderr
    assert f"server:       {server['BEEPER_BASE_URL']}" in done.stdout


@pytest.mark.parametrize("name", HIDING)
def test_python_m_imports_a_file_that_hides_another_module(tmp_path: Path, server: dict[str, str], name: str) -> None:
    _hide(tmp_path, name)
    done = _run(tmp_path, server, "-m", "beeper_sdk", "whoami")
    assert done.returncode == 1
    assert f"{name}.py of the program was imported" in done.stderr


def test_the_page_of_commands_says_which_form_to_use_instead() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert "python -P -m beeper_sdk" in text
    assert all(f"`{name}.py`" in text for name in HIDING)


STARTED = pytest.mark.parametrize(
    ("started", "shown"), [("bin/beeper", "beeper"), ("__main__.py", "python -m beeper_sdk")]
)


@STARTED
def test_the_usage_names_the_program_as_it_was_started(
    started: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", [started])
    for command in ("", "login", "logout", "whoami", "doctor", "serve", "quirks", "migrate", "vendor"):
        with pytest.raises(SystemExit):
            main([*filter(None, [command]), "-h"])
        assert capsys.readouterr().out.startswith(f"usage: {shown} {command} [-h]".replace("  ", " "))


@STARTED
def test_whoami_without_a_token_says_how_to_log_in_with_the_program_as_it_was_started(
    started: str,
    shown: str,
    server: dict[str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr("sys.argv", [started])
    monkeypatch.setenv("BEEPER_TOKEN_FILE", str(tmp_path / "tokens.json"))
    monkeypatch.delenv("BEEPER_ACCESS_TOKEN", raising=False)
    assert main(["whoami", "--base-url", server["BEEPER_BASE_URL"]]) == 4
    hint = f"run `{shown} login`, or create a token in Beeper (Settings, Integrations, Approved connections)"
    assert capsys.readouterr().err == f"there is no token; {hint}\n"


@STARTED
def test_a_wrong_token_says_how_to_log_in_with_the_program_as_it_was_started(
    started: str,
    shown: str,
    server: dict[str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.argv", [started])
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", "wrong")
    assert main(["whoami", "--base-url", server["BEEPER_BASE_URL"]]) == 4
    assert f"run `{shown} login`" in capsys.readouterr().err


def test_version_prints_the_versions_of_the_sdk_and_of_python(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"beeper-sdk {__version__} (Python {platform.python_version()})\n"
