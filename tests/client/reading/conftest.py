"""Either client reads; tests are written once, for a blocking interface to both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.client.reading.reader import Reader
from tests.scripted_server import KINDS, Kind


@pytest.fixture
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper(world="small") as fake:
        yield fake


@pytest.fixture(params=KINDS)
def reader(request: pytest.FixtureRequest, fake: FakeBeeper, tmp_path: Path) -> Iterator[Reader]:
    kind: Kind = request.param
    with Reader(kind, fake, tmp_path / "unused") as reader:
        yield reader
