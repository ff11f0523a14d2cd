"""How the member of a union is chosen: each rule on a spec of a few lines, compiled and run."""

from __future__ import annotations

import pickle
from copy import copy
from datetime import UTC, datetime

import pytest

from tests.compiler.conftest import Compile
from tests.compiler.mini import INTEGER, STRING, TIME, lossless, obj, ref, spec

WHEN = datetime(2026, 8, 31, 19, 41, 41, tzinfo=UTC)


CAT = obj({"kind": {"const": "cat"}, "lives": INTEGER}, "kind", "lives")


DOG = obj({"kind": {"const": "dog"}, "name": STRING}, "kind", "name")


def test_a_union_by_discriminator(compiled: Compile) -> None:
    discriminator = {"propertyName": "kind", "mapping": {"cat": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]}}
    pet = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": discriminator}
    mini = compiled(spec({"Cat": CAT, "Dog": DOG, "Pet": pet, "Home": obj({"pet": ref("Pet")}, "pet")}))
    assert type(mini.load("Pet", {"kind": "cat", "lives": 9})) is mini.model("Cat")
    home = mini.load("Home", {"pet": {"kind": "dog", "name": "x"}})
    assert type(home.pet) is mini.model("Dog")
    assert lossless(home, {"pet": {"kind": "dog", "name": "x"}})
    with pytest.raises(mini.decode_error, match=r"^\$\.pet\.lives: missing$"):
        mini.load("Home", {"pet": {"kind": "cat"}})


def test_a_union_by_a_constant_without_a_discriminator(compiled: Compile) -> None:
    mini = compiled(spec({"Cat": CAT, "Dog": DOG, "Pet": {"anyOf": [ref("Cat"), ref("Dog")]}}))
    assert type(mini.load("Pet", {"kind": "dog", "name": "x"})) is mini.model("Dog")


def test_a_union_by_a_constant_boolean_or_number(compiled: Compile) -> None:
    schemas = {
        "On": obj({"active": {"type": "boolean", "const": True}}, "active"),
        "Off": obj({"active": {"type": "boolean", "const": False}}, "active"),
        "Either": {"anyOf": [ref("On"), ref("Off")]},
        "One": obj({"version": {"type": "integer", "const": 1}}, "version"),
        "Two": obj({"version": {"type": "integer", "const": 2}}, "version"),
        "Any": {"anyOf": [ref("One"), ref("Two")]},
    }
    mini = compiled(spec(schemas))
    assert type(mini.load("Either", {"active": False})) is mini.model("Off")
    with pytest.raises(ValueError, match=r"\$\.active: expected bool, found int"):
        mini.load("Either", {"active": 1})
    assert type(mini.load("Any", {"version": 2})) is mini.model("Two")


def test_a_union_by_enums_that_share_no_value(compiled: Compile) -> None:
    schemas = {
        "WildKind": {"type": "string", "enum": ["lion", "tiger"]},
        "TameKind": {"type": "string", "enum": ["cat"]},
        "Wild": obj({"kind": ref("WildKind")}, "kind"),
        "Tame": obj({"kind": ref("TameKind")}, "kind"),
        "Animal": {"anyOf": [ref("Wild"), ref("Tame")]},
    }
    mini = compiled(spec(schemas))
    assert type(mini.load("Animal", {"kind": "tiger"})) is mini.model("Wild")
    assert type(mini.load("Animal", {"kind": "cat"})) is mini.model("Tame")


def test_a_union_by_the_key_that_only_one_member_requires(compiled: Compile) -> None:
    schemas = {
        "Whole": obj({"id": STRING, "title": STRING}, "id", "title"),
        "Short": obj({"id": STRING}, "id"),
        "Result": {"anyOf": [ref("Whole"), ref("Short")]},
    }
    mini = compiled(spec(schemas))
    assert type(mini.load("Result", {"id": "1", "title": "x"})) is mini.model("Whole")
    assert type(mini.load("Result", {"id": "1"})) is mini.model("Short")
    with pytest.raises(ValueError, match=r"\$\.id: missing"):
        mini.load("Result", {})


def test_a_union_by_json_type(compiled: Compile) -> None:
    schemas = {
        "Point": obj({"x": INTEGER}, "x"),
        "Mixed": {
            "anyOf": [
                {"type": "boolean"},
                INTEGER,
                TIME,
                {"type": "array", "items": STRING},
                ref("Point"),
                {"type": "null"},
            ]
        },
        "Holder": obj({"value": ref("Mixed")}),
    }
    mini = compiled(spec(schemas))
    assert mini.load("Mixed", True) is True
    assert mini.load("Mixed", 5) == 5
    assert mini.load("Mixed", "2026-08-31T19:41:41.000Z") == WHEN
    assert mini.load("Mixed", ["a"]) == ["a"]
    assert mini.load("Mixed", {"x": 1}) == mini.model("Point")(x=1)
    assert mini.load("Mixed", None) is None
    with pytest.raises(mini.decode_error, match=r"^\$: expected "):
        mini.load("Mixed", 1.5)
    for value in (True, 5, "2026-08-31T21:41:41+02:00", ["a"], {"x": 1, "new": 2}, None):
        assert lossless(mini.load("Holder", {"value": value}), {"value": value})


def test_a_union_of_objects_or_null(compiled: Compile) -> None:
    pet = {"anyOf": [ref("Cat"), ref("Dog"), {"type": "null"}]}
    mini = compiled(spec({"Cat": CAT, "Dog": DOG, "Pet": pet, "Home": obj({"pet": ref("Pet")}, "pet")}))
    assert type(mini.load("Pet", {"kind": "dog", "name": "x"})) is mini.model("Dog")
    assert mini.load("Pet", None) is None
    assert lossless(mini.load("Home", {"pet": None}), {"pet": None})


def test_an_unknown_variant_keeps_its_data(compiled: Compile) -> None:
    schemas = {
        "Cat": CAT,
        "Dog": DOG,
        "Pet": {"anyOf": [ref("Cat"), ref("Dog")]},
        "Home": obj({"pet": ref("Pet")}, "pet"),
    }
    mini = compiled(spec(schemas))
    data = {"pet": {"kind": "newt", "legs": [4]}}
    home = mini.load("Home", data)
    assert type(home.pet).__name__ == "UnknownVariant"
    for twin in (home, copy(home), pickle.loads(pickle.dumps(home))):
        assert twin == home
        assert lossless(twin, data)
