"""What a network does not support is refused with 400, and nothing happens; what it supports goes through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.network_capabilities import capabilities
from beeper_sdk.testing.world.seed.media import png
from tests.testing.known_chats import IMESSAGE, INSTAGRAM, READ_ONLY, SIGNAL, WHATSAPP, chat
from tests.testing.wire import Wire, enc

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
DAY = 86_400


@pytest.fixture(scope="module")
def server() -> Iterator[FakeBeeper]:
    """One server for all tests of the module."""
    with FakeBeeper(now=NOON) as fake:
        yield fake


class Chat:
    """A chat and its requests."""

    def __init__(self, wire: Wire, account_id: str, kind: str) -> None:
        self.wire, self.fake = wire, wire.fake
        self.id: str = chat(wire.fake, accountID=account_id, type=kind)["id"]
        self.path = f"/v1/chats/{enc(self.id)}"

    def allow(self, **changed: Any) -> None:
        """Change its capabilities; None removes one."""

        def act(world: Any) -> None:
            known = world.room(self.id).wire["capabilities"]
            known.update(changed)
            for key in [key for key, value in changed.items() if value is None]:
                del known[key]

        self.fake.world.change(act)

    def send(self, **body: Any) -> str:
        """Send a message; returns its ID."""
        pending = self.wire.post(f"{self.path}/messages", body or {"text": "hello"})["pendingMessageID"]
        return str(self.wire.get(f"{self.path}/messages/{enc(pending)}")["id"])

    def upload(self, data: bytes, mime_type: str) -> str:
        """Upload a file."""
        answer = self.wire.ok("POST", "/v1/assets/upload", files={"file": ("f", data, mime_type)})
        return str(answer["uploadID"])

    def refused(self, method: str, path: str, **options: Any) -> str:
        """The message of a request that must be refused, and after which the messages are as before."""
        before = self.fake.world.messages(self.id)
        message: str = self.wire.rejected(method, f"{self.path}{path}", 400, **options)["message"]
        assert self.fake.world.messages(self.id) == before
        return message

    def refused_file(self, upload: str, /, text: str | None = None, **given: Any) -> str:
        """The message of a send of a file that must be refused."""
        body: dict[str, Any] = {"attachment": {"uploadID": upload, **given}}
        return self.refused("POST", "/messages", json=body | ({} if text is None else {"text": text}))


@pytest.fixture
def wire(server: FakeBeeper) -> Iterator[Wire]:
    """A client of a server that was reset."""
    server.reset()
    with Wire(server) as wire:
        yield wire


@pytest.fixture
def whatsapp(wire: Wire) -> Chat:
    """A group on WhatsApp."""
    return Chat(wire, WHATSAPP, "group")


def test_a_text_must_not_be_longer_than_the_network_allows(wire: Wire) -> None:
    target = Chat(wire, INSTAGRAM, "group")
    target.send(text="x" * 1000)
    target.send(text=f"**{'x' * 1000}**")  # without its markup it is as long
    message = "The text has 1001 characters; this chat allows 1000"
    assert target.refused("POST", "/messages", json={"text": "x" * 1001}) == message
    row = target.send()
    assert target.refused("PUT", f"/messages/{row}", json={"text": "x" * 1001}) == message
    target.allow(maxTextLength=None)
    target.send(text="x" * 1001)


def test_a_chat_is_not_created_for_a_text_that_is_refused(wire: Wire) -> None:
    contact = wire.get(f"/v1/accounts/{INSTAGRAM}/contacts/list")["items"][-1]
    before = wire.fake.world.read(lambda world: list(world.rooms))
    body = {"accountID": INSTAGRAM, "user": {"id": contact["id"]}, "messageText": "x" * 1001}
    wire.rejected("POST", "/v1/chats/start", 400, json=body)
    assert wire.fake.world.read(lambda world: list(world.rooms)) == before
    made = wire.post("/v1/chats/start", body | {"messageText": "x"})
    assert made["status"] == "created"


def test_replies_need_support(whatsapp: Chat) -> None:
    first = whatsapp.send()
    whatsapp.send(text="a reply", replyToMessageID=first)
    whatsapp.allow(reply=-2)
    body = {"text": "x", "replyToMessageID": first}
    assert whatsapp.refused("POST", "/messages", json=body) == "This chat does not support replies"
    whatsapp.send(text="no reply")


WINDOWS = [(WHATSAPP, 900), (SIGNAL, DAY), (INSTAGRAM, 900), (IMESSAGE, 900)]


@pytest.mark.parametrize(("account_id", "seconds"), WINDOWS)
def test_a_message_can_be_edited_for_the_time_of_its_network(wire: Wire, account_id: str, seconds: int) -> None:
    target = Chat(wire, account_id, "group")
    row = target.send()
    wire.fake.clock.advance(seconds=seconds)
    wire.ok("PUT", f"{target.path}/messages/{row}", json={"text": "in time"})
    wire.fake.clock.advance(seconds=1)
    message = f"The message is {seconds + 1} seconds old; this chat allows edits for {seconds} seconds"
    assert target.refused("PUT", f"/messages/{row}", json={"text": "late"}) == message


@pytest.mark.parametrize(("account_id", "count"), [(SIGNAL, 10), (IMESSAGE, 5)])
def test_a_message_can_be_edited_as_often_as_its_network_allows(wire: Wire, account_id: str, count: int) -> None:
    target = Chat(wire, account_id, "group")
    row, other = target.send(), target.send()
    for number in range(count):
        wire.ok("PUT", f"{target.path}/messages/{row}", json={"text": f"edit {number}"})
    message = f"The message was edited {count} times, which is the most that this chat allows"
    assert target.refused("PUT", f"/messages/{row}", json={"text": "once more"}) == message
    wire.ok("PUT", f"{target.path}/messages/{other}", json={"text": "the first"})


@pytest.mark.parametrize("level", [0, -1, -2])
def test_edits_and_deletions_need_support(whatsapp: Chat, level: int) -> None:
    row = whatsapp.send()
    whatsapp.allow(edit=level, delete=level, deleteForMe=False)
    assert whatsapp.refused("PUT", f"/messages/{row}", json={"text": "x"}) == "This chat does not support edits"
    assert whatsapp.refused("DELETE", f"/messages/{row}") == (
        "This chat does not support deleting messages for everyone"
    )
    assert whatsapp.refused("DELETE", f"/messages/{row}", params={"forEveryone": "false"}) == (
        "This chat does not support deleting a message for the user only"
    )


def test_the_quirk_answers_a_late_edit_as_if_it_had_been_made(whatsapp: Chat) -> None:
    wire, row = whatsapp.wire, whatsapp.send()
    quirk = whatsapp.fake.quirk("edit_too_late", 1)
    wire.ok("PUT", f"{whatsapp.path}/messages/{row}", json={"text": "in time"})  # which the quirk leaves alone
    whatsapp.fake.clock.advance(seconds=901)
    before = whatsapp.fake.world.messages(whatsapp.id)
    answer = wire.ok("PUT", f"{whatsapp.path}/messages/{row}", json={"text": "late"})
    assert (answer["text"], answer["success"], answer["messageID"]) == ("late", True, row)
    assert whatsapp.fake.world.messages(whatsapp.id) == before
    whatsapp.refused("PUT", f"/messages/{row}", json={"text": "late"})
    quirk.off()
    with whatsapp.fake.quirk("edit_too_late", optional=True):
        whatsapp.allow(edit=0)
        whatsapp.refused("PUT", f"/messages/{row}", json={"text": "not supported at all"})


@pytest.mark.parametrize(("account_id", "seconds"), [(WHATSAPP, 2 * DAY), (SIGNAL, DAY), (IMESSAGE, 120)])
def test_a_message_can_be_deleted_for_everyone_for_the_time_of_its_network(
    wire: Wire, account_id: str, seconds: int
) -> None:
    target = Chat(wire, account_id, "group")
    first, second = target.send(), target.send()
    wire.fake.clock.advance(seconds=seconds)
    wire.ok("DELETE", f"{target.path}/messages/{first}")
    wire.fake.clock.advance(seconds=1)
    message = f"The message is {seconds + 1} seconds old; this chat allows deleting for everyone for {seconds} seconds"
    refused = target.refused("DELETE", f"/messages/{second}")
    if account_id == IMESSAGE:
        assert refused == message
    else:
        assert refused == f"{message}; with forEveryone=false it is deleted for you only"
        wire.ok("DELETE", f"{target.path}/messages/{second}", params={"forEveryone": "false"})


def test_reactions_need_support_and_must_be_allowed(whatsapp: Chat) -> None:
    row = whatsapp.send()
    path = f"/messages/{row}/reactions"

    def refused(key: str) -> str:
        return whatsapp.refused("POST", path, json={"reactionKey": key})

    for key in ("mxc://beeper.local/wave", ":wave:"):
        assert refused(key) == "This chat does not support custom emoji as reactions"
    whatsapp.allow(allowedReactions=["👍", "❤️"], customEmojiReactions=True)
    assert refused("🦊") == "This chat does not support this reaction"
    whatsapp.wire.post(f"{whatsapp.path}{path}", {"reactionKey": "👍"})
    whatsapp.allow(allowedReactions=None)
    whatsapp.wire.post(f"{whatsapp.path}{path}", {"reactionKey": ":wave:"})
    whatsapp.allow(reaction=0)
    assert refused("👍") == "This chat does not support reactions"


def test_one_reaction_replaces_another_and_several_have_a_limit(wire: Wire) -> None:
    one, many = Chat(wire, WHATSAPP, "group"), Chat(wire, SIGNAL, "group")
    row: dict[str, Any] = {}
    for target, expected in ((one, ["5"]), (many, ["1", "2", "3", "4", "5"])):
        path = f"{target.path}/messages/{target.send()}/reactions"
        for number in range(1, 6):
            wire.post(path, {"reactionKey": str(number)})
        wire.post(path, {"reactionKey": "5"})
        row = target.fake.world.messages(target.id)[-len(expected) - 1]
        assert [reaction["reactionKey"] for reaction in row["reactions"]] == expected
    path = f"/messages/{row['id']}/reactions"
    assert (
        many.refused("POST", path, json={"reactionKey": "6"}) == "This chat allows 5 reactions of a user to a message"
    )


def test_a_timer_must_be_one_of_the_network(wire: Wire, whatsapp: Chat) -> None:
    for seconds in (DAY, 7 * DAY, 0, None):
        wire.ok("PATCH", whatsapp.path, json={"messageExpirySeconds": seconds})
    message = "messageExpirySeconds must be one of 86400, 604800, 7776000 in this chat, or null"
    assert whatsapp.refused("PATCH", "", json={"messageExpirySeconds": 60, "isMuted": True}) == message
    assert wire.get(whatsapp.path)["isMuted"] is False
    whatsapp.allow(disappearingTimer={"types": ["afterSend"]})
    wire.ok("PATCH", whatsapp.path, json={"messageExpirySeconds": 60})
    native = Chat(wire, IMESSAGE, "group")
    assert native.refused("PATCH", "", json={"messageExpirySeconds": DAY}) == (
        "This chat does not support disappearing messages"
    )
    wire.ok("PATCH", native.path, json={"messageExpirySeconds": None})


@pytest.mark.parametrize(("state", "field"), [("title", "title"), ("description", "description"), ("avatar", "imgURL")])
def test_title_topic_and_avatar_need_support(whatsapp: Chat, state: str, field: str) -> None:
    whatsapp.wire.ok("PATCH", whatsapp.path, json={field: "new"})
    known = capabilities("whatsapp", "group")["state"]
    whatsapp.allow(state={**known, state: {"level": 0}})
    message = f"This chat does not support changing its {state}"
    assert whatsapp.refused("PATCH", "", json={field: "other"}) == message
    whatsapp.wire.ok("PATCH", whatsapp.path, json={"isPinned": True})


def test_of_a_direct_chat_only_the_title_can_be_changed(wire: Wire) -> None:
    direct = Chat(wire, WHATSAPP, "single")
    wire.ok("PATCH", direct.path, json={"title": "Mine"})
    for field in ("description", "imgURL"):
        direct.refused("PATCH", "", json={field: "x"})


def test_flags_need_support(whatsapp: Chat) -> None:
    whatsapp.allow(archive=False, markAsUnread=False)
    assert whatsapp.refused("POST", "/archive") == "This chat does not support archiving"
    assert whatsapp.refused("PATCH", "", json={"isArchived": True}) == "This chat does not support archiving"
    assert whatsapp.refused("POST", "/unread") == "This chat does not support marking it as unread"
    old = whatsapp.wire.post("/v0/archive-chat", {"chatID": whatsapp.id})
    assert old == {"success": False, "error": "This chat does not support archiving"}


def test_nothing_is_written_to_a_chat_that_can_only_be_read(wire: Wire) -> None:
    path = f"/v1/chats/{enc(READ_ONLY)}/messages"
    row = next(row for row in reversed(wire.fake.world.messages(READ_ONLY)) if row["isSender"])
    message = "Messages cannot be sent to this chat: it is read-only"
    for method, url, body in (
        ("POST", path, {"text": "x"}),
        ("POST", f"{path}/{row['id']}/reactions", {"reactionKey": "👍"}),
    ):
        assert wire.rejected(method, url, 400, json=body)["message"] == message
    wire.post(f"/v1/chats/{enc(READ_ONLY)}/read")


def test_what_is_not_listed_among_the_attachments_is_refused(wire: Wire, whatsapp: Chat) -> None:
    picture, odd = whatsapp.upload(png(2, 2, (0, 0, 0)), "image/png"), whatsapp.upload(b"II*\x00", "image/tiff")
    whatsapp.send(attachment={"uploadID": picture})
    whatsapp.send(attachment={"uploadID": odd, "type": "file"})
    assert whatsapp.refused_file(odd) == "This chat does not support image/tiff as m.image"
    assert whatsapp.refused_file(odd, type="sticker") == "This chat does not support image/tiff as m.sticker"
    native = Chat(wire, IMESSAGE, "group")
    refused = native.refused_file(picture, type="sticker")
    assert refused == "This chat does not support attachments of the type m.sticker"
    voice: dict[str, Any] = {"type": "voice-note", "mimeType": "audio/ogg; codecs=opus", "duration": 2}
    whatsapp.send(attachment={"uploadID": odd, **voice})
    whatsapp.send(attachment={"uploadID": odd, **voice, "mimeType": "Audio/OGG"})
    message = "This chat does not support attachments of the type org.matrix.msc3245.voice"
    assert native.refused_file(odd, **voice) == message
    known = capabilities("whatsapp", "group")["attachments"]
    whatsapp.allow(attachments={**known, "m.image": {"mimeTypes": {"image/png": -2, "image/*": 2}}})
    assert whatsapp.refused_file(picture) == "This chat does not support image/png as m.image"
    whatsapp.send(attachment={"uploadID": odd})


def test_a_file_must_not_be_larger_than_the_network_allows(whatsapp: Chat) -> None:
    picture = whatsapp.upload(png(4, 3, (0, 0, 0)), "image/png")
    size = len(png(4, 3, (0, 0, 0)))
    limits = {"mimeTypes": {"*/*": 2}, "maxSize": size, "maxWidth": 4, "maxHeight": 3, "maxDuration": 600}
    limits |= {"maxCaptionLength": 5}

    def limited(**changed: Any) -> None:
        whatsapp.allow(attachments={"m.image": {**limits, **changed}})

    limited()
    whatsapp.send(attachment={"uploadID": picture, "duration": 600}, text="short")
    assert whatsapp.refused_file(picture, "longer") == "The caption has 6 characters; this chat allows 5"
    assert whatsapp.refused_file(picture, duration=601) == (
        "The file has 601.0 seconds; this chat allows 600 for m.image"
    )
    limited(maxSize=size - 1)
    assert whatsapp.refused_file(picture) == f"The file has {size} bytes; this chat allows {size - 1} for m.image"
    limited(maxWidth=3)
    assert whatsapp.refused_file(picture) == "The file has 4 pixels of width; this chat allows 3 for m.image"
    limited(maxHeight=2)
    assert whatsapp.refused_file(picture) == "The file has 3 pixels of height; this chat allows 2 for m.image"
    limited(caption=0)
    assert whatsapp.refused_file(picture, "x") == "This chat does not support captions of m.image"


def test_a_chat_without_capabilities_refuses_nothing(whatsapp: Chat) -> None:
    whatsapp.fake.world.change(lambda world: world.room(whatsapp.id).wire.pop("capabilities"))
    upload = whatsapp.upload(b"x", "image/tiff")
    row = whatsapp.send(text="x" * 70_000)
    whatsapp.send(attachment={"uploadID": upload, "type": "sticker"}, text="x")
    whatsapp.fake.clock.advance(days=30)
    wire, path = whatsapp.wire, f"{whatsapp.path}/messages/{row}"
    wire.ok("PUT", path, json={"text": "late"})
    wire.post(f"{path}/reactions", {"reactionKey": ":wave:"})
    wire.ok("PATCH", whatsapp.path, json={"description": "x", "imgURL": "x", "messageExpirySeconds": 7})
    wire.post(f"{whatsapp.path}/unread")
    wire.ok("DELETE", path)


def test_a_merged_chat_refuses_what_its_member_refuses(wire: Wire) -> None:
    merged = next(chat for chat in wire.fake.world.chats() if "merge" in chat)
    member = wire.post(f"/v1/chats/{enc(merged['id'])}/messages", {"text": "hi"})["chatID"]
    wire.fake.world.change(lambda world: world.room(member).wire["capabilities"].update(maxTextLength=3))
    wire.rejected("POST", f"/v1/chats/{enc(merged['id'])}/messages", 400, json={"text": "long"})


def test_older_apps_refuse_the_same_and_v0_says_it_in_its_own_way() -> None:
    with FakeBeeper(version="4.2.557", now=NOON) as fake, Wire(fake) as wire:
        target = Chat(wire, INSTAGRAM, "group")
        wire.rejected("POST", f"{target.path}/messages", 400, json={"text": "x" * 1001})
        answer: httpx.Response = wire.send("POST", "/v0/send-message", json={"chatID": target.id, "text": "x" * 1001})
        body = answer.json()
        assert (body["success"], body["error"]) == (False, "The text has 1001 characters; this chat allows 1000")
