"""Batches are committed as a whole, or delivered again; their position can be kept by the program."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk.changes import Batch, content_key
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower, texts
from tests.client.changes.test_changes import ERIN, send


def batches(follower: Follower, size: int, process: Any) -> list[list[str]]:
    """Process what is new now in batches."""
    found: list[list[str]] = []

    def one(batch: Batch) -> None:
        with batch:
            found.append(texts(list(batch)))
            process(batch)

    changes = follower.client.changes(follower.position).until_now()

    async def run() -> None:
        async for batch in changes.batches(size):
            one(batch)

    try:
        if follower.kind == "sync":
            for batch in changes.batches(size):
                one(batch)
        else:
            follower.call(run)
    finally:
        follower.call(changes.close)
    return found


def test_changes_that_are_there_are_delivered_together(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one", "two", "three", "four", "five")
    assert batches(follower, 2, texts) == [["one", "two"], ["three", "four"], ["five"]]
    assert follower.news() == []


def test_a_batch_that_failed_is_delivered_again(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one", "two", "three")

    def fail(batch: Batch) -> None:
        if texts(list(batch)) == ["three"]:
            raise LookupError

    with pytest.raises(LookupError):
        batches(follower, 2, fail)
    assert follower.texts() == ["three"]


def test_a_batch_that_was_not_committed_ends_the_loop(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one", "two")
    changes = follower.client.changes(follower.position).until_now()
    iterator = changes.batches(1)
    step = "__next__" if follower.kind == "sync" else "__anext__"
    batch = follower.call(getattr(iterator, step))
    assert len(batch) == 1
    with pytest.raises(RuntimeError, match="with batch"):
        follower.call(getattr(iterator, step))
    follower.call(changes.close)


class Kept:
    """A position that the program keeps itself, in the transaction that stores the changes."""

    def __init__(self) -> None:
        self.text: str | None = None

    def load(self) -> str | None:
        return self.text

    def save(self, position: str, /) -> None:
        """What `batch.position` has is stored with the changes."""


def test_a_position_can_be_stored_with_the_changes(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    kept = Kept()
    kept.text = follower.position.read_text()
    follower.position = kept
    send(fake, "one", "two", "three")

    def store(batch: Batch) -> None:
        if texts(list(batch)) == ["three"]:
            raise LookupError
        kept.text = batch.position

    with pytest.raises(LookupError):
        batches(follower, 2, store)
    assert follower.texts() == ["three"]


def test_a_content_key_stays_with_other_ids(follower: Follower, fake: FakeBeeper) -> None:
    send(fake, "one")
    first = follower.call(lambda: follower.client.messages.list(ERIN).first())
    fake.quirk("reinstall", optional=True)
    second = follower.call(lambda: follower.client.messages.list(ERIN).first())
    assert first.id != second.id
    assert content_key(first) == content_key(second)
