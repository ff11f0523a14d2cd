"""Edits of openapi.yaml itself: what a maintainer does to it, and what the report for users then says."""

from __future__ import annotations

import pytest

from tests.compiler.compare.edits import ROOT, Document, Edit, add, find, less, load, put, remove, reported

SPEC = load(ROOT / "openapi.yaml")
C, R, A = "breaking for callers", "breaking for readers", "additive"


def without_operation(name: str) -> Edit:
    def edit(document: Document) -> None:
        for path, item in document["paths"].items():
            document["paths"][path] = {
                method: raw for method, raw in item.items() if raw.get("x-beeper-method") != name
            }

    return edit


def of_body(operation: str, *steps: str) -> list[str]:
    reference = find(SPEC, [operation, "requestBody", "content", "application/json", "schema", "$ref"])
    return [f"#{reference.rpartition('/')[2]}", *steps]


CASES: dict[str, tuple[list[Edit], set[str]]] = {
    "the limit of a page is gone": ([remove("chats.list", "?limit")], {f"{C} | parameter | beeper.chats.list(limit=)"}),
    "a list takes another account filter": (
        [
            add(
                "chats.list",
                "parameters",
                value={"name": "labelIDs", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
            )
        ],
        {f"{A} | parameter | beeper.chats.list(label_ids=)"},
    ),
    "another number of participants by default": (
        [put("chats.retrieve", "?maxParticipantCount", "schema", "default", to=20)],
        {f"{C} | default | beeper.chats.retrieve(max_participant_count=)"},
    ),
    "a chat has no title": (
        [remove("#Chat", "properties", "title")],
        {f"{R} | field | models.Chat.title"},
    ),
    "a chat may lack its account": (
        [less("#Chat", "required", value="accountID")],
        {f"{R} | requiredness | models.Chat.account_id"},
    ),
    "a message knows who forwarded it": (
        [put("#Message", "properties", "forwardedBy", to={"type": "string"})],
        {f"{A} | field | models.Message.forwarded_by"},
    ),
    "messages have no text": ([remove("#Message", "properties", "text")], {f"{R} | field | models.Message.text"}),
    "sending may be repeated": (
        [put("messages.send", "x-beeper-effect", to="idempotent")],
        {f"{A} | effect | beeper.messages.send"},
    ),
    "archiving may not": (
        [put("chats.archive", "x-beeper-effect", to="once")],
        {f"{C} | effect | beeper.chats.archive"},
    ),
    "labels are gone": ([without_operation("labels.list")], {f"{C} | operation | beeper.labels.list"}),
    "a resource has another name": (
        [put("labels.list", "x-beeper-method", to="tags.list")],
        {f"{C} | operation | beeper.labels.list"},
    ),
    "names of people are no secret": (
        [remove("#User", "properties", "fullName", "x-beeper-pii")],
        {f"{R} | personal data | models.User.full_name"},
    ),
    "reading takes the right to write": (
        [put("chats.list", "security", to=[{"bearer": ["write"]}])],
        {f"{C} | security | beeper.chats.list"},
    ),
    "a kind of chat more": (
        [add("#ChatType", "enum", value="channel")],
        {f"{A} | enum value | models.ChatType"},
    ),
    "a login step less": (
        [
            less("#LoginStep", "oneOf", value={"$ref": "#/components/schemas/CookiesLoginStep"}),
            remove("#LoginStep", "discriminator", "mapping", "cookies"),
        ],
        {f"{A} | variant | models.LoginStep", f"{A} | discriminator | models.LoginStep"},
    ),
    "messages need a text": (
        [put(*of_body("messages.send"), "required", to=["text"])],
        {f"{C} | requiredness | beeper.messages.send(text=)"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_edit_of_the_real_spec_is_told_in_names_users_type(case: str) -> None:
    edits, expected = CASES[case]

    assert reported(SPEC, *edits) == expected
