"""How a description of a server is compared with what the SDK knows: what differs, and that nothing breaks it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk._cli.doctor import openapi_document
from beeper_sdk._cli.doctor.spec_drift import Drift, compare, operations
from tests.cli.doctor.helpers import SECRET, Json, document
from tests.sweeps import examples

TODAY = (4, 3, 73)


def reported(drift: Drift) -> dict[str, set[str]]:
    """All that differs."""
    differences = {f"{kind} {side}": names for kind, difference in drift.kinds() for side, names in
                   (("missing", difference.missing), ("extra", difference.extra))}  # fmt: skip
    return {name: names for name, names in differences.items() if names}


def schema(description: Json, name: str) -> Json:
    definition: Json = description["components"]["schemas"][name]
    return definition


def test_our_own_description_does_not_differ() -> None:
    drift = compare(document(), TODAY)
    assert reported(drift) == {}
    assert drift.none
    assert drift.compared == len(operations()) == 93
    assert drift.complete


def test_operations_are_matched_by_method_and_path_whatever_their_parameters_are_called() -> None:
    description = document()
    description["paths"] = {re.sub(r"\{\w+\}", "{x}", path): item for path, item in description["paths"].items()}
    assert not compare(description, TODAY).operations.missing


def test_schemas_may_have_any_name() -> None:
    text = re.sub(r'"#/components/schemas/(\w+)"', r'"#/components/schemas/Their\1"', json.dumps(document()))
    description = json.loads(text)
    description["components"]["schemas"] = {
        f"Their{name}": definition for name, definition in description["components"]["schemas"].items()
    }
    assert reported(compare(description, TODAY)) == {}


def test_schemas_may_be_written_in_place() -> None:
    description = document()
    content = description["paths"]["/v1/accounts"]["get"]["responses"]["200"]["content"]
    content["application/json"]["schema"] = {"type": "array", "items": {"properties": {"user": {}, "shade": {}}}}
    drift = compare(description, TODAY)
    assert drift.fields.extra == {"Account.shade"}
    assert "Account.accountID" in drift.fields.missing


def test_openapi_3_0_says_null_in_another_way() -> None:
    description = document() | {"openapi": "3.0.3"}
    schema(description, "User")["properties"]["fullName"] = {"type": "string", "nullable": True}
    assert reported(compare(description, TODAY)) == {}


def test_what_the_server_has_more() -> None:
    description = document()
    schema(description, "Message")["properties"]["isEphemeral"] = {"type": "boolean"}
    schema(description, "ChatType")["enum"].append("channel")
    description["paths"]["/v1/polls/{pollID}"] = {"get": {"responses": {}}}
    description["paths"]["/v1/chats"]["get"]["parameters"].append({"name": "folder", "in": "query"})
    drift = reported(compare(description, TODAY))
    assert drift["operations extra"] == {"GET /v1/polls/{pollID}"}
    assert drift["arguments extra"] == {"chats.list: folder"}
    assert "Message.isEphemeral" in drift["fields extra"]
    assert {"Chat.type: channel", "chats.create: type: channel"} <= drift["values extra"]
    assert not any("missing" in name for name in drift)


def test_what_the_server_lacks() -> None:
    description = document()
    del schema(description, "Message")["properties"]["isUnread"]
    schema(description, "ChatType")["enum"].remove("group")
    del description["paths"]["/v1/labels"]
    description["paths"]["/v1/chats"]["get"]["parameters"].pop()
    drift = reported(compare(description, TODAY))
    assert drift["operations missing"] == {"labels.list (GET /v1/labels)"}
    assert drift["arguments missing"] == {"chats.list: limit"}
    assert drift["fields missing"] == {"Message.isUnread", "EditedMessage.isUnread"}
    assert "Chat.type: group" in drift["values missing"]
    assert not any("extra" in name for name in drift)


def test_what_came_after_an_app_is_not_missing_in_it() -> None:
    description = document()
    del description["paths"]["/v1/labels"]
    del schema(description, "Account")["properties"]["loginID"]
    assert {"operations missing", "fields missing"} <= reported(compare(description, TODAY)).keys()
    assert reported(compare(description, (4, 2, 808))) == {}


def test_fields_inside_what_is_sent_are_looked_at() -> None:
    description = document()
    schema(description, "ReminderInput")["properties"]["sound"] = {"type": "string"}
    assert compare(description, TODAY).fields.extra == {"ReminderInput.sound"}


@pytest.mark.parametrize("hostile", [SECRET, "Ada Lovelace", "+15550100", "!a:beeper.com", "\x1b[31m", "x" * 41, ""])
def test_nothing_is_told_that_does_not_look_like_a_name(hostile: str) -> None:
    description = document()
    message = schema(description, "Message")
    message["description"] = SECRET
    message["properties"][hostile] = {"description": SECRET, "default": SECRET}
    schema(description, "ChatType")["enum"].append(hostile)
    description["paths"][f"/v1/{hostile}/y"] = {"get": {"summary": SECRET, "operationId": SECRET}}
    description["paths"]["/v1/chats"]["get"]["parameters"].append({"name": hostile, "in": "query", "example": SECRET})
    drift = reported(compare(description, TODAY))
    shown = " ".join(sorted(name for names in drift.values() for name in names))
    assert "Message.?" in drift["fields extra"]
    assert "Chat.type: ?" in drift["values extra"]
    assert drift["arguments extra"] == {"chats.list: ?"}
    assert hostile == "" or hostile not in shown
    assert "Alice" not in shown


def test_references_in_circles_come_to_an_end() -> None:
    description = document()
    schemas = description["components"]["schemas"]
    schemas["Message"] = {"$ref": "#/components/schemas/Message"}
    schemas["Chat"] = {"allOf": [{"$ref": "#/components/schemas/Chat"}, {"properties": {"id": {}}}]}
    schemas["User"] = {"properties": {"id": {"$ref": "#/components/schemas/User"}}}
    schemas["Account"] = {"$ref": "https://elsewhere.example/a.json"}
    drift = compare(description, TODAY)
    assert drift.compared == 93
    assert "Chat.title" in drift.fields.missing


def test_a_description_without_end_is_looked_at_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a tenth of the limit, which is enough for a real description, and takes a tenth of the time."""
    monkeypatch.setattr(openapi_document, "MAX_STEPS", openapi_document.MAX_STEPS // 10)
    description = document()
    assert compare(description, TODAY).complete
    wide: list[Json] = [{"properties": {f"a{number}": {}}} for number in range(openapi_document.MAX_STEPS)]
    schema(description, "Account")["anyOf"] = wide
    drift = compare(description, TODAY)
    assert not drift.complete
    assert 0 < len(drift.fields.extra) < openapi_document.MAX_STEPS


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
CHATS = ("paths", "/v1/chats")
CHAT = ("components", "schemas", "Chat")
PLACES = [CHATS[:1], CHATS, (*CHATS, "get"), (*CHATS, "get", "parameters"), (*CHATS, "get", "responses"), CHAT[:1],
          (*CHATS, "post", "requestBody"), CHAT, (*CHAT, "properties"), (*CHAT[:2], "ChatType", "enum")]  # fmt: skip


@settings(max_examples=examples(15))
@given(path=st.sampled_from(PLACES), junk=JSON)
def test_junk_anywhere_is_no_error(path: tuple[str, ...], junk: Any) -> None:
    description = document()
    *parents, last = path
    holder: Any = description
    for key in parents:
        holder = holder[key]
    assert last in holder
    holder[last] = junk
    assert compare(description, TODAY).compared <= 93


@given(junk=JSON)
def test_what_is_no_description_at_all_has_nothing(junk: Any) -> None:
    assert compare(junk, TODAY).compared == 0
