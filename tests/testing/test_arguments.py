"""The arguments of services are those of the generated interfaces, and bodies are read as by the generated models."""

from __future__ import annotations

import inspect
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from beeper_sdk.testing.server.arguments import Arguments
from beeper_sdk.testing.server.schemas import ObjectValidator
from beeper_sdk.testing.wire.json_values import Json
from beeper_sdk.testing.wire.spec import Operation, operations
from beeper_sdk.testing.wire.spec_document import operation_of, resolved
from beeper_sdk_server import handlers, models

VALUES: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    2.5,
    "",
    "x",
    "2026-01-01T00:00:00.000Z",
    "2026-01-01T00:00:00",
    [],
    ["x"],
    [1],
    {},
    {"a": 1},
)
"""What members of bodies are replaced by."""


def _bodies() -> dict[str, Json]:
    """The schemas of all bodies that the fake server reads, by the name of their model."""
    found: dict[str, Json] = {}
    for operation in operations():
        content: Json = operation_of(operation.template, operation.method).get("requestBody", {}).get("content", {})
        for content_type, body in content.items():
            if not content_type.startswith("multipart/"):
                found[str(body["schema"]["$ref"]).rpartition("/")[2]] = body["schema"]
    return found


def _example(schema: Json) -> Any:
    schema = resolved(schema)
    if "example" in schema:
        return schema["example"]
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if "anyOf" in schema:
        return _example(schema["anyOf"][0])
    kind = schema.get("type", "object")
    kind = kind if isinstance(kind, str) else str(kind[0])
    if kind == "object":
        return {name: _example(member) for name, member in schema.get("properties", {}).items()}
    others: Json = {"array": [], "boolean": True, "integer": 1, "number": 1, "string": "text"}
    return others[kind]


def _by_models(name: str, body: object) -> object:
    """What the generated model makes of a body, or what is wrong with it."""
    try:
        model = TypeAdapter[Any](vars(models)[name]).validate_python(body, from_attributes=True)
    except ValidationError as error:
        return [(one["type"], ("body", *one["loc"]), one["msg"]) for one in error.errors()]
    return model.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _by_the_spec(schema: Json, body: object) -> object:
    value, problems = ObjectValidator(schema, "body").read_object(body)
    return [(one["type"], one["loc"], one["msg"]) for one in problems] or value


def _variants(body: Json) -> list[Json]:
    """A body, without each of its members, and with other values for each, at any depth."""
    found = [body, {**body, "of no spec": {"a": [1]}}]
    for name, member in body.items():
        found.append({other: value for other, value in body.items() if other != name})
        inside = _variants(cast("Json", member)) if isinstance(member, dict) else []
        found += [{**body, name: value} for value in (*VALUES, *inside)]
    return found


@pytest.mark.parametrize("name", sorted(_bodies()))
def test_a_body_is_read_as_its_model_reads_it(name: str) -> None:
    schema = _bodies()[name]
    bodies: list[object] = [*_variants(_example(schema)), [], "x", b"{}"]
    results = [(_by_the_spec(schema, body), _by_models(name, body)) for body in bodies if not _is_null_constant(body)]
    assert [pair for pair in results if pair[0] != pair[1]] == []
    assert isinstance(results[0][0], dict), "the example is invalid, so that its variants show little"


def _is_null_constant(body: object) -> bool:
    """The models refuse null for an optional constant that has a default, and for nothing else that is optional."""
    return isinstance(body, dict) and cast("Json", body).get("token_endpoint_auth_method", "") is None


@given(st.dictionaries(st.sampled_from(["text", "replyToMessageID", "attachment", "x"]), st.sampled_from(VALUES)))
def test_a_message_is_read_as_its_model_reads_it(body: Json) -> None:
    schema = _bodies()["MessageSendRequest"]
    assert _by_the_spec(schema, body) == _by_models("MessageSendRequest", body)


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.id)
def test_the_arguments_of_an_operation_are_those_of_its_interface(operation: Operation) -> None:
    interface = vars(handlers)[f"{operation.tag.capitalize()}Service"]
    expected = {name for name in inspect.signature(getattr(interface, operation.id)).parameters if name != "self"}
    arguments = Arguments(operation)
    body = arguments.body
    own = {"principal"} if arguments.has_principal else set[str]()
    own |= set() if body is None else {"request" if body.is_unread else "body"}
    assert own | set(arguments.names) == expected
