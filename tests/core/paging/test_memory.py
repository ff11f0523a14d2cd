"""However long a list is, iterating over it needs no more memory (`endless.py` prints figures for a million)."""

from __future__ import annotations

import os
from pathlib import Path

import httpx
import pytest

from beeper_sdk import Beeper
from tests.core.paging import endless
from tests.scripted_server import TOKEN

ROOT = Path(__file__).parents[3]
TOTAL, SIZE, ID_LENGTH = 50_000, 200, 600
"""With IDs as short as real ones, 100,000 messages and 10 s of CPU time would show the same as 50,000 in 6 s."""
SLACK = 3_000
"""In kB: Python allocates and frees as it likes. The 10,000 IDs after the warm-up would be more than twice as much, the
messages many times."""


def test_fifty_thousand_messages_are_walked_in_flat_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resource", reason="it tells how much memory a process took")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(ROOT / "generated")]))
    for result in endless.figures(TOTAL, SIZE, ID_LENGTH):
        pages = TOTAL // SIZE
        assert (result.messages, result.requests) == (TOTAL, 2 * pages - 1 if result.way == "oldest first" else pages)
        assert result.peak_memory - result.memory_after_warmup < SLACK, result


def test_a_checkpoint_is_as_long_at_the_end_as_at_the_beginning() -> None:
    with Beeper(TOKEN, transport=httpx.MockTransport(endless.Endless(5_000, 20))) as beeper:
        lengths = [len(page.checkpoint) for page in beeper.messages.list("!a:x").pages()]
    assert max(lengths) < 600
