"""docs/guides/reading.md: its table of requests."""

from __future__ import annotations

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper


def test_its_table_says_what_is_requested(fake: FakeBeeper) -> None:
    """The other rows are tests of this folder."""
    with Beeper(fake.token, base_url=fake.url) as beeper:
        merged = fake.world.merge(["!erin:small.local", "!bob:small.local"])
        before = len(fake.requests)
        beeper.messages.last(merged, 3)
        made = [request.operation for request in list(fake.requests)[before:]]
    assert made == ["messages.list", "chats.retrieve", "messages.list", "messages.list"]
