"""Fixtures of the tests about what became of sends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.core.delivery.helpers import open_chat


@pytest.fixture(scope="session")
def _running() -> Iterator[FakeBeeper]:
    with FakeBeeper() as fake:
        yield fake


@pytest.fixture
def fake(_running: FakeBeeper) -> FakeBeeper:
    """One fake server for all tests: each makes chats of its own, and leaves no quirk on."""
    _running.requests.clear()
    return _running


@pytest.fixture
def chat(fake: FakeBeeper) -> str:
    """A chat with some history that nobody else writes in."""
    (chat_id,) = fake.world.add_chats(open_chat(fake)["accountID"], 1)
    fake.world.add_messages(chat_id, 6)
    return chat_id
