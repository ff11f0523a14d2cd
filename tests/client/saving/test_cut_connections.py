"""The sweep: whatever byte a connection is cut at, a file has its old content or the whole new one.

`scripts/test pytest -- tests/client/saving --hypothesis-profile=long` cuts at every byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from beeper_sdk import errors
from tests.client.saving.cut_server import DATA, RESPONSES, Trial, boundaries, cut_server, save_each
from tests.scripted_server import Kind
from tests.sweeps import LONG, examples

OLD = b"old content"


def old_file(folder: Path) -> Path:
    (folder / "file").write_bytes(OLD)
    (folder / "file").chmod(0o640)
    return folder / "file"


def link(folder: Path) -> Path:
    old_file(folder)
    (folder / "link").symlink_to("file")
    return folder / "link"


def new_file(folder: Path) -> Path:
    return folder / "file"


def check(counts: Counter[str], folder: Path, end: int, size: int, outcome: Exception | None) -> None:
    names = {path.name: path.read_bytes() for path in folder.iterdir() if not path.is_symlink()}
    is_link = folder.name.startswith("link")
    assert (folder / "link").is_symlink() is is_link
    if end >= size:
        assert (outcome, names) == (None, {"file": DATA})
    else:
        assert isinstance(outcome, errors.APIConnectionError)
        assert names == ({} if folder.name.startswith("new_file") else {"file": OLD})
    if not folder.name.startswith("new_file"):
        assert (folder / "file").stat().st_mode & 0o777 == 0o640
    counts["whole" if outcome is None else "cut"] += 1


@pytest.mark.parametrize("framing", RESPONSES)
def test_a_cut_connection_leaves_what_was_there(kind: Kind, framing: str, tmp_path: Path) -> None:
    counts, size = Counter[str](), len(RESPONSES[framing])
    places = range(size + 1) if examples(1) == LONG else [*boundaries(framing), size]
    targets: list[Callable[[Path], Path]] = [old_file, link, new_file]

    def trials() -> Iterator[Trial]:
        for end in places:
            for make in targets:
                folder = tmp_path / f"{make.__name__}-{end}"
                folder.mkdir()
                yield f"mxc://x/{framing}-{end}", make(folder), partial(check, counts, folder, end, size)

    with cut_server() as url:
        save_each(kind, trials(), base_url=url)
    print(f"{kind}, {framing}: {dict(counts)}")
    assert counts["whole"] == len(targets)
    assert counts["cut"] == len(targets) * (len(places) - 1)
