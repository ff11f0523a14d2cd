"""Names that a server states become names that every operating system can create, in the folder that was chosen."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.files.names import MAX_BYTES, check_name, compared, safe_name, shortened, split_extension
from tests.each import each_of


def repeated(text: str, count: int, end: str) -> str:
    return text * count + end


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="./\\:. \t\n\0CONnul1.txt\u202e\u200f\ud800aä👨", max_size=30),
    st.builds(repeated, st.text(min_size=1, max_size=3), st.integers(1, 300), st.sampled_from(["", ".jpg", ". ", "."])),
)


@given(name=HOSTILE, number=st.sampled_from([0, 1, 12345]), kind=st.sampled_from(["", ".jpg"]))
def test_any_name_can_be_created_in_the_folder_and_nowhere_else(
    tmp_path_factory: pytest.TempPathFactory, name: str, number: int, kind: str
) -> None:
    safe = shortened(safe_name(name, kind), number)
    folder = tmp_path_factory.getbasetemp() / "names"
    folder.mkdir(exist_ok=True)
    path = folder / safe
    assert path.parent == folder
    assert path.resolve() == folder.resolve() / safe
    path.write_bytes(b"x")
    path.unlink()
    assert 0 < len(safe.encode()) <= MAX_BYTES
    assert PureWindowsPath(safe).parts == (safe,)
    assert safe == safe.strip(" ").strip(".") == unicodedata.normalize("NFC", safe)
    assert not any(letter in '<>:"/\\|?*' or unicodedata.category(letter) in ("Cc", "Cs") for letter in safe)
    assert not PureWindowsPath(safe).is_reserved()


@given(name=HOSTILE)
def test_a_safe_name_is_not_changed_again(name: str) -> None:
    assert safe_name(safe_name(name)) == safe_name(name)
    assert check_name(safe_name(name), windows=True) == safe_name(name)


@each_of(
    [
        ("photo", ".jpg", "photo.jpg"),
        ("photo.png", ".jpg", "photo.png"),
        ("v1.2", ".pdf", "v1.2.pdf"),  # a number is no extension
        ("a.tar.gz", ".bin", "a.tar.gz"),
        ("Thumbs.db", "", "_Thumbs.db"),
        ("com¹.x", "", "_com¹.x"),
        ("CON .txt", "", "_CON .txt"),
        ("console.log", "", "console.log"),
        ("e\u0301.jpg", "", "é.jpg"),
        ("a\u00a0b\u3000.", "", "a b"),
        (None, ".ogg", "file.ogg"),
        ("...", "", "file"),
        ("/", "", "file"),
    ]
)
def test_examples(stated: str | None, extension: str, expected: str) -> None:
    assert safe_name(stated, extension) == expected


def test_a_long_name_keeps_its_extension_and_number() -> None:
    assert shortened("ä" * 200 + ".jpeg", 7) == "ä" * 123 + " (7).jpeg"
    assert len(safe_name("x" * 100_000 + ".jpeg")) == MAX_BYTES
    assert safe_name("x" * 254 + ". y") == "x" * 254
    assert split_extension("a.b c") == ("a.b c", "")


def test_names_are_compared_as_file_systems_do_that_ignore_case() -> None:
    assert compared("É.JPG") == compared("e\u0301.jpg")
    assert compared("Straße") != compared("Strase")


def test_a_name_of_a_user_may_be_one_that_only_this_system_has() -> None:
    name = "12:30.jpg"
    assert check_name(name, windows=False) == name
    for bad in (name, "CON", "a.", "x?"):
        with pytest.raises(ValueError, match="on Windows"):
            check_name(bad, windows=True)
    assert check_name("caf\udce9", windows=False) == "caf\udce9"  # a name of a file system without UTF-8


def test_the_test_folder_is_left_empty(tmp_path: Path) -> None:
    assert safe_name(str(tmp_path)).count("/") == 0
