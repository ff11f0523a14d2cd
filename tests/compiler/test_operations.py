"""Rules for operations: each is shown on a spec of a few lines, compiled and run."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.compiler.conftest import Compile
from tests.compiler.mini import INTEGER, OK, STRING, Mini, answer, get, obj, query, ref, spec


def path(name: str, schema: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "description": "An id.", "schema": schema or STRING}


def test_the_last_id_is_positional_and_its_parents_are_keywords(compiled: Compile) -> None:
    parameters = [path("messageID"), path("chatID"), query("n", INTEGER)]
    mini = compiled(
        spec(paths={"/chats/{chatID}/m/{messageID}": {"get": get("m.retrieve", OK, parameters=parameters)}})
    )
    assert mini.call("m.retrieve", "1/2", chat_id="a b").path == "/chats/a%20b/m/1%2F2"
    with pytest.raises(TypeError, match="positional"):
        mini.call("m.retrieve", "c", "m")
    with pytest.raises(ValueError, match="chat_id must be an ID: it must not be blank"):
        mini.call("m.retrieve", "1", chat_id="..")


@pytest.mark.parametrize("bad", ["", ".", ".."])
def test_dot_ids_are_refused(compiled: Compile, bad: str) -> None:
    mini = compiled(spec(paths={"/x/{id}": {"get": get("x.get", OK, parameters=[path("id")])}}))
    with pytest.raises(ValueError, match="id must be an ID: it must not be blank"):
        mini.call("x.get", bad)


def test_an_id_that_is_another_path_is_refused(compiled: Compile) -> None:
    paths = {
        "/x/{id}": {"get": get("x.get", OK, parameters=[path("id")]), "put": get("x.put", OK, parameters=[path("id")])},
        "/x/search": {"get": get("x.search", OK)},
        "/x/search/{id}": {"get": get("x.more", OK, parameters=[path("id")])},
    }
    mini = compiled(spec(paths=paths))
    with pytest.raises(ValueError, match="id must be an ID: 'search' is part of the path of another operation"):
        mini.call("x.get", "search")
    assert mini.call("x.put", "search").path == "/x/search"
    assert mini.call("x.more", "search").path == "/x/search/search"


def test_a_pattern_is_matched_whole(compiled: Compile) -> None:
    parameters = [path("id", STRING | {"pattern": "^[a-z]+$"})]
    mini = compiled(spec(paths={"/x/{id}": {"get": get("x.get", OK, parameters=parameters)}}))
    assert mini.call("x.get", "abc").path == "/x/abc"
    for bad in ("a1", "abc\n", "ABC"):
        with pytest.raises(ValueError, match=r"id must match the pattern \^\[a-z\]\+\$"):
            mini.call("x.get", bad)


def test_parameters_may_be_references(compiled: Compile) -> None:
    parameters = {"Limit": query("limit", INTEGER | {"maximum": 5})}
    operation = get("x.get", OK, parameters=[{"$ref": "#/components/parameters/Limit"}])
    mini = compiled(spec(paths={"/x": {"get": operation}}, parameters=parameters))
    assert mini.call("x.get", limit=5).query == (("limit", "5"),)
    with pytest.raises(ValueError, match="limit must be an int of at most 5"):
        mini.call("x.get", limit=6)


def test_a_file_is_answered_as_content_and_can_be_streamed(compiled: Compile) -> None:
    binary = answer({"type": "string", "format": "binary"}, kind="application/octet-stream")
    operation = get("file", binary | {"502": {"description": "Not there."}}, **{"x-beeper-final": [502]})
    mini = compiled(spec(paths={"/file": {"get": operation}, "/x": {"get": get("x", OK)}}))
    request = mini.call("file")
    assert request.operation.stream
    assert request.operation.final == {502}
    content = request.decode(httpx.Response(200, content=b"x", headers={"content-type": "image/png"}))
    assert (bytes(content), content.content_type) == (b"x", "image/png")
    assert not mini.call("x").operation.stream


@pytest.mark.parametrize(
    ("responses", "empty"),
    [
        ({"204": {"description": "Done."}}, False),
        ({"200": {"description": "Done."}}, True),
        ({"204": {"description": "Done."}, **answer(ref("Done"))}, False),
    ],
    ids=["204", "200 without a body", "either"],
)
def test_no_content_is_none(compiled: Compile, responses: dict[str, Any], empty: bool) -> None:
    schemas = {"Done": obj({"success": {"type": "boolean"}}, "success")}
    mini = compiled(spec(schemas, {"/x": {"post": get("x.do", responses)}}))
    request = mini.call("x.do")
    for response in (httpx.Response(204), httpx.Response(200, json={"success": True})):
        assert request.decode(response, strict=True) is None
    if empty:
        assert request.decode(httpx.Response(200)) is None
        return
    with pytest.raises(mini.decode_error, match="found an empty body"):
        request.decode(httpx.Response(200))


P = {"$ref": "#/components/schemas/P"}


RESULTS: dict[str, tuple[dict[str, Any], Any]] = {
    "list": ({"type": "array", "items": P}, [{"x": 1}]),
    "map": ({"type": "object", "additionalProperties": P}, {"a": {"x": 1}}),
    "texts": ({"type": "array", "items": STRING}, ["a"]),
    "free form": ({"type": "object", "additionalProperties": True}, {"a": 1}),
    "object": (P, {"x": 1}),
    "scalar": ({"type": "boolean"}, True),
}


@pytest.mark.parametrize("kind", RESULTS)
def test_results_of_every_shape(compiled: Compile, kind: str) -> None:
    schema, data = RESULTS[kind]
    mini = compiled(spec({"P": obj({"x": INTEGER}, "x")}, {"/r": {"get": get("r.get", answer(schema))}}))
    result = mini.decoded(mini.call("r.get"), data, strict=True)
    point = mini.model("P")(x=1)
    assert result == {"list": [point], "map": {"a": point}, "object": point}.get(kind, data)
    if kind != "scalar":
        with pytest.raises(mini.decode_error, match=r"^\$: expected "):
            mini.decoded(mini.call("r.get"), 5)


def test_names_that_python_keeps_for_itself(compiled: Compile) -> None:
    parameters = [
        query(name, STRING)
        for name in ("from", "list", "type", "id", "self", "request", "chatIDs", "m.tz", "range", "text")
    ]
    mini = compiled(spec(paths={"/x": {"get": get("x.list", OK, parameters=parameters)}}))
    given = {
        "from_": "1",
        "list": "2",
        "type": "3",
        "id": "4",
        "self_": "5",
        "request": "6",
        "chat_ids": "7",
        "m_tz": "8",
    }
    request = mini.call("x.list", **given, range="9", text="10")
    assert [name for name, _ in request.query] == [parameter["name"] for parameter in parameters]

    class Sender:
        def send(self, request: Any) -> Any:
            return request

    sent = mini.module("resources").XApi(Sender()).list(**given, range="9", text="10")
    assert sent.query == request.query


def test_security_says_whether_a_token_goes_along(compiled: Compile) -> None:
    bearer = {"bearer": {"type": "http", "scheme": "bearer"}}
    paths = {
        "/free": {"get": get("free", OK)},
        "/shut": {"get": get("shut", OK, security=[{"bearer": ["read"]}])},
        "/both": {"get": get("both", OK, security=[{"bearer": []}, {}])},
    }
    mini = compiled(spec(paths=paths, securitySchemes=bearer))
    assert [mini.call(name).operation.auth for name in ("free", "shut", "both")] == ["none", "required", "optional"]
    operations = mini.module("_contract").OPERATIONS
    assert (operations["free"].scopes, operations["shut"].scopes) == (None, ("read",))


def paged(**changes: Any) -> dict[str, Any]:
    """A spec with a paged operation."""
    rule = {
        "items": "items",
        "has_more": "hasMore",
        "cursor": {"before": "oldestCursor", "after": "newestCursor"},
        "cursor_param": "cursor",
        "direction_param": "direction",
        "key": "itemID",
        "order": "newest-first",
        "fallback": "sortKey",
    }
    cursor = {"type": ["string", "null"]}
    schemas = {
        "Item": obj({"itemID": STRING, "sortKey": STRING}, "itemID", "sortKey"),
        "Page": obj(
            {
                "items": {"type": "array", "items": ref("Item")},
                "hasMore": {"type": "boolean"},
                "oldestCursor": cursor,
                "newestCursor": cursor,
            },
            "items",
            "hasMore",
        ),
    }
    operation = get("items.list", answer(ref("Page")), parameters=[query("cursor", STRING), query("direction", STRING)])
    return spec(schemas, {"/items": {"get": operation | {"x-beeper-pagination": rule | changes}}})


def test_a_paged_operation_says_how_it_is_walked(compiled: Compile) -> None:
    mini = compiled(paged())
    rule = mini.module("api").items.LIST_PAGES
    item = {"itemID": "i", "sortKey": "s"}
    data = {"items": [item], "hasMore": True, "oldestCursor": "o", "newestCursor": None}
    page = mini.decoded(mini.call("items.list"), data)
    assert (rule.items(page), rule.has_more(page), rule.before(page), rule.after(page)) == (page.items, True, "o", None)
    assert (rule.key(page.items[0]), rule.fallback(page.items[0])) == ("i", "s")
    assert (rule.cursor_param, rule.direction_param, rule.newest_first) == ("cursor", "direction", True)
    assert mini.call("items.list", cursor="1").with_query(cursor="2").query == (("cursor", "2"),)


def test_a_paged_method_goes_through_paginate_and_others_through_send(compiled: Compile) -> None:
    mini = compiled(paged())
    calls: list[tuple[Any, ...]] = []

    class Sender:
        def send(self, request: Any) -> None:
            calls.append(("send", request.operation.name))

        def paginate(self, request: Any, rule: Any, resume: str | None) -> None:
            calls.append(("paginate", request.operation.name, rule, resume))

    root = mini.module("resources").RootApi(Sender())
    root.items.list(resume="here")
    root.all.item()
    assert calls == [("paginate", "items.list", mini.module("api").items.LIST_PAGES, "here"), ("send", "all.item")]


def test_groups_nest(compiled: Compile) -> None:
    paths = {f"/{number}": {"get": get(name, OK)} for number, name in enumerate(("a", "b.c", "b.d.e.f", "b.d.g"))}
    mini: Mini = compiled(spec(paths=paths))
    assert [mini.call(name).operation.name for name in ("a", "b.c", "b.d.e.f", "b.d.g")] == [
        "a",
        "b.c",
        "b.d.e.f",
        "b.d.g",
    ]


def test_the_same_spec_gives_the_same_text(compiled: Compile) -> None:
    first, second = (compiled(json.loads(json.dumps(paged()))) for _ in range(2))
    assert first.files == second.files
