"""The parts of a request that several subjects read or replace: its JSON body and the segments of its path."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from ..generated import AnyRequest, base, contract


def json_body(request: AnyRequest) -> dict[str, Any]:
    """The fields of the JSON body, as a copy; none where the body is of another kind, or no object."""
    value = request.body.value if isinstance(request.body, contract.JsonBody) else None
    return dict(value) if base.is_object(value) else {}


def with_json_body(request: AnyRequest, body: dict[str, Any]) -> AnyRequest:
    """The same request with another body."""
    return contract.Request(
        request.operation, request.path, query=request.query, headers=request.headers, body=contract.JsonBody(body)
    )


def path_segment(request: AnyRequest, index: int) -> str:
    """An ID in the path: ``/v1/chats/{chatID}`` has its chat ID at 3, as the path begins with a slash."""
    return unquote(request.path.split("/")[index])
