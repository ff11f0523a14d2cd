"""Every row of the table, on every app it is for: what is sent, what comes back; and the app of today pays nothing."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, TypeVar

import pytest

from beeper_sdk import errors, models
from beeper_sdk._core.compat import version_table as compat
from beeper_sdk._core.compat.server_info import FIRST, TODAY, V1, Version, numbers
from beeper_sdk._core.generated import operation_metadata
from beeper_sdk.testing.wire.spec import NEWEST
from tests.core.compat.cases import CASES, WHEN_MS, Case, partner
from tests.core.compat.conftest import Fakes
from tests.core.compat.helpers import BOTH, VERSIONS, Kind, Played, play
from tests.testing.known_chats import BOB, WHATSAPP

T = TypeVar("T")


def version(name: str) -> Version:
    parsed = numbers(NEWEST if name == "6.0" else name)
    assert parsed is not None
    return parsed


def rows_for_app(name: str) -> list[tuple[compat.Row, str]]:
    """Rows that hold for an app."""
    return [(row, name) for row in compat.ROWS if row.since <= version(name) < row.before]


ON_OLDER = [pair for name in VERSIONS for pair in rows_for_app(name)]
ON_TODAYS = [
    (operation, name)
    for name in VERSIONS
    for operation in CASES
    if operation not in {row.operation for row, _ in rows_for_app(name)}
    and (numbers(operation_metadata()[operation].since) or ()) <= version(name)
]


def in_turn(pairs: list[tuple[T, str]], first: Kind) -> list[tuple[Kind, T, str]]:
    """The kinds of client in turn: what is sent and read is decided in `_core`, which both share.

    Both kinds play each row, one while nothing is known of the app and the other while it is. All three sweeps with
    both kinds were a third of tests/core/compat: 4 s of CPU time.
    """
    start = BOTH.index(first)
    return [(BOTH[(start + number) % len(BOTH)], *pair) for number, pair in enumerate(pairs)]


def row_id(value: object) -> str:
    return value.operation if isinstance(value, compat.Row) else str(value)


def where(played: Played) -> list[tuple[str, str]]:
    """Method and path of the requests of the last operation, with ``{}`` for ids."""
    return [(method, re.sub(r"(?<=/)(!|%21|local-|\d|%F0)[^/]*", "{}", path)) for method, path in played.places]


def expected_requests(case: Case, row: compat.Row) -> list[tuple[str, str]]:
    """The requests for this row, or for the next app version that the tests use."""
    return case.older_forms.get(".".join(map(str, row.since)), case.older_forms.get("4.2.557", []))


def learn(beeper: Any) -> Any:
    return beeper.accounts.list()


def check(case: Case, result: Any) -> None:
    assert not isinstance(result, errors.BeeperError), result
    assert result is None if case.gives is None else isinstance(result, case.gives | models.CreatedChat)


def test_every_operation_with_rows_has_a_case_and_every_row_an_app_to_play_on() -> None:
    assert {row.operation for row in compat.ROWS} == set(CASES)
    assert {row for row, _ in ON_OLDER} == set(compat.ROWS)
    assert all(FIRST <= row.since < row.before <= TODAY for row in compat.ROWS)


def test_rows_of_one_operation_do_not_overlap() -> None:
    for operation in CASES:
        spans = sorted((row.since, row.before) for row in compat.ROWS if row.operation == operation)
        assert all(span[1] <= next_span[0] for span, next_span in pairwise(spans))


def test_every_call_of_v1_with_an_ancestor_has_a_row_for_apps_with_v0_only() -> None:
    replaced = {known.replaced_by for known in operation_metadata().values() if known.replaced_by}
    assert replaced <= {row.operation for row in compat.ROWS if row.before == V1}


@pytest.mark.parametrize(("kind", "row", "name"), in_turn(ON_OLDER, "sync"), ids=row_id)
def test_an_app_known_to_be_older_gets_its_own_form_at_once(
    kind: Kind, fakes: Fakes, row: compat.Row, name: str
) -> None:
    case, fake = CASES[row.operation], fakes(name)
    played = play(kind, fake, learn, case.act(fake))
    check(case, played.result)
    assert where(played) == expected_requests(case, row)


@pytest.mark.parametrize(("kind", "row", "name"), in_turn(ON_OLDER, "asyncio"), ids=row_id)
def test_an_app_nothing_is_known_of_is_tried_in_the_form_of_today(
    kind: Kind, fakes: Fakes, row: compat.Row, name: str
) -> None:
    case, fake = CASES[row.operation], fakes(name)
    played = play(kind, fake, case.act(fake), case.act(fake))
    first = [(request.method, request.path) for request in played.sent[0]]
    check(case, played.results[0])
    assert first[0][0] == case.today[0]
    assert where(played) == expected_requests(case, row)  # the second time it is known
    probes = [("GET", "/v1/accounts"), ("GET", "/v0/get-accounts")] if name == "4.1.92" else []
    assert first[1 : 1 + len(probes)] == probes
    assert len(first) <= 1 + len(probes) + len(expected_requests(case, row))


@pytest.mark.parametrize(("kind", "operation", "name"), in_turn(ON_TODAYS, "sync"))
def test_an_app_of_today_costs_no_request(kind: Kind, fakes: Fakes, operation: str, name: str) -> None:
    case, fake = CASES[operation], fakes(name)
    played = play(kind, fake, case.act(fake))
    check(case, played.result)
    assert where(played) == [case.today]


@pytest.mark.parametrize("name", VERSIONS)
def test_nothing_that_is_done_is_done_twice(kind: Kind, fakes: Fakes, name: str) -> None:
    fake = fakes(name)
    before = len(fake.world.messages(BOB))
    played = play(kind, fake, lambda b: b.messages.send(BOB, text="once"))
    assert isinstance(played.results[0], models.MessageSendResult)
    texts = [row.get("text") for row in fake.world.messages(BOB)[before:]]
    assert texts == ["once"]


@pytest.mark.parametrize("name", VERSIONS)
def test_a_direct_chat_is_opened_on_every_app(kind: Kind, fakes: Fakes, name: str) -> None:
    fake = fakes(name)
    user = partner(fake)
    made = play(kind, fake, lambda b: b.chats.start(account_id=WHATSAPP, user={"id": user})).result
    assert (made.id, made.chat_id, made.type) == (BOB, BOB, "single")
    assert user in {person.id for person in made.participants.items}


@pytest.mark.parametrize("name", VERSIONS)
def test_a_reminder_means_the_same_moment_on_every_app(kind: Kind, fakes: Fakes, name: str) -> None:
    fake = fakes(name)
    played = play(kind, fake, CASES["chats.reminders.create"].act(fake), CASES["chats.reminders.create"].act(fake))
    assert played.results == [None, None]
    body = played.last[0].body["reminder"]
    assert body == (
        {"remindAtMs": WHEN_MS} if version(name) < (4, 2, 808) else {"remindAt": "2030-01-01T00:00:00.000Z"}
    )
    assert fake.world.chat(BOB)["reminder"]["remindAt"] == "2030-01-01T00:00:00.000Z"


def test_a_chat_read_through_v0_has_as_many_members_as_today(kind: Kind, fakes: Fakes) -> None:
    fake = fakes("4.1.92")
    played = play(
        kind, fake, learn, lambda b: b.chats.retrieve(BOB), lambda b: b.chats.retrieve(BOB, max_participant_count=3)
    )
    assert [requests[0].query["maxParticipantCount"] for requests in played.sent[1:]] == ["100", "3"]
