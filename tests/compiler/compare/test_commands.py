"""The commands: the comparison on files and revisions, --against in a small repository, and the hand-written places."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from beeper_sdk._version import __version__
from scripts.compiler.compare import main
from scripts.compiler.compare import since_revision as against
from scripts.compiler.compare import typecheck as touched
from scripts.compiler.spec.parsed_spec import SpecError
from scripts.dev import checks as _test
from tests.compiler.compare.edits import MINI, Document, edited, put, remove
from tests.compiler.mini import dump

BROKEN = edited(MINI, remove("chats.list", "?limit"))
FRIENDLY = edited(MINI, put("#Chat", "properties", "labels", to={"type": "string"}))


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Alice", "-c", "user.email=alice@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def write(path: Path, document: Document) -> Path:
    path.write_text(dump(document), encoding="utf-8")
    return path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project released as v2.4.0, whose changelog has nothing since."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    write(tmp_path / "openapi.yaml", MINI)
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n", encoding="utf-8")
    (tmp_path / "beeper_sdk").mkdir()
    (tmp_path / "beeper_sdk" / "_version.py").write_text('__version__ = "2.4.0"\n', encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Release")
    git(tmp_path, "tag", "v2.4.0")
    return tmp_path


def test_two_files_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = write(tmp_path / "old.yaml", MINI), tmp_path / "new.json"
    new.write_text(json.dumps(BROKEN), encoding="utf-8")

    assert main([str(old), str(new)]) == 1
    said = capsys.readouterr().out
    assert said.startswith(f"1 change; suggested version after {__version__}: ")
    assert "- beeper.chats.list(limit=): removed" in said


def test_the_comparison_does_not_need_the_generated_client() -> None:
    code = "import sys, scripts.compiler.compare; print('beeper_sdk_client' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize(("document", "status"), [(MINI, 0), (FRIENDLY, 0), (BROKEN, 1)])
def test_the_exit_status_says_whether_something_breaks(tmp_path: Path, document: Document, status: int) -> None:
    old, new = write(tmp_path / "old.yaml", MINI), write(tmp_path / "new.yaml", document)

    assert main([str(old), str(new), "--json", "--base", "0.3.0"]) == status


def test_a_revision_is_compared_and_its_version_counted_up(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    write(repository / "openapi.yaml", BROKEN)

    assert main(["v2.4.0:openapi.yaml", "openapi.yaml", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["base"], report["version"]) == ("2.4.0", "3.0.0")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("none.yaml", "none.yaml: No such file or directory"),
        ("nowhere:openapi.yaml", "nowhere:openapi.yaml: "),
        ("v2.4.0:none.yaml", "v2.4.0:none.yaml: "),
        ("bad.yaml", "bad.yaml: "),
        ("bad.json", "bad.json: "),
        ("list.yaml", "list.yaml: not an OpenAPI document: it has no paths"),
        ("bytes.yaml", "bytes.yaml: not UTF-8 text"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], source: str, said: str
) -> None:
    monkeypatch.chdir(repository)
    Path("bad.yaml").write_text("a: [", encoding="utf-8")
    Path("bad.json").write_text("{", encoding="utf-8")
    Path("list.yaml").write_text("[1]", encoding="utf-8")
    Path("bytes.yaml").write_bytes(b"\xff\xfe\xfd")

    with pytest.raises(SystemExit) as ended:
        main([source, "openapi.yaml"])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err.splitlines()[-1]


def test_a_file_is_never_taken_for_an_option_of_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)

    with pytest.raises(SystemExit):
        main(["openapi.yaml", "--", "--output=stolen:openapi.yaml"])
    assert not [*repository.glob("stolen*")]


def test_a_base_that_is_no_version_names_the_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = str(write(tmp_path / "a.yaml", MINI))

    with pytest.raises(SystemExit) as ended:
        main([spec, spec, "--base", "new"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith(": error: argument --base: must be a version, such as 1.2.3\n")


def test_places_need_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.yaml", MINI)

    with pytest.raises(SystemExit):
        main(["a.yaml", "a.yaml", "--places"])
    assert "in the folder of the project" in capsys.readouterr().err


def test_the_check_fails_on_what_breaks_and_is_not_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository / "openapi.yaml", BROKEN)

    assert against.check(repository, "v2.4.0") == 1
    assert "beeper.chats.list(limit=): removed (breaking for callers; GET /v1/chats)" in capsys.readouterr().out


def test_the_check_passes_once_it_is_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository / "openapi.yaml", BROKEN)
    changelog = repository / "CHANGELOG.md"
    changelog.write_text("## [3.0.0] - unreleased\n\n- `beeper.chats.list(limit=)` is gone.\n", encoding="utf-8")

    assert against.check(repository, "v2.4.0") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("document", [MINI, FRIENDLY], ids=["nothing", "additive"])
def test_the_check_passes_without_a_break(repository: Path, document: Document) -> None:
    write(repository / "openapi.yaml", document)

    assert against.check(repository, "v2.4.0") == 0


def test_the_check_fails_without_the_revision(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert against.check(repository, "v9.9.9") == 1
    assert "v9.9.9:openapi.yaml" in capsys.readouterr().err


def test_a_report_comes_after_what_is_written_and_lists_the_places(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(repository / "openapi.yaml", BROKEN)
    small_project(repository)

    assert against.report(repository, "v2.4.0", client(limit=False)) == 0  # a break is no reason not to write
    said = capsys.readouterr().out
    assert "since v2.4.0: 1 change; suggested version after 2.4.0: 3.0.0 (major)" in said
    assert "  beeper_sdk/walk.py:3: " in said
    assert "_sync" not in said


def small_project(root: Path) -> None:
    """Hand-written code that uses one generated function, and its compiled twin."""
    (root / "scripts").mkdir()
    (root / "pyproject.toml").write_text(
        '[tool.mypy]\nstrict = true\nmypy_path = "$MYPY_CONFIG_FILE_DIR/generated"\nexplicit_package_bases = true\n',
        encoding="utf-8",
    )
    code = "import beeper_sdk_client\n\nbeeper_sdk_client.chats(limit=3)\n"
    # Without the __init__.py, mypy would take `beeper_sdk` for the one that is installed, and check all of it: 10 s.
    for path, text in {"__init__.py": "", "walk.py": code, "_sync/__init__.py": "", "_sync/walk.py": code}.items():
        (root / "beeper_sdk" / path).parent.mkdir(exist_ok=True)
        (root / "beeper_sdk" / path).write_text(text, encoding="utf-8")


def client(*, limit: bool) -> dict[str, bytes]:
    taken = "limit: int" if limit else ""
    return {"generated/beeper_sdk_client/__init__.py": f"def chats({taken}) -> None: ...\n".encode()}


def test_what_mypy_says_of_hand_written_files_is_found() -> None:
    said = (
        'beeper_sdk/_core/people/names.py:79: error: "User" has no attribute "full_name"  [attr-defined]\n'
        "beeper_sdk/_core/people/names.py:79: note: Maybe another?\n"
        "beeper_sdk/_sync/resources/chats.py:3: error: compiled from another\n"
        "generated/beeper_sdk_client/api/chats.py:3: error: not written by hand\n"
        "beeper_sdk/gone.py: error: Cannot find it\n"
    )

    assert touched.found(said) == [
        'beeper_sdk/_core/people/names.py:79: "User" has no attribute "full_name"  [attr-defined]',
        "beeper_sdk/gone.py: Cannot find it",
    ]


def test_a_mypy_that_does_not_come_to_an_end_is_an_error(repository: Path) -> None:
    small_project(repository)
    (repository / "beeper_sdk" / "walk.py").write_text("def broken(:\n", encoding="utf-8")

    with pytest.raises(SpecError, match="mypy: "):
        touched.places(repository, files=client(limit=True))


def test_with_a_release_the_step_compares_with_it() -> None:
    assert _test.against("v2.4.0")["regenerate"] == [["scripts/regenerate.py", "--check", "--against", "v2.4.0"]]
    assert _test.against(None) == _test.STEPS


def test_the_last_release_is_found_by_its_tag(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_test, "ROOT", repository)
    git(repository, "tag", "not-a-release")

    assert _test.last_release() == "v2.4.0"


def test_a_copy_in_the_history_of_another_project_has_no_release(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_test, "ROOT", repository / "beeper_sdk")

    assert _test.last_release() is None
