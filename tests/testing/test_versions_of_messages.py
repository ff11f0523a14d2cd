"""What older apps take and answer about messages and errors, in v0, and whether they name themselves."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing import versions
from tests.testing.known_chats import BOB, IMESSAGE, SIGNAL, WHATSAPP, message
from tests.testing.old_apps import CHATS, Old
from tests.testing.versions import known, names
from tests.testing.wire import Json, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"


TYPES = {"image": "image/png", "video": "video/mp4", "gif": "image/gif", "sticker": "image/webp"}
"""What a network accepts for a hint; for the others, a sound file."""


def _mine(old: Old) -> str:
    """The number of a message of one's own."""
    return str(message(old.fake, BOB, isSender=True, attachments=None)["id"])


def test_an_edit_answers_ids_and_later_the_message(v1: Old) -> None:
    v1.post(MESSAGES, {"text": "once"})
    row_id = v1.fake.world.messages(BOB)[-1]["id"]
    if not v1.has("4.2.499"):
        v1.rejected("PUT", f"{MESSAGES}/{row_id}", 404, json={"text": "never"})
        return
    edited = v1.ok("PUT", f"{MESSAGES}/{row_id}", json={"text": "again"})
    if v1.has("4.2.808"):
        assert edited.keys() > {"id", "text", "messageID", "success"}
    else:
        assert edited == {"chatID": BOB, "messageID": row_id, "success": True}


def test_reactions_are_taken_back_by_query_and_later_by_path(v1: Old) -> None:
    path = f"{MESSAGES}/{_mine(v1)}/reactions"
    if not v1.has("4.2.557"):
        v1.rejected("POST", path, 404, json={"reactionKey": "🦊"})
        return
    by_query: tuple[str, dict[str, str]] = (path, {"reactionKey": "🦊/%"})
    by_path: tuple[str, dict[str, str]] = (f"{path}/{enc('🦊/%')}", {})
    accepted, rejected = (by_path, by_query) if v1.has("4.2.808") else (by_query, by_path)
    added = v1.post(path, {"reactionKey": "🦊/%", "transactionID": "t"})
    assert (added["success"], added["transactionID"]) == (True, "t")
    v1.rejected("DELETE", rejected[0], 404, params=rejected[1])
    removed = v1.ok("DELETE", accepted[0], params=accepted[1])
    assert (removed["success"], removed["reactionKey"]) == (True, "🦊/%")
    if not v1.has("4.2.808"):
        v1.rejected("DELETE", path, 422)
        assert v1.fake.requests.of("chats.messages.reactions.delete")


def test_attachments_are_sent_with_the_hints_of_their_time(v1: Old) -> None:
    if not v1.has("4.2.499"):
        v1.rejected("POST", MESSAGES, 400, json={"attachment": {"uploadID": "upload_1"}})
        assert "pendingMessageID" in v1.post(MESSAGES, {"text": "only text", "attachment": {"uploadID": "none"}})
        return
    upload = v1.post("/v1/assets/upload/base64", {"content": "YQ==", "mimeType": "audio/ogg"})["uploadID"]
    old, new = {"gif", "voiceNote", "sticker"}, {"image", "video", "audio", "file", "gif", "voice-note", "sticker"}
    hints = new if v1.has("4.2.808") else old
    for hint in old | new:
        attachment = {"uploadID": upload, "type": hint, "mimeType": TYPES.get(hint, "audio/ogg")}
        answer = v1.send("POST", MESSAGES, json={"attachment": attachment})
        assert answer.status_code == (200 if hint in hints else 422), hint
    voice_hint = "voice-note" if v1.has("4.2.808") else "voiceNote"
    v1.post(MESSAGES, {"attachment": {"uploadID": upload, "type": voice_hint}})
    assert v1.fake.world.messages(BOB)[-1]["attachments"][0]["isVoiceNote"] is True
    v1.rejected("POST", MESSAGES, 422, json={"attachment": {"uploadID": upload, "type": ["gif"]}})
    assert v1.post(MESSAGES, {"attachment": {"uploadID": upload}})


def test_a_send_answers_a_pending_id(v1: Old) -> None:
    assert v1.post(MESSAGES, {"text": "hello"}).keys() == {"chatID", "pendingMessageID"}


def test_v0_has_its_own_shapes_in_every_version(v0: Old) -> None:
    accounts = v0.get("/v0/get-accounts")
    assert all(account.keys() == versions.V0_ACCOUNT for account in accounts)
    chats = [v0.get("/v0/get-chat", chatID=chat_id) for chat_id in CHATS]
    chats += v0.get("/v0/search-chats", limit=200)["items"]
    assert names(chats) == known(versions.V0_CHAT, v0.version)
    assert {type(chat["lastReadMessageSortKey"]) for chat in chats if "lastReadMessageSortKey" in chat} == {int}
    people = [person for chat in chats for person in chat["participants"]["items"]]
    assert names(people) <= known(versions.PERSON, "4.1.92")
    messages = v0.walk("/v0/search-messages", chatIDs=["108"])
    results = v0.get("/v0/search-messages", limit=500, chatIDs=list(CHATS))
    assert results.keys() == {"items", "chats", "hasMore", "oldestCursor", "newestCursor"}
    media = v0.get("/v0/search-messages", mediaTypes=["any"])["items"]
    assert names([*messages, *media]) == versions.V0_MESSAGE
    assert all(item["messageID"] == item["id"] and isinstance(item["sortKey"], int) for item in messages)
    assert not {"id", "transcription"} & names(
        [attachment for item in media for attachment in item.get("attachments", [])]
    )
    everything = v0.get("/v0/search", query="dinner")["results"]
    assert everything.keys() == {"chats", "in_groups", "messages"}
    assert names(everything["messages"]["items"]) <= versions.V0_MESSAGE


def test_v0_writes_answer_success(v0: Old) -> None:
    reminder = {"chatID": BOB, "reminder": {"remindAtMs": 1924938000000}}
    for name, body in (("archive-chat", {"chatID": BOB, "archived": False}), ("set-chat-reminder", reminder)):
        assert v0.post(f"/v0/{name}", body) == {"success": True}
    assert v0.post("/v0/clear-chat-reminder", {"chatID": BOB}) == {"success": True}
    assert v0.post("/v0/open-app", {}) == {"success": True}
    sent = v0.post("/v0/send-message", {"chatID": BOB, "text": "hello"})
    assert sent.keys() == {"success", "chatID", "pendingMessageID"}
    users = v0.get("/v0/search-users", accountID=SIGNAL, query="+15550100008")["items"]
    new = {"accountID": SIGNAL, "participantIDs": [users[0]["id"]], "type": "single"}
    assert v0.post("/v0/create-chat", new).keys() == {"success", "chatID"}


def test_v0_tells_a_failed_write_in_a_200(v0: Old) -> None:
    closed = next(chat for chat in v0.fake.world.chats() if chat.get("isReadOnly"))
    failure = v0.post("/v0/send-message", {"chatID": closed["id"], "text": "never"})
    assert failure.keys() == {"success", "error", "chatID", "pendingMessageID"}
    assert failure["success"] is False
    users = v0.get("/v0/search-users", accountID=SIGNAL, query="+15550100081")["items"]
    body = {"accountID": SIGNAL, "participantIDs": [users[0]["id"]], "type": "group"}
    assert v0.post("/v0/create-chat", body).keys() == {"success", "error"}


def test_errors_wear_the_envelope_of_their_time(old: Old) -> None:
    paths = ["/v1/no/such/route", "/oauth/userinfo"]
    with httpx.Client(base_url=old.fake.url, trust_env=False) as stranger:
        bodies = [stranger.get(path).json() for path in paths]
    keys = {"message", "code"} if old.has("4.1.294") else {"error", "code"}
    assert [body.keys() for body in bodies] == [keys, keys]
    if old.has("4.1.294"):
        body = old.rejected("GET", "/v1/chats/search", 422, params={"limit": 0})
        assert body["details"]["issues"][0]["path"] == ["query", "limit"]
    if old.has("4.1.92", "4.3.0"):
        body = old.rejected("GET", "/v0/search-chats", 422, params={"limit": 0})
        assert body.keys() == {"error", "code", "details"}
        assert list(body["details"]) == ["query.limit"]
        assert old.rejected("GET", "/v0/get-chat", 404, params={"chatID": "nobody"}).keys() == {"error", "code"}


@pytest.mark.parametrize(("version", "status"), [("4.2.808", 400), ("4.3.0", 409), ("6.0", 409)])
def test_conflicts_are_told_as_such_from_4_3_0_on(version: str, status: int, apps: dict[str, Old]) -> None:
    old = apps[version]
    old.ok("PATCH", "/v1/chats/105", json={"draft": {"text": "one"}})
    body = old.rejected("PATCH", "/v1/chats/105", status, json={"draft": {"text": "two"}})
    assert body["code"] == ("conflict" if status == 409 else "bad_request")


@pytest.mark.parametrize(
    ("version", "to_all", "to_tokens"),
    [("4.1.92", False, False), ("4.1.239", False, True), ("4.2.557", False, True), ("4.3.0", True, True)],
)
def test_an_app_names_its_version_as_it_did(version: str, to_all: bool, to_tokens: bool) -> None:
    path = "/.well-known/oauth-protected-resource"
    with FakeBeeper(version=version) as fake, httpx.Client(base_url=fake.url, trust_env=False) as http:
        answers = {False: [http.get(path), http.get("/oauth/userinfo")], True: list[httpx.Response]()}
        http.headers["authorization"] = f"Bearer {fake.token}"
        answers[True] = [http.get("/oauth/userinfo"), http.get("/v1/nothing")]
    for good, expected in ((False, to_all), (True, to_tokens)):
        reported: list[Any] = [answer.headers.get("x-beeper-desktop-version") for answer in answers[good]]
        assert reported == [version if expected else None] * 2


@pytest.mark.parametrize(("version", "length"), [("4.1.155", 500), ("4.1.250", 900), ("4.1.294", 900)])
def test_text_is_cut_in_the_first_apps(version: str, length: int) -> None:
    with FakeBeeper(version=version) as fake, Old("4.1.294", fake) as wire:
        fake.world.receive(BOB, "hippogriff " * 100)
        page: Json = wire.http.get("/v0/search-messages", params={"query": "hippogriff"}).json()
        assert len(page["items"][0]["text"][:900]) == length


def test_6_0_is_the_newest_app_without_v0(apps: dict[str, Old]) -> None:
    newest = apps["6.0"]
    assert newest.get("/v1/info")["app"]["version"] == "4.3.73"
    newest.rejected("GET", "/v0/get-accounts", 404)
    account = newest.get(f"/v1/accounts/{WHATSAPP}")
    assert account.keys() == known(versions.ACCOUNT, "6.0")


def test_imessage_is_not_available_in_v0(v0: Old) -> None:
    native = next(chat for chat in v0.fake.world.chats() if chat["accountID"] == IMESSAGE)
    v0.rejected("GET", "/v0/get-chat", 404, params={"chatID": native["id"]})
