# @generated

"""The operations of bridges: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import _arguments
from ..._decoding import JsonDecoder
from ..._lazy import lazy
from ..._request import Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...models.bridges import Bridge, BridgeList, ProvisioningCapabilities
    from . import login_flows as login_flows
    from . import login_sessions as login_sessions
    from . import logins as logins

__all__ = [
    "LIST",
    "RETRIEVE",
    "RETRIEVE_CAPABILITIES",
    "list",
    "login_flows",
    "login_sessions",
    "logins",
    "retrieve",
    "retrieve_capabilities",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        {},
        (
            "login_flows",
            "login_sessions",
            "logins",
        ),
        own=__all__,
    )


def _list_reader() -> Callable[[Any], BridgeList]:
    from ...models.bridges import BridgeList

    return BridgeList._read


LIST: Operation[BridgeList] = Operation(
    "bridges.list",
    "GET",
    "/v1/bridges",
    "read",
    "required",
    JsonDecoder(_list_reader),
)


def list() -> Request[BridgeList]:
    """List bridges with their connected accounts.

    See `Beeper.bridges.list` for its errors.
    """
    return Request(
        LIST,
        "/v1/bridges",
    )


def _retrieve_reader() -> Callable[[Any], Bridge]:
    from ...models.bridges import Bridge

    return Bridge._read


RETRIEVE: Operation[Bridge] = Operation(
    "bridges.retrieve",
    "GET",
    "/v1/bridges/{bridgeID}",
    "read",
    "required",
    JsonDecoder(_retrieve_reader),
)


def retrieve(bridge_id: str) -> Request[Bridge]:
    """Get one bridge.

    See `Beeper.bridges.retrieve` for its arguments and errors.
    """
    return Request(
        RETRIEVE,
        "/v1/bridges/" + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$"),
    )


def _retrieve_capabilities_reader() -> Callable[[Any], ProvisioningCapabilities]:
    from ...models.bridges import ProvisioningCapabilities

    return ProvisioningCapabilities._read


RETRIEVE_CAPABILITIES: Operation[ProvisioningCapabilities] = Operation(
    "bridges.retrieve_capabilities",
    "GET",
    "/v1/bridges/{bridgeID}/capabilities",
    "read",
    "required",
    JsonDecoder(_retrieve_capabilities_reader),
)


def retrieve_capabilities(bridge_id: str) -> Request[ProvisioningCapabilities]:
    """Get advanced capabilities of a bridge.

    See `Beeper.bridges.retrieve_capabilities` for its arguments and errors.
    """
    return Request(
        RETRIEVE_CAPABILITIES,
        "/v1/bridges/" + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$") + "/capabilities",
    )
