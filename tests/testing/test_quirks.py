"""Each quirk acts as its row of traps.md says, as many times as set, and not after it is switched off."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from beeper_sdk.testing import QUIRKS, FakeBeeper
from tests.testing.known_chats import BOB, group, message
from tests.testing.wire import Json, Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"


def test_every_quirk_says_what_it_does() -> None:
    assert list(QUIRKS) == sorted(QUIRKS)
    for name, quirk in QUIRKS.items():
        assert quirk.name == name
        assert quirk.about.endswith(".")
    wanted = {"stuck_has_more", "after_overlap", "participants_default", "asset_502", "conflict", "v0_errors"}
    assert wanted | {"redirect_elsewhere", "rate_limited", "server_error", "html_error", "cut_off"} <= QUIRKS.keys()


def test_an_unknown_quirk_is_an_error_that_suggests_similar_names() -> None:
    with pytest.raises(ValueError, match="there is no quirk 'ratelimited'; did you mean 'rate_limited'") as caught:
        FakeBeeper().quirk("ratelimited")
    assert str(caught.value).endswith("? To list all, run: python -m beeper_sdk quirks")
    with pytest.raises(ValueError, match="there is no quirk 'xyz'; none has a similar name"):
        FakeBeeper().quirk("xyz")


MISTAKES: dict[str, tuple[type[Exception], dict[str, Any], str]] = {
    "no times": (ValueError, {"times": 0}, "times must be an int of at least 1"),
    "times as text": (TypeError, {"times": "x"}, "times must be an int of at least 1, not str"),
    "an unknown operation": (ValueError, {"operation": "chats.lst"}, "did you mean 'chats.list'"),
    "no operation": (ValueError, {"operation": ""}, "operation must be the name of an operation"),
    "a number for an operation": (TypeError, {"operation": 3}, "operation must be a str, not int"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_wrong_argument_of_a_quirk_or_of_before_is_named(mistake: str) -> None:
    error, arguments, said = MISTAKES[mistake]
    with pytest.raises(error, match=said):
        FakeBeeper().quirk("server_error", **arguments)
    with pytest.raises(error, match=said):
        FakeBeeper().before(**{"operation": "chats.list", "act": len, **arguments})


def test_an_operation_of_a_quirk_may_be_named_by_its_operation_id(wire: Wire) -> None:
    wire.fake.quirk("server_error", operation="labels_list")
    assert wire.send("GET", "/v1/labels").status_code == 500
    assert wire.send("GET", "/v1/accounts").status_code == 200


def test_a_quirk_bites_as_often_as_asked(wire: Wire) -> None:
    wire.fake.quirk("server_error", times=2)
    assert [wire.send("GET", "/v1/accounts").status_code for _ in range(4)] == [500, 500, 200, 200]


def test_a_quirk_ends_with_its_block_or_when_switched_off(wire: Wire) -> None:
    with wire.fake.quirk("rate_limited"):
        assert wire.send("GET", "/v1/accounts").status_code == 429
    assert wire.send("GET", "/v1/accounts").status_code == 200
    handle = wire.fake.quirk("rate_limited", optional=True)
    handle.off()
    handle.off()
    assert wire.send("GET", "/v1/accounts").status_code == 200


def test_a_quirk_can_be_kept_to_one_operation(wire: Wire) -> None:
    wire.fake.quirk("server_error", times=1, operation="labels.list")
    assert wire.send("GET", "/v1/accounts").status_code == 200
    assert wire.send("GET", "/v1/labels").status_code == 500
    assert wire.send("GET", "/v1/labels").status_code == 200


def test_stuck_has_more_serves_the_oldest_again_under_falling_cursors(wire: Wire) -> None:
    wire.fake.quirk("stuck_has_more")
    oldest = [row["id"] for row in reversed(wire.fake.world.messages(BOB)[:20])]
    page = wire.get(MESSAGES)
    seen: list[tuple[int, list[str]]] = []
    for _ in range(40):
        page = wire.get(MESSAGES, cursor=page["oldestCursor"])
        assert page["hasMore"] is True
        seen.append((int(page["oldestCursor"].partition("|")[0]), [row["id"] for row in page["items"]]))
    numbers = [number for number, _ in seen]
    assert numbers == sorted(set(numbers), reverse=True)
    assert [ids for _, ids in seen[-3:]] == [oldest] * 3


def test_after_overlap_repeats_items_and_the_newest_cursor(wire: Wire) -> None:
    wire.fake.quirk("after_overlap")
    page = wire.get(MESSAGES)
    for _ in range(3):
        page = wire.get(MESSAGES, cursor=page["oldestCursor"])
    pages: list[Json] = []
    while not pages or page["newestCursor"] != pages[-1]["newestCursor"]:
        pages.append(page)
        page = wire.get(MESSAGES, cursor=page["newestCursor"], direction="after")
    ids = [row["id"] for overlapping in pages for row in overlapping["items"]]
    assert len(set(ids)) < len(ids)
    assert page["hasMore"] is True
    assert page["items"]
    assert pages[-1]["items"][0]["id"] == wire.fake.world.messages(BOB)[-1]["id"]


def test_participants_default_is_twenty(wire: Wire) -> None:
    with wire.fake.quirk("participants_default"):
        assert len(wire.get("/v1/chats/124")["participants"]["items"]) == 20
        assert len(wire.get("/v1/chats/124", maxParticipantCount=30)["participants"]["items"]) == 30
    assert len(wire.get("/v1/chats/124")["participants"]["items"]) == 100


def test_asset_502_is_for_served_media_alone(wire: Wire) -> None:
    wire.fake.quirk("asset_502")
    messages = wire.fake.world.messages(BOB)
    url = next(row["attachments"][0]["id"] for row in messages if "attachments" in row)
    assert wire.rejected("GET", "/v1/assets/serve", 502, params={"url": url})["code"] == "bad_gateway"
    assert wire.send("GET", "/v1/accounts").status_code == 200


def test_conflict_bites_writes_before_anything_happens(wire: Wire) -> None:
    wire.fake.quirk("conflict", 1)
    wire.get(MESSAGES)
    assert wire.rejected("POST", MESSAGES, 409, json={"text": "never"})["code"] == "conflict"
    assert wire.get(MESSAGES)["items"][0].get("text") != "never"
    wire.post(MESSAGES, {"text": "now"})


def test_older_error_envelopes(wire: Wire) -> None:
    with wire.fake.quirk("v0_errors"):
        assert wire.http.get("/v1/chats/nobody").json() == {"error": "Chat not found", "code": "not_found"}
        details = wire.http.get("/v1/chats?limit=0").json()["details"]
        assert details == {"query.limit": "Input should be greater than or equal to 1"}
    with wire.fake.quirk("wip_errors"):
        error = wire.http.get("/v1/chats/nobody").json()["error"]
        assert error == {"code": "not_found", "message": "Chat not found", "type": "invalid_request_error"}


def test_a_redirect_elsewhere_shows_who_follows_it(wire: Wire) -> None:
    wire.fake.quirk("redirect_elsewhere")
    answer = wire.http.get("/v1/chats", params={"limit": 3})
    assert answer.status_code == 307
    assert answer.headers["location"] == f"http://localhost:{httpx.URL(wire.fake.url).port}/v1/chats?limit=3"
    followed = wire.http.get("/v1/accounts", follow_redirects=True)
    assert followed.status_code == 401
    assert [(request.host.partition(":")[0], request.has_token) for request in wire.fake.requests[-2:]] == [
        ("127.0.0.1", True),
        ("localhost", False),
    ]


def test_faults_around_a_beeper(wire: Wire) -> None:
    fake, http = wire.fake, wire.http
    fake.quirk("html_error", 1)
    page = http.get("/v1/accounts")
    assert (page.status_code, page.headers["content-type"]) == (502, "text/html; charset=utf-8")
    assert "<title>502 Bad Gateway</title>" in page.text
    fake.quirk("not_json", 1)
    not_json = http.get("/v1/accounts")
    assert (not_json.status_code, not_json.headers["content-type"], not_json.text) == (
        200,
        "application/json",
        "done: GET",
    )
    fake.quirk("odd_status", 1)
    assert http.get("/v1/accounts").status_code == 520
    whole = http.get("/v1/accounts").content
    fake.quirk("cut_off", 1)
    assert http.get("/v1/accounts").content == whole[: len(whole) // 2]
    fake.quirk("hang_up", 1)
    with pytest.raises(httpx.RemoteProtocolError):
        http.get("/v1/accounts")
    fake.quirk("rate_limited", 1)
    assert http.get("/v1/accounts").headers["retry-after"] == "1"
    assert http.get("/v1/accounts").content == whole


def test_no_is_self_takes_the_mark_off_everybody(wire: Wire) -> None:
    wire.fake.quirk("no_is_self")
    for path in ("/v1/accounts", "/v1/chats", "/v1/chats/100"):
        assert '"isSelf"' not in wire.send("GET", path).text


def test_legacy_pages_are_walked_by_sort_key(wire: Wire) -> None:
    wire.fake.quirk("legacy_pages")
    chat_id = group(wire.fake)["id"]
    path = f"/v1/chats/{enc(chat_id)}/messages"
    page = wire.http.get(path).json()
    assert page.keys() == {"items", "hasMore"}
    ids = [row["id"] for row in page["items"]]
    while page["hasMore"]:
        page = wire.http.get(path, params={"cursor": page["items"][-1]["sortKey"]}).json()
        ids += [row["id"] for row in page["items"]]
    assert ids == [row["id"] for row in reversed(wire.fake.world.messages(chat_id))]
    assert "oldestCursor" in wire.get("/v1/chats")


def test_success_bodies_in_place_of_204(wire: Wire) -> None:
    wire.fake.quirk("success_body")
    answer = wire.http.post("/v1/chats/100/archive")
    assert (answer.status_code, answer.json()) == (200, {"success": True})
    row = message(wire.fake, BOB)
    assert wire.http.delete(f"{MESSAGES}/{row['id']}").json() == {"success": True}
    assert wire.get("/v1/chats/100")["isArchived"] is True


def test_quirks_add_up(wire: Wire) -> None:
    with wire.fake.quirk("v0_errors"), wire.fake.quirk("cut_off", 1, operation="chats.list"):
        assert "error" in wire.http.get("/v1/chats/nobody").json()
        with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
            wire.http.get("/v1/chats").json()


def test_frozen_accepts_a_request_and_never_responds(wire: Wire) -> None:
    with wire.fake.quirk("frozen"), pytest.raises(httpx.ReadTimeout):
        httpx.get(f"{wire.fake.url}/v1/info", timeout=0.1, trust_env=False)
    assert [(request.operation, request.status) for request in wire.fake.requests] == [("info.retrieve", None)]
    assert httpx.get(f"{wire.fake.url}/v1/info", trust_env=False).status_code == 200


def test_ipv6_only_listens_on_one_address_at_a_time() -> None:
    with FakeBeeper() as fake:
        ipv4 = fake.url
        with fake.quirk("ipv6_only"):
            assert fake.url == ipv4.replace("127.0.0.1", "[::1]")
            assert httpx.get(f"{fake.url}/v1/info", trust_env=False).status_code == 200
            with pytest.raises(httpx.ConnectError):
                httpx.get(f"{ipv4}/v1/info", trust_env=False)
        assert fake.url == ipv4
        assert httpx.get(f"{ipv4}/v1/info", trust_env=False).status_code == 200
