"""openapi.yaml keeps the rules it is compiled by, and each rule notices when it is broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from openapi_spec_validator import validate

from tests.compiler.spec import checks
from tests.compiler.spec.document import Json, document, nodes, resolve, text


def test_it_is_valid_openapi() -> None:
    validate(document())


@pytest.mark.parametrize("check", checks.ALL, ids=lambda check: check.__name__)
def test_it_keeps_the_rule(check: checks.Check) -> None:
    assert check(document()) == []


def test_extensions_used_are_those_of_its_table() -> None:
    head = text().split("\nopenapi:", 1)[0]
    listed = set(re.findall(r"^#   (x-beeper-[a-z-]+)", head, re.MULTILINE))
    used = {key for _, node in nodes(document()) for key in node if str(key).startswith("x-")}
    assert used == listed


def test_every_component_is_used_or_a_frame_or_an_older_form() -> None:
    used = {node["$ref"] for _, node in nodes(document()) if isinstance(node.get("$ref"), str)}
    free = {
        f"{kind}/{name}"
        for kind in ("parameters", "headers", "responses", "schemas")
        for name in document()["components"][kind]
        if f"#/components/{kind}/{name}" not in used
    }
    assert free == {f"schemas/{n}" for n in ("WSOutgoing", "WSSubscriptionsSet", *_OLDER)}


def test_every_reference_leads_somewhere() -> None:
    for _, node in nodes(document()):
        if isinstance(node.get("$ref"), str):
            assert resolve(document(), node)


def test_lines_fit_a_screen() -> None:
    assert [line for line in text().splitlines() if len(line) > 100] == []


_OLDER = ("LegacyChatCreateRequest", "LegacyMessagePage")


def _operation(doc: Json, path: str, http: str) -> Json:
    operation: Json = doc["paths"][path][http]
    return operation


def _schema(doc: Json, name: str) -> Json:
    schema: Json = doc["components"]["schemas"][name]
    return schema


def _set(get: Callable[[Json], Json], key: str, value: Any) -> Callable[[Json], None]:
    def mutate(doc: Json) -> None:
        get(doc)[key] = value

    return mutate


def _remove(get: Callable[[Json], Json], key: str) -> Callable[[Json], None]:
    def mutate(doc: Json) -> None:
        del get(doc)[key]

    return mutate


def _chats(doc: Json) -> Json:
    return _operation(doc, "/v1/chats", "get")


def _chat_id(doc: Json) -> Json:
    parameter: Json = doc["components"]["parameters"]["ChatID"]
    return parameter


def _fields(name: str) -> Callable[[Json], Json]:
    def get(doc: Json) -> Json:
        properties: Json = _schema(doc, name)["properties"]
        return properties

    return get


def _field(name: str, wire: str) -> Callable[[Json], Json]:
    def get(doc: Json) -> Json:
        schema: Json = _fields(name)(doc)[wire]
        return schema

    return get


@pytest.mark.parametrize(
    ("check", "mutate"),
    [
        (checks.names, _set(_chats, "operationId", "listChats")),
        (checks.names, _set(_chats, "x-beeper-method", "chats.search")),
        (checks.tags, _set(_chats, "tags", ["Chats", "Messages"])),
        (checks.tags, _set(_chats, "tags", ["Chat"])),
        (checks.tags, _set(lambda doc: doc["tags"][0], "name", "App")),
        (checks.effects, _remove(_chats, "x-beeper-effect")),
        (checks.effects, _set(_chats, "x-beeper-effect", "once")),
        (checks.own_security, _remove(_chats, "security")),
        (checks.own_security, _set(lambda doc: doc, "security", [{"bearer": []}])),
        (checks.path_parameters, _set(_chat_id, "name", "chatId")),
        (checks.path_parameters, _set(_chat_id, "required", False)),
        (checks.pages, _remove(_chats, "x-beeper-pagination")),
        (checks.pages, _set(lambda doc: _chats(doc)["x-beeper-pagination"], "key", "ID")),
        (checks.pages, _remove(_fields("ChatWithPreviewPage"), "newestCursor")),
        (checks.successors, _set(lambda doc: _operation(doc, "/v0/search", "get"), "x-beeper-replaced-by", "find")),
        (checks.successors, _remove(lambda doc: _operation(doc, "/v0/search", "get"), "deprecated")),
        (checks.texts, _remove(_field("Message", "text"), "description")),
        (checks.texts, _remove(_chat_id, "description")),
        (checks.texts, _remove(_chats, "summary")),
        (checks.formats, _set(_field("User", "email"), "format", "email")),
        (checks.formats, _set(_field("User", "email"), "nullable", True)),
        (checks.named, _set(_field("Chat", "network"), "enum", ["WhatsApp"])),
        (checks.named, _set(_field("APIError", "details"), "properties", {})),
        (checks.examples, _remove(lambda doc: _schema(doc, "Chat"), "example")),
        (checks.examples, _set(lambda doc: _schema(doc, "Message")["example"], "timestamp", "yesterday")),
        (checks.examples, _remove(lambda doc: _schema(doc, "Message")["example"], "id")),
        (checks.examples, _set(_chat_id, "example", 7)),
        (checks.values, _set(_field("Chat", "draft"), "x-beeper-since", "5.0.0 beta")),
        (checks.values, _set(_field("Chat", "title"), "x-beeper-pii", "title")),
        (checks.values, _remove(_chats, "x-beeper-since")),
    ],
)
def test_the_rule_notices(check: checks.Check, mutate: Callable[[Json], None]) -> None:
    broken = deepcopy(document())
    mutate(broken)
    assert check(broken) != []
