"""What scripts/release would refuse, without building: the form of the changelog, the one version, the contents.

The whole of it takes minutes and is run by hand: `scripts/release --rehearse`.
"""

from __future__ import annotations

import re
import subprocess
import tomllib
import zipfile
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version

from beeper_sdk import __version__
from scripts.compiler.compare import changelog as entry
from scripts.dev.environment import ROOT
from scripts.dev.release import __main__ as release
from scripts.dev.release import archive_contents as contents
from scripts.dev.release import build, changelog, metadata
from scripts.dev.release import source_tree as tree
from scripts.dev.release.errors import Wrong

CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
GOOD = """# Changelog

## [Unreleased]

### Added

- Something.

### Security

- Something else.

## [1.1.0] - 2026-11-21

### Fixed

- A fault.

## [1.0.0] - 2026-10-01

- Everything.
"""


def a_tree(root: Path, **files: str) -> tree.Tree:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    names = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return tree.Tree(root, "1.0.0", 1_800_000_000, "c0ffee", names)


# The version.


def test_the_version_stands_in_one_place() -> None:
    assert PROJECT["dynamic"] == ["version"]
    assert "version" not in PROJECT
    folders = ("beeper_sdk", "generated/beeper_sdk_client", "scripts", "docs")
    files = [ROOT / "README.md", *(path for folder in folders for path in sorted((ROOT / folder).rglob("*")))]
    said = re.compile(rf"(?<![\w.]){re.escape(__version__)}(?![\w.]?\d)")
    read = (path for path in files if path.suffix in {".py", ".md", ".toml", ".txt"})
    matches = [path.relative_to(ROOT).as_posix() for path in read if said.search(path.read_text(encoding="utf-8"))]
    assert matches == ["beeper_sdk/_version.py"], "import it from there"


def test_it_is_one_that_an_index_takes() -> None:
    assert str(Version(__version__)) == __version__


# The changelog.


def test_the_changelog_has_the_form_of_keep_a_changelog() -> None:
    assert changelog.faults(CHANGELOG) == []


def test_what_the_changelog_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", CHANGELOG)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_no_release_comes_after_this_version() -> None:
    names = [section.name for section in changelog.sections(CHANGELOG)[1:]]
    assert [name for name in names if Version(name) > Version(__version__)] == []


def test_a_good_changelog_has_no_faults() -> None:
    assert changelog.faults(GOOD) == []
    linked = (
        f"{GOOD}\n[Unreleased]: https://example.org/c\n[1.1.0]: https://example.org/b\n[1.0.0]: https://example.org/a\n"
    )
    assert changelog.faults(linked) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("# Changelog", "# Changes", "must begin with"),
        ("## [Unreleased]", "## Unreleased", "first section"),
        ("## [1.1.0] - 2026-11-21", "## 1.1.0 - 2026-11-21", "must have the form '## [version] - YYYY-MM-DD'"),
        ("2026-11-21", "21.11.2026", "must have the form '## [version] - YYYY-MM-DD'"),
        ("2026-11-21", "2026-13-21", "must have the form '## [version] - YYYY-MM-DD'"),
        (" - 2026-11-21", " - unreleased", "must have the form '## [version] - YYYY-MM-DD'"),
        ("[1.1.0]", "[0.9.0]", "must be older than the section above it"),
        ("2026-11-21", "2026-09-30", "must be older than the section above it"),
        ("### Fixed", "### Mended", "there is no '### Mended'"),
        ("### Added", "### Security", "each may occur once"),
        ("### Security", "### Added", "each may occur once"),
        ("- Everything.\n", "", "has no entries"),
        ("- A fault.", "A fault.", "must begin with an entry"),
        ("- Everything.\n", "- Everything.\n\n[1.1.0]: https://example.org\n", "its links are for 1.1.0"),
    ],
)
def test_a_departure_from_the_form_is_named(old: str, new: str, fault: str) -> None:
    assert GOOD.count(old) >= 1
    assert any(fault in problem for problem in changelog.faults(GOOD.replace(old, new, 1)))


def test_a_release_has_its_section_and_nothing_unreleased() -> None:
    with pytest.raises(ValueError, match="has entries: move them"):
        changelog.released(GOOD, "1.1.0")
    done = GOOD.replace("### Added\n\n- Something.\n\n### Security\n\n- Something else.\n\n", "")
    assert changelog.released(done, "1.1.0").dated == "2026-11-21"
    with pytest.raises(ValueError, match=r"followed by '## \[1.1.0\] - 2026-11-21', but the version in .* is 1.2.0"):
        changelog.released(done, "1.2.0")


def test_a_release_is_not_dated_in_advance(tmp_path: Path) -> None:
    soon = datetime.now(UTC).date() + timedelta(days=2)
    text = f"# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - {soon}\n\n- Everything.\n"
    here = a_tree(tmp_path, **{"CHANGELOG.md": text})
    release.check_changelog(here, rehearsal=True)
    with pytest.raises(Wrong, match="in the future"):
        release.check_changelog(here, rehearsal=False)


# The tree.


def test_what_is_not_committed_is_not_released(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Alice", "-c", "user.email=alice@example.org"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    a_tree(tmp_path, **{"beeper_sdk/_version.py": '__version__ = "1.0.0"\n', ".gitignore": "secret.txt\n"})
    git("add", "--all")
    git("commit", "-qm", "One")
    git("tag", "v0.9.0")
    git("commit", "-qm", "Two", "--allow-empty")
    git("tag", "v1.0.0")
    (tmp_path / "secret.txt").write_text("mine")
    assert tree.look(tmp_path, rehearsal=False).files == {".gitignore", "beeper_sdk/_version.py"}
    assert tree.last_release(tmp_path, "1.0.0") == "v0.9.0"
    (tmp_path / "new.txt").write_text("new")
    with pytest.raises(Wrong, match=r"1 files are not committed, the first is new\.txt"):
        tree.look(tmp_path, rehearsal=False)
    assert "new.txt" in tree.look(tmp_path, rehearsal=True).files


def test_a_folder_without_git_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(Wrong, match="git status"):
        tree.look(tmp_path, rehearsal=False)


# What is in the archives.


@pytest.mark.parametrize(
    "name",
    [
        ".env",
        "beeper_sdk/.env.local",
        "x/__pycache__/a.py",
        "a.pyc",
        "id_rsa",
        "k/server.pem",
        "tokens.json",
        ".pypirc",
    ],
)
def test_a_file_that_must_stay_at_home_is_seen(name: str) -> None:
    assert contents.private([("beeper_sdk/__init__.py", b""), (name, b"")]) == f"{name} must not be published"


# Put together here, so that this file holds none itself.
SECRETS = (f"{'-' * 5}BEGIN OPENSSH PRIVATE KEY{'-' * 5}", f"ghp_{'a' * 36}", f"pypi-{'A' * 60}")


@pytest.mark.parametrize("text", SECRETS, ids=["key", "git", "index"])
def test_a_secret_in_a_file_is_seen(text: str) -> None:
    assert contents.private([("a.py", text.encode())]) == "a.py seems to contain a key or a token"


def test_a_path_of_this_machine_is_seen(tmp_path: Path) -> None:
    assert (
        contents.private([("a.py", f"HOME = '{tmp_path}'".encode())], tmp_path)
        == "a.py contains a path of this machine"
    )


def test_nothing_in_git_would_be_kept_back() -> None:
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    ).stdout
    files = ((name, (ROOT / name).read_bytes()) for name in names.split("\0") if name and (ROOT / name).is_file())
    assert contents.private(files) is None


def wheel(folder: Path, files: dict[str, str]) -> Path:
    path = folder / "beeper_sdk-1.0.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


@pytest.mark.parametrize(
    ("extra", "fault"),
    [
        ({"tests/test_a.py": ""}, "contains tests/test_a.py, which is not in the packages"),
        ({"beeper_sdk/new.py": ""}, "contains beeper_sdk/new.py, which is not in the packages"),
        ({"beeper_sdk/__init__.py": "changed"}, "beeper_sdk/__init__.py differs from the file in the working tree"),
        ({"beeper_sdk-1.0.0.dist-info/direct_url.json": ""}, "missing or unexpected in dist-info: direct_url.json"),
    ],
)
def test_a_wheel_with_anything_else_in_it_is_refused(tmp_path: Path, extra: dict[str, str], fault: str) -> None:
    packages = {f"{home}/{name}": "" for home in contents.PACKAGES.values() for name in ("__init__.py", "py.typed")}
    here = a_tree(tmp_path / "tree", **packages)
    about = {f"beeper_sdk-1.0.0.dist-info/{name}": "" for name in contents.ABOUT}
    inside = {name.removeprefix("generated/"): text for name, text in packages.items()}
    made = build.Built(tmp_path / "none.tar.gz", wheel(tmp_path, inside | about | extra))
    with pytest.raises(Wrong, match=re.escape(fault)):
        contents.check(here, made)


def test_the_first_part_that_differs_is_named(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    original = wheel(tmp_path, {"a.py": "1", "b.py": "2"})
    assert build.difference(original, wheel(tmp_path / "other", {"a.py": "1", "b.py": "3"})) == "b.py"
    assert "own data" in build.difference(original, wheel(tmp_path / "other", {"b.py": "2", "a.py": "1"}))


# What they say about themselves.


def message(**changed: str | list[str] | None) -> bytes:
    fields: dict[str, str | list[str] | None] = {
        "Metadata-Version": "2.4",
        "Name": "beeper-sdk",
        "Version": "1.0.0",
        "License-Expression": "MIT",
        "License-File": "LICENSE",
        "Requires-Python": PROJECT["requires-python"],
        "Classifier": ["Programming Language :: Python :: 3.11", "Typing :: Typed"],
        "Provides-Extra": sorted(PROJECT["optional-dependencies"]),
        "Requires-Dist": [*PROJECT["dependencies"], "orjson>=3.10; extra == 'fast'"],
        "Description-Content-Type": "text/markdown",
        **changed,
    }
    made = EmailMessage()
    for name, value in fields.items():
        for item in value if isinstance(value, list) else [value]:
            if item is not None:
                made[name.replace("_", "-")] = item
    return made.as_bytes() + b"Hello\n"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, None),
        ({"Version": "1.0.1"}, "Version is 1.0.1, but beeper_sdk/_version.py has 1.0.0"),
        ({"License-Expression": "Apache-2.0"}, "License-Expression and License-File are Apache-2.0"),
        ({"License-Expression": "Free for all"}, "invalid metadata"),
        ({"License-File": None}, "License-Expression and License-File are MIT and "),
        ({"Classifier": ["Typing :: Typed"]}, "no Classifier names a version of Python"),
        ({"Classifier": ["Programming Language :: Python :: 3.11"]}, "Typing :: Typed"),
        ({"Requires-Python": ">=3.9"}, "Requires-Python is >=3.9"),
        ({"Provides-Extra": ["fast"]}, "Provides-Extra is ['fast']"),
        ({"Requires-Dist": ["attrs", "httpx"]}, "Requires-Dist without extras is attrs, httpx, not"),
        (
            {"Requires-Dist": ["attrs", "httpx", "python-dateutil", "rich"]},
            "Requires-Dist without extras is attrs, httpx, ",
        ),
        ({"Description-Content-Type": "text/x-rst"}, "Description-Content-Type is text/x-rst"),
    ],
)
def test_metadata_that_is_not_right_is_named(tmp_path: Path, changed: dict[str, Any], fault: str | None) -> None:
    here = a_tree(tmp_path, **{"README.md": "Hello\n"})
    problems = list(metadata.faults(message(**changed), PROJECT, here))
    assert [str(fault) in problem for problem in problems] == ([] if fault is None else [True]), problems


# Keeping the typing tests.


def test_the_typing_tests_of_a_release_are_kept_once(tmp_path: Path) -> None:
    with pytest.raises(Wrong, match="has no typing tests to copy"):
        release.stamp(tmp_path, "1.0.0")
    a_tree(tmp_path, **{"tests/project/typing/calls.py": "one", "tests/project/typing/released/0.9.0/calls.py": "old"})
    assert release.stamp(tmp_path, "1.0.0") == "tests/project/typing/released/1.0.0"
    stamped = tmp_path / "tests/project/typing/released/1.0.0"
    assert [(path.name, path.read_text()) for path in stamped.iterdir()] == [("calls.py", "one")]
    with pytest.raises(Wrong, match="already exists"):
        release.stamp(tmp_path, "1.0.0")


def test_what_breaks_may_stand_under_the_heading_of_the_release_to_come() -> None:
    text = GOOD.replace("- A fault.", "- `models.Chat.title` is gone.")
    assert "models.Chat.title" in entry.since("1.0.0", text)
    assert "models.Chat.title" not in entry.since("1.1.0", text)
    assert "Something else." in entry.since(None, text)
    assert "models.Chat.title" not in entry.since(None, text)
