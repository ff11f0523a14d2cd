"""The command: what is printed, what is written, and the exit status."""

from __future__ import annotations

import codecs
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from beeper_sdk._tools.migrate.cli import main

OLD = "from beeper_sdk import v0\n\nv0.Client().get_accounts()  # all\n"
NEW = "from beeper_sdk import Beeper\n\nBeeper().accounts.list()  # all\n"
UNSURE = "from beeper_sdk import v0\n\noptions = {}\nv0.Client().get_chat(**options)\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "old.py"
    file.write_text(OLD, encoding="utf-8")
    return file


def test_without_an_option_it_only_says_what_would_change(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(old)]) == 1
    output = capsys.readouterr().out
    assert output == f"{old}: 3 changes\n1 of 1 file would change, 0 lines to review\n"
    assert old.read_text(encoding="utf-8") == OLD


def test_diff_shows_a_patch_and_writes_nothing(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--diff", str(old)]) == 1
    output = capsys.readouterr().out
    assert output.startswith(
        f"--- {old}\n+++ {old}\n@@ -1,3 +1,3 @@\n-from beeper_sdk import v0\n+from beeper_sdk import Beeper\n"
    )
    assert old.read_text(encoding="utf-8") == OLD


def test_write_changes_the_file_and_the_next_run_finds_nothing(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--write", str(old)]) == 0
    assert old.read_text(encoding="utf-8") == NEW
    assert main([str(old)]) == 0
    assert capsys.readouterr().out.endswith("0 of 1 file would change, 0 lines to review\n")
    assert sorted(old.parent.iterdir()) == [old]


def test_what_is_not_sure_is_listed_by_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "unsure.py"
    file.write_text(UNSURE, encoding="utf-8")
    main([str(file)])
    assert (
        f"{file}:4: not rewritten, because not all arguments are visible: call chats.retrieve instead"
        in capsys.readouterr().out
    )
    main(["--diff", str(file)])
    printed = capsys.readouterr()
    assert f"{file}:4: " in printed.err
    assert f"{file}:4: " not in printed.out


def test_lines_to_look_at_alone_do_not_count_as_changes(tmp_path: Path) -> None:
    file = tmp_path / "noted.py"
    file.write_text('import requests\nrequests.get("http://localhost:23373/v0/get-chat", params=p)\n', encoding="utf-8")
    assert main([str(file)]) == 0


def test_a_file_that_is_not_python_is_reported_and_the_others_are_done(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = old.parent / "broken.py"
    broken.write_text("import beeper_sdk\nv0 = (\n", encoding="utf-8")
    (old.parent / "latin.py").write_bytes(b"# caf\xe9 /v0/\n")
    assert main(["--write", str(old.parent)]) == 2
    err = capsys.readouterr().err
    assert f"{broken}: line " in err
    assert "latin.py: it cannot be decoded with its declared encoding" in err
    assert old.read_text(encoding="utf-8") == NEW


def test_a_file_that_is_not_python_is_2_whatever_it_is_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.py"
    for text in ("def f(:\n", "x = '\0'\n", "(" * 500):
        bad.write_text(text, encoding="utf-8")
        assert main([str(bad)]) == 2
        assert f"{bad}: " in capsys.readouterr().err
    bad.write_text("pattern = '\\d'\n", encoding="utf-8")  # Python warns about it
    assert main([str(bad)]) == 0


@pytest.mark.parametrize("argv", [[], ["--diff", "--write", "x.py"], ["--frobnicate", "x.py"]])
def test_wrong_usage_is_2(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(argv)
    assert ended.value.code == 2


def test_a_file_that_is_not_there_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.py")]) == 2
    assert "none.py: " in capsys.readouterr().err


def test_folders_are_searched_but_not_what_is_installed_or_hidden(tmp_path: Path) -> None:
    for name in ("a/b.py", ".hidden/c.py", "node_modules/d.py", "env/e.py", "a/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(OLD, encoding="utf-8")
    (tmp_path / "env/pyvenv.cfg").touch()
    assert main(["--write", str(tmp_path)]) == 0
    changed = [
        path.name for path in tmp_path.rglob("*.*") if path.is_file() and path.read_text(encoding="utf-8") == NEW
    ]
    assert changed == ["b.py"]


def test_line_ends_encoding_mark_and_mode_stay(tmp_path: Path) -> None:
    windows, western = tmp_path / "windows.py", tmp_path / "western.py"
    windows.write_bytes(codecs.BOM_UTF8 + OLD.replace("\n", "\r\n").replace("all", "ällt").encode())
    western.write_bytes(b"# -*- coding: latin-1 -*-\n" + OLD.replace("all", "\xe4llt").encode("latin-1"))
    western.chmod(0o754)
    assert main(["--write", str(tmp_path)]) == 0
    assert windows.read_bytes() == codecs.BOM_UTF8 + NEW.replace("\n", "\r\n").replace("all", "ällt").encode()
    assert western.read_bytes() == b"# -*- coding: latin-1 -*-\n" + NEW.replace("all", "\xe4llt").encode("latin-1")
    if sys.platform != "win32":
        assert stat.S_IMODE(western.stat().st_mode) == 0o754


def test_mixed_line_ends_and_a_missing_last_one_stay(tmp_path: Path) -> None:
    file = tmp_path / "mixed.py"
    file.write_bytes(b"from beeper_sdk import v0\r\nx = 1\nv0.Client().get_accounts()")
    assert main(["--write", str(file)]) == 0
    assert file.read_bytes() == b"from beeper_sdk import Beeper\r\nx = 1\nBeeper().accounts.list()"


def test_a_link_stays_a_link(old: Path) -> None:
    link = old.parent / "link.py"
    try:
        link.symlink_to(old)
    except OSError:
        pytest.skip("no links here")
    assert main(["--write", str(link)]) == 0
    assert link.is_symlink()
    assert old.read_text(encoding="utf-8") == NEW


def test_a_patch_of_a_file_without_a_last_line_end_can_be_applied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "short.py"
    file.write_text("from beeper_sdk import v0", encoding="utf-8")
    file.write_text("from beeper_sdk import v0\nv0.Client()", encoding="utf-8")
    main(["--diff", str(file)])
    assert capsys.readouterr().out.count("\n\\ No newline at end of file\n") == 2


def test_it_runs_as_a_module_and_imports_nothing_until_then(old: Path) -> None:
    command = [sys.executable, "-m", "beeper_sdk", "migrate", str(old)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert (done.returncode, done.stderr) == (1, "")
    look = "import sys, beeper_sdk._tools.migrate; print('libcst' in sys.modules, 'argparse' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )
    assert done.stdout == "False False\n"


CLIENT = """from beeper_desktop_api import AsyncBeeperDesktop, BeeperDesktop

client = BeeperDesktop(max_retries=2)
title = "Beeper"


def make():
    return AsyncBeeperDesktop()
"""
USES = {
    "from app.client import client\n": "client",
    "from .client import client as beeper\n": "beeper",
    "from . import client as module\n": "module.client",
    "import app.client\n": "app.client.client",
    "from app import shared\n": "shared",
    "from app.client import make\n": "make()",
    "def run():\n    from .client import client\n    return client\n": "run()",
}


@pytest.mark.parametrize("single", [False, True], ids=["folder", "file"])
@pytest.mark.parametrize(("imports", "client"), USES.items(), ids=USES.values())
def test_a_client_of_another_file_is_known(
    imports: str, client: str, single: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = tmp_path / "app"
    package.mkdir()
    (package / "__init__.py").write_text("from .client import client as shared\n", encoding="utf-8")
    (package / "client.py").write_text(CLIENT, encoding="utf-8")
    use = package / "use.py"
    use.write_text(
        f"{imports}\nfor page in {client}.chats.list().iter_pages():\n    print(page.items)\n"
        f"print({client}.chats.retrieve('a').model_dump())\n",
        encoding="utf-8",
    )
    assert main(["--write", str(use if single else tmp_path)]) == 0
    assert f"for page in {client}.chats.list().pages():" in use.read_text("utf-8")
    line = imports.count("\n") + 4
    assert f"{use}:{line}: models have no model_dump(): use to_dict()" in capsys.readouterr().out


@pytest.mark.parametrize(
    "imports",
    [
        "from app.client import title as client",  # not a client
        "from other.client import client",  # not in this project
        "from .other import client",  # no such file
        "from .use import client",  # itself
        "from . import *",
    ],
)
def test_other_names_of_other_files_stay(imports: str, tmp_path: Path) -> None:
    package = tmp_path / "app"
    package.mkdir()
    (package / "client.py").write_text(CLIENT, encoding="utf-8")
    use = package / "use.py"
    use.write_text(f"{imports}\nclient.chats.list().iter_pages()\n", encoding="utf-8")
    before = use.read_bytes()
    assert main(["--write", str(use)]) == 0
    assert use.read_bytes() == before


def test_files_that_import_each_other_or_cannot_be_parsed_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("from b import client\nimport beeper_sdk\n", encoding="utf-8")
    (tmp_path / "b.py").write_text("from a import client\nimport broken\n", encoding="utf-8")
    (tmp_path / "broken.py").write_text("import beeper_desktop_api\n(\n", encoding="utf-8")
    (tmp_path / "bytes.py").write_bytes(b"\xff")
    (tmp_path / "use.py").write_text("from broken import client\nfrom bytes import x\nclient.chats.list()\n", "utf-8")
    assert main([str(tmp_path / "a.py"), str(tmp_path / "b.py"), str(tmp_path / "use.py")]) == 0
