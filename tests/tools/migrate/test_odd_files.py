"""Files that `migrate` must not hang on, change by accident, or find through a link to another project."""

from __future__ import annotations

import encodings.aliases
import os
import stat
from pathlib import Path

import pytest

from beeper_sdk._tools.migrate.cli import main
from tests.sweeps import LONG, examples
from tests.tools.migrate.test_command import NEW, OLD

FIFO = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
ENCODINGS = sorted(set(encodings.aliases.aliases.values()))
ODD_ENCODINGS = ("undefined", "idna", "punycode", "unicode_escape", "rot13", "hex", "utf-7", "none-such")


@FIFO
@pytest.mark.parametrize("given", ["", "pipe.py"])
def test_a_pipe_is_an_error_and_other_files_are_changed(
    tmp_path: Path, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "module.py").write_text(f"import pipe\n{OLD}")
    assert main(["--write", str(tmp_path / given), str(tmp_path / "module.py")]) == 2
    printed = capsys.readouterr()
    assert printed.err == f"{tmp_path / 'pipe.py'}: is not a regular file\n"
    assert (tmp_path / "module.py").read_text() == f"import pipe\n{NEW}"
    assert (tmp_path / "pipe.py").is_fifo()


def test_a_device_and_a_folder_are_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "zero.py").symlink_to("/dev/zero")
    (tmp_path / "folder.py").mkdir()
    assert main([str(tmp_path / "zero.py")]) == 2
    assert "zero.py: is not a regular file" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 0


@pytest.mark.parametrize("to", ["../other/old.py", "venv/lib/old.py", ".hidden/old.py"])
def test_a_link_in_a_folder_to_a_file_elsewhere_is_skipped(
    tmp_path: Path, to: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    target = project / to
    target.parent.mkdir(parents=True)
    if to.startswith("venv"):
        (project / "venv" / "pyvenv.cfg").touch()
    target.write_text(OLD)
    (project / "link.py").symlink_to(to)
    assert main(["--write", str(project)]) == 0
    printed = capsys.readouterr()
    assert printed.err == (
        f"{project / 'link.py'}: skipped, because it links to a file that is not in the source of {project}\n"
    )
    assert printed.out == "0 of 0 files changed, 0 lines to review\n"
    assert target.read_text() == OLD


def test_links_inside_a_folder_and_links_that_are_given_are_followed(tmp_path: Path) -> None:
    for name in ("project/package/a.py", "other/b.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(OLD)
        (tmp_path / name).chmod(0o755)
    (tmp_path / "project" / "a_link.py").symlink_to("package/a.py")
    (tmp_path / "project" / "b_link.py").symlink_to("../other/b.py")
    (tmp_path / "project_link").symlink_to("project")
    assert main(["--write", str(tmp_path / "project_link"), str(tmp_path / "project" / "b_link.py")]) == 0
    for name in ("project/package/a.py", "other/b.py"):
        assert (tmp_path / name).read_text() == NEW
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o755
    assert all((tmp_path / "project" / name).is_symlink() for name in ("a_link.py", "b_link.py"))
    assert not list(tmp_path.rglob("*.tmp"))


def test_every_declared_encoding_is_an_error_or_keeps_the_other_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With bytes that many of Python's encodings cannot decode, or encode in another way; all in the long form."""
    chosen = [*(ENCODINGS if examples(1) == LONG else ENCODINGS[::4]), *ODD_ENCODINGS]
    files = {tmp_path / f"{number}.py": name for number, name in enumerate(chosen)}
    odd = b"# +AGE- ~ \\x41 \xe9\n"
    for path, name in files.items():
        path.write_bytes(f"# coding: {name}\n{OLD}".encode() + odd)
    (tmp_path / "last.py").write_text(OLD)
    assert main(["--write", str(tmp_path)]) == 2
    failed = capsys.readouterr().err.splitlines()
    assert len(failed) + sum(path.read_bytes().endswith(NEW.encode() + odd) for path in files) == len(files)
    assert all(line.startswith(f"{tmp_path}/") for line in failed)
    assert len(files) / 5 < len(failed) < len(files) - len(files) / 5
    assert (tmp_path / "last.py").read_text() == NEW


@pytest.mark.parametrize(
    "content", [b"\0", b"x = '\0'\n", b"\x0c\r\r\n\x1a", b"# coding: \xff\n", b"# coding: utf-8\0\n"]
)
def test_odd_bytes_do_not_stop_the_command(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.py").write_bytes(content)
    (tmp_path / "b.py").write_text(OLD)
    assert main(["--write", str(tmp_path)]) in (0, 2)
    assert (tmp_path / "a.py").read_bytes() == content
    assert (tmp_path / "b.py").read_text() == NEW


def test_a_write_that_fails_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "old.py").write_text(OLD)
    monkeypatch.setattr(os, "fsync", fail)
    assert main(["--write", str(tmp_path)]) == 2
    assert "old.py: cannot be written: No space left on device" in capsys.readouterr().err
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old.py", OLD)]
