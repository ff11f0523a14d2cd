"""Validators of pydantic_core, made of schemas of the spec. They convert and complain as the generated models do.

Importing these models and pydantic takes half a second, which the first request with a body would wait for.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import cast

from pydantic_core import PydanticKnownError, SchemaValidator, ValidationError, core_schema, to_jsonable_python

from ..wire.json_values import Json, is_list, is_object
from ..wire.spec_document import resolved


def problem(kind: str, message: str, *place: str | int) -> Json:
    """Something that is wrong with an argument, as pydantic reports it."""
    return {"type": kind, "loc": place, "msg": message}


def missing(*place: str) -> Json:
    """A value that is required and not there."""
    return problem("missing", "Field required", *place)


class Validator:
    """Checks the value of a parameter, or of a body if `place` is only that.

    Args:
        schema: What the spec says of it.
        place: Where it is in a request: ``("query", "limit")``.
        optional: Whether it may be null, too.
    """

    def __init__(self, schema: Json, *place: str, optional: bool = False) -> None:
        self._place = place
        check = _core(schema)
        self._validator = SchemaValidator(core_schema.nullable_schema(check) if optional else check)

    def read(self, given: object) -> tuple[object, list[Json]]:
        """The value as its type, and what is wrong with it."""
        try:
            return self._validator.validate_python(given), []
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False, include_input=False)
            return None, [problem(one["type"], one["msg"], *self._place, *one["loc"]) for one in found]


class ObjectValidator(Validator):
    """Checks an object. Its members may have more names than the spec."""

    def read_object(self, given: object) -> tuple[Json, list[Json]]:
        """The object with its members as they are stored, and what is wrong with it."""
        value, problems = self.read(given)
        stored: Json = to_jsonable_python(value)
        return stored or {}, problems


def _core(schema: Json) -> core_schema.CoreSchema:
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    schema = resolved(schema)
    if "anyOf" in schema:  # something or null
        return core_schema.nullable_schema(*(_core(one) for one in schema["anyOf"] if one.get("type") != "null"))
    kinds: object = schema.get("type", "object")
    if is_list(kinds):
        (kind,) = (str(one) for one in kinds if one != "null")
        return core_schema.nullable_schema(_core({**schema, "type": kind}))
    if "const" in schema:
        return core_schema.literal_schema([schema["const"]])
    if "enum" in schema:
        return _enum(name or "Enum", schema["enum"])
    # An object that has a name is a model, even if its members have no names.
    return _KINDS[str(kinds)]({"properties": {}, **schema} if name else schema)


def _enum(name: str, values: list[str]) -> core_schema.CoreSchema:
    """As the generated models do it: with members of an enum, which are strings."""
    make = cast("Callable[[str, list[tuple[str, str]]], type[StrEnum]]", StrEnum)
    members = make(name, [(f"value_{number}", value) for number, value in enumerate(values)])
    return core_schema.enum_schema(members, list(members), sub_type="str")


def _string(schema: Json) -> core_schema.CoreSchema:
    if schema.get("format") == "date-time":
        return core_schema.datetime_schema(tz_constraint="aware")
    shortest, longest = schema.get("minLength"), schema.get("maxLength")
    return core_schema.str_schema(min_length=shortest, max_length=longest, pattern=schema.get("pattern"))


def _integer(schema: Json) -> core_schema.CoreSchema:
    least, above, most = (schema.get(key) for key in ("minimum", "exclusiveMinimum", "maximum"))
    return core_schema.int_schema(ge=least, gt=above, le=most)


def _array(schema: Json) -> core_schema.CoreSchema:
    return core_schema.list_schema(_core(schema["items"]), min_length=schema.get("minItems"))


def _object(schema: Json) -> core_schema.CoreSchema:
    members, others = schema.get("properties"), schema.get("additionalProperties")
    if members is None:
        values = _core(others) if is_object(others) else None
        return core_schema.dict_schema(core_schema.str_schema(), values)
    required: list[str] = schema.get("required", [])
    fields: dict[str, core_schema.TypedDictField] = {}
    for name, member in members.items():
        # The models have None where an optional member was not sent, so null is no error for them.
        check = _core(member) if name in required else core_schema.nullable_schema(_core(member))
        fields[name] = core_schema.typed_dict_field(check, required=name in required)
    check = core_schema.typed_dict_schema(fields, extra_behavior="allow")
    return core_schema.no_info_before_validator_function(_of_a_model, check)


def _of_a_model(given: object) -> Json:
    if not is_object(given):
        raise PydanticKnownError("model_attributes_type")
    return given


_KINDS: dict[str, Callable[[Json], core_schema.CoreSchema]] = {
    "array": _array,
    "boolean": lambda _: core_schema.bool_schema(),
    "integer": _integer,
    "number": lambda _: core_schema.float_schema(),
    "object": _object,
    "string": _string,
}
