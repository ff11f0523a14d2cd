"""A FakeBeeper of an older version has the operations, takes the forms and gives the answers of that app."""

from __future__ import annotations

import re

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.wire.spec import SDK_GENERATIONS, match, operations, version_number
from tests.testing import versions
from tests.testing.known_chats import BOB, SIGNAL
from tests.testing.old_apps import Old
from tests.testing.versions import is_within, known, names
from tests.testing.wire import Json, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"


def _is_there(old: Old, method: str, path: str) -> bool:
    answer = old.http.request(method, path)
    assert answer.status_code != 405
    return not (answer.status_code == 404 and f"Route {method}:{path} not found" in answer.text)


def test_the_operations_of_an_app_and_no_others_are_there(old: Old) -> None:
    requests = {entry.id: (entry.method, re.sub(r"\{\w+\}", "x", entry.template)) for entry in operations()}
    number = version_number(SDK_GENERATIONS.get(old.version, old.version))
    matched = {name: match(*request, number).operation for name, request in requests.items()}
    there = {name for name, operation in matched.items() if operation is not None and operation.id == name}
    assert there == known(versions.OPERATIONS, old.version)
    # The server asks `match` too. So it is asked about one operation of each age: about all of them, it took 4 s.
    for span, listed in versions.OPERATIONS.items():
        assert _is_there(old, *requests[listed.split()[0]]) is is_within(old.version, span)


def test_the_spec_an_app_serves_lists_what_it_has(v1: Old) -> None:
    if v1.has("4.2.557"):
        paths: dict[str, Json] = v1.get("/v1/spec")["paths"]
        listed = {operation["operationId"] for item in paths.values() for operation in item.values()}
        assert listed == known(versions.OPERATIONS, v1.version)


def test_accounts_have_the_fields_of_their_time(v1: Old) -> None:
    for account in v1.get("/v1/accounts"):
        assert account.keys() == known(versions.ACCOUNT, v1.version)


def test_chats_have_the_fields_of_their_time(v1: Old) -> None:
    results = v1.walk("/v1/chats/search", limit=200)
    chats = [v1.get(f"/v1/chats/{enc(chat['id'])}", maxParticipantCount=-1) for chat in results]
    assert names(chats) == known(versions.CHAT, v1.version)
    assert all(isinstance(chat.get("lastReadMessageSortKey", ""), str) for chat in chats)
    people = [person for chat in chats for person in chat["participants"]["items"]]
    assert names(people) == known(versions.PERSON, v1.version)
    assert names([chat["participants"] for chat in chats]) == {"items", "hasMore", "total"}
    listed = v1.get("/v1/chats")["items"]
    assert names(listed) - {"preview"} <= known(versions.CHAT, v1.version)
    assert names([chat["preview"] for chat in listed if "preview" in chat]) <= known(versions.MESSAGE, v1.version)


def test_messages_have_the_fields_of_their_time(v1: Old) -> None:
    messages = v1.messages()
    assert names(messages) == known(versions.MESSAGE, v1.version)
    assert all(isinstance(message["sortKey"], str) for message in messages)
    attachments = names([attachment for message in messages for attachment in message.get("attachments", [])])
    assert attachments <= known(versions.ATTACHMENT, v1.version)
    assert ("id" in attachments, "transcription" in attachments) == (v1.has("4.2.499"), v1.has("4.2.808"))
    results = v1.get("/v1/messages/search")
    assert names(results["items"]) <= known(versions.MESSAGE, v1.version)
    assert names(list(results["chats"].values())) <= known(versions.CHAT, v1.version)
    assert results.keys() == {"items", "chats", "hasMore", "oldestCursor", "newestCursor"}


def test_pages_of_messages_have_cursors_from_4_2_808_on(v1: Old) -> None:
    cursors = {"oldestCursor", "newestCursor"} if v1.has("4.2.808") else set[str]()
    assert v1.get(MESSAGES).keys() == {"items", "hasMore"} | cursors
    assert v1.get("/v1/chats").keys() == {"items", "hasMore", "oldestCursor", "newestCursor"}


def test_the_default_number_of_participants(old: Old) -> None:
    if not old.has("4.1.294"):
        assert len(old.get("/v0/get-chat", chatID="124")["participants"]["items"]) == 20
        return
    expected = 100 if old.has("4.2.808") else 1200
    assert len(old.get("/v1/chats/124")["participants"]["items"]) == expected
    assert len(old.get("/v1/chats/124", maxParticipantCount=30)["participants"]["items"]) == 30


def test_query_names_of_newer_apps_are_ignored(v1: Old) -> None:
    size = 3 if v1.has("4.3.1") else 25
    assert len(v1.get("/v1/chats", limit=3)["items"]) == size
    assert len(v1.get("/v1/chats", nonsense="1", limit=3)["items"]) == size
    label = v1.get("/v1/chats/search", labelID="nothing has it")["items"]
    assert len(label) == (0 if v1.has("4.3.1") else 42)


def test_reminders_are_set_in_milliseconds_before_4_2_808(v1: Old) -> None:
    path = "/v1/chats/101/reminders"
    bodies = {"remindAtMs": 1924938000000}, {"remindAt": "2031-01-01T09:00:00.000Z"}
    accepted, rejected = reversed(bodies) if v1.has("4.2.808") else bodies
    assert v1.post(path, {"reminder": accepted}) is None
    reminder = v1.fake.world.chat("101")["reminder"]["remindAt"]
    assert reminder == ("2031-01-01T09:00:00.000Z" if v1.has("4.2.808") else "2030-12-31T09:00:00.000Z")
    body = v1.rejected("POST", path, 422, json={"reminder": rejected})
    missing = "remindAt" if v1.has("4.2.808") else "remindAtMs"
    assert body["details"]["issues"][0]["path"] == ["body", "reminder", missing]
    invalid_bodies: list[object] = [
        {},
        {"reminder": 5},
        {"reminder": {missing: []}},
        {"reminder": {missing: True}},
        [1],
    ]
    for invalid in invalid_bodies:
        v1.rejected("POST", path, 422, json=invalid)
    v1.rejected("POST", path, 400, content=b"{", headers={"content-type": "application/json"})
    v1.rejected(
        "POST", path, 422, content=b'{"reminder":{"remindAtMs":1e999}}', headers={"content-type": "application/json"}
    )
    assert v1.ok("DELETE", path) is None


def test_archiving_answers_nothing(v1: Old) -> None:
    assert v1.send("POST", "/v1/chats/102/archive", json={"archived": False}).status_code == 204


def test_between_4_2_509_and_4_2_557_actions_answered_success() -> None:
    with FakeBeeper(version="4.2.520") as fake, Old("4.2.808", fake) as wire:
        answer = wire.http.post("/v1/chats/102/archive")
        assert (answer.status_code, answer.json()) == (200, {"success": True})
        assert wire.http.delete("/v1/chats/102/reminders").json() == {"success": True}
        assert "network" not in wire.http.get("/v1/chats/102").json()
        assert "network" in wire.http.get("/v1/accounts").json()[0]


def _someone(v1: Old, words: str) -> Json:
    contact: Json = v1.get(f"/v1/accounts/{SIGNAL}/contacts", query=words)["items"][0]
    return contact


def test_creating_a_chat_answers_its_id_and_later_all_of_it(v1: Old) -> None:
    body = {"accountID": SIGNAL, "participantIDs": [_someone(v1, "+15550100008")["id"]], "type": "single"}
    made = v1.post("/v1/chats", body)
    if v1.has("4.2.808"):
        assert made.keys() > {"id", "chatID", "status", "participants"}
    else:
        assert made.keys() == {"chatID"}
    assert v1.get(f"/v1/chats/{enc(made['chatID'])}")["id"] == made["chatID"]
    v1.rejected("POST", "/v1/chats", 422, json={"accountID": SIGNAL})


def test_starting_a_chat_with_a_person(v1: Old) -> None:
    body = {"accountID": SIGNAL, "user": {"phoneNumber": "+15550100009"}}
    if v1.has("4.2.808"):
        assert v1.post("/v1/chats/start", body)["status"] == "existing"
        v1.rejected("POST", "/v1/chats", 422, json={"mode": "start", **body})
        return
    v1.rejected("POST", "/v1/chats/start", 404, json=body)
    if not v1.has("4.2.557"):
        v1.rejected("POST", "/v1/chats", 422, json={"mode": "start", **body})
        return
    started = v1.post("/v1/chats", {"mode": "start", **body})
    assert started.keys() == {"chatID", "status"}
    assert started["status"] == "existing"
    assert v1.get(f"/v1/chats/{enc(started['chatID'])}")["type"] == "single"
    ids = [_someone(v1, "+15550100009")["id"]]
    made = v1.post("/v1/chats", {"mode": "create", "accountID": SIGNAL, "participantIDs": ids, "type": "single"})
    assert made == {"chatID": started["chatID"]}
    invalid_bodies: list[object] = [
        {"mode": "start", "accountID": SIGNAL},
        {"mode": "join", **body},
        {"mode": [], **body},
    ]
    for invalid in invalid_bodies:
        v1.rejected("POST", "/v1/chats", 422, json=invalid)
    v1.rejected("POST", "/v1/chats", 404, json={"mode": "start", "accountID": SIGNAL, "user": {"username": "@no"}})
