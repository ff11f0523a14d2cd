"""The rules without I/O: frames of any content, numbers of events, the queue, and delays."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import Beeper, events, models
from beeper_sdk._core.events.backoff import Backoff
from beeper_sdk._core.events.frames import Numbered, Sequence, Undecodable, read_frame
from beeper_sdk._core.events.subscription import read_subscription
from beeper_sdk._core.events.timing import STANDARD
from beeper_sdk._core.events.waiting import WaitingEvents
from beeper_sdk.testing import FakeBeeper
from tests.client.events.scripted import message_event

ROOT = Path(__file__).resolve().parents[3]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
KINDS = ["message.upserted", "message.deleted", "chat.upserted", "chat.deleted", "app.state.updated", "ready", "error"]


def ignore(_path: str, _problem: str) -> None:
    """What is missing in an entry does not matter."""


def read(frame: object) -> Any:
    return read_frame(json.dumps(frame).encode(), ignore)


@given(st.binary() | st.none())
def test_any_bytes_are_a_frame_or_undecodable(content: bytes | None) -> None:
    assert isinstance(read_frame(content, ignore), Undecodable | Numbered)


@given(
    st.sampled_from(KINDS),
    st.dictionaries(st.sampled_from(["seq", "ts", "chatID", "ids", "entries", "code", "version"]), JSON),
)
def test_a_frame_of_any_shape_never_fails_and_shows_nothing(kind: str, members: dict[str, Any]) -> None:
    found = read({"type": kind, **members, "secret": "canary-value"})
    if isinstance(found, Undecodable):
        assert "canary" not in f"{found.path}{found.problem}"
    elif isinstance(found, Numbered):
        assert found.event is not None


@pytest.mark.parametrize("ts", [1_764_489_600_000, 1_764_489_600_000.0, "1764489600000", "2025-11-30T08:00:00Z"])
def test_the_time_has_several_forms(ts: object) -> None:
    assert read(message_event(1, ts=ts)).event.ts == datetime(2025, 11, 30, 8, tzinfo=UTC)


@pytest.mark.parametrize("ts", [None, True, "soon", 1e300, "9" * 400, []])
def test_a_time_of_no_form_makes_the_frame_undecodable(ts: object) -> None:
    found = read(message_event(7, ts=ts))
    assert isinstance(found, Undecodable)
    assert (found.path, found.seq) == ("$.ts", 7)


@given(st.lists(st.integers(0, 6)))
def test_a_gap_is_a_number_that_is_neither_the_same_nor_the_next(numbers: list[int]) -> None:
    sequence = Sequence()
    skips = [sequence.skips(number) for number in numbers]
    assert skips[:1] in ([], [False])
    assert skips[1:] == [second - first not in (0, 1) for first, second in pairwise(numbers)]


@pytest.mark.parametrize(("before", "after"), [("x", [False, False]), (None, [False, False]), (2, [False, True])])
def test_after_a_frame_without_a_number_any_may_follow(before: object, after: list[bool]) -> None:
    sequence = Sequence()
    assert not sequence.skips(1)
    sequence.follow(before)
    assert [sequence.skips("7"), sequence.skips(9)] == after


@given(st.lists(st.booleans()), st.integers(1, 5))
def test_every_event_is_read_or_counted_as_dropped(acts: list[bool], maximum: int) -> None:
    waiting, added, read, dropped = WaitingEvents(maximum), 0, list[int](), 0
    for adds in [*acts, *[False] * (maximum + 1)]:
        if adds:
            added += 1
            waiting.append(events.UnknownEvent(str(added), {}))
        elif len(waiting):
            event = waiting.popleft()
            if isinstance(event, events.UnknownEvent):
                read.append(int(event.type))
            else:
                assert isinstance(event, events.Interrupted)
                assert event.reason == "overflow"
                assert event.dropped > 0
                dropped += event.dropped
                assert not read or read[-1] <= added - event.dropped
    assert len(read) + dropped == added
    assert read == sorted(set(read))
    with pytest.raises(IndexError):
        waiting.popleft()


def test_delays_double_up_to_a_minute_and_start_again_after_a_stable_connection() -> None:
    backoff = Backoff(STANDARD, lambda: 1.0)
    assert [backoff.next_delay() for _ in range(9)] == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    backoff.ended(STANDARD.stable - 1)
    assert backoff.next_delay() == 60
    backoff.ended(STANDARD.stable)
    assert backoff.next_delay() == 1
    delays = [Backoff(STANDARD).next_delay() for _ in range(50)]
    assert all(0 <= delay <= 1 for delay in delays)
    assert len(set(delays)) > 1


@pytest.mark.parametrize("chats", [7, None, b"x", [7], {"a": 1}.items(), ["*", "a"], " ", [""], ["a", " "]])
def test_arguments_are_checked_at_once(chats: Any) -> None:
    with Beeper("t") as beeper, pytest.raises((TypeError, ValueError), match="chats"):
        beeper.events(chats)


def test_flags_are_checked_at_once() -> None:
    wrong: Any = "no"
    with Beeper("t") as beeper:
        for options in ({"app_state": wrong}, {"fetch": wrong}):
            with pytest.raises(TypeError, match=next(iter(options))):
                beeper.events(**options)


def test_a_command_names_the_state_of_the_app_only_if_it_is_wanted() -> None:
    chat = models.Chat.from_dict({"id": "!a:x"})
    assert json.loads(read_subscription([chat, "!b:x"], app_state=False).command("1")) == {
        "type": "subscriptions.set",
        "requestID": "1",
        "chatIDs": ["!a:x", "!b:x"],
    }
    assert json.loads(read_subscription([], app_state=True).command("1"))["app"] == {"state": True}


def test_events_are_matched_by_position_or_by_name() -> None:
    match events.Interrupted("overflow", 3):
        case events.Interrupted(reason, dropped):
            assert (reason, dropped) == ("overflow", 3)
    match events.UnknownEvent("x", {}):
        case events.UnknownEvent(kind, data):
            assert (kind, data) == ("x", {})
    names = [list(read({**message_event(1), "type": kind}).event._ATTRIBUTES.values()) for kind in KINDS[:4]]
    start, end = ["type", "seq", "ts", "chat_id", "ids"], ["account_id"]
    assert names == [[*start, "entries", *end], [*start, *end]] * 2


def test_without_the_extra_an_error_names_it() -> None:
    program = (
        "import sys; sys.modules['websockets'] = None\n"
        f"sys.path[:0] = {[str(ROOT / 'generated'), str(ROOT)]!r}\n"
        "from beeper_sdk import Beeper, events\n"
        "print(events.Interrupted('gap'))\n"
        "try: Beeper('t').events()\n"
        "except ModuleNotFoundError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "Interrupted(reason='gap', dropped=0)",
        "beeper.events() requires the package websockets; install beeper-sdk[events]",
    ]


def test_calls_import_nothing_of_events() -> None:
    with FakeBeeper(world="small") as fake:
        program = (
            f"import sys; sys.path[:0] = {[str(ROOT / 'generated'), str(ROOT)]!r}\n"
            "from beeper_sdk import Beeper\n"
            f"with Beeper({fake.token!r}, base_url={fake.url!r}) as beeper: beeper.chats.list().first()\n"
            "print([name for name in sys.modules if 'events' in name.split('.')[1:] or name == 'websockets'])"
        )
        done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
