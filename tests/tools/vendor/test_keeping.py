"""Copies over time: verified, brought up to date, and never at the cost of what somebody changed."""

from __future__ import annotations

import io
import itertools
import os
import shlex
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from beeper_sdk._core.util.override import override
from beeper_sdk._tools.vendor import originals, place
from beeper_sdk._tools.vendor.build import CopyOptions, render
from beeper_sdk._tools.vendor.cli import main
from beeper_sdk._tools.vendor.originals import Originals
from beeper_sdk._tools.vendor.place import RECORD_NAME, digest
from tests.tools.vendor.hosts import NAMESPACE, SMALL

SDK = Originals("1.0.0", "0" * 64, b"Do as you please.\n", {**SMALL, "beeper_sdk/v0.py": b""})
ERRORS, LICENSE = "beeper_sdk/errors/__init__.py", "LICENSE"
OLD = {"a.py": b"1", "p/b.py": b"2", "VENDORED.toml": b"old"}
NEW = {"a.py": b"3", "p/c.py": b"4", "q/d.py": b"5", "VENDORED.toml": b"new"}


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK is one of a few files."""
    monkeypatch.setattr(originals, "read", lambda: SDK)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy to do things to."""
    place.replace(tmp_path / "beeper", render(SDK, CopyOptions(NAMESPACE)))
    return tmp_path / "beeper"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(folder: Path, path: str, data: bytes = b"# changed\n") -> None:
    (folder / path).write_bytes(data)


def _edit(folder: Path) -> str:
    change(folder, ERRORS)
    return f"changed: {ERRORS}"


def _lose(folder: Path) -> str:
    (folder / LICENSE).unlink()
    return f"missing: {LICENSE}"


def _add(folder: Path) -> str:
    change(folder, "beeper_sdk/patch.py")
    return "extra: beeper_sdk/patch.py"


def _forge(folder: Path) -> str:
    text = (folder / RECORD_NAME).read_bytes()
    change(folder, RECORD_NAME, text.replace(b'spec = "', b'spec = "9'))
    return f"changed: {RECORD_NAME}"


def _link(folder: Path) -> str:
    target = folder.parent / "errors.py"
    (folder / ERRORS).rename(target)
    (folder / ERRORS).symlink_to(target)
    return f"changed: {ERRORS}"


def _spoil_text(folder: Path) -> str:
    change(folder, RECORD_NAME, b"<<<<<<< ours\n")
    return f"changed: {RECORD_NAME}"


CHANGES = [_edit, _lose, _add, _forge, _spoil_text]
if os.name != "nt":
    CHANGES.append(_link)


def test_a_clean_copy_verifies(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "beeper_sdk" / "__pycache__").mkdir()
    change(copy, "beeper_sdk/__pycache__/errors.cpython-311.pyc")
    assert main(["--verify", str(copy)]) == 0
    assert capsys.readouterr().out.startswith("unchanged: beeper-sdk ")


def test_a_copy_with_the_line_ends_of_windows_is_clean(copy: Path) -> None:
    for path, data in contents(copy).items():
        change(copy, path, data.replace(b"\n", b"\r\n"))
    assert main(["--verify", str(copy)]) == 0


@pytest.mark.parametrize("spoil", CHANGES)
def test_a_changed_copy_is_told_by_its_files_and_is_not_written_over(
    copy: Path, capsys: pytest.CaptureFixture[str], spoil: object
) -> None:
    assert callable(spoil)
    line = spoil(copy)
    before = contents(copy)
    assert main(["--verify", str(copy)]) == 1
    assert capsys.readouterr().out == f"{line}\n"
    assert main([str(copy), "--namespace", NAMESPACE]) == 1
    captured = capsys.readouterr()
    assert captured.out == f"{line}\n"
    assert "nothing was written" in captured.err
    assert contents(copy) == before


def test_all_that_was_changed_is_named(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = sorted(spoil(copy) for spoil in (_edit, _lose, _add))
    assert main(["--verify", str(copy)]) == 1
    assert sorted(capsys.readouterr().out.splitlines()) == lines


def test_force_takes_every_change_away(copy: Path) -> None:
    shutil.rmtree(copy)
    assert main([str(copy), "--namespace", NAMESPACE]) == 0
    clean = contents(copy)
    for spoil in (_edit, _lose, _add, _forge):
        spoil(copy)
    assert main([str(copy), "--namespace", NAMESPACE, "--force"]) == 0
    assert contents(copy) == clean
    assert main(["--verify", str(copy)]) == 0


def test_force_counts_the_files_that_it_really_changes(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for spoil in (_edit, _lose, _add):
        spoil(copy)
    assert main([str(copy), "--force"]) == 0
    assert "1 changed, 1 new, 1 removed" in capsys.readouterr().out


def test_a_second_run_changes_nothing_and_says_so(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in copy.rglob("*")}
    assert main([str(copy)]) == 0
    assert "is up to date" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in copy.rglob("*")} == before


def test_an_update_brings_what_is_new_and_takes_what_went_away(
    copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {path: data for path, data in SDK.files.items() if path != "beeper_sdk/_names_nobody_imports.py"}
    files |= {"beeper_sdk/brand_new.py": b"", ERRORS: b"NEW = True\n"}
    monkeypatch.setattr(originals, "read", lambda: SDK._replace(version="9.0.0", files=files))
    assert main([str(copy)]) == 0
    assert "1 changed, 1 new, 1 removed" in capsys.readouterr().out
    assert not (copy / "beeper_sdk" / "_names_nobody_imports.py").exists()
    assert (copy / "beeper_sdk" / "brand_new.py").exists()
    assert main(["--verify", str(copy)]) == 0
    assert "9.0.0" in capsys.readouterr().out


def test_an_update_keeps_the_options_unless_told_otherwise(tmp_path: Path) -> None:
    def has_v0() -> bool:
        return (tmp_path / "src/acme/beeper/beeper_sdk/v0.py").exists()

    root, folder = str(tmp_path / "src"), str(tmp_path / "src/acme/beeper")
    assert main([root, "--namespace", "acme.beeper", "--without", "v0"]) == 0
    assert not has_v0()
    assert main([folder]) == 0
    assert not has_v0()
    assert main([folder, "--namespace", "acme.beeper"]) == 0
    assert has_v0()


@pytest.mark.parametrize(
    ("given", "recorded"),
    [
        ("src/acme/beeper", "src/acme/beeper"),
        ("src", "src/acme/beeper"),
        ("./src/acme/../acme/beeper", "src/acme/beeper"),
        ("{absolute}/my src/acme/beeper", "'my src/acme/beeper'"),
        ("../service/acme/beeper", "../service/acme/beeper"),
        (".", "acme/beeper"),
    ],
)
def test_the_recorded_command_makes_the_same_copy_from_where_it_was_given(
    given: str, recorded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    assert main([given.format(absolute=Path.cwd()), "--namespace", "acme.beeper", "--without", "v0"]) == 0
    (record,) = tmp_path.rglob(RECORD_NAME)
    made = contents(record.parent)
    command = tomllib.loads(record.read_text("utf-8"))["command"]
    assert command == f"python -m beeper_sdk vendor {recorded} --namespace acme.beeper --without v0"
    shutil.rmtree(record.parent)
    assert main(shlex.split(command)[4:]) == 0
    assert contents(record.parent) == made


def test_a_copy_is_up_to_date_from_any_folder(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(copy)
    for folder in (tmp_path, copy):
        monkeypatch.chdir(folder)
        assert main([os.path.relpath(copy)]) == 0
        assert "is up to date" in capsys.readouterr().out
    assert contents(copy) == before


@pytest.fixture
def newer(copy: Path) -> Path:
    """A copy of a version that is newer than the SDK."""
    place.replace(copy, render(SDK._replace(version="1.10.0"), CopyOptions(NAMESPACE)))
    return copy


class Terminal(io.StringIO):
    """A terminal, on which something is typed."""

    @override
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
def test_an_older_sdk_does_not_replace_a_newer_copy(
    newer: Path, capsys: pytest.CaptureFixture[str], force: list[str]
) -> None:
    before = contents(newer)
    assert main([str(newer), *force]) == 1
    assert capsys.readouterr().err == (
        f"{newer} is a copy of 1.10.0, newer than this SDK (1.0.0), so nothing was written. "
        "Use --downgrade to replace it\n"
    )
    assert contents(newer) == before
    assert main([str(newer), "--downgrade"]) == 0
    assert "beeper-sdk 1.0.0" in capsys.readouterr().out


def test_a_newer_copy_whose_record_was_changed_is_not_replaced_either(newer: Path) -> None:
    _forge(newer)
    before = contents(newer)
    assert main([str(newer), "--force"]) == 1
    assert contents(newer) == before
    assert main([str(newer), "--force", "--downgrade", "--namespace", NAMESPACE]) == 0


@pytest.mark.parametrize(("typed", "status"), [("y\n", 0), ("Yes\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
def test_in_a_terminal_it_asks(newer: Path, monkeypatch: pytest.MonkeyPatch, typed: str, status: int) -> None:
    before, screen = contents(newer), Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys, "stderr", screen)
    assert main([str(newer)]) == status
    assert screen.getvalue().startswith(f"{newer} is a copy of 1.10.0. Replace it with the older 1.0.0? [y/N] ")
    assert (contents(newer) == before) == bool(status)


def test_versions_are_ordered_as_releases_are() -> None:
    order = ["0.9", "1.0.0.dev1", "1.0.0a1", "1.0.0b2", "1.0.0rc1", "1.0.0rc10", "1.0.0", "1.0.0.post1", "1.2", "1.10"]
    assert all(originals.is_older(old, new) for old, new in itertools.combinations(order, 2))
    assert not any(originals.is_older(new, old) for old, new in itertools.combinations_with_replacement(order, 2))
    assert not originals.is_older("1.0.0", "unknown")


def test_a_closed_output_is_no_failure_to_write_the_copy(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        @override
        def write(self, text: str, /) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    with pytest.raises(BrokenPipeError):
        main([str(copy)])


def test_verify_does_not_downgrade(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(copy), "--verify", "--downgrade"])
    assert ended.value.code == 2
    assert "argument --downgrade: not allowed with argument --verify" in capsys.readouterr().err


@pytest.mark.parametrize("packaged", [False, True])
def test_dest_is_the_folder_of_the_namespace_or_the_one_it_starts_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, packaged: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "my src" / "acme" / "beeper"
    if packaged:
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    assert main([str(folder if packaged else "my src"), "--namespace", "acme.beeper"]) == 0
    assert (folder / RECORD_NAME).is_file()
    assert main([str(folder), "--verify"]) == 0
    assert main(["my src", "--verify", "--namespace", "acme.beeper"]) == 0
    assert main([str(folder), "--verify", "--namespace", "acme2"]) == 2


def _a_file(dest: Path) -> None:
    dest.write_bytes(b"mine")


def _a_project(dest: Path) -> None:
    dest.mkdir()
    change(dest, "setup.py")


def _a_package(dest: Path) -> None:
    dest.mkdir()
    change(dest, "__init__.py", b"VERSION = 1\n")


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
@pytest.mark.parametrize("hold", [_a_file, _a_project, _a_package])
def test_what_is_no_copy_is_never_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], hold: object, force: list[str]
) -> None:
    dest = tmp_path / "beeper"
    assert callable(hold)
    hold(dest)
    before = contents(tmp_path)
    assert main([str(dest), "--namespace", "acme.beeper", *force]) == 2
    assert "contains something other than a copy" in capsys.readouterr().err
    assert contents(tmp_path) == before


def test_a_package_is_no_folder_that_packages_start_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "__init__.py").touch()
    assert main([str(tmp_path), "--namespace", "acme.beeper"]) == 2
    assert "is a package" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["__init__.py"]


@pytest.mark.parametrize("arguments", [["--verify"], []])
def test_where_there_is_no_copy_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main([str(tmp_path), *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fails_at", range(10))
@pytest.mark.parametrize("what", ["rename", "write_bytes"])
def test_a_run_that_fails_leaves_the_copy_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, fails_at: int
) -> None:
    folder = tmp_path / "beeper"
    place.replace(folder, OLD)
    real, remaining = getattr(Path, what), [fails_at]

    def failing(*arguments: object) -> object:
        remaining[0] -= 1
        if remaining[0] == -1:
            raise OSError(28, "No space left on device")
        return real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(Path, what, failing)
        try:
            place.replace(folder, NEW)
        except OSError:
            assert contents(folder) == OLD
        else:
            assert fails_at >= (4 if what == "write_bytes" else 7)
            assert contents(folder) == NEW
    place.replace(folder, NEW)
    assert contents(folder) == NEW


def test_a_first_run_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(OSError, match="No space"):
        place.replace(tmp_path / "src" / "acme" / "beeper", NEW)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    place.replace(tmp_path / "beeper", OLD)
    leftover = tmp_path / "beeper" / ".vendoring-x"
    leftover.mkdir()
    change(leftover, "a.py")
    known = {path: digest(data) for path, data in OLD.items() if path != RECORD_NAME}
    assert not any(place.differences(tmp_path / "beeper", known))
    place.replace(tmp_path / "beeper", NEW)
    assert contents(tmp_path / "beeper") == NEW


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("path", [ERRORS, LICENSE, RECORD_NAME, "extra"])
def test_a_pipe_in_a_copy_is_reported_and_not_read(copy: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    (copy / path).unlink(missing_ok=True)
    os.mkfifo(copy / path)
    assert main([str(copy), "--verify"]) == (2 if path == RECORD_NAME else 1)
    printed = capsys.readouterr()
    if path == RECORD_NAME:
        assert f"{copy}: is not a regular file" in printed.err
    else:
        assert printed.out == f"{'extra' if path == 'extra' else 'changed'}: {path}\n"
    assert main([str(copy), "--namespace", NAMESPACE]) in (1, 2)
    assert (copy / path).is_fifo()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_folder_with_a_pipe_is_not_free(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "beeper").mkdir()
    os.mkfifo(tmp_path / "beeper" / "__init__.py")
    assert main([str(tmp_path / "beeper"), "--namespace", NAMESPACE]) == 2
    assert "contains something other than a copy" in capsys.readouterr().err
