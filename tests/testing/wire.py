"""A plain HTTP client of the fake server that reads every answer twice: by the spec's schemas, by pydantic."""

from __future__ import annotations

import json
import re
from functools import cache
from types import GenericAlias
from typing import Any, Self
from urllib.parse import quote

import httpx
from jsonschema_rs import Draft202012Validator
from pydantic import BaseModel, TypeAdapter

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.wire.spec import Operation, match
from beeper_sdk_server import models
from beeper_sdk_server.spec import SPEC
from tests.schema_check import SchemaCheck

Json = dict[str, Any]


def enc(part: str) -> str:
    """A path part, encoded so that it stays one."""
    return quote(part, safe="")


@cache
def document() -> Json:
    """The spec."""
    loaded: Json = json.loads(SPEC)
    return loaded


def _resolve(node: Json) -> Json:
    while "$ref" in node:
        target: Any = document()
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def answer_schema(operation: Operation, status: int) -> Json | None:
    """The schema of an answer; None where the spec says there is no JSON."""
    responses: Json = document()["paths"][operation.template][operation.method.lower()]["responses"]
    assert str(status) in responses, f"{operation.id} answers {status}, which the spec does not list"
    content: Json = _resolve(responses[str(status)]).get("content", {})
    schema: Json | None = content.get("application/json", {}).get("schema")
    return schema


@cache
def _schema_check() -> SchemaCheck:
    return SchemaCheck(document())


@cache
def _validator(schema: str) -> Draft202012Validator:
    return _schema_check().validator(json.loads(schema))


@cache
def _adapter(name: str, *, listed: bool) -> TypeAdapter[Any]:
    model: type[BaseModel] = vars(models)[name]
    answer: Any = GenericAlias(list, model) if listed else model
    return TypeAdapter(answer)


def _read_by_models(schema: Json, body: bytes) -> None:
    listed = schema.get("type") == "array"
    name: str = (schema["items"] if listed else schema)["$ref"].removeprefix("#/components/schemas/")
    _adapter(name, listed=listed).validate_json(body)


class Wire:
    """Sends requests and checks what comes back; an empty token sends none."""

    def __init__(self, fake: FakeBeeper, token: str | None = None) -> None:
        self.fake = fake
        self.seen: set[str] = set()
        token = fake.token if token is None else token
        headers = {"authorization": f"Bearer {token}"} if token else {}
        # Without `verify` httpx would read the CA bundle for every client, which takes longer than a whole test.
        self.http = httpx.Client(base_url=fake.url, headers=headers, trust_env=False, verify=False, timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Any request; its answer is checked, whatever its status."""
        answer = self.http.request(method, path, **options)
        self.check(answer)
        return answer

    def check(self, answer: httpx.Response) -> None:
        """The answer is one the spec describes, and says which app sent it."""
        assert re.fullmatch(r"\d+\.\d+\.\d+", answer.headers.get("x-beeper-desktop-version", "4.1.92"))
        raw_path = answer.request.url.raw_path.partition(b"?")[0].decode()
        operation = match(answer.request.method, raw_path, None).operation
        if operation is None:
            return
        schema = answer_schema(operation, answer.status_code)
        if answer.is_success:
            self.seen.add(operation.id)
        if schema is None:
            return
        _validator(json.dumps(schema)).validate(answer.json())
        _read_by_models(schema, answer.content)

    def get(self, path: str, **params: Any) -> Any:
        """The JSON of a GET that must succeed."""
        return self.ok("GET", path, params=params)

    def post(self, path: str, body: object = None) -> Any:
        """The JSON of a POST that must succeed; None for 204."""
        return self.ok("POST", path) if body is None else self.ok("POST", path, json=body)

    def ok(self, method: str, path: str, **options: Any) -> Any:
        """The JSON of a request that must succeed; None where there is no body."""
        answer = self.send(method, path, **options)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def rejected(self, method: str, path: str, status: int, **options: Any) -> Any:
        """The JSON of a request that must be rejected."""
        answer = self.send(method, path, **options)
        assert answer.status_code == status, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json()

    def walk(self, path: str, direction: str = "before", **params: Any) -> list[Json]:
        """All items of all pages."""
        items: list[Json] = []
        key = "oldestCursor" if direction == "before" else "newestCursor"
        page = self.get(path, **params, **({} if direction == "before" else {"direction": direction}))
        params.pop("cursor", None)
        while True:
            items += page["items"]
            if not page["hasMore"]:
                return items
            page = self.get(path, cursor=page[key], direction=direction, **params)
