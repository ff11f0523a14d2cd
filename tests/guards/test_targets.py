"""What a write is about, read from the request alone; what cannot be read is not guessed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import WritePolicy, api, errors
from beeper_sdk._core.calls.raw_request import adhoc
from beeper_sdk._core.generated import AnyRequest, contract, operation_metadata
from beeper_sdk.guards._targets import is_write, text, write_targets
from tests.generated.contract import HARD_ID

IDS = st.text(min_size=1).filter(lambda value: value.isprintable() and value.strip(" .") != "")


def made(template: str, path: str, body: Any = None, query: contract.Pairs = ()) -> AnyRequest:
    """A request as no function of the API makes it."""
    like = api.messages.send("!a", text="x").operation
    operation = contract.Operation(like.name, "POST", template, "once", "required", like.decoder)
    return contract.Request(operation, path, query=query, body=body)


@given(IDS, IDS)
def test_ids_in_a_path_are_those_that_were_given(chat_id: str, message_id: str) -> None:
    targets = write_targets(api.messages.update(message_id, chat_id=chat_id, text="x"))
    assert (targets.chats, targets.accounts, targets.has_chat, targets.readable) == (
        frozenset({chat_id}),
        frozenset(),
        True,
        True,
    )


NAMES: list[tuple[AnyRequest, set[str], set[str]]] = [
    (api.chats.create(account_id="wa", participant_ids=["@a"], type="single"), set(), {"wa"}),
    (api.chats.start(account_id="wa", user={"id": "@a"}), set(), {"wa"}),
    (api.focus(), set(), set()),
    (api.focus(chat_id=HARD_ID), {HARD_ID}, set()),
    (api.v0.send_message(chat_id=HARD_ID, text="x"), {HARD_ID}, set()),
    (api.matrix.leave_room(HARD_ID), {HARD_ID}, set()),
    (api.matrix.join_room("#all:example.org"), {"#all:example.org"}, set()),
    (api.matrix.set_room_account_data("t", user_id="@me", room_id=HARD_ID, body={}), {HARD_ID}, set()),
    (api.bridges.login_sessions.create("wa", flow_id="qr", account_id="acc"), set(), {"acc"}),
    (api.assets.upload(file=b"x"), set(), set()),
]


@pytest.mark.parametrize(("asked", "chats", "accounts"), NAMES)
def test_chats_and_accounts_are_found_wherever_the_api_has_them(
    asked: AnyRequest, chats: set[str], accounts: set[str]
) -> None:
    targets = write_targets(asked)
    assert (set(targets.chats), set(targets.accounts)) == (chats, accounts)
    assert (targets.has_chat, targets.has_account, targets.readable) == (bool(chats), bool(accounts), True)


@pytest.mark.parametrize(
    "body", [{"chatID": "!x"}, {"room_id": "!x", "deep": [{"accountID": "wa"}]}, {"roomIds": ["!x"]}]
)
def test_a_free_form_body_counts_against_a_write_and_never_for_it(body: dict[str, Any]) -> None:
    targets = write_targets(api.matrix.create_room(body=body))
    assert targets.chats == {"!x"}
    assert not targets.has_chat
    assert not targets.has_account


def test_ids_deep_in_a_body_or_beside_the_one_in_the_path_are_seen_too() -> None:
    body = contract.JsonBody(
        {"targetChatID": "!b", "items": [{"sub": {"chatIDs": ["!c", "!d"]}}], "accountIDs": ("e",)}
    )
    targets = write_targets(made("/v1/chats/{chatID}/move", "/v1/chats/!a/move", body, (("mergedIntoChatID", "!q"),)))
    assert targets.chats == {"!a", "!b", "!c", "!d", "!q"}
    assert targets.accounts == {"e"}
    assert not write_targets(made("/v1/move", "/v1/move", contract.JsonBody([{"chatID": "!a"}]))).has_chat
    assert not write_targets(made("/v1/move", "/v1/move", contract.JsonBody({"deep": {"chatID": "!a"}}))).has_chat
    assert write_targets(made("/v1/move", "/v1/move", contract.FormBody((("chatID", "!a"),)))).chats == {"!a"}
    assert write_targets(made("/v1/move", "/v1/move", contract.MultipartBody({}, (("chatID", "!a"),)))).chats == {"!a"}


@pytest.mark.parametrize(
    "unclear",
    [
        made("/v1/chats/{chatID}", "/v1/chats/!a/messages"),
        made("/v1/chats/{chatID}", "/v1/chat/!a"),
        made("/v1/chats/{chatID}", "/v1/chats/!a?chatID=!b"),
        made("/v1/chats/{chatID}", "/v1/chats/!a#b"),
        made("/v1/chats/{chatID}", "/v1/chats/%ff"),
        made("/v1/chats/{chatID}", "/v1/chats/!a", contract.JsonBody({"chatID": 7})),
        made("/v1/chats/{chatID}", "/v1/chats/!a", contract.JsonBody({"chatIDs": ["!a", {"id": "!b"}]})),
        made("/v1/chats/x{chatID}", "/v1/chats/x!a"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(unclear: AnyRequest) -> None:
    assert not write_targets(unclear).readable
    with pytest.raises(errors.PolicyRefused, match="cannot determine the target"):
        WritePolicy(chats=["!a", "!b", *write_targets(unclear).chats]).check(unclear)
    with pytest.raises(errors.PolicyRefused, match="cannot determine the target"):
        WritePolicy(operations=["messages.send"]).check(unclear)


def test_what_names_two_chats_or_accounts_needs_both_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    known = operation_metadata()["messages.send"]

    def spec_operation(_: AnyRequest) -> object:  # as if the spec had this one
        return known

    monkeypatch.setattr("beeper_sdk.guards._rules.spec_operation", spec_operation)
    body = contract.JsonBody({"targetChatID": "!b", "accountID": "wa", "more": {"accountID": "sig"}})
    both = made("/v1/chats/{chatID}/move", "/v1/chats/!a/move", body)
    WritePolicy(chats=["!a", "!b"]).check(both)
    for allowed in (["!a"], ["!b"]):
        with pytest.raises(errors.PolicyRefused, match="does not allow this chat"):
            WritePolicy(chats=allowed).check(both)
    alone = made("/v1/move", "/v1/move", contract.JsonBody({"accountID": "wa", "more": {"accountID": "sig"}}))
    WritePolicy(accounts=["wa", "sig"]).check(alone)
    for account in ("wa", "sig"):
        with pytest.raises(errors.PolicyRefused, match="does not allow this account"):
            WritePolicy(accounts=[account]).check(alone)


@pytest.mark.parametrize(
    ("asked", "writes"),
    [
        (api.chats.list(), False),
        (api.assets.download(url="mxc://x/y"), False),
        (api.messages.send("!a", text="x"), True),
        (adhoc("GET", "/v1/brand-new", None, None, "read"), False),
        (adhoc("GET", "/v1/brand-new", None, None, "once"), True),
        (adhoc("GET", "/v1/brand-new", None, None, "idempotent"), True),
        (adhoc("POST", "/v1/brand-new", None, None, "read"), True),
    ],
)
def test_what_reads_is_told_by_the_contract_or_by_its_method_not_by_what_it_says(
    asked: AnyRequest, writes: bool
) -> None:
    assert is_write(asked) is writes


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (api.messages.send("!a", text="hi"), "hi"),
        (api.chats.create(account_id="wa", participant_ids=["@a"], type="single", message_text="hi"), "hi"),
        (api.focus(chat_id="!a", draft_text="hi"), "hi"),
        (api.chats.update("!a", draft={"text": "hi"}), "hi"),
        (api.v0.send_message(chat_id="!a", text="hi"), "hi"),
        (api.chats.archive("!a"), None),
    ],
)
def test_the_text_that_people_will_read_is_found(asked: AnyRequest, expected: str | None) -> None:
    assert text(asked) == expected
