"""Bots with either client; tests are written once, for a blocking interface to both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower
from tests.scripted_server import KINDS, Kind


@pytest.fixture
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper(world="small") as fake:
        yield fake


@pytest.fixture(params=KINDS)
def follower(request: pytest.FixtureRequest, fake: FakeBeeper, tmp_path: Path) -> Iterator[Follower]:
    kind: Kind = request.param
    with Follower(kind, fake, tmp_path / "position.json") as follower:
        yield follower
