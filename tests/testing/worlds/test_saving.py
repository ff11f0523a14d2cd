"""A world that was saved and loaded serves the same bytes; what is wrong in a file is named by its path."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.seed.accounts import MATRIX_USER
from tests.fake_state import state
from tests.testing.wire import Wire, enc

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def now() -> datetime:
    """A clock that stands still, so that both servers have the same time."""
    return NOON


def served(fake: FakeBeeper) -> dict[str, bytes]:
    """What a server responds to requests that read."""
    token = {"authorization": f"Bearer {fake.token}"}
    with Wire(fake) as wire:
        accounts, chats = wire.get("/v1/accounts"), fake.world.chats()
        paths = ["/v1/accounts", "/v1/bridges", "/v1/labels", "/v1/chats", "/v1/chats/search?limit=200"]
        paths += [f"/v1/accounts/{enc(one['accountID'])}/contacts/list?limit=200" for one in accounts]
        paths += [f"/v1/search?query={word}" for word in ("lunch", "the", "hello")]
        for chat in [*chats[::11], *chats[-4:]]:
            paths += [f"/v1/chats/{enc(chat['id'])}?maxParticipantCount=-1", f"/v1/chats/{enc(chat['id'])}/messages"]
        urls = fake.world.read(lambda world: [url for url, _ in state(world).media.all()[::9]])
        paths += [f"/v1/assets/serve?url={enc(url)}" for url in urls]
        return {path: wire.http.get(path, headers=token).content for path in paths}


def test_a_saved_world_serves_the_same_bytes(tmp_path: Path) -> None:
    path, again = tmp_path / "world.json", tmp_path / "again.json"
    with FakeBeeper(now=now) as fake, Wire(fake) as wire:
        world = fake.world
        world.add_account("slack", contacts=False)
        team = world.add_chat("Team 🦊", ["Bob", "Carol"], network="slack", labels=["Family"], unread=2)
        world.person("Carol").send(team, "Here", file=("plan.txt", b"plan"), mentions=["Bob"])
        world.backfill(team, 3)
        sent = wire.post(f"/v1/chats/{enc(team)}/messages", {"text": "on it"})
        data = f"/_matrix/client/v3/user/{enc(MATRIX_USER)}/account_data/com.example"
        wire.ok("PUT", data, json={"a": 1})
        room = wire.post("/_matrix/client/v3/createRoom", {"name": "Left"})["room_id"]
        wire.post(f"/_matrix/client/v3/rooms/{enc(room)}/leave", {})
        before = served(fake)
        fake.save(path)
    with FakeBeeper(world=path, now=now) as fake, Wire(fake) as wire:
        assert served(fake) == before
        fake.save(again)
        assert wire.get(f"/v1/chats/{enc(team)}/messages/{sent['pendingMessageID']}")["text"] == "on it"
        assert wire.get(data) == {"a": 1}
        wire.post(f"/_matrix/client/v3/join/{enc(room)}", {})
        ids = {row["id"] for row in fake.world.messages(team)}
        assert fake.world.person("Bob").send(team, "New")["id"] not in ids
        assert fake.world.add_chat("Another", ["Bob"], network="slack") not in {team, room}
        fake.reset()
        assert served(fake) == before
    assert again.read_bytes() == path.read_bytes()


def test_what_is_counted_and_what_is_due_goes_on_after_loading(tmp_path: Path) -> None:
    path = tmp_path / "world.json"
    with FakeBeeper(world="empty", now=now) as fake, Wire(fake) as wire:
        world = fake.world
        world.add_account("imessage")
        world.add_account("whatsapp")
        chat, group = (
            world.add_chat(people=["Bob"], network="imessage"),
            world.add_chat(people=["Bob"], network="WhatsApp"),
        )
        wire.ok("PATCH", f"/v1/chats/{enc(group)}", json={"messageExpirySeconds": 86400})
        world.person("Bob").send(group, "for a day")
        sent = wire.post(f"/v1/chats/{enc(chat)}/messages", {"text": "0"})
        target = f"/v1/chats/{enc(chat)}/messages/{sent['pendingMessageID']}"
        for number in range(4):
            wire.ok("PUT", target, json={"text": str(number + 1)})
        fake.save(path)
    with FakeBeeper(world=path, now=now) as fake, Wire(fake) as wire:
        wire.ok("PUT", target, json={"text": "5"})
        wire.rejected("PUT", target, 400, json={"text": "6"})
        fake.clock.advance(hours=23)
        assert [row["text"] for row in fake.world.messages(group)] == ["for a day"]
        fake.save(path)
    with FakeBeeper(world=path, now=now) as fake:
        fake.clock.advance(hours=2)
        assert fake.world.messages(group) == []


@pytest.mark.parametrize("name", ["empty", "small"])
def test_the_other_worlds_are_saved_too(tmp_path: Path, name: str) -> None:
    path = tmp_path / "world.json"
    with FakeBeeper(world=name, now=now) as fake:
        before = served(fake)
        fake.save(path)
    with FakeBeeper(world=str(path), now=now) as fake:
        assert served(fake) == before


def test_a_removed_login_leaves_nothing_that_cannot_be_loaded(tmp_path: Path) -> None:
    with FakeBeeper(world="small") as fake, Wire(fake) as wire:
        fake.world.merge(["!bob:small.local", fake.world.add_chat(people=["Bob"], network="signal"), "Team"])
        login = wire.get("/v1/bridges/local-whatsapp/logins")["items"][0]["loginID"]
        wire.post(f"/v1/bridges/local-whatsapp/logins/{login}/remove", {"scope": "current-device"})
        before = wire.get("/v1/chats")
        fake.save(tmp_path / "world.json")
    with FakeBeeper(world=tmp_path / "world.json") as fake, Wire(fake) as wire:
        assert wire.get("/v1/chats") == before


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small world as a file."""
    path = tmp_path_factory.mktemp("saved") / "small.json"
    with FakeBeeper(world="small") as fake:
        fake.save(path)
    return path.read_text()


SECRET = "4-very-secret-text"


def _set(*keys: Any, value: Any = SECRET) -> Callable[[Any], None]:
    def change(world: Any) -> None:
        for key in keys[:-1]:
            world = world[key]
        world[keys[-1]] = value

    return change


def _without(*keys: Any) -> Callable[[Any], None]:
    def change(world: Any) -> None:
        for key in keys[:-1]:
            world = world[key]
        del world[keys[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (_set("format"), 'format must be "beeper-fake-world"'),
        (_set("version", value=2), "version must be 1; another version of this package may have written it"),
        (_set("savedAt"), "savedAt: must be a date"),
        (_set("seed"), "seed: Input should be a valid integer"),
        (_without("people"), "people: Field required"),
        (_set("people", value=[]), "people: List should have at least 1 item"),
        (_set("people", 1, "number", value=0), "people: each must have its own number"),
        (_set("accounts", 1, "status"), r"accounts\[1\]\.status: Input should be 'connected', "),
        (_set("accounts", 1, "bridge", value=None), r"accounts\[1\]\.bridge: "),
        (_set("bridges", 0, "provider"), r"bridges\[0\]\.provider: Input should be 'cloud', "),
        (_without("contacts", "signal"), "contacts: must have one member for each of accounts"),
        (_set("contacts", "signal", 0, "id", value=3), r"contacts\.signal\[0\]\.id: Input should be a valid string"),
        (_set("chats", 2, "chat", "unreadCount"), r"chats\[2\]\.chat\.unreadCount: Input should be a valid integer"),
        (_without("chats", 2, "chat", "isMuted"), r"chats\[2\]\.chat\.isMuted: Field required"),
        (_set("chats", 2, "chat", "accountID"), r"chats\[2\]\.chat\.accountID: must be the accountID of one of acc"),
        (_set("chats", 2, "chat", "mergedIntoChatID"), r"chats\[2\]\.chat: merge and mergedIntoChatID must be IDs"),
        (_set("chats", 2, "chat", "localChatID", value="1"), "chats: each must have its own chat.localChatID"),
        (_set("chats", 1, "messages", 3, "timestamp"), r"chats\[1\]\.messages\[3\]\.timestamp: Input should be"),
        (_set("chats", 1, "messages", 3, "sortKey"), r"chats\[1\]\.messages\[3\]\.sortKey: must be a number as text"),
        (_set("chats", 1, "messages", 3, "sortKey", value="5"), r"chats\[1\]\.messages\[3\]\.sortKey: must be a numb"),
        (_set("chats", 1, "messages", 3, "chatID"), r"chats\[1\]\.messages\[3\]: chatID and accountID must be those"),
        (_set("chats", 1, "messages", 3, "id", value="1001"), "chats: each must have its own messages.id"),
        (_set("files", 0, "data"), r"files\[0\]\.data: must be base64"),
        (_set("media", SECRET, value=-1), r"media\[…\]: Input should be greater than or equal to 0"),
        (_set("media", SECRET, value=99), "media: positions must be less than 1, the number of files"),
        (
            _set("chats", 1, "messages", 3, "timestamp", value="0"),
            r"chats\[1\]\.messages\[3\]\.timestamp: must be a da",
        ),
        (_set("chats", 1, "messages", 3, "timestamp", value=-1), r"chats\[1\]\.messages\[3\]\.timestamp: must be"),
        (_set("chats", 1, "messages", 3, "seen", value={SECRET: "x"}), r"chats\[1\]\.messages\[3\]\.seen"),
        (_set("chats", 1, "chat", "lastActivity", value="0"), r"chats\[1\]\.chat\.lastActivity: must be a d"),
        (_set("chats", 1, "chat", "lastReadMessageSortKey"), r"chats\[1\]\.chat\.lastReadMessageSortKey: must be"),
        (_set("counters", "nextMessageID", value=1040), "counters.nextMessageID: must be greater than the numbers"),
        (_set("counters", "nextLocalChatID", value=5), "counters.nextLocalChatID: must be greater than the numbers"),
        (_set("extra"), "extra: Extra inputs are not permitted"),
    ],
)
def test_what_is_wrong_in_a_file(saved: str, tmp_path: Path, change: Callable[[Any], None], match: str) -> None:
    world = json.loads(saved)
    change(world)
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(world))
    with pytest.raises(ValueError, match=match) as caught:
        FakeBeeper(world=path)
    assert str(caught.value).startswith("changed.json is not a saved world: ")
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "\udcff", "[" * 99_999])
def test_files_that_are_no_world(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, errors="surrogateescape")
    with pytest.raises(ValueError, match=r"x\.json is not a saved world: "):
        FakeBeeper(world=path)


def test_values_of_null_are_those_that_are_absent(saved: str, tmp_path: Path) -> None:
    world = json.loads(saved)
    world["chats"][1]["chat"] |= {"lastReadMessageSortKey": None, "lastActivity": None}
    world["chats"][1]["messages"][3] |= {"sendStatus": None, "editedTimestamp": None, "seen": None}
    path = tmp_path / "nulls.json"
    path.write_text(json.dumps(world))
    with FakeBeeper(world=path) as fake, Beeper(fake.token, base_url=fake.url) as beeper:
        assert len(fake.world.messages("Hiking")) == 9
        assert [chat.title for chat in beeper.chats.list()][-1] == "Hiking"
        fake.world.person("Dave").send("Hiking", "Ready?")
        assert next(iter(beeper.chats.list())).title == "Hiking"


def test_a_file_that_changes_is_read_again(saved: str, tmp_path: Path) -> None:
    path = tmp_path / "small.json"
    path.write_text(saved)
    fake = FakeBeeper(world=path)
    path.write_text(saved.replace("The table is booked", "There is no table"))
    with fake:
        assert "There is no table" in {row.get("text") for row in fake.world.messages("Bob Birchwood")}


def test_a_file_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    with FakeBeeper(world="empty") as fake:
        with pytest.raises(FileNotFoundError):
            fake.save(tmp_path / "nowhere" / "world.json")
        fake.save(tmp_path / "world.json")
    assert [path.name for path in tmp_path.iterdir()] == ["world.json"]
    with pytest.raises(RuntimeError, match="not running"):
        fake.save(tmp_path / "world.json")
