"""Small specs, compiled into packages of their own and imported. All imports of generated code are relative, so a
package runs under any name."""

from __future__ import annotations

import json
import keyword
import sys
from importlib import import_module
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import yaml
from typing_extensions import override

from scripts.compiler.render.client import render_client

_numbers = count()

OK: dict[str, Any] = {"200": {"description": "Done."}}


def spec(
    schemas: dict[str, Any] | None = None, paths: dict[str, Any] | None = None, **components: Any
) -> dict[str, Any]:
    """A document with these schemas, each of them referred to, and these paths."""
    schemas = schemas or {}
    all_paths = dict(paths or {})
    for name in schemas:
        all_paths[f"/{name}"] = {"get": get(reading(name), answer(ref(name)))}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Mini", "version": "1"},
        "paths": all_paths or {"/x": {"get": get("x", OK)}},
        "components": {"schemas": schemas, **components},
    }


def reading(schema: str) -> str:
    """The operation that answers a schema."""
    name = schema.lower()
    return f"all.the_{name}" if keyword.iskeyword(name) else f"all.{name}"


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def answer(schema: dict[str, Any], status: str = "200", kind: str = "application/json") -> dict[str, Any]:
    return {status: {"description": "The answer.", "content": {kind: {"schema": schema}}}}


def get(method: str, responses: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An operation."""
    return {
        "operationId": method.replace(".", "_"),
        "tags": ["Mini"],
        "summary": "Do it.",
        "x-beeper-method": method,
        "x-beeper-effect": "read",
        "x-beeper-since": "4.1.294",
        "security": [],
        "responses": responses,
        **more,
    }


def query(name: str, schema: dict[str, Any], *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "description": "It.", "schema": schema}


def body(schema: dict[str, Any], kind: str = "application/json", *, required: bool = True) -> dict[str, Any]:
    return {"required": required, "content": {kind: {"schema": schema}}}


def obj(properties: dict[str, Any], *required: str, **more: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties, **more}


STRING = {"type": "string"}
INTEGER = {"type": "integer"}
TIME = {"type": "string", "format": "date-time"}


class _Dumper(yaml.SafeDumper):
    """Writes an object again instead of an alias of it: a spec must not contain aliases."""

    @override
    def ignore_aliases(self, data: object) -> bool:
        return True


def dump(document: object) -> str:
    """The YAML of a document."""
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False)


class Mini:
    """A compiled spec."""

    def __init__(self, root: Path, document: dict[str, Any]) -> None:
        self.name = f"mini_{next(_numbers)}"
        self.files = render_client(dump(document))
        for path, text in self.files.items():
            target = root / self.name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        if str(root) not in sys.path:
            sys.path.insert(0, str(root))

    def module(self, name: str) -> ModuleType:
        return import_module(f"{self.name}.{name}")

    def model(self, name: str) -> Any:
        return getattr(self.module("models"), name)

    def load(self, name: str, data: Any) -> Any:
        """Read a schema's JSON through the operation that answers it, as a server would give it."""
        return self.decoded(self.call(reading(name)), data)

    def call(self, name: str, /, *args: Any, **arguments: Any) -> Any:
        """A request."""
        target: Any = self.module("api")
        for part in name.split("."):
            target = getattr(target, part)
        return target(*args, **arguments)

    def decoded(self, request: Any, data: Any, *, strict: bool = False) -> Any:
        return request.decode(httpx.Response(200, content=json.dumps(data)), strict=strict)

    def http(self, name: str, /, *args: Any, **arguments: Any) -> httpx.Request:
        """A request as it is sent."""
        request = self.call(name, *args, **arguments)
        sent: httpx.Request = self.module("_client").to_http("http://x", None, request)
        sent.read()
        return sent

    @property
    def decode_error(self) -> type[Exception]:
        error: type[Exception] = self.module("_model").DecodeError
        return error


def lossless(value: Any, data: Any) -> bool:
    return json.dumps(value.to_dict(), sort_keys=True) == json.dumps(data, sort_keys=True)
