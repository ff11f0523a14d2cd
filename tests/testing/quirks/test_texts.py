"""Texts in HTML and with entities, and events among the messages of a chat."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.words import plain
from tests.core.people.helpers import Kind, Story, play
from tests.testing.known_chats import BOB, group
from tests.testing.websocket.helpers import ERIN, listening
from tests.testing.wire import Json, Wire, enc


def _rows(wire: Wire, chat_id: str) -> list[Json]:
    """All messages, without checks by the spec: ``type`` of a quirk may be null."""
    items: list[Json] = []
    page: Json = {"hasMore": True}
    while page["hasMore"]:
        params = {"cursor": page["oldestCursor"]} if items else {}
        page = wire.http.get(f"/v1/chats/{enc(chat_id)}/messages", params=params).json()
        items += page["items"]
    return items


def test_html_text_says_the_same_in_html_or_with_entities(wire: Wire) -> None:
    sound = _rows(wire, BOB)
    with wire.fake.quirk("html_text"):
        found = _rows(wire, BOB)
    changed = [(new["text"], old["text"]) for new, old in zip(found, sound, strict=True) if new != old]
    assert all(plain(new) == plain(old) for new, old in changed)
    assert {new == old for new, old in zip(found, sound, strict=True)} == {True, False}
    texts = [new for new, _ in changed]
    assert any(text.startswith("<p>") for text in texts)
    assert any("<" not in text and "&#x27;" in text for text in texts)
    assert any(text.startswith("<mx-reply>") for text in texts)
    assert all(
        new["text"] == old["text"] for new, old in zip(found, sound, strict=True) if new.get("type") == "REACTION"
    )


def test_html_text_writes_drafts_as_html(wire: Wire) -> None:
    written = {ERIN: ("a < b & c", "<p>a &lt; b &amp; c</p>"), BOB: ("**hi** & bye", "<strong>hi</strong> &amp; bye")}
    for chat_id, (text, _) in written.items():
        wire.ok("PATCH", f"/v1/chats/{enc(chat_id)}", json={"draft": {"text": text}})
    with wire.fake.quirk("html_text"):
        for chat_id, (_, markup) in written.items():
            assert wire.get(f"/v1/chats/{enc(chat_id)}")["draft"]["text"] == markup
    assert wire.get(f"/v1/chats/{enc(ERIN)}")["draft"]["text"] == "a < b & c"


def test_html_text_leaves_v0_alone(wire: Wire) -> None:
    with wire.fake.quirk("html_text", optional=True) as quirk:
        assert wire.get("/v0/search-messages")["items"]
        assert quirk.hits == 0


def _moment(row: Json) -> datetime:
    return datetime.fromisoformat(row["timestamp"])


def test_bare_notices_look_like_own_messages(wire: Wire) -> None:
    chat_id = group(wire.fake)["id"]
    sound = _rows(wire, chat_id)
    with wire.fake.quirk("bare_notice"):
        found = _rows(wire, chat_id)
        notice = next(row for row in found if "type" in row and row["type"] is None)
        again = wire.http.get(f"/v1/chats/{enc(chat_id)}/messages/{notice['id']}").json()
    assert again == notice
    kinds = {row["id"]: row.get("type") for row in sound}
    notices = [place for place, row in enumerate(sound) if row.get("type") == "NOTICE"]
    assert notices
    for place in notices:
        row = found[place]
        assert (row["type"], row["isSender"], "isHidden" in row) == (None, True, False)
        older = found[place + 1 :]
        real = next(
            each for each in older if kinds[each["id"]] not in ("NOTICE", "REACTION") and "isDeleted" not in each
        )
        assert _moment(row) - _moment(real) == timedelta(milliseconds=1)
    reactions = [row["text"] for row in found if row.get("type") == "REACTION"]
    assert {text.startswith("{{sender}} reacted with ") for text in reactions} == {True}
    assert [row for row in found if kinds[row["id"]] not in ("NOTICE", "REACTION")] == [
        row for row in sound if row.get("type") not in ("NOTICE", "REACTION")
    ]


def test_somebody_who_leaves_is_such_a_notice(wire: Wire) -> None:
    fake = wire.fake
    chat_id = fake.world.add_chat(title="Plans", people=["Bob", "Carol"])
    fake.world.person("Bob").send(chat_id, "Friday?")
    with fake.quirk("bare_notice"):
        fake.world.person("Carol").leave(chat_id)
        notice, message = wire.http.get(f"/v1/chats/{enc(chat_id)}/messages").json()["items"]
    assert (notice["type"], notice["isSender"], notice.get("isHidden")) == (None, True, None)
    assert _moment(notice) - _moment(message) == timedelta(milliseconds=1)
    assert fake.world.messages(chat_id)[-1]["type"] == "NOTICE"


def test_quirks_of_texts_hold_for_events_too(wire: Wire) -> None:
    def notice(world: Any) -> None:
        row = world.room(ERIN).messages[-1]
        row.update(type="NOTICE", isHidden=True)

    fake = wire.fake
    ids = fake.world.add_messages(ERIN, 3)
    with listening(fake, ERIN, checks=False) as client, fake.quirk("html_text"), fake.quirk("bare_notice"):
        fake.world.change(notice)
        fake.world.receive(ERIN, "it's")
        fake.world.receive(ERIN, "it's")
        fake.world.receive(ERIN, "it's")
        events = [event["entries"][0] for event in client.events() if event["type"] == "message.upserted"]
        assert events == _rows(wire, ERIN)[:4][::-1]
    assert (events[0]["id"], events[0]["type"]) == (ids[-1], None)
    assert len({row["text"] for row in events[1:]}) == 3


def test_the_client_reads_such_messages(kind: Kind, fake_beeper: FakeBeeper) -> None:
    chat_id = group(fake_beeper)["id"]
    count = len(fake_beeper.world.messages(chat_id))

    def story(beeper: Any) -> Story:
        with fake_beeper.quirk("html_text"), fake_beeper.quirk("bare_notice"):
            rows = yield beeper.messages.list(chat_id).collect()
        assert len(rows) == count
        assert any(row.type is None for row in rows)

    play(kind, fake_beeper, story, strict=True)
