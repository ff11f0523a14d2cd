"""Whatever happens, in any order: everything is delivered once, and nothing else. See `machine`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower
from tests.client.changes.machine import Machine
from tests.scripted_server import KINDS, Kind
from tests.sweeps import examples


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_delivered_once(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("inbox", "requests"):  # the first pauses after failed requests
        monkeypatch.setattr(f"beeper_sdk._core.changes.{module}.FIRST_PAUSE", 0.001)
    with FakeBeeper(world="empty") as fake, Follower(kind, fake, None) as follower:

        class Bound(Machine):
            pass

        Bound.fake, Bound.follower, Bound.folder = fake, follower, tmp_path / "position"
        run_state_machine_as_test(
            Bound,
            settings=settings(
                max_examples=examples(6),
                stateful_step_count=25,
                deadline=None,
                report_multiple_bugs=False,
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
            ),
        )
