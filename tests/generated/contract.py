"""openapi.yaml as the compiler reads it, and ways to the generated code by the names in it. No checks here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from beeper_sdk_client import Request, models
from beeper_sdk_client._decoding import ResponseLike
from beeper_sdk_client._model import Model, Report, is_list, is_object
from scripts.compiler.plan.plan import Operation as Planned
from scripts.compiler.plan.plan import Plan
from scripts.compiler.plan.planner import make
from scripts.compiler.spec.names import snake
from scripts.compiler.spec.parsed_spec import Source, read
from scripts.compiler.spec.schema_types import Raw

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
TOKEN = "a-token-that-must-not-show"
HARD_ID = "!a:b/c#d%é😀"
"""Everything that goes wrong in a path, in one id."""

Call: TypeAlias = Callable[..., Request[Any]]


@cache
def source() -> Source:
    return read((ROOT / "openapi.yaml").read_text(encoding="utf-8"))


@cache
def plan() -> Plan:
    return make(source())


def schemas() -> dict[str, Raw]:
    return source().schemas


def operation(name: str) -> Planned:
    return next(planned for planned in plan().operations if planned.name == name)


def operation_names() -> list[str]:
    return sorted(planned.name for planned in plan().operations)


def model_names() -> list[str]:
    return sorted(plan().models)


def function(name: str) -> Call:
    """The function of `api` for an operation's name."""
    target: Any = import_module("beeper_sdk_client.api")
    for part in name.split("."):
        target = getattr(target, part)
    call: Call = target
    return call


def model(name: str) -> type[Model]:
    kind: type[Model] = getattr(models, name)
    assert issubclass(kind, Model)
    return kind


def loader(name: str) -> Callable[[Any], Any]:
    """What reads a schema's JSON: `_read` of a model, the loader of a union."""
    if name in plan().models:
        return model(name)._read
    module = import_module(f"beeper_sdk_client.models.{plan().module(name)}")
    load: Callable[[Any], Any] = vars(module)[f"load_{snake(name)}"]
    return load


class FakeResponse:
    """A response with nothing but what decoding looks at."""

    def __init__(self, content: bytes | str = b"", status: int = 200, content_type: str = "application/json") -> None:
        self.content = content.encode() if isinstance(content, str) else content
        self.status_code = status
        self.headers = {"content-type": content_type}


def answered(request: Request[Any], content: bytes | str, *, strict: bool = False, report: Report | None = None) -> Any:
    """What a call makes of an answer."""
    response: ResponseLike = FakeResponse(content)
    return request.decode(response, strict=strict, report=report)


def without(value: Any, *keys: str) -> Any:
    """A copy of a JSON object without some of its keys."""
    assert is_object(value)
    return {key: inner for key, inner in value.items() if key not in keys}


def example(name: str) -> Any:
    """The example of a schema, as fresh JSON."""
    return copied(schemas()[name]["example"])


def copied(value: Any) -> Any:
    if is_object(value):
        return {key: copied(inner) for key, inner in value.items()}
    return [copied(inner) for inner in value] if is_list(value) else value
