# @generated

"""The operations of bridges.logins: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import _arguments
from ..._decoding import JsonDecoder
from ..._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...models._enums import LoginRemovalScopeInput
    from ...models.bridges import BridgeLogin, BridgeLoginList, BridgeLoginRemoval


def _list_reader() -> Callable[[Any], BridgeLoginList]:
    from ...models.bridges import BridgeLoginList

    return BridgeLoginList._read


LIST: Operation[BridgeLoginList] = Operation(
    "bridges.logins.list",
    "GET",
    "/v1/bridges/{bridgeID}/logins",
    "read",
    "required",
    JsonDecoder(_list_reader),
)


def list(bridge_id: str) -> Request[BridgeLoginList]:
    """List logins of a bridge.

    See `Beeper.bridges.logins.list` for its arguments and errors.
    """
    return Request(
        LIST,
        "/v1/bridges/" + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$") + "/logins",
    )


def _retrieve_reader() -> Callable[[Any], BridgeLogin]:
    from ...models.bridges import BridgeLogin

    return BridgeLogin._read


RETRIEVE: Operation[BridgeLogin] = Operation(
    "bridges.logins.retrieve",
    "GET",
    "/v1/bridges/{bridgeID}/logins/{loginID}",
    "read",
    "required",
    JsonDecoder(_retrieve_reader),
)


def retrieve(login_id: str, *, bridge_id: str) -> Request[BridgeLogin]:
    """Get one login of a bridge.

    See `Beeper.bridges.logins.retrieve` for its arguments and errors.
    """
    return Request(
        RETRIEVE,
        "/v1/bridges/"
        + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$")
        + "/logins/"
        + _arguments.path_segment("login_id", login_id),
    )


def _remove_reader() -> Callable[[Any], BridgeLoginRemoval]:
    from ...models.bridges import BridgeLoginRemoval

    return BridgeLoginRemoval._read


REMOVE: Operation[BridgeLoginRemoval] = Operation(
    "bridges.logins.remove",
    "POST",
    "/v1/bridges/{bridgeID}/logins/{loginID}/remove",
    "idempotent",
    "required",
    JsonDecoder(_remove_reader),
)


def remove(login_id: str, *, bridge_id: str, scope: LoginRemovalScopeInput) -> Request[BridgeLoginRemoval]:
    """Remove a login.

    See `Beeper.bridges.logins.remove` for its arguments and errors.
    """
    return Request(
        REMOVE,
        "/v1/bridges/"
        + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$")
        + "/logins/"
        + _arguments.path_segment("login_id", login_id)
        + "/remove",
        body=JsonBody(
            _arguments.body(
                (
                    "scope",
                    _arguments.choice("scope", _arguments.required("scope", scope), ("current-device", "all-devices")),
                )
            )
        ),
    )
