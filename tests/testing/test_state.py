"""Every write is seen by later reads, through other operations than the one that wrote."""

from __future__ import annotations

import base64
from pathlib import Path
from urllib.parse import unquote

from beeper_sdk.testing.world.seed.media import png
from tests.testing.known_chats import BOB, IMESSAGE, INSTAGRAM, MERGED, SIGNAL, WHATSAPP, chat, group, message
from tests.testing.wire import Wire, enc


def _newest(wire: Wire, chat_id: str) -> dict[str, object]:
    newest: dict[str, object] = wire.get(f"/v1/chats/{enc(chat_id)}/messages")["items"][0]
    return newest


def _on_disk(url: str) -> bytes:
    return Path(unquote(url.removeprefix("file://"))).read_bytes()


def test_a_sent_message_is_listed_retrieved_searched_and_previewed(wire: Wire) -> None:
    target = group(wire.fake)
    path = f"/v1/chats/{enc(target['id'])}"
    sent = wire.post(f"{path}/messages", {"text": "A **bold** xylophone & more"})
    assert sent == {"chatID": target["id"], "pendingMessageID": sent["pendingMessageID"]}
    row = _newest(wire, target["id"])
    assert row["text"] == "A <strong>bold</strong> xylophone &amp; more"
    assert str(row["id"]).isdecimal()
    assert row["isSender"] is True
    assert wire.get(f"{path}/messages/{enc(sent['pendingMessageID'])}") == row
    assert wire.get(f"{path}/messages/{row['id']}") == row
    assert [hit["id"] for hit in wire.get("/v1/messages/search", query="XYLOPHONE bold")["items"]] == [row["id"]]
    first = wire.get("/v1/chats")["items"][0]
    assert first["id"] == target["id"]
    assert first["preview"] == row
    assert first["lastActivity"] == row["timestamp"]
    assert wire.get("/v1/chats/search", limit=1)["items"][0]["id"] == target["id"]
    assert wire.get("/v1/search", query="xylophone")["results"]["messages"]["items"] == [row]
    assert wire.get("/v0/search-messages", query="xylophone")["items"][0]["text"] == "A bold xylophone & more"


def test_the_rows_of_a_send_come_with_and_without_a_report(wire: Wire) -> None:
    for account_id, reports in ((WHATSAPP, True), (SIGNAL, True), (INSTAGRAM, False), (IMESSAGE, False)):
        target = chat(wire.fake, accountID=account_id, type="group")
        wire.post(f"/v1/chats/{enc(target['id'])}/messages", {"text": "hello"})
        assert ("sendStatus" in _newest(wire, target["id"])) is reports


def test_a_reply_points_at_its_message(wire: Wire) -> None:
    target = message(wire.fake, BOB)
    wire.post(f"/v1/chats/{enc(BOB)}/messages", {"text": "yes", "replyToMessageID": target["id"]})
    assert _newest(wire, BOB)["linkedMessageID"] == target["id"]


def test_a_message_can_be_found_by_its_matrix_event(wire: Wire) -> None:
    row = message(wire.fake, BOB)
    event = f"$event{row['id']}:beeper.local"
    assert wire.get(f"/v1/chats/{enc(BOB)}/messages/{enc(event)}") == row
    read = wire.get(f"/_matrix/client/v3/rooms/{enc(BOB)}/event/{enc(event)}")
    assert (read["event_id"], read["sender"]) == (event, row["senderID"])


def test_an_edit_shows_everywhere_and_leaves_last_activity_alone(wire: Wire) -> None:
    target = chat(wire.fake, accountID=SIGNAL, type="group")
    path = f"/v1/chats/{enc(target['id'])}"
    sent = wire.post(f"{path}/messages", {"text": "seven"})
    before = wire.get(path)
    row = wire.get(f"{path}/messages/{enc(sent['pendingMessageID'])}")
    edited = wire.ok("PUT", f"{path}/messages/{row['id']}", json={"text": "*eight*"})
    assert (edited["messageID"], edited["success"], edited["text"]) == (row["id"], True, "<em>eight</em>")
    assert _newest(wire, target["id"])["text"] == "<em>eight</em>"
    assert "editedTimestamp" in _newest(wire, target["id"])
    assert wire.get(path)["lastActivity"] == before["lastActivity"]
    assert wire.get("/v1/chats", limit=1)["items"][0]["preview"]["text"] == "<em>eight</em>"
    assert wire.get("/v1/messages/search", query="seven", chatIDs=[target["id"]])["items"] == []


def test_what_cannot_be_edited_is_refused(wire: Wire) -> None:
    target = group(wire.fake)
    path = f"/v1/chats/{enc(target['id'])}/messages"
    foreign = message(wire.fake, target["id"], isSender=False)
    file = message(wire.fake, target["id"], type="IMAGE", isSender=True)
    for row in (foreign, file):
        wire.rejected("PUT", f"{path}/{row['id']}", 400, json={"text": "x"})
    wire.rejected("PUT", f"{path}/{foreign['id']}", 422, json={"text": ""})


def test_a_deleted_message_leaves_a_tombstone(wire: Wire) -> None:
    target = group(wire.fake)
    path = f"/v1/chats/{enc(target['id'])}/messages"
    pending = wire.post(path, {"text": "quagga"})["pendingMessageID"]
    row = wire.get(f"{path}/{enc(pending)}")
    wire.rejected("DELETE", f"{path}/{enc(pending)}", 400)
    assert wire.ok("DELETE", f"{path}/{row['id']}", params={"forEveryone": "true"}) is None
    grave = _newest(wire, target["id"])
    assert (grave["id"], grave["isDeleted"], "text" in grave) == (row["id"], True, False)
    assert wire.get("/v1/messages/search", query="quagga")["items"] == []
    assert wire.get("/v1/chats", limit=1)["items"][0]["preview"]["id"] != row["id"]
    wire.rejected("PUT", f"{path}/{row['id']}", 400, json={"text": "back"})


def test_deleting_an_unread_message_lowers_the_count(wire: Wire) -> None:
    row = wire.fake.world.receive(BOB, "unread")
    count = wire.get(f"/v1/chats/{enc(BOB)}")["unreadCount"]
    wire.ok("DELETE", f"/v1/chats/{enc(BOB)}/messages/{row['id']}")
    assert wire.get(f"/v1/chats/{enc(BOB)}")["unreadCount"] == count - 1


def test_reactions_appear_inside_the_message_and_as_a_hidden_row(wire: Wire) -> None:
    target = chat(wire.fake, accountID=SIGNAL, type="group")
    pending = wire.post(f"/v1/chats/{enc(target['id'])}/messages", {"text": "React!"})["pendingMessageID"]
    path = f"/v1/chats/{enc(target['id'])}/messages/{enc(pending)}"
    for key in ("👍", "a/b", "100%"):
        assert wire.post(f"{path}/reactions", {"reactionKey": key})["success"] is True
    row = wire.get(path)
    assert [reaction["reactionKey"] for reaction in row["reactions"]] == ["👍", "a/b", "100%"]
    hidden = _newest(wire, target["id"])
    assert (hidden["type"], hidden["isHidden"], hidden["linkedMessageID"]) == ("REACTION", True, row["id"])
    assert wire.get("/v1/chats", limit=1)["items"][0]["preview"]["id"] == row["id"]
    result = wire.ok("DELETE", f"{path}/reactions/{enc('a/b')}")
    assert result == {"success": True, "chatID": target["id"], "messageID": row["id"], "reactionKey": "a/b"}
    assert [reaction["reactionKey"] for reaction in wire.get(path)["reactions"]] == ["👍", "100%"]
    messages = wire.fake.world.messages(target["id"])
    assert [item["text"] for item in messages if item.get("linkedMessageID") == row["id"]] == ["👍", "100%"]
    wire.rejected("DELETE", f"{path}/reactions/{enc('a/b')}", 404)


def test_where_one_reaction_is_allowed_the_new_one_takes_its_place(wire: Wire) -> None:
    row = message(wire.fake, BOB, isSender=False)
    path = f"/v1/chats/{enc(BOB)}/messages/{row['id']}"
    own = wire.get("/v1/accounts")[0]["user"]["id"]
    for key in ("👍", "❤️", "❤️"):
        wire.post(f"{path}/reactions", {"reactionKey": key, "transactionID": "t1"})
    mine = [reaction["reactionKey"] for reaction in wire.get(path)["reactions"] if reaction["participantID"] == own]
    assert mine == ["❤️"]


def test_an_upload_is_sent_and_served_with_the_same_bytes(wire: Wire) -> None:
    data = png(5, 7, (1, 2, 3))
    up = wire.ok("POST", "/v1/assets/upload", files={"file": ("naïve photo.png", data, "image/png")})
    assert (up["fileName"], up["mimeType"], up["fileSize"]) == ("naïve photo.png", "image/png", len(data))
    assert (up["width"], up["height"]) == (5, 7)
    assert _on_disk(up["srcURL"]) == data
    target = group(wire.fake)
    body = {"text": "look", "attachment": {"uploadID": up["uploadID"], "type": "sticker"}}
    wire.post(f"/v1/chats/{enc(target['id'])}/messages", body)
    row = wire.get(f"/v1/chats/{enc(target['id'])}/messages")["items"][0]
    attachment = row["attachments"][0]
    assert (row["type"], row["text"], attachment["type"], attachment["isSticker"]) == ("STICKER", "look", "img", True)
    assert wire.send("GET", "/v1/assets/serve", params={"url": attachment["id"]}).content == data
    assert wire.get("/v1/messages/search", mediaTypes="image", sender="me")["items"][0]["id"] == row["id"]
    local = wire.post("/v1/assets/download", {"url": attachment["id"]})["srcURL"]
    assert _on_disk(local) == data
    assert wire.post("/v0/download-asset", {"url": attachment["id"]})["srcURL"] == local


def test_a_base64_upload_is_the_same_file(wire: Wire) -> None:
    data = b"1 apple\n"
    body = {"content": base64.b64encode(data).decode(), "fileName": "list.txt"}
    up = wire.post("/v1/assets/upload/base64", body)
    assert (up["mimeType"], up["fileSize"]) == ("text/plain", len(data))
    assert wire.send("GET", "/v1/assets/serve", params={"url": up["srcURL"]}).content == data
    for content in ("not base64!", "ä", "aGk"):
        wire.rejected("POST", "/v1/assets/upload/base64", 422, json={"content": content})


def test_media_that_is_not_there(wire: Wire) -> None:
    wire.rejected("GET", "/v1/assets/serve", 404, params={"url": "mxc://beeper.local/nothing"})
    wire.rejected("GET", "/v1/assets/serve", 400, params={"url": "https://example.com/x.png"})
    assert "error" in wire.post("/v1/assets/download", {"url": "mxc://beeper.local/nothing"})
    wire.rejected("POST", f"/v1/chats/{enc(BOB)}/messages", 404, json={"attachment": {"uploadID": "nothing"}})


def test_archiving_moves_a_chat_between_inboxes(wire: Wire) -> None:
    target = group(wire.fake)
    path = f"/v1/chats/{enc(target['id'])}"

    def inboxes() -> list[str]:
        names = ("primary", "low-priority", "archive")
        pages = {name: wire.get("/v1/chats/search", inbox=name, limit=200)["items"] for name in names}
        return [name for name, items in pages.items() if target["id"] in {item["id"] for item in items}]

    assert inboxes() == ["primary"]
    assert wire.post(f"{path}/archive") is None
    assert (inboxes(), wire.get(path)["isArchived"]) == (["archive"], True)
    wire.post(f"{path}/archive", {"archived": False})
    assert inboxes() == ["primary"]
    wire.ok("PATCH", path, json={"isLowPriority": True})
    assert inboxes() == ["low-priority"]
    wire.post("/v0/archive-chat", {"chatID": target["id"]})
    assert inboxes() == ["archive"]
    wire.post(f"{path}/unread")
    assert wire.get(path)["isArchived"] is False


def test_a_patch_changes_what_it_names_and_null_clears(wire: Wire) -> None:
    target = group(wire.fake)
    path = f"/v1/chats/{enc(target['id'])}"
    body = {
        "title": "Ourselves",
        "description": "All of it",
        "isMuted": True,
        "isPinned": False,
        "messageExpirySeconds": 86_400,
    }
    changed = wire.ok("PATCH", path, json=body)
    assert {key: changed[key] for key in body} == body
    assert wire.get("/v1/chats/search", query="ourselves")["items"][0]["id"] == target["id"]
    unmuted = wire.get("/v1/chats/search", query="ourselves", includeMuted="false")["items"]
    assert unmuted == []
    nulls = wire.ok("PATCH", path, json={"title": None, "description": None, "messageExpirySeconds": None})
    assert (nulls["title"], nulls["description"], nulls["messageExpirySeconds"]) == (target["title"], None, None)
    assert nulls["isMuted"] is True
    wire.rejected("PATCH", path, 422, json={"messageExpirySeconds": -1})


def test_a_draft_must_be_cleared_before_another_takes_its_place(wire: Wire) -> None:
    path = f"/v1/chats/{enc(BOB)}"
    up = wire.ok("POST", "/v1/assets/upload", files={"file": ("note.txt", b"x", "text/plain")})
    attachment = {"a1": {"uploadID": up["uploadID"], "type": "file"}}
    wire.ok("PATCH", path, json={"draft": {"text": "**soon**", "attachments": attachment}})
    draft = wire.get(path)["draft"]
    assert draft["text"] == "<strong>soon</strong>"
    assert draft["attachments"]["a1"]["fileName"] == "note.txt"
    wire.rejected("PATCH", path, 409, json={"draft": {"text": "later"}})
    wire.ok("PATCH", path, json={"draft": None})
    assert wire.ok("PATCH", path, json={"draft": {"text": "later"}})["draft"] == {"text": "later"}


def test_focus_prefills_a_draft_and_keeps_one_that_is_there(wire: Wire) -> None:
    path = f"/v1/chats/{enc(BOB)}"
    for url in ("/v1/focus", "/v0/open-app"):
        wire.ok("PATCH", path, json={"draft": None})
        for text in ("a < b", "not this one"):
            assert wire.post(url, {"chatID": BOB, "draftText": text}) == {"success": True}
            assert wire.get(path)["draft"] == {"text": "a &lt; b"}
            assert wire.fake.world.read(lambda world: world.focused)["draftText"] == text


def test_reminders_are_set_read_and_cleared(wire: Wire) -> None:
    path = f"/v1/chats/{enc(BOB)}"
    body = {"reminder": {"remindAt": "2036-12-24T19:00:00+01:00", "dismissOnIncomingMessage": True}}
    assert wire.post(f"{path}/reminders", body) is None
    expected = {"remindAt": "2036-12-24T18:00:00.000Z", "dismissOnIncomingMessage": True}
    assert wire.get(path)["reminder"] == expected
    wire.fake.world.receive(BOB, "I am here")
    assert wire.get(path)["reminder"] is None
    wire.post("/v0/set-chat-reminder", {"chatID": BOB, "reminder": {"remindAtMs": 2113753200000}})
    assert wire.get(path)["reminder"] == {"remindAt": "2036-12-24T17:40:00.000Z"}
    assert wire.ok("DELETE", f"{path}/reminders") is None
    assert wire.get(path)["reminder"] is None


def test_reading_and_unreading_move_the_counters(wire: Wire) -> None:
    path = f"/v1/chats/{enc(BOB)}"
    received = [wire.fake.world.receive(BOB, f"message {number}") for number in range(4)]
    unread_chat = wire.get(path)
    assert unread_chat["unreadCount"] == 4
    assert BOB in {item["id"] for item in wire.get("/v1/chats/search", unreadOnly="true", limit=200)["items"]}
    half = wire.post(f"{path}/read", {"messageID": received[1]["id"]})
    assert (half["unreadCount"], half["lastReadMessageSortKey"]) == (2, received[1]["sortKey"])
    read = wire.post(f"{path}/read")
    assert (read["unreadCount"], read["isMarkedUnread"]) == (0, False)
    assert BOB not in {item["id"] for item in wire.get("/v1/chats/search", unreadOnly="true", limit=200)["items"]}
    back = wire.post(f"{path}/unread", {"messageID": received[2]["id"]})
    assert (back["unreadCount"], back["isMarkedUnread"]) == (2, True)
    assert wire.get(f"{path}/messages")["items"][0]["isUnread"] is True
    wire.rejected("POST", f"{path}/read", 404, json={"messageID": "1"})


def test_a_merged_chat_routes_to_a_member_and_hides_its_members(wire: Wire) -> None:
    listed = {item["id"] for item in wire.walk("/v1/chats")}
    assert MERGED in listed
    assert BOB not in listed
    sent = wire.post(f"/v1/chats/{enc(MERGED)}/messages", {"text": "to whom?"})
    assert sent["chatID"] == BOB
    assert wire.get(f"/v1/chats/{enc(BOB)}/messages")["items"][0]["text"] == "to whom?"
    assert wire.get(f"/v1/chats/{enc(MERGED)}/messages")["items"] == []
    assert wire.get("/v1/chats")["items"][0]["preview"]["text"] == "to whom?"


def test_focus_is_remembered_and_prefills_the_draft(wire: Wire) -> None:
    assert wire.post("/v1/focus") == {"success": True}
    assert wire.post("/v1/focus", {"chatID": "100", "draftText": "1 < 2"}) == {"success": True}
    assert wire.fake.world.read(lambda world: world.focused)["chatID"] == BOB
    assert wire.get(f"/v1/chats/{enc(BOB)}")["draft"] == {"text": "1 &lt; 2"}
    wire.rejected("POST", "/v1/focus", 404, json={"chatID": "!no:where"})


def test_a_chat_is_created_once_and_then_found_again(wire: Wire) -> None:
    hits = wire.get(f"/v1/accounts/{SIGNAL}/contacts", query="+15550100600")["items"]
    body = {"accountID": SIGNAL, "participantIDs": [hits[0]["id"]], "type": "single", "messageText": "hello"}
    made = wire.post("/v1/chats", body)
    assert (made["status"], made["id"]) == ("created", made["chatID"])
    assert wire.get("/v1/chats")["items"][0]["id"] == made["id"]
    assert wire.get(f"/v1/chats/{made['localChatID']}")["id"] == made["id"]
    again = wire.post("/v1/chats/start", {"accountID": SIGNAL, "user": {"phoneNumber": "+15550100600"}})
    assert (again["status"], again["id"]) == ("existing", made["id"])
    people = [user["id"] for user in wire.get(f"/v1/accounts/{SIGNAL}/contacts/list", limit=3)["items"]]
    new = wire.post("/v1/chats", {"accountID": SIGNAL, "participantIDs": people, "type": "group", "title": "Three"})
    assert (new["participants"]["total"], new["title"]) == (4, "Three")
    old = wire.post("/v0/create-chat", {**body, "type": "single"})
    assert old == {"success": True, "chatID": made["id"]}


def test_chats_that_cannot_be_made(wire: Wire) -> None:
    body = {"accountID": SIGNAL, "participantIDs": ["@a:b", "@c:d"], "type": "single"}
    wire.rejected("POST", "/v1/chats", 422, json=body)
    wire.rejected("POST", "/v1/chats", 404, json={**body, "participantIDs": ["@a:b"]})
    wire.rejected("POST", "/v1/chats", 404, json={**body, "accountID": "none"})
    wire.rejected("POST", "/v1/chats/start", 404, json={"accountID": SIGNAL, "user": {"username": "@nobody"}})
    wire.rejected("POST", "/v1/chats/start", 422, json={"accountID": SIGNAL, "user": {}})
    nobody = wire.get(f"/v1/accounts/{SIGNAL}/contacts", query="+15550100081")["items"][0]
    assert nobody["cannotMessage"] is True
    user = {"accountID": SIGNAL, "user": {"id": nobody["id"]}}
    wire.rejected("POST", "/v1/chats/start", 400, json=user)


def test_sending_is_refused_where_it_cannot_work(wire: Wire) -> None:
    closed = chat(wire.fake, isReadOnly=True)
    for body in ({}, {"text": ""}):
        wire.rejected("POST", f"/v1/chats/{enc(BOB)}/messages", 400, json=body)
    wire.rejected("POST", f"/v1/chats/{enc(closed['id'])}/messages", 400, json={"text": "hello"})
    wire.rejected("POST", f"/v1/chats/{enc(BOB)}/messages", 404, json={"text": "x", "replyToMessageID": "1"})
    failure = wire.post("/v0/send-message", {"chatID": closed["id"], "text": "hello"})
    assert failure["success"] is False


def test_notify_anyway_is_for_imessage_alone(wire: Wire) -> None:
    native = chat(wire.fake, accountID=IMESSAGE)
    assert wire.post(f"/v1/chats/{enc(native['id'])}/notify-anyway", {})["id"] == native["id"]
    wire.rejected("POST", f"/v1/chats/{enc(BOB)}/notify-anyway", 400)


def test_labels_narrow_a_search(wire: Wire) -> None:
    labels = wire.get("/v1/labels")
    assert [label["name"] for label in labels] == ["Family", "Later", "Work 💼"]
    for label in labels:
        items = wire.get("/v1/chats/search", labelID=label["id"], limit=200)["items"]
        assert items
        assert all(label in item["labels"] for item in items)


def test_an_unknown_query_name_is_ignored_and_a_comma_list_matches_nothing(wire: Wire) -> None:
    everything = wire.get("/v1/chats", nonsense="1")
    assert everything == wire.get("/v1/chats")
    assert wire.get("/v1/chats", accountIDs=f"{SIGNAL},{INSTAGRAM}")["items"] == []
    both = wire.walk("/v1/chats", accountIDs=[SIGNAL, INSTAGRAM])
    assert {item["accountID"] for item in both} == {SIGNAL, INSTAGRAM}
