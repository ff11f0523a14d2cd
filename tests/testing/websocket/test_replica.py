"""Who reads all events has the messages of a chat, whatever happens in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk.testing import FakeBeeper
from tests.sweeps import examples
from tests.testing.websocket.helpers import ERIN, Client, listening
from tests.testing.wire import Json, Wire, enc

MESSAGES = f"/v1/chats/{enc(ERIN)}/messages"
STEPS = (
    "receive",
    "send",
    "edit",
    "delete",
    "react",
    "unreact",
    "report",
    "change",
    "drop",
    "plenty",
    "late",
    "deliver",
)


class Stage(NamedTuple):
    fake: FakeBeeper
    client: Client
    wire: Wire


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with FakeBeeper() as fake, listening(fake, ERIN) as client, Wire(fake) as wire:
        yield Stage(fake, client, wire)


def _rows(fake: FakeBeeper) -> dict[str, Json]:
    return {row["id"]: row for row in fake.world.messages(ERIN) if not row.get("isDeleted")}


def _act(stage: Stage, step: str, place: int) -> None:
    """One step, at a message that is selected by a number. What a rule rejects changes nothing."""
    fake, http = stage.fake, stage.wire.http
    ids = fake.world.read(lambda world: [row["id"] for row in world.room(ERIN).messages[-20:]])
    path = f"{MESSAGES}/{ids[place % len(ids)]}"

    def change(world: Any) -> None:
        row = world.room(ERIN).messages[-1 - place % 20]
        row["text"] = f"changed {place}"

    match step:
        case "receive":
            fake.world.receive(ERIN, f"text {place}")
        case "send":
            http.post(MESSAGES, json={"text": f"text {place}"})
        case "edit":
            http.put(path, json={"text": f"edited {place}"})
        case "delete":
            http.delete(path)
        case "react":
            http.post(f"{path}/reactions", json={"reactionKey": "👍👎"[place % 2]})
        case "unreact":
            http.delete(f"{path}/reactions/{enc('👍👎'[place % 2])}")
        case "report":
            fake.world.report(ERIN, ids[place % len(ids)], "FAIL_PERMANENT")
        case "change":
            fake.world.change(change)
        case "drop":
            fake.world.change(lambda world: world.room(ERIN).drop(world.room(ERIN).messages[-1 - place % 20]))  # type: ignore[attr-defined]  # of the server's own class
        case "plenty":
            fake.world.add_messages(ERIN, place % 4 + 1)
        case "late":
            with fake.quirk("slow_delivery"):
                http.post(MESSAGES, json={"text": f"late {place}"})
        case _:
            fake.world.deliver()


@settings(max_examples=examples(10))
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 99)), min_size=1, max_size=8))
def test_a_copy_that_follows_the_events_has_the_same_messages(steps: list[tuple[str, int]], stage: Stage) -> None:
    stage.client.events()
    stage.fake.world.add_messages(ERIN, 5)
    copy = _rows(stage.fake)
    stage.client.events()
    for step, place in steps:
        _act(stage, step, place)
    for event in stage.client.events():
        if event["type"] == "message.upserted":
            copy[event["ids"][0]] = event["entries"][0]
        elif event["type"] == "message.deleted":
            copy.pop(event["ids"][0], None)
    assert copy == _rows(stage.fake)
