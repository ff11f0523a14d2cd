"""The built wheel: what is in it, and that it works where nothing but its dependencies is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from configparser import ConfigParser
from email.parser import Parser
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.tools.vendor import hosts

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {"beeper_sdk_client", "beeper_sdk", "beeper_sdk_server"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the wheel and the run-time dependencies it declares; nothing else."""
    home = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(home, symlinks=os.name != "nt", with_pip=False)
    interpreter = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(interpreter), "--disable-pip-version-check", "--quiet"]
    # Without bytecode: Python makes that of what is imported, which is a third of the wheel.
    subprocess.run([*pip, "install", "--no-index", "--no-deps", "--no-compile", str(wheel)], check=True)
    site = run(interpreter, "import sysconfig; print(sysconfig.get_path('purelib'))")
    for name in closure(wheel):
        copy(name, Path(site))
    return interpreter


def run(python: Path, code: str, *arguments: str) -> str:
    """What the code prints, in a process that sees nothing of this tree."""
    done = subprocess.run(
        [python, "-I", "-W", "error", "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=python.parent,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def metadata(wheel: Path) -> list[str]:
    """The Requires-Dist lines."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (member for member in archive.namelist() if member.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode()).get_all("Requires-Dist", [])


def closure(wheel: Path) -> set[str]:
    """Names of the distributions needed at run time."""
    todo = [Requirement(line) for line in metadata(wheel)]
    needed: set[str] = set()
    while todo:
        need = todo.pop()
        if (need.marker is None or need.marker.evaluate({"extra": ""})) and need.name not in needed:
            needed.add(need.name)
            todo += [Requirement(line) for line in distribution(need.name).requires or ()]
    return needed


def copy(name: str, site: Path) -> None:
    """Copy an installed distribution, file by file: with its bytecode, and the times by which that is valid."""
    for file in distribution(name).files or ():
        source, target = Path(str(file.locate())), site / str(file)
        if ".." not in file.parts and (file.suffix != ".pyc" or source.exists()):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def test_the_wheel_holds_the_three_packages_and_nothing_else(names: list[str]) -> None:
    roots = {name.partition("/")[0] for name in names}
    assert {root for root in roots if not root.endswith(".dist-info")} == PACKAGES
    assert len(roots) == len(PACKAGES) + 1


def test_each_package_says_that_it_is_typed(names: list[str]) -> None:
    assert {f"{package}/py.typed" for package in PACKAGES} <= set(names)


def test_the_wheel_holds_python_and_py_typed_only(names: list[str]) -> None:
    files = [name for name in names if ".dist-info/" not in name]
    assert [name for name in files if not name.endswith((".py", "/py.typed"))] == []


def test_the_licence_comes_with_it(names: list[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_it_installs_a_command_and_a_pytest_plugin(wheel: Path) -> None:
    entries = ConfigParser()
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (member for member in archive.namelist() if member.endswith(".dist-info/entry_points.txt"))
        entries.read_string(archive.read(name).decode())
    assert {section: dict(entries[section]) for section in entries.sections()} == {
        "console_scripts": {"beeper": "beeper_sdk.__main__:main"},
        "pytest11": {"beeper_sdk.testing.plugin": "beeper_sdk.testing.plugin"},
    }


def test_run_time_dependencies_are_six(wheel: Path) -> None:
    requirements = [Requirement(line) for line in metadata(wheel)]
    assert {need.name for need in requirements if need.marker is None} == {
        "anyio",
        "attrs",
        "h11",
        "httpcore",
        "httpx",
        "python-dateutil",
    }


def test_it_is_small(wheel: Path, tmp_path: Path) -> None:
    """Counted as one file, without the generated server: only the fake server of tests needs that."""
    without_server = tmp_path / wheel.name
    with zipfile.ZipFile(wheel) as archive, zipfile.ZipFile(without_server, "w", zipfile.ZIP_DEFLATED) as smaller:
        for name in archive.namelist():
            if name.endswith("/RECORD"):
                lines = archive.read(name).splitlines(keepends=True)
                smaller.writestr(name, b"".join(line for line in lines if not line.startswith(b"beeper_sdk_server/")))
            elif not name.startswith("beeper_sdk_server/"):
                smaller.writestr(name, archive.read(name))
    assert without_server.stat().st_size < 1_325_000


def test_it_imports_where_only_its_dependencies_are(python: Path) -> None:
    code = (
        "import beeper_sdk; print(beeper_sdk.__version__, *[getattr(beeper_sdk, n) and n for n in beeper_sdk.__all__])"
    )
    from beeper_sdk import __all__, __version__

    assert run(python, code) == " ".join([__version__, *__all__])


def test_the_stand_in_names_the_extra_it_needs(python: Path) -> None:
    code = "from beeper_sdk.testing import FakeBeeper\ntry: FakeBeeper().__enter__()\nexcept ImportError as e: print(e)"
    assert "beeper-sdk[testing]" in run(python, code)


def test_it_talks_to_a_beeper(python: Path) -> None:
    from beeper_sdk.testing import FakeBeeper

    code = (
        "import sys; from beeper_sdk import Beeper\n"
        "with Beeper(sys.argv[2], base_url=sys.argv[1]) as beeper: print(len(beeper.chats.list().collect(limit=3)))"
    )
    with FakeBeeper() as fake:
        assert run(python, code, fake.url, fake.token) == "3"


def test_the_installed_command_runs_and_names_itself(python: Path, tmp_path: Path) -> None:
    (tmp_path / "types.py").write_text("raise RuntimeError", encoding="utf-8")  # a file of the user's own
    command = [str(python.parent / "beeper"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.startswith("usage: beeper [-h]")


def test_an_installed_copy_vendors_itself_as_this_clone_does(python: Path, tmp_path: Path) -> None:
    folder = hosts.NAMESPACE.replace(".", "/")
    command = ["vendor", folder, "--namespace", hosts.NAMESPACE]
    subprocess.run([python, "-I", "-m", "beeper_sdk", *command], check=True, capture_output=True, cwd=tmp_path)
    written = {path.relative_to(tmp_path / folder).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    assert {path: file.read_bytes() for path, file in written.items()} == hosts.rendered(hosts.NAMESPACE)
