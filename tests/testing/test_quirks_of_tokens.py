"""The quirks of tokens: what was good ends, what looked good for writing is not, and every route answers the same."""

from __future__ import annotations

import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import BOB
from tests.testing.wire import Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"
UNAUTHORIZED = {"message": "Unauthorized: Invalid or missing token", "code": "unauthorized"}


def test_a_token_works_once_and_then_never_again(wire: Wire) -> None:
    wire.fake.quirk("token_expires", 1)
    wire.get("/v1/accounts")
    assert wire.rejected("GET", "/v1/accounts", 401) == UNAUTHORIZED
    assert wire.rejected("GET", "/oauth/userinfo", 401) == UNAUTHORIZED
    assert wire.rejected("POST", MESSAGES, 401, json={"text": "never"}) == UNAUTHORIZED
    token = wire.fake.issue_token("read", "write")
    with Wire(wire.fake, token) as renewed:
        for _ in range(3):
            renewed.get("/v1/accounts")
        answers = [
            renewed.ok("POST", "/oauth/introspect", data={"token": secret}) for secret in (wire.fake.token, token)
        ]
    assert [answer["active"] for answer in answers] == [False, True]


def test_without_a_number_every_token_works_once(wire: Wire) -> None:
    wire.fake.quirk("token_expires")
    for _ in range(2):
        with Wire(wire.fake, wire.fake.issue_token("read")) as client:
            client.get("/v1/accounts")
            client.rejected("GET", "/v1/accounts", 401)
    with Wire(wire.fake, "beeper_fake_made_up") as stranger:
        stranger.rejected("GET", "/v1/accounts", 401)


def test_a_token_can_end_at_one_operation(wire: Wire) -> None:
    wire.fake.quirk("token_expires", operation="messages.send")
    for _ in range(2):
        wire.get("/v1/accounts")
    wire.rejected("POST", MESSAGES, 401, json={"text": "never"})
    assert "never" not in [row.get("text") for row in wire.fake.world.messages(BOB)]


def test_a_read_only_token_reads_and_every_route_says_so(wire: Wire) -> None:
    with wire.fake.quirk("read_only_token"):
        wire.get("/v1/accounts")
        lacking = {"message": "Forbidden: the token lacks the scope write", "code": "forbidden"}
        assert wire.rejected("POST", MESSAGES, 403, json={"text": "never"}) == lacking
        assert wire.get("/oauth/userinfo")["scope"] == "read"
        assert wire.ok("POST", "/oauth/introspect", data={"token": wire.fake.token})["scope"] == "read"
    assert wire.get("/oauth/userinfo")["scope"] == "read write"
    wire.post(MESSAGES, {"text": "now"})


def test_no_token_at_all_is_refused_before_its_scope_is(wire: Wire) -> None:
    with wire.fake.quirk("read_only_token", optional=True) as scopes, Wire(wire.fake, "") as anyone:
        anyone.rejected("POST", MESSAGES, 401, json={"text": "never"})
        assert scopes.hits == 0


def test_the_sdk_tells_a_refused_token_from_a_missing_scope(fake_beeper: FakeBeeper, beeper: Beeper) -> None:
    with fake_beeper.quirk("read_only_token"), pytest.raises(errors.PermissionDeniedError):
        beeper.messages.send(BOB, text="never")
    fake_beeper.quirk("token_expires", 1)
    with pytest.raises(errors.AuthenticationError):
        beeper.accounts.list()
    assert "never" not in [row.get("text") for row in fake_beeper.world.messages(BOB)]
