"""The quirks that alter what is in an answer, which pages there are, and which version of the API answers at all."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk.testing import QUIRKS
from tests.testing.known_chats import BOB, IMESSAGE, SIGNAL, WHATSAPP, group, message
from tests.testing.wire import Json, Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"
EPOCH = "1970-01-01T00:00:00.000Z"


def _everywhere(wire: Wire) -> list[Json]:
    """Messages of a page, alone, of a search, of v0 and in a preview."""
    row = message(wire.fake, BOB, isSender=False)
    pages: list[Any] = [wire.get(MESSAGES), wire.get("/v1/messages/search"), wire.get("/v0/search-messages")]
    listed: list[Json] = [item for page in pages for item in page["items"]]
    previews = [chat["preview"] for chat in wire.get("/v1/chats")["items"] if "preview" in chat]
    return [*listed, *previews, wire.get(f"{MESSAGES}/{row['id']}")]


@pytest.mark.parametrize(
    ("row", "names"),
    [
        (7, {"ignore_limit"}),
        (8, {"participants_default", "participants_all", "roster_changes"}),
        (9, {"stranger_sender"}),
        (10, {"no_is_sender", "no_is_self", "account_user_differs"}),
        (11, {"accounts_without_native"}),
        (22, {"epoch_timestamp", "blank_messages", "empty_first_page"}),
        (31, {"success_body"}),
        (32, {"legacy_pages"}),
        (34, {"v0_only", "no_v0"}),
        (35, {"odd_item", "bare_page"}),
        (36, {"start_drops_text"}),
        (37, {"lid_names", "number_titles"}),
        (38, {"dead_account", "hanging_account"}),
        (39, {"success_false"}),
        (43, {"server_not_loaded"}),
        (47, {"stale_filters"}),
    ],
)
def test_every_row_of_the_traps_has_its_quirks(row: int, names: set[str]) -> None:
    assert {name for name, quirk in QUIRKS.items() if quirk.row == row} == names


def test_ignore_limit_gives_pages_of_the_default_size(wire: Wire) -> None:
    paths = {"/v1/chats": 25, "/v1/chats/search": 43, "/v1/messages/search": 20}
    paths[f"/v1/accounts/{SIGNAL}/contacts/list"] = 50
    with wire.fake.quirk("ignore_limit"):
        assert {path: len(wire.get(path, limit=3)["items"]) for path in paths} == paths
        assert len(wire.get("/v1/chats", limit=3, accountIDs=[SIGNAL])["items"]) < 25
        assert len(wire.get("/v1/chats", limit=0)["items"]) == 25
    assert {len(wire.get(path, limit=3)["items"]) for path in paths} == {3}


def test_ignore_limit_counts_only_requests_with_a_limit(wire: Wire) -> None:
    wire.fake.quirk("ignore_limit", times=1, operation="chats.list")
    assert len(wire.get("/v1/chats")["items"]) == 25
    assert len(wire.get("/v1/chats/search", limit=3)["items"]) == 3
    assert [len(wire.get("/v1/chats", limit=3)["items"]) for _ in range(2)] == [25, 3]


def test_strangers_write_who_are_not_among_the_participants(wire: Wire) -> None:
    people = {person["id"] for chat in wire.fake.world.chats() for person in chat["participants"]["items"]}
    with wire.fake.quirk("stranger_sender"):
        messages = _everywhere(wire)
    others = [row for row in messages if not row.get("isSender")]
    assert others
    assert not {row["senderID"] for row in others} & people
    assert {"senderName" in row for row in others} == {True, False}
    assert all(row["senderID"] in people and "senderName" in row for row in messages if row.get("isSender"))
    assert all(row["senderID"] in people for row in _everywhere(wire))


def test_no_is_sender_takes_the_mark_off_every_message(wire: Wire) -> None:
    with wire.fake.quirk("no_is_sender"):
        assert not any("isSender" in row for row in _everywhere(wire))
    assert all("isSender" in row for row in _everywhere(wire))


def test_own_messages_stay_own_where_strangers_write_without_marks(wire: Wire) -> None:
    own = message(wire.fake, BOB, isSender=True)
    with wire.fake.quirk("no_is_sender"), wire.fake.quirk("stranger_sender"):
        row = wire.get(f"{MESSAGES}/{own['id']}")
        wire.get(MESSAGES)
    assert ("isSender" in row, row["senderID"]) == (False, own["senderID"])


def test_the_user_of_an_account_can_have_another_id(wire: Wire) -> None:
    senders = {row["senderID"] for row in _everywhere(wire) if row["isSender"]}
    with wire.fake.quirk("account_user_differs"):
        accounts = [*wire.get("/v1/accounts"), wire.get(f"/v1/accounts/{SIGNAL}"), *wire.get("/v0/get-accounts")]
    assert all(account["user"]["id"] == f"login:{account['accountID']}" for account in accounts)
    assert senders & {account["user"]["id"] for account in wire.get("/v1/accounts")}


def test_the_native_account_is_missing_and_its_chats_are_served(wire: Wire) -> None:
    with wire.fake.quirk("accounts_without_native"):
        listed = [account["accountID"] for account in wire.get("/v1/accounts")]
        assert (len(listed), IMESSAGE in listed) == (4, False)
        assert len(wire.get("/v0/get-accounts")) == 4
        body = wire.rejected("GET", f"/v1/accounts/{IMESSAGE}", 404)
        assert body == {"message": "Account not found", "code": "not_found"}
        assert wire.get(f"/v1/accounts/{SIGNAL}")["accountID"] == SIGNAL
        native = wire.get("/v1/chats", accountIDs=[IMESSAGE])["items"]
        assert wire.get(f"/v1/chats/{enc(native[0]['id'])}")["accountID"] == IMESSAGE
        wire.get(f"/v1/chats/{enc(native[0]['id'])}/messages")
    assert len(wire.get("/v1/accounts")) == 5


def test_some_messages_and_chats_date_from_the_epoch(wire: Wire) -> None:
    wire.fake.quirk("epoch_timestamp")
    messages = _everywhere(wire)
    assert {int(row["id"]) % 3 == 0 for row in messages} == {True, False}
    assert all((row["timestamp"] == EPOCH) == (int(row["id"]) % 3 == 0) for row in messages)
    chats = wire.walk("/v1/chats", limit=50)
    assert len([chat for chat in chats if chat["lastActivity"] == EPOCH]) == 2


def test_some_messages_are_blank(wire: Wire) -> None:
    wire.fake.quirk("blank_messages")
    messages = [row for row in _everywhere(wire) if int(row["id"]) % 4 == 0]
    assert messages
    assert not any({"text", "attachments", "links"} & row.keys() for row in messages)


@pytest.mark.parametrize(
    "path",
    [MESSAGES, "/v1/chats", "/v1/chats/search", "/v1/messages/search", f"/v1/accounts/{SIGNAL}/contacts/list"],
)
def test_an_empty_first_page_leads_to_what_should_have_been_there(wire: Wire, path: str) -> None:
    first = wire.get(path)
    wire.fake.quirk("empty_first_page")
    empty = wire.get(path)
    assert (empty["items"], empty["hasMore"]) == ([], True)
    assert wire.get(path, cursor=empty["oldestCursor"], direction="before")["items"] == first["items"]
    assert wire.get(path, cursor=empty["newestCursor"], direction="after")["items"] == first["items"]


def test_an_empty_list_has_no_cursor_to_go_on_with(wire: Wire) -> None:
    wire.fake.quirk("empty_first_page")
    page = wire.get("/v1/messages/search", query="hippogriff")
    assert page["oldestCursor"] is page["newestCursor"] is None


def test_success_bodies_of_everything_that_answers_204(wire: Wire) -> None:
    wire.fake.quirk("success_body")
    reminders = "/v1/chats/100/reminders"
    sent = {"reminder": {"remindAt": "2030-01-01T00:00:00Z"}}
    answers = [
        wire.http.post("/v1/chats/100/archive"),
        wire.http.post(reminders, json=sent),
        wire.http.delete(reminders),
        wire.http.delete(f"{MESSAGES}/{message(wire.fake, BOB)['id']}"),
    ]
    assert [(answer.status_code, answer.json()) for answer in answers] == [(200, {"success": True})] * 4


def test_v0_only_serves_v0_and_says_it_is_old(wire: Wire) -> None:
    wire.fake.quirk("v0_only")
    assert wire.get("/v0/get-accounts")
    assert wire.get("/oauth/userinfo")
    for path in ("/v1/chats", "/v1/info", "/v1/accounts"):
        answer = wire.http.get(path)
        expected = {"error": f"Route GET:{path} not found", "code": "not_found"}
        assert (answer.status_code, answer.json()) == (404, expected)
        assert answer.headers["x-beeper-desktop-version"] == "4.1.284"
    assert wire.http.get("/v0/get-accounts").headers["x-beeper-desktop-version"] == "4.1.284"


def test_no_v0_serves_everything_else(wire: Wire) -> None:
    wire.fake.quirk("no_v0")
    answer = wire.http.post("/v0/send-message", json={"chatID": BOB, "text": "never"})
    expected = {"message": "Route POST:/v0/send-message not found", "code": "not_found"}
    assert (answer.status_code, answer.json()) == (404, expected)
    assert wire.get("/v1/chats")["items"]
    assert wire.get("/oauth/userinfo")


def test_success_false_says_so_and_changes_nothing(wire: Wire) -> None:
    before = wire.fake.world.chat(BOB)
    with wire.fake.quirk("success_false"):
        for method, name, body in (
            ("POST", "archive", {"archived": True}),
            ("POST", "reminders", {"reminder": {"remindAt": "2030-12-24T18:00:00Z"}}),
            ("DELETE", "reminders", None),
        ):
            answer = wire.http.request(method, f"/v1/chats/{enc(BOB)}/{name}", json=body)
            assert (answer.status_code, answer.json()) == (200, {"success": False})
    assert wire.fake.world.chat(BOB) == before


def test_server_not_loaded_has_accounts_and_no_chats(wire: Wire) -> None:
    with wire.fake.quirk("server_not_loaded"):
        assert all(account["status"] == "connected" for account in wire.get("/v1/accounts")[:1])
        for path in ("/v1/chats", "/v1/chats/search", "/v0/search-chats"):
            assert wire.get(path)["items"] == []
        assert wire.http.get(f"/v1/chats/{enc(BOB)}").status_code == 404
        for path, body in ((MESSAGES, {"text": "never"}), ("/v0/send-message", {"chatID": BOB, "text": "never"})):
            answer = wire.http.post(path, json=body)
            assert (answer.status_code, answer.json()["code"]) == (500, "TOOL_EXECUTION_ERROR")
    assert wire.get("/v1/chats")["items"]


def test_a_failure_of_v0_is_told_in_a_200_and_nothing_happens(wire: Wire) -> None:
    before = wire.fake.world.messages(BOB)
    with wire.fake.quirk("v0_failure"):
        for name, body in (
            ("send-message", {"chatID": BOB, "text": "never"}),
            ("create-chat", {"accountID": SIGNAL, "participantIDs": ["@a:b"], "type": "single"}),
            ("archive-chat", {"chatID": BOB}),
            ("set-chat-reminder", {"chatID": BOB, "reminder": {"remindAtMs": 1}}),
            ("clear-chat-reminder", {"chatID": BOB}),
            ("open-app", {}),
        ):
            assert wire.http.post(f"/v0/{name}", json=body).json()["success"] is False
    assert wire.fake.world.messages(BOB) == before
    assert wire.fake.world.chat(BOB)["isArchived"] is False


def test_the_roster_changes_between_two_requests(wire: Wire) -> None:
    path = f"/v1/chats/{enc(group(wire.fake)['id'])}"
    wire.fake.quirk("roster_changes", times=2)
    rosters = [[person["id"] for person in wire.get(path)["participants"]["items"]] for _ in range(4)]
    assert rosters[1][:-1] == rosters[0][1:]
    assert rosters[2][:-1] == rosters[1][1:]
    assert rosters[3] == rosters[2]
    assert rosters[1][-1] not in rosters[0]


def test_participants_all_are_given_unasked(wire: Wire) -> None:
    with wire.fake.quirk("participants_all"):
        assert len(wire.get("/v1/chats/124")["participants"]["items"]) == 1200
        assert len(wire.get("/v1/chats/124", maxParticipantCount=30)["participants"]["items"]) == 30


def _unchecked(wire: Wire, path: str) -> Any:
    """An answer that the spec does not describe."""
    headers = {"authorization": f"Bearer {wire.fake.token}"}
    return httpx.get(wire.fake.url + path, headers=headers, trust_env=False).raise_for_status().json()


def test_odd_items_lack_a_field_and_the_others_are_as_before(wire: Wire) -> None:
    for path in ("/v1/accounts", "/v1/chats", MESSAGES):
        sound = _unchecked(wire, path)
        with wire.fake.quirk("odd_item"):
            incomplete = _unchecked(wire, path)
        pairs = list(
            zip(*(page if isinstance(page, list) else page["items"] for page in (sound, incomplete)), strict=True)
        )
        assert 0 < sum(ours != theirs for ours, theirs in pairs) < len(pairs), path


def test_a_bare_page_has_only_its_items_and_perhaps_cursors(wire: Wire) -> None:
    with wire.fake.quirk("bare_page"):
        assert set(_unchecked(wire, MESSAGES)) == {"items"}
        assert set(_unchecked(wire, "/v1/messages/search")) == {"items", "oldestCursor", "newestCursor"}


def test_names_and_titles_that_are_ids_and_numbers(wire: Wire) -> None:
    chat_id = enc(group(wire.fake)["id"])
    with wire.fake.quirk("lid_names"):
        rows = wire.get(f"/v1/chats/{chat_id}/messages")["items"]
        assert {row["senderName"] == row["senderID"] for row in rows if not row["isSender"]} == {True}
        assert all(row["senderName"] != row["senderID"] for row in rows if row["isSender"])
    with wire.fake.quirk("number_titles"):
        titles = {chat["title"] for chat in wire.get("/v1/chats/search", type="single", accountIDs=[SIGNAL])["items"]}
    assert {title.startswith("+1555") for title in titles} == {True}


def test_contacts_of_one_account_fail(wire: Wire) -> None:
    headers = {"authorization": f"Bearer {wire.fake.token}"}
    paths = [f"/v1/accounts/{account}/contacts/list" for account in (SIGNAL, WHATSAPP)]
    with wire.fake.quirk("dead_account"):
        assert [httpx.get(wire.fake.url + path, headers=headers, trust_env=False).status_code for path in paths] == [
            502,
            200,
        ]
    with wire.fake.quirk("hanging_account"), pytest.raises(httpx.ReadTimeout):
        httpx.get(wire.fake.url + paths[0], headers=headers, timeout=0.1)


def test_stale_filters_return_muted_chats_and_hide_unread_ones(wire: Wire) -> None:
    def found(**query: Any) -> int:
        return len(wire.get("/v1/chats/search", limit=200, **query)["items"])

    unread: dict[str, Any] = {"inbox": "primary", "unreadOnly": "true"}
    filtered = [found(includeMuted="false"), found(**unread)]
    with wire.fake.quirk("stale_filters"):
        assert [found(includeMuted="false"), found(**unread)] == [found(), (filtered[1] + 1) // 2]
    assert filtered[0] < found()
