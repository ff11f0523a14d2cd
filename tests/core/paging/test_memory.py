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
TOTAL, SIZE = 100_000, 200
SLACK = 3_000
"""In kB: Python allocates and frees as it likes. The 60,000 ids after the warm-up would be twice as much, the messages
a hundred times."""


def test_a_hundred_thousand_messages_are_walked_in_flat_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resource", reason="it tells how much memory a process took")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(ROOT / "generated")]))
    for result in endless.figures(TOTAL, SIZE):
        assert (result.messages, result.requests) == (TOTAL, 999 if result.way == "oldest first" else 500)
        assert result.peak_memory - result.memory_after_warmup < SLACK, result


def test_a_checkpoint_is_as_long_at_the_end_as_at_the_beginning() -> None:
    with Beeper(TOKEN, transport=httpx.MockTransport(endless.Endless(5_000, 20))) as beeper:
        lengths = [len(page.checkpoint) for page in beeper.messages.list("!a:x").pages()]
    assert max(lengths) < 600
