"""`kind` of the messages that a client reads, compared with what the fake server knows of them."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from typing import Any

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, play
from tests.testing.known_chats import group

FLAGS = {"isVoiceNote": "voice", "isSticker": "sticker"}


def expected(row: dict[str, Any]) -> str:
    """The kind of a row of the world."""
    if row.get("isDeleted"):
        return "deleted"
    flags = [kind for file in row.get("attachments", ()) for flag, kind in FLAGS.items() if file.get(flag)]
    if "attachments" in row:
        return flags[0] if flags else "media"
    if str(row.get("text")).startswith("geo:"):
        return "location"
    return str(row.get("type", "TEXT")).lower()


@pytest.mark.parametrize("quirks", [(), ("bare_notice", "odd_item")], ids=["as documented", "odd"])
def test_each_message_of_the_demo_world_has_its_kind(quirks: tuple[str, ...]) -> None:
    with FakeBeeper() as fake, Beeper(fake.token, base_url=fake.url) as beeper, ExitStack() as stack:
        for name in quirks:
            stack.enter_context(fake.quirk(name))
        kinds: Counter[str] = Counter()
        typeless: Counter[str] = Counter()
        for chat in fake.world.chats():
            if "merge" in chat:
                continue  # its messages are those of its members
            rows = {row["id"]: row for row in fake.world.messages(chat["id"])}
            for message in beeper.messages.list(chat["id"]):
                kind = expected(rows.pop(message.id))
                assert message.kind == kind, message
                kinds[kind] += 1
                typeless[kind] += message.type is None
            assert rows == {}
        assert set(kinds) == {"text", "media", "voice", "sticker", "location", "reaction", "notice", "deleted"}
        assert typeless["text"] > 10
        assert typeless["notice"] == (kinds["notice"] if quirks else 0)


def test_previews_and_results_of_searches_have_kinds(kind: Kind, fake_beeper: FakeBeeper) -> None:
    chat_id = group(fake_beeper)["id"]
    rows = {row["id"]: row for chat in fake_beeper.world.chats() for row in fake_beeper.world.messages(chat["id"])}

    def story(beeper: Any) -> Story:
        with fake_beeper.quirk("bare_notice"):
            listed = yield beeper.messages.list(chat_id).collect()
            found = yield beeper.messages.search(query="the").collect(limit=20)
            chats = yield beeper.chats.list().collect(limit=20)
            one = yield beeper.messages.retrieve(listed[0].id, chat_id=chat_id)
        previews = [chat.preview for chat in chats if chat.preview is not None]
        assert {"reaction", "notice", "text"} <= {message.kind for message in listed}
        assert found
        assert previews
        for message in (*listed, *found, *previews, one):
            assert message.kind == expected(rows[message.id])
            assert "kind" not in message.to_dict()

    play(kind, fake_beeper, story)
