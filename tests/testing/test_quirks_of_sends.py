"""The quirks of writes: what happened whatever was answered, and what becomes of a message afterwards."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors
from beeper_sdk.testing import QUIRKS, FakeBeeper
from tests.fake_state import state
from tests.testing.known_chats import BOB, IMESSAGE, SIGNAL, chat, group
from tests.testing.wire import Json, Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"


def _texts(wire: Wire, chat_id: str = BOB) -> list[Any]:
    """The texts of the first page of a chat, newest first."""
    return [row.get("text") for row in wire.get(f"/v1/chats/{enc(chat_id)}/messages")["items"]]


@pytest.mark.parametrize(
    ("row", "names"),
    [
        (1, {"send_then_500", "send_then_404", "send_then_hang"}),
        (2, {"slow_delivery", "send_pending", "send_fails", "send_fails_for_now", "no_send_status"}),
        (25, {"token_expires"}),
        (40, {"token_expired_text"}),
        (26, {"read_only_token", "read_only_401"}),
        (27, {"pinned_conflict"}),
        (29, {"redirect_elsewhere"}),
        (30, {"conflict"}),
    ],
)
def test_every_row_about_writes_has_its_quirks(row: int, names: set[str]) -> None:
    assert {name for name, quirk in QUIRKS.items() if quirk.row == row} == names


@pytest.mark.parametrize(("name", "status"), [("send_then_500", 500), ("send_then_404", 404)])
def test_a_send_happens_whatever_is_answered(wire: Wire, name: str, status: int) -> None:
    wire.fake.quirk(name, 1)
    assert "message" in wire.rejected("POST", MESSAGES, status, json={"text": "it happened"})
    assert _texts(wire).count("it happened") == 1
    wire.post(MESSAGES, {"text": "and now it says so"})


def test_other_writes_happen_too_and_reads_are_left_alone(wire: Wire) -> None:
    wire.fake.quirk("send_then_500")
    wire.rejected("POST", "/v1/chats/100/archive", 500)
    assert wire.get("/v1/chats/100")["isArchived"] is True
    wire.rejected("POST", "/v1/assets/upload/base64", 500, json={"content": "YQ=="})
    assert wire.fake.world.read(lambda world: len(state(world).uploads)) == 1
    assert wire.rejected("POST", "/v0/send-message", 500, json={"chatID": BOB, "text": "old"})["error"]
    assert _texts(wire)[0] == "old"


@pytest.mark.parametrize("name", ["send_then_500", "send_then_404", "send_then_hang"])
def test_what_did_not_happen_is_answered_as_ever_and_not_counted(wire: Wire, name: str) -> None:
    handle = wire.fake.quirk(name, 1, optional=True)
    wire.rejected("POST", MESSAGES, 422, json={"text": 7})
    wire.rejected("POST", "/v1/chats/nobody/messages", 404, json={"text": "lost"})
    locked = {"chatID": chat(wire.fake, isReadOnly=True)["id"], "text": "lost"}
    assert wire.post("/v0/send-message", locked)["success"] is False
    with Wire(wire.fake, wire.fake.issue_token("read")) as reader:
        reader.rejected("POST", MESSAGES, 403, json={"text": "lost"})
    assert handle.hits == 0


def test_a_send_without_an_answer_happens_and_leaves_the_client_waiting(wire: Wire) -> None:
    wire.fake.quirk("send_then_hang", 1)
    with pytest.raises(httpx.ReadTimeout):
        wire.http.post(MESSAGES, json={"text": "silence"}, timeout=0.15)
    assert _texts(wire).count("silence") == 1


def test_a_server_stops_at_once_under_a_client_that_waits() -> None:
    ended: list[Exception] = []
    with FakeBeeper() as fake, Wire(fake) as wire:
        fake.quirk("send_then_hang")
        arrived = threading.Event()
        fake.before("messages.send", lambda _: arrived.set())

        def wait() -> None:
            try:
                wire.http.post(MESSAGES, json={"text": "silence"}, timeout=30)
            except httpx.HTTPError as error:
                ended.append(error)

        waiting = threading.Thread(target=wait)
        waiting.start()
        assert arrived.wait(5)
        began = time.monotonic()
        fake.stop()
        assert time.monotonic() - began < 0.8
        waiting.join(5)
    assert [isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError) for error in ended] == [True]


def test_slow_delivery_shows_at_the_second_read_under_an_id_of_its_own(wire: Wire) -> None:
    before = wire.get(f"/v1/chats/{enc(BOB)}")["lastActivity"]
    wire.fake.quirk("slow_delivery")
    sent = wire.post(MESSAGES, {"text": "slowly"})
    assert sent["pendingMessageID"].startswith("~")
    assert "slowly" not in _texts(wire)
    assert wire.get(f"/v1/chats/{enc(BOB)}")["lastActivity"] == before
    since = wire.fake.world.receive(BOB, "meanwhile")
    assert _texts(wire)[:2] == ["slowly", "meanwhile"]
    row = wire.get(MESSAGES)["items"][0]
    assert int(row["id"]) > int(since["id"])
    assert row["timestamp"] > since["timestamp"]
    assert wire.get(f"{MESSAGES}/{row['id']}") == row
    wire.rejected("GET", f"{MESSAGES}/{enc(sent['pendingMessageID'])}", 404)


def test_asking_for_the_pending_id_and_searching_are_reads_too(wire: Wire) -> None:
    wire.fake.quirk("slow_delivery")
    sent = wire.post(MESSAGES, {"text": "axolotl"})
    wire.rejected("GET", f"{MESSAGES}/{enc(sent['pendingMessageID'])}", 404)
    assert len(wire.get("/v1/messages/search", query="axolotl")["items"]) == 1


def test_reads_of_other_chats_bring_nothing(wire: Wire) -> None:
    wire.fake.quirk("slow_delivery")
    wire.post(MESSAGES, {"text": "axolotl"})
    other_chat = group(wire.fake)["id"]
    for _ in range(3):
        _texts(wire, other_chat)
        wire.get("/v1/messages/search", query="axolotl", chatIDs=[other_chat])
    assert "axolotl" not in [row.get("text") for row in wire.fake.world.messages(BOB)]


def test_when_a_slow_message_arrives_is_up_to_the_test(wire: Wire) -> None:
    wire.fake.quirk("slow_delivery")
    wire.fake.world.late_by(reads=4)
    wire.post(MESSAGES, {"text": "fourth"})
    assert ["fourth" in _texts(wire) for _ in range(4)] == [False, False, False, True]
    for text in ("first", "second"):
        wire.post(MESSAGES, {"text": text})
    assert [row["text"] for row in wire.fake.world.deliver()] == ["first", "second"]
    assert _texts(wire)[:3] == ["second", "first", "fourth"]
    assert wire.fake.world.deliver() == []
    with pytest.raises(ValueError, match="at least 1"):
        wire.fake.world.late_by(0)


def test_a_slow_message_to_a_merged_chat_shows_in_its_member(wire: Wire) -> None:
    wire.fake.quirk("slow_delivery")
    merged = next(candidate["id"] for candidate in wire.fake.world.chats() if "merge" in candidate)
    member = wire.post(f"/v1/chats/{enc(merged)}/messages", {"text": "routed"})["chatID"]
    assert ["routed" in _texts(wire, member) for _ in range(2)] == [False, True]


@pytest.mark.parametrize("account_id", [SIGNAL, IMESSAGE])
@pytest.mark.parametrize(
    ("name", "status"), [("send_fails", "FAIL_PERMANENT"), ("send_fails_for_now", "FAIL_RETRIABLE")]
)
@pytest.mark.parametrize("slow", [False, True])
def test_a_send_that_fails_says_why_on_every_network(
    wire: Wire, name: str, status: str, account_id: str, *, slow: bool
) -> None:
    path = f"/v1/chats/{enc(chat(wire.fake, accountID=account_id, type='group')['id'])}/messages"
    wire.fake.quirk(name, 1)
    if slow:
        wire.fake.quirk("slow_delivery", 1)
        wire.post(path, {"text": "never"})
        wire.get(path)
    else:
        wire.post(path, {"text": "never"})
    report: Json = wire.get(path)["items"][0]["sendStatus"]
    assert (report["status"], report["reason"], "deliveredToUsers" in report) == (
        status,
        "m.foreign_network_error",
        False,
    )


def test_a_pending_message_is_there_and_its_outcome_comes_at_the_second_read(wire: Wire) -> None:
    wire.fake.quirk("send_pending")
    pending = wire.post(MESSAGES, {"text": "patience"})["pendingMessageID"]
    path = f"{MESSAGES}/{enc(pending)}"
    first, second = wire.get(path), wire.get(path)
    assert (first["text"], first["sendStatus"]["status"]) == ("patience", "PENDING")
    assert (second["id"], second["timestamp"]) == (first["id"], first["timestamp"])
    assert second["sendStatus"]["status"] == "SUCCESS"
    assert second["sendStatus"]["timestamp"] > first["sendStatus"]["timestamp"]
    with wire.fake.quirk("send_fails"):
        path = f"{MESSAGES}/{enc(wire.post(MESSAGES, {'text': 'in vain'})['pendingMessageID'])}"
    assert [wire.get(path)["sendStatus"]["status"] for _ in range(2)] == ["PENDING", "FAIL_PERMANENT"]


def test_no_send_status_leaves_it_out_and_a_test_can_put_any_in(wire: Wire) -> None:
    wire.fake.quirk("no_send_status", 1)
    pending = wire.post(MESSAGES, {"text": "who knows"})["pendingMessageID"]
    path = f"{MESSAGES}/{enc(pending)}"
    assert "sendStatus" not in wire.get(path)
    for status in ("PENDING", "FAIL_RETRIABLE", "SUCCESS", "FAIL_PERMANENT"):
        wire.fake.world.report(BOB, pending, status, reason="m.made_up")
        assert wire.get(path)["sendStatus"]["status"] == status
    assert wire.get(path)["sendStatus"]["reason"] == "m.made_up"
    wire.fake.world.report(BOB, pending, None)
    assert "sendStatus" not in wire.get(path)
    with pytest.raises(ValueError, match="status must be SUCCESS, PENDING"):
        wire.fake.world.report(BOB, pending, "DONE")


def test_a_pinned_chat_cannot_be_archived(wire: Wire) -> None:
    pinned = chat(wire.fake, isPinned=True, isArchived=False)["id"]
    path = f"/v1/chats/{enc(pinned)}"
    wire.fake.quirk("pinned_conflict")
    assert wire.rejected("POST", f"{path}/archive", 409)["code"] == "conflict"
    wire.rejected("PATCH", path, 409, json={"isArchived": True, "title": "never"})
    old = wire.post("/v0/archive-chat", {"chatID": pinned})
    assert old == {"success": False, "error": "A pinned chat cannot be archived"}
    unchanged = wire.get(path)
    assert (unchanged["isArchived"], unchanged["title"] == "never") == (False, False)
    wire.post(f"{path}/archive", {"archived": False})
    wire.ok("PATCH", path, json={"isPinned": False})
    wire.post(f"{path}/archive")
    assert wire.get(path)["isArchived"] is True


def test_the_sdk_is_in_doubt_where_the_world_is_not(fake_beeper: FakeBeeper, beeper: Beeper) -> None:
    fake_beeper.quirk("send_then_500", 1)
    with pytest.raises(errors.DeliveryUncertain):
        beeper.messages.send(BOB, text="in doubt")
    messages = fake_beeper.world.messages(BOB)
    assert ([row.get("text") for row in messages].count("in doubt"), len(fake_beeper.requests)) == (1, 1)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_async_sdk_gives_up_waiting_and_goes_on(fake_beeper: FakeBeeper, backend: str) -> None:
    fake_beeper.quirk("send_then_hang", 1)

    async def act() -> None:
        async with AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url, timeout=0.2) as beeper:
            with pytest.raises(errors.DeliveryUncertain):
                await beeper.messages.send(BOB, text="in doubt")
            assert await beeper.accounts.list()

    anyio.run(act, backend=backend)
    assert [row.get("text") for row in fake_beeper.world.messages(BOB)].count("in doubt") == 1


def _read_at(wire: Wire) -> tuple[datetime | None, datetime]:
    """The Date of a response with messages, and the timestamp of the newest message."""
    response = wire.send("GET", MESSAGES)
    date = response.headers.get("date")
    newest = response.json()["items"][0]["timestamp"]
    return None if date is None else parsedate_to_datetime(date), datetime.fromisoformat(newest)


@pytest.mark.parametrize(
    ("name", "date", "timestamp"),
    [
        ("no_date", None, 0),
        ("wrong_date", 24, 0),
        ("network_clock_behind", 0, -1),
        ("network_clock_ahead", 0, 1),
    ],
)
def test_clocks_can_be_off(wire: Wire, name: str, date: int | None, timestamp: int) -> None:
    wire.post(MESSAGES, {"text": "now"})
    right = _read_at(wire)
    with wire.fake.quirk(name):
        off = _read_at(wire)
    assert right[0] is not None
    assert abs(right[0] - right[1]) < timedelta(minutes=1)
    hours = None if off[0] is None else round((off[0] - right[0]) / timedelta(hours=1))
    assert (hours, off[1] - right[1]) == (date, timedelta(hours=timestamp))
