# @generated

"""The operations of bridges.login_flows: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import _arguments
from ..._decoding import JsonDecoder
from ..._request import Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...models.bridges import LoginFlowList


def _list_reader() -> Callable[[Any], LoginFlowList]:
    from ...models.bridges import LoginFlowList

    return LoginFlowList._read


LIST: Operation[LoginFlowList] = Operation(
    "bridges.login_flows.list",
    "GET",
    "/v1/bridges/{bridgeID}/login-flows",
    "read",
    "required",
    JsonDecoder(_list_reader),
)


def list(bridge_id: str) -> Request[LoginFlowList]:
    """List sign-in flows of a bridge.

    See `Beeper.bridges.login_flows.list` for its arguments and errors.
    """
    return Request(
        LIST,
        "/v1/bridges/" + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$") + "/login-flows",
    )
