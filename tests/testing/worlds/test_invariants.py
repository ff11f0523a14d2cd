"""Whatever people do, in whatever order: counters, keys, senders, search and sums stay right."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beeper_sdk.testing import FakeBeeper, WorldView
from tests.fake_state import state
from tests.sweeps import examples
from tests.testing.wire import Wire, enc

Step: TypeAlias = tuple[str, str | None, str, int]
"""What happens, who does it (None is the user), in which chat, and a number that chooses something."""
CHATS = ("!bob:small.local", "!hiking:small.local", "!team:small.local", "!erin:small.local")
PEOPLE = ("Bob", "Carol", "Erin", "Frank")
PLACES = st.integers(0, 30)
WHO = st.sampled_from((None, *PEOPLE))
CHAT = st.sampled_from(CHATS)
ACTS = st.one_of(
    st.tuples(st.just("send"), WHO, CHAT, st.sampled_from((0, 1, 7_500_000, 90_000_000, 260_000_000))),
    st.tuples(st.sampled_from(("react", "unreact", "edit", "delete")), WHO, CHAT, PLACES),
    st.tuples(st.sampled_from(("read", "join", "leave", "rename", "backfill", "receive")), WHO, CHAT, PLACES),
    st.tuples(st.sampled_from(("merge", "mark_unread", "api_send")), WHO, CHAT, PLACES),
)


def act(world: WorldView, wire: Wire, step: Step, number: int) -> None:
    """One step; what the rules do not allow changes nothing, which the invariants show."""
    name, who, chat, more = step
    actor = world.me if who is None else world.person(who)
    rows = world.messages(chat)
    if name == "send":
        actor.send(chat, f"unique{number}word", at=timedelta(milliseconds=more) if more else None)
    elif name in ("edit", "react", "unreact"):
        getattr(actor, name)(rows[more % len(rows)], f"changed{number}text" if name == "edit" else "👍")
    elif name == "delete":
        actor.delete(rows[more % len(rows)])
    elif name == "read":
        actor.read(chat)
    elif name == "rename":
        actor.rename(chat, f"Title {number}")
    elif name in ("join", "leave"):
        getattr(actor, name)(chat)
    elif name == "backfill":
        world.backfill(chat, 1 + more % 3)
    elif name == "merge":
        world.merge([chat, CHATS[more % 4]])
    else:
        act_through_the_api(world, wire, step, number)


def act_through_the_api(world: WorldView, wire: Wire, step: Step, number: int) -> None:
    """The same things as they happened before there were people who act."""
    name, _, chat, more = step
    rows = world.messages(chat)
    if name == "receive":
        world.receive(chat, f"unique{number}word")
    elif name == "mark_unread":
        wire.http.post(f"/v1/chats/{enc(chat)}/unread", json={"messageID": rows[more % len(rows)]["id"]})
    else:
        wire.http.post(f"/v1/chats/{enc(chat)}/messages", json={"text": f"unique{number}word"})


def check(world: WorldView, wire: Wire) -> None:
    """What must be so at all times."""
    chats = {chat["id"]: chat for chat in world.chats()}
    keys: list[tuple[int, str]] = []
    for chat_id, chat in chats.items():
        rows = world.messages(chat_id)
        keys += [(int(row["sortKey"]), row["timestamp"]) for row in rows]
        shown = [row for row in rows if not row.get("isHidden") and not row.get("isDeleted")]
        if "merge" in chat:
            members = [chats[one] for one in chat["merge"]["chatIDs"]]
            assert chat["unreadCount"] == sum(one["unreadCount"] for one in members)
            assert chat["lastActivity"] == max(one["lastActivity"] for one in members)
            assert rows == []
            continue
        assert chat["unreadCount"] == sum(bool(row.get("isUnread")) for row in shown)
        assert all(chat["lastActivity"] >= row["timestamp"] for row in shown)
        assert not any(row.get("isUnread") for row in rows if row.get("isSender"))
        check_rows(world, wire, rows)
    # In all chats together, so that pages of a search are in the order of time.
    assert [key for key, _ in sorted(keys)] == sorted({key for key, _ in keys})
    assert [moment for _, moment in sorted(keys)] == sorted(moment for _, moment in keys)
    previews = {chat["id"]: chat.get("preview") for chat in wire.get("/v1/chats", limit=200)["items"]}
    assert previews.keys() == {chat_id for chat_id, chat in chats.items() if "mergedIntoChatID" not in chat}


def check_rows(world: WorldView, wire: Wire, rows: list[Any]) -> None:
    """Senders are people, reactions have their rows, and what was written is found."""
    ids = {row["id"] for row in rows}
    assert len(ids) == len(rows)
    users = {account["user"]["id"] for account in world.accounts()}
    for sender in {row["senderID"] for row in rows} - users:
        world.person(sender)
    pointed = {(row["linkedMessageID"], row["senderID"]) for row in rows if row.get("type") == "REACTION"}
    for row in rows:
        assert {(row["id"], one["participantID"]) for one in row.get("reactions", [])} <= pointed
    for row in [row for row in rows if row.get("text", "").startswith("unique") and not row.get("isDeleted")][-2:]:
        assert [one["id"] for one in wire.get("/v1/messages/search", query=row["text"])["items"]] == [row["id"]]


@given(st.lists(ACTS, min_size=3, max_size=12))
@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_world_stays_consistent(small_server: FakeBeeper, steps: list[Step]) -> None:
    small_server.reset()
    world = small_server.world
    with Wire(small_server) as wire:
        for number, step in enumerate(steps):
            try:
                act(world, wire, step, number)
            except ValueError:
                continue
        check(world, wire)
    start = small_server.world.read(lambda inner: state(inner).counters())
    assert start[0] >= 1042
