"""Types are not converted: what a real server refuses is refused here. Unknown names are ignored, unless asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import BOB
from tests.testing.wire import Json, Wire, enc

CHAT = f"/v1/chats/{enc(BOB)}"


@pytest.fixture(scope="module")
def strict() -> Iterator[Wire]:
    with FakeBeeper(strict_requests=True) as fake, Wire(fake) as wire:
        yield wire


@pytest.mark.parametrize(
    ("method", "path", "body", "where"),
    [
        ("POST", f"{CHAT}/archive", {"archived": "yes"}, ["archived"]),
        ("POST", f"{CHAT}/archive", {"archived": 1}, ["archived"]),
        ("POST", f"{CHAT}/messages", {"text": 5}, ["text"]),
        ("POST", f"{CHAT}/messages", {"attachment": {"uploadID": "u", "duration": "2"}}, ["attachment", "duration"]),
        (
            "POST",
            f"{CHAT}/messages",
            {"attachment": {"uploadID": "u", "size": {"width": "1", "height": 2}}},
            ["attachment", "size", "width"],
        ),
        ("PATCH", CHAT, {"isMuted": "true"}, ["isMuted"]),
        ("PATCH", CHAT, {"messageExpirySeconds": "60"}, ["messageExpirySeconds"]),
        (
            "POST",
            f"{CHAT}/reminders",
            {"reminder": {"remindAt": "2100-01-01T00:00:00Z", "dismissOnIncomingMessage": "no"}},
            ["reminder", "dismissOnIncomingMessage"],
        ),
        ("POST", "/v1/chats", {"accountID": "signal", "type": "single", "participantIDs": "@a:b"}, ["participantIDs"]),
        (
            "POST",
            "/v1/chats",
            {"accountID": "signal", "type": "single", "participantIDs": ["@a:b", 7]},
            ["participantIDs", 1],
        ),
        ("POST", f"{CHAT}/archive", [], []),
    ],
)
def test_a_value_of_another_type_in_a_body_is_refused(
    shared: Wire, method: str, path: str, body: object, where: list[str | int]
) -> None:
    found = shared.rejected(method, path, 422, json=body)
    assert found["details"]["issues"][0]["path"] == ["body", *where]
    assert found["details"]["issues"][0]["code"] == "invalid_type"


@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("/v1/chats/search", {"unreadOnly": "yes"}),
        ("/v1/chats/search", {"unreadOnly": "1"}),
        ("/v1/messages/search", {"excludeLowPriority": "on"}),
        ("/v1/chats", {"limit": "5.0"}),
        ("/v1/chats", {"limit": " 5"}),
    ],
)
def test_a_value_of_another_type_in_a_query_is_refused(shared: Wire, path: str, params: Json) -> None:
    found = shared.rejected("GET", path, 422, params=params)
    assert found["details"]["issues"][0]["path"] == ["query", next(iter(params))]


def test_numbers_that_json_writes_in_two_ways_are_equal(wire: Wire) -> None:
    wire.ok("PATCH", CHAT, content=b'{"messageExpirySeconds": 86400.0}', headers={"content-type": "application/json"})
    assert wire.get(CHAT)["messageExpirySeconds"] == 86400


def test_null_is_refused_where_a_boolean_must_be(shared: Wire) -> None:
    shared.rejected("POST", f"{CHAT}/archive", 422, json={"archived": None})


def test_unknown_names_are_ignored_by_default(wire: Wire) -> None:
    wire.get("/v1/chats", acountIDs="signal", limit=3)
    wire.post(f"{CHAT}/messages", {"text": "hi", "txet": "ho"})


@pytest.mark.parametrize(
    ("method", "path", "options", "where"),
    [
        ("GET", "/v1/chats", {"params": {"acountIDs": "signal"}}, ["query"]),
        ("POST", f"{CHAT}/messages", {"json": {"text": "hi", "txet": "ho"}}, ["body"]),
        (
            "POST",
            f"{CHAT}/messages",
            {"json": {"attachment": {"uploadID": "u", "size": {"width": 1, "height": 2, "depth": 3}}}},
            ["body", "attachment", "size"],
        ),
        ("GET", "/v0/get-chat", {"params": {"chatID": BOB, "chatId": BOB}}, ["query"]),
    ],
)
def test_unknown_names_are_refused_where_a_test_wants_that(
    strict: Wire, method: str, path: str, options: Json, where: list[str]
) -> None:
    found = strict.send(method, path, **options)
    assert found.status_code == 422
    assert "Unrecognized" in found.text
    if path.startswith("/v1"):
        assert found.json()["details"]["issues"][0]["path"] == where


def test_every_name_of_the_api_is_known_to_a_strict_server(strict: Wire) -> None:
    strict.get("/v1/chats", accountIDs=["signal"], limit=3, direction="before")
    strict.post(f"{CHAT}/messages", {"text": "hi"})
    strict.ok("PATCH", CHAT, json={"isMuted": True, "draft": None})


@pytest.mark.parametrize("number", [b"NaN", b"1e999", b"-Infinity"])
def test_a_number_that_is_not_finite_is_refused(shared: Wire, number: bytes) -> None:
    reminder = b'{"chatID": "%s", "reminder": {"remindAtMs": %s}}' % (BOB.encode(), number)
    expiry = b'{"messageExpirySeconds": %s}' % number
    for method, path, body in (("POST", "/v0/set-chat-reminder", reminder), ("PATCH", CHAT, expiry)):
        shared.rejected(method, path, 422, content=body, headers={"content-type": "application/json"})


@pytest.mark.parametrize("moment", ["1700000000", "2036", "1700000000.5", "2036-01-01"])
def test_a_moment_is_not_read_from_other_forms(shared: Wire, moment: str) -> None:
    for path, name in (("/v1/messages/search", "dateAfter"), ("/v1/chats/search", "lastActivityBefore")):
        found = shared.rejected("GET", path, 422, params={name: moment})
        assert found["details"]["issues"][0]["path"] == ["query", name]
    body = {"reminder": {"remindAt": moment}}
    found = shared.rejected("POST", f"{CHAT}/reminders", 422, json=body)
    assert found["details"]["issues"][0]["path"] == ["body", "reminder", "remindAt"]
