"""Bad arguments are errors that name the argument and what it takes, before anything is sent; good ones arrive."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

import pytest

from beeper_sdk_client import UNSET, Request, api
from beeper_sdk_client._client import to_http
from tests.generated.calls import error_message, sent
from tests.generated.contract import function

OUT_OF_RANGE: list[tuple[str, dict[str, Any], str]] = [
    ("chats.list", {"limit": 0}, "limit must be an int from 1 to 200"),
    ("chats.list", {"limit": 201}, "limit must be an int from 1 to 200"),
    ("accounts.contacts.list", {"account_id": "a", "limit": 201}, "limit must be an int from 1 to 200"),
    ("messages.search", {"limit": 0}, "limit must be an int greater than 0 and at most 20"),
    ("messages.search", {"limit": 21}, "limit must be an int greater than 0 and at most 20"),
    (
        "chats.retrieve",
        {"chat_id": "c", "max_participant_count": -2},
        "max_participant_count must be an int from -1 to 500",
    ),
    (
        "chats.retrieve",
        {"chat_id": "c", "max_participant_count": 501},
        "max_participant_count must be an int from -1 to 500",
    ),
    (
        "chats.update",
        {"chat_id": "c", "message_expiry_seconds": -1},
        "message_expiry_seconds must be an int of at least 0",
    ),
    ("chats.search", {"query": ""}, "query must have at least 1 character"),
    ("assets.upload_base64", {"content": ""}, "content must have at least 1 character"),
    (
        "chats.create",
        {"account_id": "a", "type": "single", "participant_ids": []},
        "participant_ids must have at least 1 item",
    ),
]


@pytest.mark.parametrize(
    ("name", "arguments", "said"), OUT_OF_RANGE, ids=[f"{name}: {said}" for name, _, said in OUT_OF_RANGE]
)
def test_a_value_out_of_its_range(name: str, arguments: dict[str, Any], said: str) -> None:
    assert error_message(function(name), **arguments) == said


@pytest.mark.parametrize(
    ("low", "high"), [("chats.list", 200), ("messages.search", 20), ("accounts.contacts.list", 200)]
)
def test_the_ends_of_a_range_are_in_it(low: str, high: int) -> None:
    given = {"account_id": "a"} if low.startswith("accounts") else {}
    for limit in (1, high):
        assert ("limit", str(limit)) in function(low)(**given, limit=limit).query


WRONG_TYPES: list[tuple[str, dict[str, Any], str]] = [
    ("chats.list", {"limit": "20"}, "limit must be an int from 1 to 200, not str"),
    ("chats.list", {"limit": True}, "limit must be an int from 1 to 200, not bool"),
    ("chats.list", {"limit": 1.5}, "limit must be an int from 1 to 200, not float"),
    ("chats.list", {"cursor": 5}, "cursor must be a str, not int"),
    ("chats.list", {"direction": True}, "direction must be 'after' or 'before', not bool"),
    ("chats.list", {"account_ids": "abc"}, "account_ids must be a list, not str"),
    ("chats.list", {"account_ids": b"abc"}, "account_ids must be a list, not bytes"),
    ("chats.list", {"account_ids": 7}, "account_ids must be a list, not int"),
    ("chats.list", {"account_ids": ["a", 7]}, "account_ids[1] must be a str, not int"),
    ("chats.list", {"account_ids": ["a", None]}, "account_ids[1] must not be None"),
    ("chats.search", {"unread_only": 1}, "unread_only must be True or False, not int"),
    ("chats.search", {"unread_only": "true"}, "unread_only must be True or False, not str"),
    ("chats.search", {"query": b"x"}, "query must be a str, not bytes"),
    ("messages.send", {"chat_id": "c", "text": 5}, "text must be a str, not int"),
    (
        "messages.send",
        {"chat_id": "c", "attachment": "photo"},
        "attachment must be a MessageAttachmentInput or a mapping with upload_id, not str; pass attachment={'upload_id': ...}",  # noqa: E501
    ),
    (
        "chats.reminders.create",
        {"chat_id": "c", "reminder": None},
        "reminder must be a ReminderInput or a mapping with remind_at, not NoneType; pass reminder={'remind_at': ...}",
    ),
    ("matrix.create_room", {"body": [1]}, "body must be a mapping, not list"),
    (
        "chats.create",
        {"account_id": None, "participant_ids": ["p"], "type": "single"},
        "account_id is required and must not be None",
    ),
]


@pytest.mark.parametrize(
    ("name", "arguments", "said"), WRONG_TYPES, ids=[f"{name}: {said}" for name, _, said in WRONG_TYPES]
)
def test_a_value_of_another_type(name: str, arguments: dict[str, Any], said: str) -> None:
    assert error_message(function(name), error=TypeError, **arguments) == said


def test_a_required_argument_that_is_none_is_not_left_out_silently() -> None:
    assert error_message(function("search"), query=None, error=TypeError) == "query is required and must not be None"
    assert (
        error_message(function("oauth.introspect"), token=None, error=TypeError)
        == "token is required and must not be None"
    )
    assert (
        error_message(function("matrix.create_room"), body=None, error=TypeError)
        == "body is required and must not be None"
    )


def test_a_number_that_json_cannot_hold_is_refused() -> None:
    call = function("v0.set_chat_reminder")
    for bad in (float("nan"), float("inf")):
        assert "remind_at_ms" in error_message(call, chat_id="c", reminder={"remind_at_ms": bad})


def test_an_unknown_keyword_is_an_error() -> None:
    assert "unexpected keyword argument 'account_id'" in error_message(
        function("chats.list"), account_id="a", error=TypeError
    )


def test_parents_of_an_id_cannot_be_positional() -> None:
    assert "positional argument" in error_message(function("messages.retrieve"), "m", "c", error=TypeError)


def test_a_constant_has_one_value() -> None:
    register: dict[str, Any] = {"setup_request_id": "s", "lead_token": "t", "username": "alice"}
    assert error_message(function("app.setup.register"), **register, accept_terms=False) == "accept_terms must be True"
    assert error_message(function("app.setup.register"), **register, accept_terms=1) == "accept_terms must be True"
    token = error_message(function("oauth.token"), code="c", code_verifier="v", grant_type="password")
    assert token == "grant_type must be 'authorization_code'"


class TestUnset:
    """PATCH: leaving an argument out changes nothing, None clears."""

    def test_nothing_given_is_an_error(self) -> None:
        nothing: dict[str, Any] = {"title": UNSET, "draft": UNSET, "message_expiry_seconds": UNSET, "is_muted": None}
        for given in ({}, nothing):
            said = error_message(function("chats.update"), "c", **given)
            assert said.startswith("title, description, img_url, draft, is_archived, ")
            assert said.endswith(" or message_expiry_seconds is required")

    def test_none_is_an_explicit_null(self) -> None:
        body = sent(api.chats.update("c", title=None, draft=None, message_expiry_seconds=None))
        assert body == {"title": None, "draft": None, "messageExpirySeconds": None}

    def test_none_leaves_out_what_cannot_be_null(self) -> None:
        assert sent(api.chats.update("c", is_muted=None, is_pinned=False)) == {"isPinned": False}
        assert sent(api.messages.send("c", text="x", reply_to_message_id=None)) == {"text": "x"}

    def test_a_wrong_type_is_still_named(self) -> None:
        assert error_message(function("chats.update"), "c", title=5, error=TypeError) == "title must be a str, not int"

    def test_unset_is_false_and_shows_its_name(self) -> None:
        assert not UNSET
        assert repr(UNSET) == "UNSET"


class TestQueries:
    def test_booleans_are_lower_case(self) -> None:
        query = api.chats.search(unread_only=True, include_muted=False).query
        assert query == (("includeMuted", "false"), ("unreadOnly", "true"))

    def test_lists_repeat_their_key_in_order(self) -> None:
        request = api.chats.list(account_ids=("b", "a,c", "b"))
        assert request.query == (("accountIDs", "b"), ("accountIDs", "a,c"), ("accountIDs", "b"))
        assert to_http("http://x", "t", request).url.query == b"accountIDs=b&accountIDs=a%2Cc&accountIDs=b"

    def test_an_empty_list_sends_nothing(self) -> None:
        assert api.chats.list(account_ids=[]).query == ()

    def test_any_collection_of_strings_is_a_list(self) -> None:
        given = {"a": 1, "b": 2}
        for ids in (["a", "b"], ("a", "b"), given, given.keys(), deque("ab")):
            assert api.chats.list(account_ids=ids).query == (("accountIDs", "a"), ("accountIDs", "b"))
        assert api.chats.list(account_ids={"a"}).query == api.chats.list(account_ids=frozenset("a")).query

    def test_an_iterator_is_an_error_because_it_may_be_empty(self) -> None:
        assert error_message(function("chats.list"), account_ids=iter(["a"]), error=TypeError) == (
            "account_ids must be a list, not list_iterator"
        )

    def test_text_that_cannot_be_encoded_is_refused_without_showing_it(self) -> None:
        said = error_message(function("chats.search"), query="c4n4ry\ud800")
        assert said == "query must be valid Unicode: it contains a lone surrogate"

    def test_an_unknown_enum_value_is_an_error_that_lists_the_known_ones(self) -> None:
        assert error_message(function("chats.list"), direction="sideways") == (
            "direction must be 'after' or 'before'; for a value that only a newer app accepts, use beeper.request()"
        )


def test_a_lone_surrogate_in_a_text_is_sendable() -> None:
    assert to_http("http://x", "t", api.messages.send("c", text="a\ud800")).read() == b'{"text":"a\\ud800"}'


def test_no_error_shows_a_text_or_an_id() -> None:
    calls: list[Callable[[], Request[Any]]] = [
        lambda: api.messages.search(limit="c4n4ry"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        lambda: api.messages.search(date_after="c4n4ry"),
        lambda: api.bridges.retrieve("c4n4ry/"),
        lambda: api.messages.send("c", attachment="c4n4ry"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        lambda: api.messages.send("c", attachment={"upload_id": ["c4n4ry"]}),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        lambda: api.assets.upload(file=5),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ]
    for call in calls:
        with pytest.raises((TypeError, ValueError)) as caught:
            call()
        assert "c4n4ry" not in str(caught.value)


def test_a_page_can_be_asked_for_with_other_pairs() -> None:
    request = api.chats.list(account_ids=["a"], cursor="1").with_query(cursor="2", direction="before")
    assert request.query == (("accountIDs", "a"), ("cursor", "2"), ("direction", "before"))
