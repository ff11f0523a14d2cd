"""Which paths a server may name."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.files.local_files import local_path
from tests.each import each_of


@each_of(
    [
        ("file:///m/a.png", "/m/a.png"),
        ("file://localhost/m/a%20b%23.png?x=1#y", "/m/a b#.png"),
        ("file:///m/%252e%252e/a", "/m/%2e%2e/a"),
        ("file:///m/../a", None),
        ("file:///m/%2e%2e/a", None),
        ("file:///m%2f..%2fa", None),
        ("file:///m/./a", None),
        ("file:///m//a", None),
        ("file:////share/a", None),
        ("file:///m/", None),
        ("file:///", None),
        ("file:///m/a%00", None),
        ("file://share/m/a", None),
        ("file:/m/a", None),
        ("file:", None),
    ]
)
def test_paths(url: str, path: str | None) -> None:
    assert local_path(url, windows=False) == (None if path is None else Path(path))


@each_of(
    [
        ("file:///C:/m/a%20b.png", "C:/m/a b.png"),
        ("file:///C:/m/..%5C..%5Ca", None),
        ("file:///m/a.png", None),
        ("file:///C:/m/a.png:stream", None),
        ("file:///C:", None),
        ("file:///%5C%5Cshare/a", None),
        ("file://share/C:/a", None),
    ]
)
def test_paths_of_windows(url: str, path: str | None) -> None:
    assert local_path(url, windows=True) == (None if path is None else Path(path))


@given(path=st.lists(st.sampled_from(["..", "%2e%2E", ".", "a", "%2f", "%5c", "b%20"]), max_size=6))
def test_no_path_goes_up(path: list[str]) -> None:
    found = local_path("file:///" + "/".join(path), windows=False)
    assert found is None or (found.is_absolute() and not {"..", "."} & set(found.parts))
