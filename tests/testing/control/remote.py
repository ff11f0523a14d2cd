"""A client of ``/_fake/`` that reads every request and response by the OpenAPI document of the server."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Self
from urllib.parse import unquote

import httpx

from beeper_sdk.testing import FakeBeeper
from tests.schema_check import SchemaCheck

Json = dict[str, Any]


class Remote:
    """What a program in another language is."""

    def __init__(self, fake: FakeBeeper) -> None:
        self.fake = fake
        headers = {"authorization": f"Bearer {fake.control_token}"}
        self.http = httpx.Client(headers=headers, trust_env=False, verify=False, timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        return self.http.request(method, self.fake.control_url + path, **options)

    def call(self, method: str, path: str, given: Json | None = None) -> Any:
        """The result of a verb, whose request and response must be as the document says."""
        operation = self._operation(method, path)
        options: Json = {"params" if method == "GET" else "json": given or {}}
        if given and method != "GET":
            self._check(operation["requestBody"]["content"]["application/json"]["schema"], given)
        answer = self.send(method, path, **options)
        assert answer.status_code == 200, f"{method} {path}: {answer.status_code} {answer.text}"
        result = answer.json()
        self._check(operation["responses"]["200"]["content"]["application/json"]["schema"], result)
        return result

    def refused(self, status: int, method: str, path: str, **options: Any) -> Json:
        """The error of a request that must be refused."""
        answer = self.send(method, path, **options)
        assert answer.status_code == status, f"{method} {path}: {answer.status_code} {answer.text}"
        body: Json = answer.json()
        self._check({"$ref": "#/components/schemas/Error"}, body)
        return body

    @cached_property
    def document(self) -> Json:
        answer: Json = self.send("GET", "/openapi.json").json()
        return answer

    @cached_property
    def _schemas(self) -> SchemaCheck:
        return SchemaCheck(self.document)

    def _check(self, schema: Json, value: object) -> None:
        self._schemas.validator(schema).validate(value)

    def _operation(self, method: str, path: str) -> Json:
        parts = f"/_fake{unquote(path)}".split("/")
        for template, operations in self.document["paths"].items():
            names = template.split("/")
            if len(names) == len(parts) and all(
                name.startswith("{") or name == part for name, part in zip(names, parts, strict=True)
            ):
                operation: Json | None = operations.get(method.lower())
                if operation is not None:
                    return operation
        raise AssertionError(f"the document has no {method} {path}")
