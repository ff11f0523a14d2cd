"""Schemas in the spelling of OpenAPI 3.0, which the app's own document uses: only what means something else differs."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk._cli.doctor import spec_drift
from beeper_sdk._core.compat.server_info import TODAY
from scripts.compiler.compare import Change, Level, compare
from tests.compiler.compare.edits import MINI, ROOT, Document, edited, load, put
from tests.compiler.compare.spelling import spelled_as_3_0

SPEC = load(ROOT / "openapi.yaml")
OLD_SPELLING = spelled_as_3_0(SPEC)
NULL = {"type": "null"}
CHAT = {"$ref": "#/components/schemas/Chat"}


def changes(old: Document, new: Document) -> list[Change]:
    return [change for change in compare(old, new) if Level.EDITORIAL not in change.levels]


def field(schema: object, required: bool = True) -> Document:
    """A document in which a field of a response, and of a request, is this."""
    body: Document = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/ChatCreateRequest"}}}}
    return edited(
        MINI,
        put("#Chat", "properties", "labels", to=schema),
        put("#ChatCreateRequest", "properties", "title", to=schema),
        put("chats.create", "requestBody", to=body | ({"required": True} if required else {})),
    )


def test_the_app_s_own_spelling_of_the_whole_spec_means_the_same() -> None:
    assert "nullable" in str(OLD_SPELLING)
    assert changes(SPEC, OLD_SPELLING) == changes(OLD_SPELLING, SPEC) == []


def test_the_doctor_finds_nothing_in_it_either() -> None:
    drift = spec_drift.compare(OLD_SPELLING, TODAY)
    assert drift.none
    assert drift.compared == len(spec_drift.operations())


SAME: list[tuple[Any, Any]] = [
    ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
    ({"type": "string", "nullable": False}, {"type": "string"}),
    ({"type": ["null", "string"]}, {"type": ["string", "null"]}),
    ({"type": ["string"]}, {"type": "string"}),
    ({"anyOf": [{"type": "string"}, {"nullable": True}]}, {"anyOf": [{"type": "string"}, NULL]}),
    ({"anyOf": [{"type": "string"}, {"type": "boolean"}], "nullable": True}, {"type": ["string", "boolean", "null"]}),
    ({"oneOf": [CHAT, {"type": "boolean"}], "nullable": True}, {"oneOf": [CHAT, {"type": "boolean"}, NULL]}),
    ({"allOf": [CHAT], "nullable": True}, {"anyOf": [CHAT, NULL]}),
    ({**CHAT, "nullable": True}, {"anyOf": [CHAT, NULL]}),
    ({"type": "string", "enum": ["a", "b", None], "nullable": True}, {"type": ["string", "null"], "enum": ["a", "b"]}),
    ({"nullable": True, "description": "Any."}, {"description": "Any."}),
    ({"type": "integer", "minimum": 0, "exclusiveMinimum": True}, {"type": "integer", "minimum": 1}),
    ({"type": "integer", "exclusiveMinimum": 0}, {"type": "integer", "minimum": 1}),
    ({"type": "integer", "maximum": 9, "exclusiveMaximum": True}, {"type": "integer", "maximum": 8}),
    ({"type": "number", "minimum": 0, "exclusiveMinimum": True}, {"type": "number", "exclusiveMinimum": 0}),
    ({"type": "number", "minimum": 0, "exclusiveMinimum": False}, {"type": "number", "minimum": 0}),
    ({"type": "string", "enum": ["a"]}, {"type": "string", "const": "a"}),
    ({"type": "array", "items": {"enum": ["a"], "type": "string"}}, {"type": "array", "items": {"const": "a"}}),
]


@pytest.mark.parametrize(("old", "new"), SAME, ids=str)
def test_two_spellings_of_one_schema_do_not_differ(old: object, new: object) -> None:
    assert changes(field(old), field(new)) == changes(field(new), field(old)) == []


DIFFERENT: list[tuple[Any, Any, str]] = [
    ({"type": "string", "nullable": True}, {"type": "string"}, "can no longer be None"),
    ({"type": "string"}, {"type": "string", "nullable": True}, "can now be None"),
    ({"type": "integer", "minimum": 0, "exclusiveMinimum": True}, {"type": "integer", "minimum": 2}, "is 2, was 1"),
    ({"type": "string", "enum": ["a"]}, {"type": "string", "const": "b"}, "is Literal['b'], was str"),
    ({"type": "string", "enum": ["a"]}, {"type": "string", "enum": ["a", "b"]}, "accepts 'b'"),
    ({"type": "string", "nullable": True}, {"type": ["integer", "null"]}, "is int"),
]


@pytest.mark.parametrize(("old", "new", "text"), DIFFERENT, ids=str)
def test_what_means_something_else_is_still_reported(old: object, new: object, text: str) -> None:
    assert any(text in change.text for change in changes(field(old), field(new)))


def test_a_body_whose_document_does_not_say_whether_it_is_required_is_required_by_its_fields() -> None:
    assert changes(field({"type": "string"}), field({"type": "string"}, required=False)) == []
    optional = edited(field({"type": "string"}), put("chats.create", "requestBody", "required", to=False))
    assert any("now optional" in change.text for change in changes(field({"type": "string"}), optional))


def test_names_that_are_keywords_elsewhere_are_names() -> None:
    named = {"nullable": {"type": "string", "nullable": True}, "default": {"type": "string", "nullable": True}}
    new = {"nullable": {"type": ["string", "null"]}, "default": {"type": ["string", "null"]}}
    documents = [edited(MINI, put("#Chat", "properties", to=fields)) for fields in (named, new)]
    assert compare(*documents) == []


def test_an_example_is_compared_as_it_is() -> None:
    documents = [edited(MINI, put("#Chat", "example", to={"nullable": value})) for value in (True, False)]
    assert [change.text for change in compare(*documents)] == ["example changed"]
