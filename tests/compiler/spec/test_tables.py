"""All that is known of the API (tables.yaml) is in openapi.yaml; where it differs, departures.py says why."""

from __future__ import annotations

from typing import Any

from tests.compiler.spec import departures, shapes
from tests.compiler.spec.document import (
    Json,
    Operation,
    document,
    operations,
    own,
    parameters,
    resolve,
    schemas,
    tables,
)
from tests.each import each_of

KNOWN: dict[str, Json] = tables()["operations"]
SCHEMAS: dict[str, Json] = tables()["schemas"]
FIELDS: dict[str, Json] = {
    f"{name}.{wire}": field for name, schema in SCHEMAS.items() for wire, field in schema.get("fields", {}).items()
}
SPELLED_OUT = [key for key in KNOWN if not key.split()[1].startswith("/_matrix")]
OPERATIONS: dict[str, Operation] = {op.key: op for op in operations(document())}


def _shape(schema: Json) -> Json:
    return shapes.from_spec(document(), schema, set(SCHEMAS))


def _field_shapes(schema: Json) -> dict[str, Json]:
    body = own(schema)
    required = set(body.get("required", []))
    return {
        wire: {**_shape(field), **({"required": True} if wire in required else {})}
        for wire, field in body.get("properties", {}).items()
    }


def _ref(schema: Json) -> object:
    if schema.get("type") == "array":
        return [_ref(schema["items"])]
    return "binary" if schema.get("format") == "binary" else schema["$ref"].rsplit("/", 1)[-1]


def test_the_tables_hold_what_they_held() -> None:
    counted = (len(KNOWN), len(SCHEMAS), len(FIELDS))
    assert counted == (93, 184, 747), "if tables.yaml grew because the API did, write the new numbers here"


def test_the_contract_has_these_operations_and_no_others() -> None:
    assert set(OPERATIONS) == set(KNOWN)


@each_of([key for key, known in KNOWN.items() if "method" in known])
def test_methods_have_their_names(key: str) -> None:
    assert OPERATIONS[key].body["x-beeper-method"] == KNOWN[key]["method"]


@each_of(SPELLED_OUT)
def test_parameters_are_as_known(key: str) -> None:
    actual = {
        p["name"]: {"in": p["in"], **_shape(p["schema"]), **({"required": True} if p.get("required") else {})}
        for p in parameters(document(), OPERATIONS[key])
    }
    assert actual == {name: shapes.from_table(p) for name, p in KNOWN[key].get("parameters", {}).items()}


@each_of(SPELLED_OUT)
def test_bodies_are_as_known(key: str) -> None:
    known = KNOWN[key].get("body")
    body = OPERATIONS[key].body.get("requestBody")
    assert (body is None) is (known is None)
    if body is None or known is None:
        return
    ((media, content),) = body["content"].items()
    assert (media, body["required"]) == (known["media"], known["required"])
    if "schema" in known:
        assert _ref(content["schema"]) == known["schema"]
    else:
        expected = {name: shapes.from_table(f) for name, f in known["fields"].items()}
        assert _field_shapes(resolve(document(), content["schema"])) == expected


@each_of([key for key, known in KNOWN.items() if "answers" in known])
def test_answers_are_as_known(key: str) -> None:
    body = OPERATIONS[key].body
    actual: dict[int, object] = {}
    for status, answer in body["responses"].items():
        if int(status) < 400:
            actual[int(status)] = next((_ref(c["schema"]) for c in answer.get("content", {}).values()), None)
    known: dict[int, Any] = KNOWN[key]["answers"]
    if body["x-beeper-method"] in departures.ANSWERS:
        departed = departures.ANSWERS[body["x-beeper-method"]][0]
        assert departed != known
        known = departed
    assert actual == known


@each_of(KNOWN)
def test_errors_are_as_known(key: str) -> None:
    actual: dict[str, list[int]] = {}
    for status, answer in OPERATIONS[key].body["responses"].items():
        if int(status) >= 400:
            content = resolve(document(), answer).get("content")
            kind = "Error" if content is None else _ref(content["application/json"]["schema"])
            assert (content is None) is (status == "416")
            actual.setdefault(str(kind), []).append(int(status))
    assert actual == KNOWN[key].get("errors", {})


@each_of(KNOWN)
def test_security_is_as_known(key: str) -> None:
    known = KNOWN[key]
    method = OPERATIONS[key].body["x-beeper-method"]
    bearer = {"bearer": [known["scope"]] if "scope" in known else []}
    expected: list[dict[str, list[str]]]
    expected = {"none": [], "bearer": [bearer], "bearer or none": [{}, bearer]}[known["security"]]
    if method.startswith("matrix."):
        expected = [{"bearer": ["read" if key.startswith("GET") else "write"]}]
    if method in departures.SECURITY:
        assert departures.SECURITY[method][0] != expected
        expected = departures.SECURITY[method][0]
    assert OPERATIONS[key].body["security"] == expected


def test_paged_operations_are_the_known_ones() -> None:
    paged = {key for key, op in OPERATIONS.items() if "x-beeper-pagination" in op.body}
    assert paged == {key for key, known in KNOWN.items() if known.get("pages")}


@each_of(SCHEMAS)
def test_schemas_are_as_known(name: str) -> None:
    known, schema = SCHEMAS[name], schemas(document())[name]
    hint = (
        f"{name} has these fields in openapi.yaml and those in tests/compiler/spec/tables.yaml: "
        "a new one goes into both"
    )
    assert list(_field_shapes(schema)) == list(known.get("fields", {})), hint
    assert schema.get("enum") == known.get("enum")
    extends = [p["$ref"].rsplit("/", 1)[-1] for p in schema.get("allOf", []) if "$ref" in p]
    assert extends == ([known["extends"]] if "extends" in known else [])
    for union in ("anyOf", "oneOf"):
        assert [_shape(v) for v in schema.get(union, [])] == known.get(union, [])
    closed = own(schema).get("additionalProperties") is False
    assert closed is (known.get("closed", False) and name not in departures.OPENED)


@each_of([name for name, schema in SCHEMAS.items() if "discriminator" in schema])
def test_unions_are_told_apart_as_known(name: str) -> None:
    actual = schemas(document())[name]["discriminator"]
    known = SCHEMAS[name]["discriminator"]
    assert actual["propertyName"] == known["propertyName"]
    mapping = {value: ref.rsplit("/", 1)[-1] for value, ref in actual["mapping"].items()}
    assert mapping == known.get("mapping", mapping)
    for value, variant in mapping.items():
        tag = _field_shapes(schemas(document())[variant])[known["propertyName"]]
        assert value in tag.get("enum", [tag.get("const")])


@each_of(FIELDS)
def test_fields_are_as_known(key: str) -> None:
    name, wire = key.split(".", 1)
    known = shapes.from_table(FIELDS[key])
    if key in departures.FIELDS:
        assert departures.FIELDS[key][0] != known
        known = departures.FIELDS[key][0]
    assert _field_shapes(schemas(document())[name])[wire] == known


def test_no_departure_is_left_over() -> None:
    methods = {op.body["x-beeper-method"] for op in OPERATIONS.values()}
    assert set(departures.FIELDS) <= set(FIELDS)
    assert set(departures.OPENED) <= {name for name, schema in SCHEMAS.items() if schema.get("closed")}
    assert set(departures.ANSWERS) | set(departures.SECURITY) <= methods


def test_equal_enums_have_one_name() -> None:
    enums = [
        tuple(sorted(s["enum"])) for s in schemas(document()).values() if s.get("type") == "string" and "enum" in s
    ]
    assert len(enums) == len(set(enums)) == 33
