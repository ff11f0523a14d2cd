"""Rules and quirks beside each other: which applies, how often it did, and the error for one that never did."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import BOB
from tests.testing.wire import Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"


def _statuses(wire: Wire, count: int, path: str = "/v1/labels") -> list[int]:
    return [wire.http.get(path).status_code for _ in range(count)]


def test_rules_of_one_operation_apply_in_the_order_they_were_added(wire: Wire) -> None:
    first = wire.fake.fail("labels.list", status=503, times=2)
    second = wire.fake.fail("labels.list", status=500, times=1)
    third = wire.fake.fail(status=404, after=1, times=1)
    assert _statuses(wire, 5) == [503, 503, 500, 404, 200]
    assert (first.hits, second.hits, third.hits) == (2, 1, 1)


def test_a_rule_counts_requests_for_after_that_an_earlier_rule_handled(wire: Wire) -> None:
    wire.fake.fail("labels.list", status=503, times=1)
    wire.fake.fail("labels.list", status=500, after=2, times=1)
    assert _statuses(wire, 4) == [503, 200, 500, 200]


def test_two_quirks_of_one_name_add_up(wire: Wire) -> None:
    accounts = wire.fake.quirk("server_error", 1, operation="accounts.list")
    labels = wire.fake.quirk("server_error", 2, operation="labels.list")
    again = wire.fake.quirk("server_error", 1, operation="labels.list")
    assert _statuses(wire, 4) == [500, 500, 500, 200]
    assert _statuses(wire, 2, "/v1/accounts") == [500, 200]
    assert (accounts.hits, labels.hits, again.hits) == (1, 2, 1)


def test_switching_one_quirk_off_leaves_another_of_the_same_name_on(wire: Wire) -> None:
    with wire.fake.quirk("conflict", operation="messages.send"):
        with wire.fake.quirk("conflict", operation="chats.archive"):
            wire.rejected("POST", "/v1/chats/100/archive", 409)
        wire.post("/v1/chats/100/archive")
        wire.rejected("POST", MESSAGES, 409, json={"text": "never"})


def test_a_rule_comes_before_a_quirk_and_a_quirk_changes_what_a_rule_lets_through(wire: Wire) -> None:
    wire.fake.quirk("rate_limited", times=1)
    wire.fake.fail("labels.list", status=503, times=1)
    assert _statuses(wire, 3) == [503, 429, 200]
    quirk, rule = wire.fake.quirk("no_is_self", times=1), wire.fake.fail("accounts.list", delay=0.01, times=1)
    assert "isSelf" not in wire.http.get("/v1/accounts").text
    assert (quirk.hits, rule.hits) == (1, 1)


def test_a_quirk_that_changes_query_and_response_counts_once(wire: Wire) -> None:
    quirk = wire.fake.quirk("stale_filters", times=1)
    wire.get("/v1/chats/search", inbox="primary", unreadOnly="true", includeMuted="false")
    assert quirk.hits == 1


def test_hits_are_counted_in_requests(wire: Wire) -> None:
    with wire.fake.quirk("no_is_self") as quirk:
        wire.get("/v1/accounts")
        wire.get("/v1/labels")
        wire.get("/v1/chats")
    assert quirk.hits == 2
    assert repr(quirk) == "<RuleHandle no_is_self, 2 hits>"


def test_ipv6_only_counts_the_requests_it_received() -> None:
    with FakeBeeper() as fake, fake.quirk("ipv6_only") as quirk, Wire(fake) as wire:
        wire.get("/v1/labels")
        assert quirk.hits == 1


def test_a_rule_that_never_applied_fails_at_the_end_of_its_block(wire: Wire) -> None:
    def test() -> None:
        with wire.fake.fail("messages.send", status=503, after=1, chat=BOB):
            wire.get("/v1/labels")
            wire.post(MESSAGES, {"text": "first"})
            wire.post("/v1/chats/101/messages", {"text": "other"})

    with pytest.raises(AssertionError) as caught:
        test()
    assert str(caught.value) == (
        "fail(status=503) of messages.send never applied; requests let pass by after=1: 1; "
        "requests for another chat, or for none: 1; received while it was on: messages.send (2), labels.list (1)\n"
        "Remove a rule that is not needed, or pass optional=True if it need not apply."
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"performed": True, "status": 500}, "requests rejected by the server: 1"),
        ({"cut_after": 9999}, "requests answered with at most 9999 bytes: 1"),
        ({"probability": 1e-9, "status": 500}, "requests spared by chance: 1"),
        ({"status": 404}, "requests handled by an earlier rule: 1"),
    ],
)
def test_an_unused_rule_says_why_it_did_not_apply(wire: Wire, arguments: dict[str, Any], reason: str) -> None:
    if "status" in arguments and len(arguments) == 1:
        wire.fake.fail("chats.retrieve", status=410)
    with pytest.raises(AssertionError, match=reason), wire.fake.fail("chats.retrieve", **arguments):
        wire.http.get("/v1/chats/nobody")


def test_unused_rules_fail_at_the_end_of_the_block_of_the_server() -> None:
    def test() -> None:
        with FakeBeeper() as fake:
            fake.quirk("conflict")
            fake.fail("labels.list", hang=True).off()
            fake.fail("chats.list", optional=True)
            fake.quirk("no_is_self", optional=True)

    with pytest.raises(AssertionError) as caught:
        test()
    assert [line.partition(" never")[0] for line in str(caught.value).splitlines()[:-1]] == [
        "conflict",
        "fail(hang=True) of labels.list",
    ]
    assert "conflict never applied (Writes fail with 409); received while it was on: no request" in str(caught.value)


def test_an_unused_rule_hides_no_other_failure() -> None:
    def test() -> None:
        with FakeBeeper() as fake, fake.quirk("conflict"):
            fake.fail("labels.list")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        test()


def test_stopping_and_resetting_assert_nothing() -> None:
    fake = FakeBeeper().start()
    fake.quirk("conflict")
    fake.reset()
    fake.assert_rules_used()
    fake.fail()
    fake.stop()
    with pytest.raises(AssertionError, match=r"fail\(status=500\) never applied"):
        fake.assert_rules_used()


def test_our_client_meets_a_rule_and_a_quirk_in_turn(fake_beeper: FakeBeeper, beeper: Beeper) -> None:
    fake_beeper.quirk("conflict", 1)
    fake_beeper.fail("messages.send", status=403, times=1)
    with pytest.raises(errors.PermissionDeniedError):
        beeper.messages.send(BOB, text="never")
    with pytest.raises(errors.ConflictError):
        beeper.messages.send(BOB, text="never")
    beeper.messages.send(BOB, text="now")


def test_rules_that_a_reset_removed_are_not_missed_later(fake_beeper: FakeBeeper) -> None:
    with fake_beeper.quirk("no_is_self"):
        fake_beeper.reset()
    fake_beeper.assert_rules_used()
