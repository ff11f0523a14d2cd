"""The arguments of an operation, read from a request by the spec: values of the path, the query, headers and the body.

Parameters are checked by validators of pydantic_core, which are made of the spec; bodies by the generated models.
Importing the models and pydantic takes half a second, so the first request with a body does it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import parse_qsl

from pydantic_core import SchemaValidator, ValidationError, core_schema

from ..wire.errors import Refused, family_of
from ..wire.json_values import Json
from ..wire.requests import Call, path_params
from ..wire.spec import Operation, document, operation_of, resolved

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Problem: TypeAlias = Json
"""``{type, loc, msg}``, as pydantic reports what is invalid."""
FORM = "application/x-www-form-urlencoded"
UNREAD = "multipart/form-data"
"""The content type of bodies that services read themselves."""


def invalid(problems: Iterable[Problem], path: str, query: str) -> Refused:
    """The error for a request with invalid arguments."""
    issues: list[Json] = [
        {"code": str(problem["type"]), "message": str(problem["msg"]), "path": list(problem["loc"])}
        for problem in problems
    ]
    message: str = issues[0]["message"]
    if family_of(path) == "oauth":
        code = "invalid_client_metadata" if path == "/oauth/register" else "invalid_request"
        return Refused(400, message, code=code)
    # 422, but for what real servers were seen, or are built, to answer with 400.
    blank = path == "/v1/chats/search" and dict(parse_qsl(query, keep_blank_values=True)).get("query") == ""
    no_json = any(issue["code"] == "json_invalid" for issue in issues)
    return Refused(400 if blank or no_json else 422, message, details={"issues": issues})


class Parameter:
    """A parameter in the path, the query or a header."""

    def __init__(self, raw: Json) -> None:
        schema: Json = raw["schema"]
        self.alias: str = raw["name"]
        self.place: str = raw["in"]
        self.name: str = python_name(self.alias)
        self.is_list: bool = resolved(schema).get("type") == "array"
        self._required: bool = raw.get("required", False)
        self._default: object = schema.get("default")
        check = _schema(schema)
        self._validator = SchemaValidator(check if self._required else core_schema.nullable_schema(check))

    def read(self, given: object) -> tuple[object, list[Problem]]:
        """The value of a parameter, None if it is not given, and what is wrong with it."""
        if given is None:
            return self._default, [missing(self.place, self.alias)] if self._required else []
        return validated(self._validator.validate_python, given, self.place, self.alias)


def missing(*place: str) -> Problem:
    """The problem of a value that is required and not there."""
    return {"type": "missing", "loc": place, "msg": "Field required"}


def validated(check: Callable[[object], object], given: object, *place: str) -> tuple[object, list[Problem]]:
    """The value that pydantic makes of another one, and what is wrong with it."""
    try:
        return check(given), []
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        return None, [{"type": one["type"], "loc": (*place, *one["loc"]), "msg": one["msg"]} for one in found]


class Body:
    """The body of an operation."""

    def __init__(self, content_type: str, raw: Json) -> None:
        schema: Json = raw["content"][content_type]["schema"]
        self.is_form: bool = content_type == FORM
        self.is_unread: bool = content_type == UNREAD
        self._model = str(schema["$ref"]).rpartition("/")[2]
        self._required: bool = raw.get("required", False)
        self._fields: Json = resolved(schema).get("properties", {})
        self._adapter: TypeAdapter[object] | None = None

    def read(self, given: object) -> tuple[object, list[Problem]]:
        """The model of a body, and what is wrong with it."""
        return validated(self._check, given, "body")

    def absent(self) -> list[Problem]:
        """What is wrong with a request without a body."""
        return [missing("body")] if self._required else []

    def of_form(self, fields: Iterable[tuple[str, object]]) -> Json:
        """The object that a form describes. Of fields with one name the last one counts, and empty ones do not."""
        values: Json = {}
        extra: dict[str, list[object]] = {}
        for name, value in fields:
            if name in self._fields:
                values[name] = value
            else:
                extra.setdefault(name, []).append(value)
        known = {name: values[name] for name in self._fields if values.get(name)}
        return known | {name: found[0] if len(found) == 1 else found for name, found in extra.items()}

    def _check(self, given: object) -> object:
        if self._adapter is None:
            from pydantic import TypeAdapter

            from beeper_sdk_server import models

            model: Any = getattr(models, self._model)
            self._adapter = TypeAdapter(model if self._required else model | None)
        return self._adapter.validate_python(given, from_attributes=True)


class Arguments:
    """What an operation is called with."""

    def __init__(self, operation: Operation) -> None:
        item: Json = document()["paths"][operation.template]
        raw = operation_of(operation.template, operation.method)
        listed: list[Json] = [*item.get("parameters", ()), *raw.get("parameters", ())]
        self._template = operation.template
        self.has_principal: bool = bool(raw.get("security"))
        self._parameters = [Parameter(resolved(parameter)) for parameter in listed]
        body = resolved(raw.get("requestBody", {}))
        self.body: Body | None = next((Body(content_type, body) for content_type in body.get("content", ())), None)

    def read(self, call: Call, query: str) -> tuple[dict[str, object], list[Problem]]:
        """The values of the parameters by their Python names, and what is wrong with them."""
        queried: dict[str, list[str]] = {}
        for name, value in parse_qsl(query, keep_blank_values=True) if query else ():
            queried.setdefault(name, []).append(value)
        path = path_params(self._template, call.path)
        values: dict[str, object] = {}
        problems: list[Problem] = []
        for parameter in self._parameters:
            given = _given(parameter, path, queried, call.headers)
            values[parameter.name], found = parameter.read(given)
            problems += found
        return values, problems


def _given(
    parameter: Parameter, path: Mapping[str, str], query: Mapping[str, list[str]], headers: Mapping[str, str]
) -> object:
    if parameter.place == "path":
        return path[parameter.alias]
    if parameter.place == "header":
        return headers.get(parameter.alias.lower())
    found = query.get(parameter.alias)
    return found if found is None or parameter.is_list else found[-1]


def read_json(content: bytes, content_type: str) -> tuple[object, list[Problem]]:
    """The value of a JSON body, or the bytes of a body of another type, and what is wrong with it."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        return content, []
    try:
        return json.loads(content), []
    except json.JSONDecodeError as error:
        return None, [{"type": "json_invalid", "loc": ("body", error.pos), "msg": "JSON decode error"}]
    except (ValueError, RecursionError):
        raise Refused(400, "There was an error parsing the body") from None


_NEW_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def python_name(name: str) -> str:
    """The name of an argument: ``account_ids`` of ``accountIDs``."""
    return _NEW_WORD.sub("_", name).lower()


def _schema(schema: Json) -> core_schema.CoreSchema:
    """What pydantic_core checks the text of a parameter by."""
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    schema = resolved(schema)
    kinds = schema.get("type", "string")
    kind = kinds if isinstance(kinds, str) else next(one for one in kinds if one != "null")
    if "enum" in schema:
        return _enum(name, schema["enum"])
    if kind == "array":
        return core_schema.list_schema(_schema(schema["items"]))
    if kind == "boolean":
        return core_schema.bool_schema()
    if kind == "integer":
        least, above, most = (schema.get(key) for key in ("minimum", "exclusiveMinimum", "maximum"))
        return core_schema.int_schema(ge=least, gt=above, le=most)
    if schema.get("format") == "date-time":
        return core_schema.datetime_schema(tz_constraint="aware")
    return core_schema.str_schema(min_length=schema.get("minLength"), pattern=schema.get("pattern"))


def _enum(name: str, values: list[str]) -> core_schema.CoreSchema:
    """As the generated models do it: with members of an enum, which are strings."""
    make = cast("Callable[[str, list[tuple[str, str]]], type[StrEnum]]", StrEnum)
    members = make(name, [(f"value_{number}", value) for number, value in enumerate(values)])
    return core_schema.enum_schema(members, list(members), sub_type="str")
