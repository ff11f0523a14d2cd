"""The OpenAPI document of the control of a fake server, from the verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..wire.json_values import Json
from .results import SCHEMAS
from .verbs import Argument, Verb

_ABOUT = (
    "Control of a fake Beeper server. The names of arguments are those of `beeper_sdk.testing` in Python: dates and "
    "times are in ISO 8601, durations in seconds. A result is the JSON of the response; `null` if there is none."
)
_ERRORS = {
    "400": "The body is not JSON.",
    "401": "The control token is missing or wrong.",
    "403": "A page of another origin sent the request.",
    "404": "Nothing has a name that the request contains.",
    "409": "It is not possible now, or an assertion failed.",
    "422": "An argument is missing, unknown or wrong: `argument` names it.",
}


@lru_cache(maxsize=2)
def document(verbs: Sequence[Verb]) -> Json:
    """The document of these verbs."""
    paths: dict[str, Json] = {}
    for verb in verbs:
        paths.setdefault(verb.path, {})[verb.method.lower()] = _operation(verb)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Control of a fake Beeper server", "version": "1", "description": _ABOUT},
        "security": [{"controlToken": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"controlToken": {"type": "http", "scheme": "bearer"}},
            "schemas": SCHEMAS | {"Error": _error()},
            "responses": {status: _failure(about) for status, about in _ERRORS.items()},
        },
    }


def _error() -> Json:
    text = {"type": "string"}
    return {
        "type": "object",
        "required": ["message", "code"],
        "properties": {"message": text, "code": text, "argument": text},
    }


def _failure(about: str) -> Json:
    return {
        "description": about,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
    }


def _operation(verb: Verb) -> Json:
    about = verb.about
    operation: Json = {
        "operationId": f"{verb.subject}_{verb.name}",
        "tags": [verb.subject],
        "summary": about.summary,
        **({"description": about.description} if about.description else {}),
        "responses": {
            "200": {
                "description": about.returns or "Done.",
                "content": {"application/json": {"schema": dict(verb.result)}},
            },
            **{status: {"$ref": f"#/components/responses/{status}"} for status in _ERRORS},
        },
    }
    if parameters := [_parameter(verb, name) for name in verb.path_names] + [
        {"name": one.name, "in": "query", "required": one.required, "schema": _schema(one)}
        for one in verb.arguments
        if one.place == "query"
    ]:
        operation["parameters"] = parameters
    if (body := _body(verb)) is not None:
        operation["requestBody"] = body
    return operation


def _parameter(verb: Verb, name: str) -> Json:
    about = next((one.about for one in verb.arguments if one.name == name), "")
    about = about or ("A name, as `WorldView.person` finds people." if name == "person" else f"The {name}.")
    return {"name": name, "in": "path", "required": True, "description": about, "schema": {"type": "string"}}


def _body(verb: Verb) -> Json | None:
    if verb.raw is not None:
        return {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}}
    arguments = [one for one in verb.arguments if one.place == "body"]
    if not arguments:
        return None
    required = [one.name for one in arguments if one.required]
    schema: Json = {
        "type": "object",
        "properties": {one.name: _schema(one) for one in arguments},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }
    return {"required": bool(required), "content": {"application/json": {"schema": schema}}}


def _schema(argument: Argument) -> Json:
    schema = dict(argument.shape.schema)
    if argument.about:
        schema["description"] = argument.about
    if argument.default is not None:
        schema["default"] = argument.default
    return schema
