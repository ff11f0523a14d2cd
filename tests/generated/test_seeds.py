"""Five documents of the API, of different ages: what each shows is read as the version it shows.

`seeds/` holds their examples with every key, type and drift, and made-up people, ids and keys. The drifts are those of
the table "The five seeds side by side" of the facts.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from beeper_sdk_client import DecodeError, Request, StatusError, api, models
from tests.generated.contract import HERE, FakeResponse, answered, copied, model, operation, without

SEEDS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "seeds").glob("*.json"))
}
EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, seed in SEEDS.items()
    for number, example in enumerate(seed["examples"])
]
V0 = SEEDS["002_v0_http"]["examples"][0]
V1 = SEEDS["001_v1_http"]["examples"][0]
CALLS: dict[str, Request[Any]] = {"Chat": api.chats.retrieve("c"), "V0Chat": api.v0.get_chat(chat_id="c")}


def read(schema: str, data: Any, *, strict: bool = True) -> Any:
    """A chat as the answer of the call that gives it."""
    chat = answered(CALLS[schema], json.dumps(data), strict=strict)
    assert type(chat) is model(schema)
    assert chat.to_dict() == data
    return chat


def test_there_are_five() -> None:
    assert [name[:3] for name in SEEDS] == ["000", "001", "002", "003", "004"]


@pytest.mark.parametrize(("name", "data"), EXAMPLES)
def test_what_a_document_shows_is_read_as_its_version(name: str, data: Any) -> None:
    seed = SEEDS[name]
    chat = read(seed["schema"], data)
    assert chat.additional_properties == {}
    assert (chat.id, chat.type, chat.title) == ("!instagram_alice:local-instagram.localhost", "single", "Alice Example")
    assert chat.last_activity == datetime(2025, 8, 31, 19, 41, 41, tzinfo=UTC)
    assert [(person.username, person.is_self) for person in chat.participants.items] == [
        ("alice", False),
        ("bob", True),
    ]
    assert (chat.participants.total, chat.participants.has_more) == (2, False)


@pytest.mark.parametrize("name", SEEDS)
def test_the_route_of_a_document_is_ours(name: str) -> None:
    seed = SEEDS[name]
    request = CALLS[seed["schema"]].operation
    assert seed["request"] == f"{request.method} {request.template}"


def test_the_routes_of_the_overview_are_ours() -> None:
    for name, (method, path, _) in SEEDS["004_v1_python_overview"]["operations"].items():
        planned = operation(name)
        assert (planned.method, planned.path) == (method, path)


class TestDrifts:
    """Rows of the table in which the documents differ."""

    @pytest.mark.parametrize("key", [449706228480, "449706228480", None, 2**60])
    @pytest.mark.parametrize("schema", ["Chat", "V0Chat"])
    def test_the_sort_key_is_an_integer_a_string_or_null(self, schema: str, key: object) -> None:
        data = (V1 if schema == "Chat" else V0) | {"lastReadMessageSortKey": key}
        chat = read(schema, data, strict=key is not None or schema == "Chat")
        assert chat.last_read_message_sort_key == key
        assert type(chat.last_read_message_sort_key) is type(key)

    def test_the_documents_show_both_kinds_of_sort_key(self) -> None:
        shown = {name: type(seed["examples"][0]["lastReadMessageSortKey"]).__name__ for name, seed in SEEDS.items()}
        assert set(shown.values()) == {"int", "str"}
        assert shown["001_v1_http"] == "str"

    @pytest.mark.parametrize("absent", ["network", "title", "localChatID", "lastActivity", "lastReadMessageSortKey"])
    def test_what_some_versions_leave_out_reads_as_none(self, absent: str) -> None:
        chat = read("Chat", without(V1, absent))
        assert chat.to_dict().get(absent) is None

    @pytest.mark.parametrize("null", ["title", "localChatID", "network"])
    @pytest.mark.parametrize("schema", ["Chat", "V0Chat"])
    def test_what_some_versions_set_to_null_stays_null(self, schema: str, null: str) -> None:
        data = copied(V1 if schema == "Chat" else V0) | {null: None}
        read(schema, data, strict=False)

    def test_the_users_of_version_0_are_minimal_those_of_version_1_are_not(self) -> None:
        old, new = (read(schema, data).participants.items[0] for schema, data in (("V0Chat", V0), ("Chat", V1)))
        assert (old.email, old.phone_number, old.img_url) == (None, None, None)
        assert (new.email, new.phone_number, new.img_url) == ("email", "phoneNumber", "imgURL")

    def test_participants_of_newer_servers_are_users_with_more(self) -> None:
        data = copied(V1)
        data["participants"]["items"][0] |= {"isAdmin": True, "isPending": False}
        person = read("Chat", data).participants.items[0]
        assert isinstance(person, models.Participant)
        assert (person.is_admin, person.is_pending, person.is_network_bot) == (True, False, None)

    def test_a_type_that_the_earliest_versions_knew_is_kept(self) -> None:
        for kind in ("channel", "broadcast"):
            assert read("Chat", V1 | {"type": kind}).type == kind

    def test_fields_of_later_versions_are_read_from_version_1(self) -> None:
        data = V1 | {"isReadOnly": True, "draft": None, "reminder": None, "snooze": None, "messageExpirySeconds": None}
        assert read("Chat", data).is_read_only is True

    @pytest.mark.parametrize("name", ["chats.archive", "chats.reminders.create", "chats.reminders.delete"])
    def test_changes_answer_nothing_or_a_base_response(self, name: str) -> None:
        requests = {
            "chats.archive": api.chats.archive("c"),
            "chats.reminders.create": api.chats.reminders.create("c", reminder={"remind_at": "2026-12-24T18:00:00Z"}),
            "chats.reminders.delete": api.chats.reminders.delete("c"),
        }
        assert answered(requests[name], '{"success": true}', strict=True) is None
        assert requests[name].decode(FakeResponse(status=204), strict=True) is None
        for body in ("", "null", '{"success": false, "error": "x"}'):
            with pytest.raises(DecodeError):
                answered(requests[name], body, strict=True)

    def test_the_changes_of_version_0_say_whether_they_worked(self) -> None:
        done = answered(api.v0.archive_chat(chat_id="c"), '{"success": false, "error": "no such chat"}', strict=True)
        assert isinstance(done, models.V0BaseResponse)
        assert (done.success, done.error) == (False, "no such chat")

    def test_both_routes_take_the_same_number_of_participants(self) -> None:
        for count in (-1, 0, 20, 500):
            pair = ("maxParticipantCount", str(count))
            assert pair in api.chats.retrieve("c", max_participant_count=count).query
            assert pair in api.v0.get_chat(chat_id="c", max_participant_count=count).query
        assert api.chats.retrieve("c").query == ()  # whose default it is, 20, all or 100, depends on the app

    def test_where_the_chat_id_goes(self) -> None:
        assert api.v0.get_chat(chat_id="!a:b").query == (("chatID", "!a:b"),)
        assert api.chats.retrieve("!a:b").path == "/v1/chats/%21a%3Ab"

    def test_pages_come_with_cursors_null_cursors_and_for_messages_without(self) -> None:
        cursors: list[dict[str, str | None]] = [
            {"oldestCursor": "1", "newestCursor": "2"},
            {"oldestCursor": None, "newestCursor": None},
            {},
        ]
        for extra in cursors:
            data: dict[str, Any] = {"items": [], "hasMore": True, **extra}
            requests: list[Request[Any]] = [api.messages.list("c"), *([api.chats.list()] if extra else [])]
            for request in requests:
                page = answered(request, json.dumps(data), strict=True)
                assert (page.oldest_cursor, page.newest_cursor) == (
                    extra.get("oldestCursor"),
                    extra.get("newestCursor"),
                )
                assert page.to_dict() == data

    @pytest.mark.parametrize("answer", [{"chatID": "c"}, {"chatID": "c", "status": "created"}, V1 | {"chatID": "c"}])
    def test_a_created_chat_is_an_id_or_a_whole_chat(self, answer: Any) -> None:
        request = api.chats.create(account_id="a", participant_ids=["p"], type="single")
        created = answered(request, json.dumps(answer), strict=True)
        whole = "participants" in answer
        assert type(created) is (models.CreatedChat if whole else models.LegacyChatCreateResult)
        assert (created.chat_id, created.to_dict()) == ("c", answer)


class TestErrors:
    """The envelope of version 0, as its page lists it for seven statuses."""

    @pytest.mark.parametrize("status", SEEDS["002_v0_http"]["errors"])
    def test_it_is_read(self, status: str) -> None:
        data = SEEDS["002_v0_http"]["errors"][status]
        error = models.V0Error.from_dict(data)
        assert (error.error, error.code, error.details) == (data["error"], data["code"], {"hint": "made up"})
        assert error.to_dict() == data
        assert models.V0Error.from_dict({"error": "x"}).to_dict() == {"error": "x"}

    @pytest.mark.parametrize("status", SEEDS["002_v0_http"]["errors"])
    def test_its_statuses_are_those_of_the_contract(self, status: str) -> None:
        assert status in operation("v0.get_chat").raw["responses"]
        assert status in operation("chats.retrieve").raw["responses"]
        assert str(StatusError(int(status), "v0.get_chat")).endswith(f"status {status}")
