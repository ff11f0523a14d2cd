"""A spec that cannot be compiled: one line that names the place."""

from __future__ import annotations

from typing import Any

import pytest

from scripts.compiler.render.client import render_client
from scripts.compiler.spec.parsed_spec import SpecError
from tests.compiler.mini import INTEGER, OK, STRING, TIME, answer, body, dump, get, obj, query, ref, spec

PAGE = {
    "items": "items",
    "has_more": "hasMore",
    "cursor": {"before": "old", "after": "new"},
    "cursor_param": "cursor",
    "direction_param": "direction",
    "key": "id",
}


BOTH = {"anyOf": [ref("A"), ref("B")]}


def one_operation(**changes: Any) -> dict[str, Any]:
    """A spec with one operation, of which something is different; None removes a key."""
    operation = get("x.get", OK) | {
        key.replace("_", "-") if key.startswith("x_") else key: value for key, value in changes.items()
    }
    return spec(
        paths={
            "/x/{id}" if "parameters" in changes else "/x": {
                "get": {k: v for k, v in operation.items() if v is not None}
            }
        }
    )


def twice(**changes: str) -> dict[str, Any]:
    return spec(paths={"/a": {"get": get("a", OK)}, "/b": {"get": get("b", OK) | changes}})


def sending(schema: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    return spec({"In": schema}, {"/send": {"post": get("send", OK, requestBody=body(ref("In"), kind))}})


def paging(**changes: Any) -> dict[str, Any]:
    schemas = {
        "Item": obj({"id": STRING}, "id"),
        "Page": obj(
            {
                "items": {"type": "array", "items": ref("Item")},
                "hasMore": {"type": "boolean"},
                "old": STRING,
                "new": STRING,
            },
            "items",
        ),
    }
    rule = {key: value for key, value in (PAGE | changes).items() if value is not None}
    more = {"x-beeper-pagination": rule, "parameters": [query("cursor", STRING), query("direction", STRING)]}
    return spec(schemas, {"/p": {"get": get("p.list", answer(ref("Page")), **more)}})


ID = {"name": "id", "in": "path", "required": True, "schema": STRING}


ERRORS: list[tuple[str, dict[str, Any], str]] = [
    ("no effect", one_operation(x_beeper_effect=None), "GET /x: x-beeper-effect is missing"),
    (
        "no such effect",
        one_operation(x_beeper_effect="maybe"),
        "GET /x: x-beeper-effect must be one of read, idempotent, once, not maybe",
    ),
    ("no method", one_operation(x_beeper_method=None), "GET /x: x-beeper-method is missing"),
    ("no operationId", one_operation(operationId=None), "GET /x: operationId is missing"),
    ("no summary", one_operation(summary=None), "GET /x: summary is missing"),
    ("no responses", one_operation(responses=None), "GET /x: responses is missing"),
    ("no success", one_operation(responses={"404": {"description": "No."}}), "x.get: no successful response"),
    ("the same operationId", twice(operationId="a"), "GET /a and GET /b: the same operationId a"),
    ("the same method", twice(**{"x-beeper-method": "a"}), "GET /a and GET /b: the same x-beeper-method a"),
    (
        "an operation that is a group",
        twice(**{"x-beeper-method": "a.b"}),
        "GET /a: a is an operation and a group of operations",
    ),
    (
        "a dangling schema",
        one_operation(responses=answer(ref("Nobody"))),
        "#/paths//x/get/responses/200/content/application/json/schema: dangling reference #/components/schemas/Nobody",
    ),
    (
        "a dangling parameter",
        one_operation(parameters=[{"$ref": "#/components/parameters/Nobody"}]),
        "#/paths//x/{id}/get/parameters/0: dangling reference #/components/parameters/Nobody",
    ),
    (
        "a parameter that is not in the path",
        spec(paths={"/x": {"get": get("x.get", OK, parameters=[ID])}}),
        "GET /x: the path has no {id} for the parameter id",
    ),
    (
        "a path without its parameter",
        spec(paths={"/x/{id}": {"get": get("x.get", OK)}}),
        "GET /x/{id}: {id} of the path is not declared",
    ),
    (
        "an inline enum in a field",
        spec({"A": obj({"kind": STRING | {"enum": ["a"]}})}),
        "A.kind: an enum must be a component schema",
    ),
    (
        "an inline enum of a parameter",
        one_operation(parameters=[ID, query("kind", STRING | {"enum": ["a"]})]),
        "x.get(kind): an enum must be",
    ),
    (
        "an inline object",
        spec({"A": obj({"b": obj({"c": STRING})})}),
        "A.b: an object must be a component schema with a name",
    ),
    (
        "an inline union",
        spec({"A": obj({"b": BOTH}), "B": obj({"c": STRING}, "c")}),
        "must be a component schema with a name",
    ),
    (
        "two arguments of one name",
        one_operation(parameters=[ID, query("chatID", STRING), query("chat_id", STRING)]),
        "x.get: two arguments of the same name: chat_id",
    ),
    (
        "two fields of one name",
        spec({"A": obj({"chatID": STRING, "chatId": STRING})}),
        "A: its fields need different names",
    ),
    (
        "a field that is no name",
        spec({"A": obj({"2fa": STRING})}),
        "A: its fields need different names that Python can spell: 2fa",
    ),
    (
        "an unknown body type",
        sending(obj({"a": STRING}), "text/plain"),
        "parsing POST /send within mini. Endpoint will not be generated.: Unsupported content type text/plain",
    ),
    ("a body that is no object", sending({"type": "array", "items": STRING}), "send: a body must be an object"),
    (
        "two body types",
        one_operation(
            requestBody={"content": {"application/json": {"schema": STRING}, "text/plain": {"schema": STRING}}}
        ),
        "GET /x: a body has one content type, not application/json, text/plain",
    ),
    (
        "two answers",
        one_operation(
            responses=answer({"type": "array", "items": STRING}) | answer({"type": "array", "items": INTEGER}, "201")
        ),
        "x.get: its successful responses differ; make them one named union",
    ),
    (
        "allOf of two",
        spec({"A": obj({"a": STRING}), "B": obj({"b": STRING}), "C": {"allOf": [ref("A"), ref("B")]}}),
        "C: allOf must be one",
    ),
    (
        "a union that cannot be told apart",
        spec({"A": obj({"a": STRING}), "B": obj({"a": STRING}), "Either": BOTH}),
        "Either: A has no required key of its own; put it last",
    ),
    (
        "a discriminator that says nothing",
        spec(
            {
                "A": obj({"k": STRING, "a": STRING}, "k", "a"),
                "B": obj({"k": STRING, "b": STRING}, "k", "b"),
                "Either": BOTH | {"discriminator": {"propertyName": "k"}},
            }
        ),
        "Either: k must be a const or enum with different values in all members",
    ),
    (
        "objects beside another type",
        spec(
            {
                "A": obj({"a": STRING}, "a"),
                "B": obj({"b": STRING}, "b"),
                "Either": {"anyOf": [ref("A"), ref("B"), STRING]},
            }
        ),
        "Either: there is no rule for several objects beside another type",
    ),
    ("pages of what is no object", paging(items="hasMore"), "p.list: hasMore must be a list of objects"),
    ("pages without items", paging(items="things"), "p.list: things must be a list of objects"),
    ("pages without a key", paging(key=None), "GET /p: x-beeper-pagination lacks key"),
    (
        "pages by a field that is not there",
        paging(key="nobody"),
        "p.list: x-beeper-pagination names a field that is not there",
    ),
    (
        "pages by a fallback that is not there",
        paging(fallback="nobody"),
        "p.list: x-beeper-pagination names a field that is not there",
    ),
    (
        "pages by a cursor that is not there",
        paging(cursor={"before": "old", "after": "x"}),
        "p.list: x-beeper-pagination names a field",
    ),
    (
        "pages with one cursor",
        paging(cursor={"before": "old"}),
        "GET /p: x-beeper-pagination.cursor names the fields of before and after",
    ),
    (
        "an argument of a strange union",
        one_operation(parameters=[ID, query("q", {"anyOf": [TIME, INTEGER]})]),
        "x.get: 'q': no rule for an argument of the type datetime | int",
    ),
    ("a default of another type", spec({"A": obj({"n": INTEGER | {"default": "many"}})}), "A"),
]


def error_of(document: dict[str, Any]) -> str:
    with pytest.raises(SpecError) as caught:
        render_client(dump(document))
    return str(caught.value)


@pytest.mark.parametrize(
    ("document", "said"), [pytest.param(document, said, id=name) for name, document, said in ERRORS]
)
def test_it_is_one_line_that_names_the_place(document: dict[str, Any], said: str) -> None:
    message = error_of(document)
    assert said in message
    assert "\n" not in message
    assert len(message) < 400


def test_what_is_not_yaml_says_so() -> None:
    with pytest.raises(SpecError, match=r"^openapi.yaml, line 2, column 1: not valid YAML: ") as caught:
        render_client("{")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", "openapi: 3.1.0"], ids=["empty", "a list", "no paths"])
def test_what_is_no_spec_says_so(text: str) -> None:
    with pytest.raises(SpecError):
        render_client(text)
