"""The spec as a document, and its parts."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from .json_values import Json


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """The spec the server package carries."""
    loaded: dict[str, Any] = json.loads(spec_text())
    return loaded


def spec_text() -> str:
    """The same as JSON."""
    from beeper_sdk_server.spec import SPEC

    return SPEC.strip()


def operation_of(template: str, method: str) -> Json:
    """What the spec says of an operation; empty for one that it does not have."""
    found: Json = document()["paths"].get(template, {}).get(method.lower(), {})
    return found


def resolved(node: Json) -> Json:
    """What a part of the spec refers to, or the part itself."""
    while "$ref" in node:
        target: Any = document()
        for part in str(node["$ref"]).removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node
