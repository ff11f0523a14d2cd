"""The fixture of the tests of many messages."""

from __future__ import annotations

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.many_messages.packing import NOW, pack_all


@pytest.fixture
def packing(fake_beeper: FakeBeeper) -> FakeBeeper:
    """A server with the small world, of which nothing stays unpacked."""
    fake_beeper.reset(world="small", now=NOW)
    pack_all(fake_beeper)
    return fake_beeper
