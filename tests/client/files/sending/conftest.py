"""A server for all tests, reset before each, and a WhatsApp group in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from beeper_sdk import Beeper, models
from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import WHATSAPP, chat


@pytest.fixture(scope="session")
def server() -> Iterator[FakeBeeper]:
    with FakeBeeper() as fake:
        yield fake


@pytest.fixture
def fake(server: FakeBeeper) -> FakeBeeper:
    server.reset()
    return server


@pytest.fixture
def group(fake: FakeBeeper) -> models.Chat:
    """A chat with capabilities, as a client received it."""
    found = chat(fake, accountID=WHATSAPP, type="group", isReadOnly=False)["id"]
    with Beeper(fake.token, base_url=fake.url) as beeper:
        chat_of_group = beeper.chats.retrieve(found)
    fake.requests.clear()
    return chat_of_group
