"""Rules for arguments and bodies: each is shown on a spec of a few lines, compiled and run."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.compiler.conftest import Compile
from tests.compiler.mini import INTEGER, OK, STRING, TIME, body, get, obj, query, ref, spec

POST = {"x-beeper-effect": "once"}


def posting(
    schema: dict[str, Any],
    kind: str = "application/json",
    *,
    required: bool = True,
    schemas: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """A spec with one operation that sends a body."""
    operation = get("send", OK, requestBody=body(ref("In"), kind, required=required), **POST)
    return spec({"In": schema, **(schemas or {})}, {"/send": {"post": operation}})


@pytest.mark.parametrize(
    ("schema", "good", "bad", "said"),
    [
        (INTEGER | {"minimum": 1, "maximum": 9}, 9, 10, "be an int from 1 to 9"),
        (INTEGER | {"minimum": 1}, 1, 0, "be an int of at least 1"),
        (INTEGER | {"exclusiveMinimum": 0, "maximum": 9}, 1, 0, "be an int greater than 0 and at most 9"),
        ({"type": "number", "maximum": 1.5}, 1.5, 1.6, "be a number of at most 1.5"),
        (STRING | {"minLength": 2}, "ab", "a", "have at least 2 characters"),
        (STRING | {"maxLength": 2}, "ab", "abc", "have at most 2 characters, not 3"),
        (STRING | {"pattern": "^a+$"}, "aa", "ab", "match the pattern ^a+$"),
        ({"type": "array", "items": STRING, "minItems": 2}, ["a", "b"], ["a"], "have at least 2 items"),
        ({"type": "array", "items": INTEGER | {"maximum": 3}}, [3], [4], "be an int of at most 3"),
        ({"anyOf": [INTEGER | {"minimum": 1}, {"type": "null"}]}, 1, 0, "be an int of at least 1"),
        ({"type": "string", "const": "only"}, "only", "other", "be 'only'"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
@pytest.mark.parametrize("location", ["query", "body"])
def test_limits_are_checked(compiled: Compile, schema: Any, good: Any, bad: Any, said: str, location: str) -> None:
    if location == "query":
        mini = compiled(spec(paths={"/send": {"get": get("send", OK, parameters=[query("theValue", schema)])}}))
    else:
        mini = compiled(posting(obj({"theValue": schema})))
    mini.http("send", the_value=good)
    mini.http("send")
    with pytest.raises(ValueError, match=r"the_value(\[0\])? must") as caught:
        mini.call("send", the_value=bad)
    assert str(caught.value).replace("[0]", "") == f"the_value must {said}"


def test_enums_are_arguments_of_their_type(compiled: Compile) -> None:
    schemas = {"Level": {"type": "integer", "enum": [1, 2]}, "Colour": {"type": "string", "enum": ["red"]}}
    parameters = [
        query("level", ref("Level")),
        query("colour", ref("Colour")),
        query("many", {"type": "array", "items": ref("Level")}),
    ]
    mini = compiled(spec(schemas, {"/x": {"get": get("x.get", OK, parameters=parameters)}}))
    request = mini.call("x.get", level=2, colour="red", many=[1, 2])
    assert request.query == (("level", "2"), ("colour", "red"), ("many", "1"), ("many", "2"))
    with pytest.raises(TypeError, match="level must be 1 or 2, not str"):
        mini.call("x.get", level="1")
    for name, value in (("level", 7), ("colour", "blue"), ("many", [1, 9])):
        with pytest.raises(ValueError, match=rf"^{name}(\[1\])? must be "):
            mini.call("x.get", **{name: value})


def test_null_and_absent_differ_by_unset(compiled: Compile) -> None:
    properties = {
        "title": {"type": ["string", "null"]},
        "muted": {"type": "boolean"},
        "at": {"anyOf": [TIME, {"type": "null"}]},
    }
    mini = compiled(posting(obj(properties)))
    assert mini.call("send").body.value == {}
    assert mini.call("send", title=None, muted=None, at=None).body.value == {"title": None, "at": None}
    assert mini.call("send", title="x", muted=False).body.value == {"title": "x", "muted": False}
    unset = mini.module("_model").UNSET
    assert mini.call("send", title=unset).body.value == {}


def test_a_required_constant_text_is_the_default_a_constant_true_must_be_said(compiled: Compile) -> None:
    properties = {"grant": {"type": "string", "const": "code"}, "agree": {"type": "boolean", "const": True}}
    mini = compiled(posting(obj(properties, "grant", "agree")))
    assert mini.call("send", agree=True).body.value == {"grant": "code", "agree": True}
    with pytest.raises(TypeError, match="agree"):
        mini.call("send")
    with pytest.raises(ValueError, match="agree must be True"):
        mini.call("send", agree=False)


def test_members_of_an_optional_body_are_optional(compiled: Compile) -> None:
    mini = compiled(posting(obj({"id": STRING}, "id"), required=False))
    assert mini.call("send").body.value == {}


def test_a_form(compiled: Compile) -> None:
    properties = {"code": STRING, "many": {"type": "array", "items": STRING}, "sure": {"type": "boolean"}}
    mini = compiled(posting(obj(properties, "code"), "application/x-www-form-urlencoded"))
    request = mini.http("send", code="a b&c", many=["x", "y"], sure=True)
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.content == b"code=a+b%26c&many=x&many=y&sure=true"


def test_multipart_with_a_boundary_of_the_http_library(compiled: Compile) -> None:
    properties = {
        "file": {"type": "string", "format": "binary"},
        "thumb": {"type": "string", "format": "binary"},
        "name": STRING,
    }
    mini = compiled(posting(obj(properties, "file"), "multipart/form-data"))
    request = mini.http("send", file=("x.png", b"made up", "image/png"), name="é")
    kind, _, boundary = request.headers["content-type"].partition("; boundary=")
    assert kind == "multipart/form-data"
    assert request.content.count(b"--" + boundary.encode()) == 3
    assert b'name="file"; filename="x.png"\r\nContent-Type: image/png\r\n\r\nmade up' in request.content
    assert b'name="name"\r\n\r\n\xc3\xa9' in request.content
    with pytest.raises(TypeError, match="file must be a path, bytes, a file opened with 'rb'"):
        mini.call("send", file=7)


def test_an_optional_file_may_be_left_out(compiled: Compile) -> None:
    properties = {"file": {"type": "string", "format": "binary"}, "thumb": {"type": "string", "format": "binary"}}
    mini = compiled(posting(obj(properties, "file"), "multipart/form-data"))
    assert b"thumb" not in mini.http("send", file=b"x").content
    assert b'name="thumb"' in mini.http("send", file=b"x", thumb=b"y").content


def test_a_named_free_form_body_is_one_argument(compiled: Compile) -> None:
    free = {"type": "object", "additionalProperties": True, "description": "Anything."}
    mini = compiled(posting(free))
    assert mini.call("send", body={"a": [1, None]}).body.value == {"a": [1, None]}
    with pytest.raises(TypeError, match="body must be a mapping, not list"):
        mini.call("send", body=[1])


def test_an_empty_body_is_sent_as_an_empty_object(compiled: Compile) -> None:
    mini = compiled(posting({"type": "object"}))
    assert mini.http("send").content == b"{}"


def test_nested_arguments_are_models_or_mappings_at_every_depth(compiled: Compile) -> None:
    schemas = {
        "Place": obj({"cityName": STRING}, "cityName"),
        "Person": obj(
            {
                "fullName": STRING,
                "home": ref("Place"),
                "others": {"type": "array", "items": ref("Place")},
                "by": {"type": "object", "additionalProperties": ref("Place")},
                "born": TIME,
            },
            "fullName",
        ),
    }
    people = {"type": "array", "items": ref("Person")}
    mini = compiled(posting(obj({"person": ref("Person"), "people": people}), schemas=schemas))
    home = {"city_name": "x"}
    person = {"full_name": "A", "home": home, "others": [home], "by": {"k": home}, "born": "2026-01-01T00:00Z"}
    city = {"cityName": "x"}
    wanted = {"fullName": "A", "home": city, "others": [city], "by": {"k": city}, "born": "2026-01-01T00:00:00.000Z"}
    assert mini.call("send", person=person, people=[person, mini.model("Person").from_dict(wanted)]).body.value == {
        "person": wanted,
        "people": [wanted, wanted],
    }
    for bad, said in (
        (
            person | {"home": {"cityName": "x"}},
            "person.home has an unknown key 'cityName'; the keys of a Place are city_name",
        ),
        (person | {"others": [home, {}]}, r"person.others\[1\] must have the key 'city_name', which Place requires"),
        (person | {"by": {"k": 5}}, r"person.by.\* must be a mapping, not int"),
        (person | {"others": "x"}, "person.others must be a list, not str"),
    ):
        with pytest.raises(TypeError, match=said):
            mini.call("send", person=bad)


def test_dates_are_sent_as_the_server_spells_them(compiled: Compile, monkeypatch: pytest.MonkeyPatch) -> None:
    mini = compiled(spec(paths={"/x": {"get": get("x.get", OK, parameters=[query("at", TIME)])}}))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    assert mini.call("x.get", at="2026-12-24T18:00:00").query == (("at", "2026-12-24T18:00:00.000Z"),)
    with pytest.raises(ValueError, match="at must be a datetime, a date, a timedelta from now, or a date string"):
        mini.call("x.get", at="soon")
    monkeypatch.undo()
    time.tzset()
