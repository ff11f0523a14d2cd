"""A world of a few chats with merged ones among them."""

from collections.abc import Iterator

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.client.chats.helpers import town


@pytest.fixture
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper(world="empty") as fake:
        yield fake


@pytest.fixture
def chats(fake: FakeBeeper) -> dict[str, str]:
    return town(fake)
