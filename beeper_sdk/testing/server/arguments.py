"""The arguments of an operation, read from a request by the spec: from its path, query, headers and body."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl

from ..wire.errors import Refused, family_of
from ..wire.json_values import Json
from ..wire.requests import Call, path_params
from ..wire.spec import Operation
from ..wire.spec_document import document, operation_of, resolved
from .schemas import ObjectValidator, Validator, missing, problem

FORM = "application/x-www-form-urlencoded"
UNREAD = "multipart/form-data"
"""The content type of bodies that services read themselves."""


def invalid(problems: Iterable[Json], path: str, query: str) -> Refused:
    """The error for a request with invalid arguments."""
    issues: list[Json] = [
        {"code": str(found["type"]), "message": str(found["msg"]), "path": list(found["loc"])} for found in problems
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
        self.name: str = python_name(raw["name"])
        self._alias: str = raw["name"]
        self._place: str = raw["in"]
        self._is_list = resolved(schema).get("type") == "array"
        self._required: bool = raw.get("required", False)
        self._default: object = schema.get("default")
        self._validator = Validator(schema, self._place, self._alias)

    def read(
        self, path: Mapping[str, str], query: Mapping[str, list[str]], headers: Mapping[str, str]
    ) -> tuple[object, list[Json]]:
        """The value of a parameter, the default if it is not given, and what is wrong with it."""
        given = self._given(path, query, headers)
        if given is None:
            return self._default, [missing(self._place, self._alias)] if self._required else []
        return self._validator.read(given)

    def _given(
        self, path: Mapping[str, str], query: Mapping[str, list[str]], headers: Mapping[str, str]
    ) -> list[str] | str | None:
        if self._place == "path":
            return path[self._alias]
        if self._place == "header":
            return headers.get(self._alias.lower())
        found = query.get(self._alias)
        return found if found is None or self._is_list else found[-1]


class Body:
    """The body of an operation."""

    def __init__(self, content_type: str, raw: Json) -> None:
        schema: Json = raw["content"][content_type]["schema"]
        self.is_form: bool = content_type == FORM
        self.is_unread: bool = content_type == UNREAD
        self._required: bool = raw.get("required", False)
        self._fields: Json = resolved(schema).get("properties", {})
        self._validator = None if self.is_unread else ObjectValidator(schema, "body")

    def read(self, given: object) -> tuple[Json, list[Json]]:
        """The object that a body is, and what is wrong with it."""
        assert self._validator is not None  # noqa: S101 - services read other bodies
        return ({}, []) if given is None and not self._required else self._validator.read_object(given)

    def absent(self) -> list[Json]:
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

    @property
    def names(self) -> list[str]:
        """The Python names of the parameters."""
        return [parameter.name for parameter in self._parameters]

    def read(self, call: Call, query: str) -> tuple[dict[str, object], list[Json]]:
        """The values of the parameters by their Python names, and what is wrong with them."""
        queried: dict[str, list[str]] = {}
        for name, value in parse_qsl(query, keep_blank_values=True) if query else ():
            queried.setdefault(name, []).append(value)
        path = path_params(self._template, call.path)
        values: dict[str, object] = {}
        problems: list[Json] = []
        for parameter in self._parameters:
            values[parameter.name], found = parameter.read(path, queried, call.headers)
            problems += found
        return values, problems


def read_json(content: bytes, content_type: str) -> tuple[object, list[Json]]:
    """The value of a JSON body, or the bytes of a body of another type, and what is wrong with it."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        return content, []
    try:
        return json.loads(content), []
    except json.JSONDecodeError as error:
        return None, [problem("json_invalid", "JSON decode error", "body", error.pos)]
    except (ValueError, RecursionError):
        raise Refused(400, "There was an error parsing the body") from None


_NEW_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def python_name(name: str) -> str:
    """The name of an argument: ``account_ids`` of ``accountIDs``."""
    return _NEW_WORD.sub("_", name).lower()
