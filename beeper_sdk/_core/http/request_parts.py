"""Reads and replaces parts of a request: its JSON body and the segments of its path."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from ..generated import AnyRequest, base, contract


def json_body(request: AnyRequest) -> dict[str, Any]:
    """A copy of the JSON body; empty if the request has another kind of body, or its JSON is not an object."""
    value = request.body.value if isinstance(request.body, contract.JsonBody) else None
    return dict(value) if base.is_object(value) else {}


def with_json_body(request: AnyRequest, body: dict[str, Any]) -> AnyRequest:
    """The same request with another JSON body."""
    return contract.Request(
        request.operation, request.path, query=request.query, headers=request.headers, body=contract.JsonBody(body)
    )


def named_ids(request: AnyRequest) -> dict[str, str]:
    """The IDs that a request names in its path and at the top of its JSON body, by their names in the API."""
    ids = {name: value for name, value in json_body(request).items() if name.endswith("ID") and isinstance(value, str)}
    for name, value in zip(request.operation.template.split("/"), request.path.split("/"), strict=False):
        if name.startswith("{"):
            ids[name[1:-1]] = unquote(value)
    return ids


def path_segment(request: AnyRequest, index: int) -> str:
    """A decoded ID of the path. In ``/v1/chats/{chatID}`` the chat ID has index 3, as the path starts with a slash."""
    return unquote(request.path.split("/")[index])
