"""Whatever the clocks do, `check` says of no message that it is not there if it is. The long run is `clock_steps`."""

from __future__ import annotations

import pytest

from tests.core.delivery.clock_steps import Case, run, sample, single_changes
from tests.core.delivery.helpers import Kind
from tests.sweeps import examples

VERSIONS = (None, "4.2.557", "4.1.294")
ALONE = [case for case in single_changes() if case.earlier != "phone" and not case.newer]
"""Each change alone; every fourth of these cases for each version."""


@pytest.mark.parametrize("kind", ["sync", "asyncio"])
@pytest.mark.parametrize("version", VERSIONS)
def test_no_verdict_is_wrong_whatever_the_clocks_do(kind: Kind, version: str | None) -> None:
    number = VERSIONS.index(version) + 3 * (kind == "sync")
    tally = run(kind, [*ALONE[number::12], *sample(examples(8), number)], version)
    print(tally.verdicts.total(), "verdicts")
    assert tally.wrong == []
    assert any(name.endswith("not-seen") for name in tally.verdicts)


@pytest.mark.parametrize("kind", ["sync", "asyncio"])
def test_a_laptop_that_slept_and_a_clock_that_was_set_lead_to_no_false_not_seen(kind: Kind) -> None:
    day = 86_400.0
    cases = [Case(present=True, step=day), Case(present=True, suspended=True), Case(present=False, step=-day)]
    tally = run(kind, cases)
    assert tally.verdicts == {
        "present, no other: delivered": 1,
        "present, no other: unknown": 1,
        "absent, no other: not-seen": 1,
    }
    assert tally.wrong == []


def test_a_message_that_is_dated_like_an_earlier_send_is_not_taken_for_its_message() -> None:
    case = Case(present=True, earlier="known", step=300.0, offset=600.0, network=-600.0, date="no_date", newer=25)
    assert run("sync", [case]).verdicts == {"present, known: unknown": 1}
