"""Rules for schemas: each is shown on a spec of a few lines, compiled and run."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.compiler.conftest import Compile
from tests.compiler.mini import INTEGER, STRING, TIME, lossless, obj, ref, spec

WHEN = datetime(2026, 8, 31, 19, 41, 41, tzinfo=UTC)


def test_all_of_is_a_subclass(compiled: Compile) -> None:
    schemas = {
        "User": obj({"id": STRING, "name": STRING}, "id"),
        "Member": {"allOf": [ref("User"), obj({"admin": {"type": "boolean"}}, "admin")]},
        "Owner": {"allOf": [ref("Member"), obj({"since": TIME})]},
    }
    mini = compiled(spec(schemas))
    owner = mini.load("Owner", {"id": "1", "admin": True, "since": "2026-08-31"})
    assert isinstance(owner, mini.model("Member"))
    assert isinstance(owner, mini.model("User"))
    assert (owner.id, owner.name, owner.admin) == ("1", None, True)
    assert lossless(owner, {"id": "1", "admin": True, "since": "2026-08-31"})
    assert mini.model("Owner")(id="1", admin=False).to_dict() == {"id": "1", "admin": False}
    with pytest.raises(mini.decode_error, match=r"^\$\.id: missing$"):
        mini.load("Owner", {"admin": True})


def test_an_enum_is_open(compiled: Compile) -> None:
    schemas = {
        "Colour": {"type": "string", "enum": ["red", "green"]},
        "Level": {"type": "integer", "enum": [1, 2]},
        "Paint": obj({"colour": ref("Colour"), "level": ref("Level")}, "colour"),
    }
    mini = compiled(spec(schemas))
    paint = mini.load("Paint", {"colour": "blue", "level": 7})
    assert (paint.colour, paint.level) == ("blue", 7)
    assert "Colour: TypeAlias = Literal['red', 'green'] | str" in mini.files["models/_enums.py"]
    assert "Level: TypeAlias = Literal[1, 2] | int" in mini.files["models/_enums.py"]
    request = mini.call("all.paint")
    assert mini.decoded(request, {"colour": "blue", "level": 7}, strict=True).level == 7
    with pytest.raises(mini.decode_error, match=r"^\$\.level: expected int, found str$"):
        mini.decoded(request, {"colour": "blue", "level": "7"}, strict=True)


@pytest.mark.parametrize(
    "value",
    [
        {"list": ["2026-08-31", "2026-08-31T19:41:41.000Z"]},
        {"list": ["2026-08-31T19:41:41.000Z"]},
        {"map": {"a": "2026-08-31T19:41:41+02:00", "b": "2026-08-31T19:41:41.000Z"}},
        {"maybe": None},
        {"maybe": "20260831T194141Z"},
        {"number_or": 5},
        {"number_or": "2026-08-31T19:41Z"},
        {"lists": [["2026-08-31"], []]},
    ],
    ids=str,
)
def test_timestamps_inside_containers_keep_their_spelling(compiled: Compile, value: dict[str, Any]) -> None:
    schema = obj(
        {
            "list": {"type": "array", "items": TIME},
            "lists": {"type": "array", "items": {"type": "array", "items": TIME}},
            "map": {"type": "object", "additionalProperties": TIME},
            "maybe": {"anyOf": [TIME, {"type": "null"}]},
            "number_or": {"anyOf": [INTEGER, TIME]},
        }
    )
    mini = compiled(spec({"Times": schema}))
    times = mini.load("Times", value)
    assert lossless(times, value)
    assert lossless(pickle.loads(pickle.dumps(times)), value)


def test_changing_a_timestamp_inside_a_container_shows(compiled: Compile) -> None:
    mini = compiled(spec({"Times": obj({"list": {"type": "array", "items": TIME}})}))
    times = mini.load("Times", {"list": ["2026-08-31", "2026-09-01"]})
    times.list = [WHEN]
    assert times.to_dict() == {"list": ["2026-08-31T19:41:41.000Z"]}


def test_objects_in_containers_are_models(compiled: Compile) -> None:
    schemas = {
        "Point": obj({"x": INTEGER}, "x"),
        "Shape": obj(
            {
                "list": {"type": "array", "items": ref("Point")},
                "map": {"type": "object", "additionalProperties": ref("Point")},
                "lists": {"type": "array", "items": {"type": "array", "items": ref("Point")}},
                "own": ref("Shape"),
            },
            "list",
        ),
    }
    mini = compiled(spec(schemas))
    data: dict[str, Any] = {
        "list": [{"x": 1}],
        "map": {"a": {"x": 2, "new": None}},
        "lists": [[{"x": 3}]],
        "own": {"list": []},
    }
    shape = mini.load("Shape", data)
    assert [shape.list[0].x, shape.map["a"].x, shape.lists[0][0].x, shape.own.list] == [1, 2, 3, []]
    assert lossless(shape, data)
    for key, value, missing in (("lists", [[{}]], "lists[0][0].x"), ("map", {"a": {}}, "map[0].x")):
        incomplete = mini.load("Shape", data | {key: value})
        assert incomplete.missing_fields == (missing,)
        assert lossless(incomplete, data | {key: value})


def test_free_form_values_are_kept(compiled: Compile) -> None:
    schemas = {
        "Free": obj({"any": {}, "map": {"type": "object", "additionalProperties": True}, "bare": {"type": "object"}})
    }
    mini = compiled(spec(schemas))
    given: list[dict[str, Any]] = [{"any": [1, {"a": None}]}, {"any": None}, {"map": {"a": 1}}, {"bare": {"b": []}}, {}]
    for data in given:
        assert lossless(mini.load("Free", data), data)


NAMES = {
    "accountIDs": "account_ids",
    "imgURL": "img_url",
    "srcURLs": "src_urls",
    "chatIDsList": "chat_ids_list",
    "m.tz": "m_tz",
    "Content-Type": "content_type",
    "from": "from_",
    "class": "class_",
    "type": "type",
    "id": "id",
    "self": "self_",
    "toDict": "to_dict_",
    "_extras": "extras",
    "data": "data",
    "v": "v",
    "count": "count",
    "out": "out",
    "cls": "cls",
    "e2ee": "e2ee",
    "isSelf": "is_self",
    "HTTPServer": "http_server",
    "list": "list",
    "datetime": "datetime",
}


@pytest.mark.parametrize("required", [True, False], ids=["required", "optional"])
def test_names_are_those_a_python_user_expects(compiled: Compile, required: bool) -> None:
    properties = dict.fromkeys(NAMES, STRING)
    mini = compiled(spec({"Named": obj(properties, *(NAMES if required else ()))}))
    data = {wire: f"of {wire}" for wire in NAMES}
    loaded = mini.load("Named", data)
    assert {wire: getattr(loaded, attribute) for wire, attribute in NAMES.items()} == data
    assert lossless(loaded, data)
    assert mini.model("Named")(**{NAMES[wire]: value for wire, value in data.items()}) == loaded
    assert loaded.evolve(from_="new").to_dict()["from"] == "new"


def test_descriptions_cannot_break_the_code(compiled: Compile) -> None:
    hard = 'Ends in a quote: """ and \\n a backslash \\ and {{ braces }} {% raw %} "'
    schemas = {"Odd": obj({"id": STRING | {"description": hard}}, "id", description=hard)}
    assert compiled(spec(schemas)).load("Odd", {"id": "1"}).id == "1"
