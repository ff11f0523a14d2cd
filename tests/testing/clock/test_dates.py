"""The data of a fake server is dated to its start."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise
from typing import Any

import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world import dates
from beeper_sdk.testing.world.dates import Dates
from beeper_sdk.testing.world.world import World
from beeper_sdk.testing.worlds import start_of
from beeper_sdk_server.spec import SPEC
from tests.each import each_of
from tests.sweeps import examples
from tests.testing.known_chats import BOB, WHATSAPP
from tests.testing.wire import Wire, enc

Json = dict[str, Any]
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
moments = st.datetimes(datetime(1971, 1, 1), datetime(8999, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001 - UTC is added


def _dates(found: Json) -> Iterator[tuple[str, str]]:
    """The dates of a chat or message, with the names of their fields."""
    for name in DATES & found.keys():
        if isinstance(found[name], str):
            yield name, found[name]
    for name in ("reminder", "snooze", "sendStatus"):
        if isinstance(found.get(name), dict):
            yield from _dates(found[name])
    if isinstance(found.get("seen"), dict):
        yield from (("seen", moment) for moment in found["seen"].values() if isinstance(moment, str))


PAST = {"timestamp", "editedTimestamp", "seen", "lastActivity", "userSnoozedAt"}
DATES = PAST | {"remindAt", "snoozeUntil"}


def _ages(world: World, now: datetime) -> dict[str, list[timedelta]]:
    """How long before `now` everything is, by field."""
    ages: dict[str, list[timedelta]] = {}
    for room in world.rooms.values():
        for key, moment in chain.from_iterable(_dates(found) for found in (room.wire, *room.messages)):
            ages.setdefault(key, []).append(now - datetime.fromisoformat(moment))
    return ages


@settings(max_examples=examples(3))
@given(moments, st.integers(0, 1))
@example(datetime(2024, 2, 29, 23, 59, 59, 999_000, tzinfo=UTC), 0)
@example(datetime(8999, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC), 0)
def test_the_newest_message_is_less_than_a_day_old_and_nothing_is_in_the_future(now: datetime, seed: int) -> None:
    ages = _ages(World(start_of("demo", seed), now), now)
    assert ages.keys() == DATES
    for key in PAST:
        assert min(ages[key]) >= timedelta(0), key
    assert min(ages["timestamp"]) < timedelta(days=1)
    assert max(ages["remindAt"]) < timedelta(0)
    assert max(ages["snoozeUntil"]) < timedelta(0)


@settings(max_examples=examples(3))
@given(moments)
def test_whenever_it_starts_everything_is_as_old_as_in_any_other_world(now: datetime) -> None:
    first, second = _ages(World(start_of("demo", 0), NOON), NOON), _ages(World(start_of("demo", 0), now), now)
    apart = {one - other for key in DATES for one, other in zip(first[key], second[key], strict=True)}
    assert len(apart) == 1  # the part of a minute
    assert abs(apart.pop()) < timedelta(minutes=1)


def _gets(fake: FakeBeeper) -> Iterator[str]:
    """Every GET of the spec that answers JSON of the world, for several chats and messages."""
    rooms = [BOB, *(chat["id"] for chat in fake.world.chats()[5:9:2])]
    contact = fake.world.chat(BOB)["participants"]["items"][0]["id"]
    for template in _templates():
        for room in rooms if "{chatID}" in template or "{roomId}" in template else [BOB]:
            newest = fake.world.messages(room)[-1:]
            message = newest[0]["id"] if newest else "0"
            event = f"$event{message}:beeper.local"
            parts = {
                "{chatID}": room, "{roomId}": room, "{messageID}": message, "{eventId}": event,
                "{accountID}": WHATSAPP, "{userId}": contact, "{eventType}": "m.room.create/", "{stateKey}": "",
                "{bridgeID}": "signal",
            }  # fmt: skip
            path = template
            for name, value in parts.items():
                path = path.replace(name, enc(value))
            yield path
    yield from (f"/v1/messages/search?limit=20&query={word}" for word in ("the", "at"))
    yield "/v1/chats/search?query=group&limit=200"
    yield "/v1/search?query=bob"


def _templates() -> list[str]:
    paths: Json = json.loads(SPEC)["paths"]
    # These answers name the port.
    ported = ("/v1/info", "/.well-known/", "/v1/spec")
    return [path for path, methods in paths.items() if "get" in methods and not path.startswith(ported)]


def test_the_same_seed_and_moment_give_the_same_bytes_of_every_get() -> None:
    found: list[dict[str, tuple[int, bytes, str]]] = []
    for _ in range(2):
        with FakeBeeper(seed=3, now=NOON) as fake, Wire(fake) as wire:
            answers: dict[str, httpx.Response] = {path: wire.http.get(path) for path in _gets(fake)}
            found.append({
                path: (answer.status_code, answer.content, answer.headers["date"]) for path, answer in answers.items()
            })  # fmt: skip
    assert found[0] == found[1]
    assert sum(status == 200 for status, _, _ in found[0].values()) > 30


def test_a_function_and_a_moment_give_the_same_world_and_so_does_a_reset() -> None:
    with FakeBeeper(now=NOON) as fixed, FakeBeeper(now=lambda: NOON) as asked:
        start = fixed.world.messages(BOB)
        assert asked.world.messages(BOB) == start
        fixed.clock.advance(days=3)
        fixed.world.receive(BOB, "new")
        fixed.reset()
        assert fixed.world.messages(BOB) == start
        assert fixed.clock.now == NOON


def test_the_data_is_dated_to_the_clock_of_the_machine_by_default(shared: Wire) -> None:
    newest = datetime.fromisoformat(shared.get("/v1/messages/search", limit=1)["items"][0]["timestamp"])
    assert timedelta(0) <= datetime.now(UTC) - newest < timedelta(days=1)
    info = shared.get("/v1/app/setup")["e2ee"]
    assert 0 <= datetime.now(UTC).timestamp() - info["recoveryKeyGeneratedAt"] < 3600


def test_events_of_matrix_have_the_dates_of_their_messages(shared: Wire) -> None:
    row = shared.fake.world.messages(BOB)[-1]
    path = f"/_matrix/client/v3/rooms/{enc(BOB)}/event/{enc('$event' + row['id'] + ':beeper.local')}"
    sent_at = datetime.fromtimestamp(shared.get(path)["origin_server_ts"] / 1000, UTC)
    assert sent_at == datetime.fromisoformat(row["timestamp"])
    empty = next(chat["id"] for chat in shared.fake.world.chats() if "lastActivity" not in chat and "merge" not in chat)
    (created, *_) = shared.get(f"/_matrix/client/v3/rooms/{enc(empty)}/state")
    assert abs(datetime.now(UTC).timestamp() - created["origin_server_ts"] / 1000) < 3600


def test_rows_stay_in_order() -> None:
    rows = World(start_of("demo", 0), NOON).rooms[BOB].messages
    assert all(one["timestamp"] <= two["timestamp"] for one, two in pairwise(rows))


@each_of([
    (datetime(2026, 1, 1), ValueError, "now must have a time zone"),  # noqa: DTZ001 - the point
    (datetime(1969, 1, 1, tzinfo=UTC), ValueError, "now must be from 1971 to 8999, not in the year 1969"),
    ("2026-01-01", TypeError, "now must be a datetime, a function that returns one, or None, not str"),
    (1798134000, TypeError, "now must be a datetime, a function that returns one, or None, not int"),
])  # fmt: skip
def test_a_wrong_moment_is_an_error_when_the_server_is_created(now: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        FakeBeeper(now=now)


@each_of([
    (datetime(2026, 1, 1), ValueError, "the result of now must have a time zone"),  # noqa: DTZ001 - the point
    (None, TypeError, "the result of now must be a datetime, not None"),
])  # fmt: skip
def test_a_wrong_result_of_the_function_is_an_error_of_start(now: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        FakeBeeper(now=lambda: now).start()


def test_a_million_moved_minutes_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "MOST_KEPT", 3)
    moved = Dates(60_000)
    texts = [f"2026-11-30T12:{minute:02}:05.123Z" for minute in range(9)]
    assert [moved.moved(text) for text in texts] == [f"2026-11-30T12:{minute + 1:02}:05.123Z" for minute in range(9)]
    assert len(moved._moved) <= 3
