# @generated

"""The operations of bridges.login_sessions: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .... import _arguments
from ...._decoding import JsonDecoder
from ...._lazy import lazy
from ...._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....models.bridges import LoginSession, LoginSessionCancellation
    from . import steps as steps

__all__ = [
    "CANCEL",
    "CREATE",
    "RETRIEVE",
    "cancel",
    "create",
    "retrieve",
    "steps",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(__name__, {}, ("steps",), own=__all__)


def _create_reader() -> Callable[[Any], LoginSession]:
    from ....models.bridges import LoginSession

    return LoginSession._read


CREATE: Operation[LoginSession] = Operation(
    "bridges.login_sessions.create",
    "POST",
    "/v1/bridges/{bridgeID}/login-sessions",
    "once",
    "required",
    JsonDecoder(_create_reader),
)


def create(
    bridge_id: str, *, flow_id: str | None = None, login_id: str | None = None, account_id: str | None = None
) -> Request[LoginSession]:
    """Start a sign-in session on a bridge.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.bridges.login_sessions.create` for its arguments and errors.
    """
    return Request(
        CREATE,
        "/v1/bridges/"
        + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$")
        + "/login-sessions",
        body=JsonBody(
            _arguments.body(
                ("flowID", _arguments.optional(_arguments.string("flow_id", flow_id, 1))),
                ("loginID", _arguments.optional(_arguments.string("login_id", login_id, 1))),
                ("accountID", _arguments.optional(_arguments.string("account_id", account_id, 1))),
            )
        ),
    )


def _retrieve_reader() -> Callable[[Any], LoginSession]:
    from ....models.bridges import LoginSession

    return LoginSession._read


RETRIEVE: Operation[LoginSession] = Operation(
    "bridges.login_sessions.retrieve",
    "GET",
    "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}",
    "read",
    "required",
    JsonDecoder(_retrieve_reader),
)


def retrieve(login_session_id: str, *, bridge_id: str) -> Request[LoginSession]:
    """Get one sign-in session.

    See `Beeper.bridges.login_sessions.retrieve` for its arguments and errors.
    """
    return Request(
        RETRIEVE,
        "/v1/bridges/"
        + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$")
        + "/login-sessions/"
        + _arguments.path_segment("login_session_id", login_session_id),
    )


def _cancel_reader() -> Callable[[Any], LoginSessionCancellation]:
    from ....models.bridges import LoginSessionCancellation

    return LoginSessionCancellation._read


CANCEL: Operation[LoginSessionCancellation] = Operation(
    "bridges.login_sessions.cancel",
    "DELETE",
    "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}",
    "idempotent",
    "required",
    JsonDecoder(_cancel_reader),
)


def cancel(login_session_id: str, *, bridge_id: str) -> Request[LoginSessionCancellation]:
    """Cancel a sign-in session.

    See `Beeper.bridges.login_sessions.cancel` for its arguments and errors.
    """
    return Request(
        CANCEL,
        "/v1/bridges/"
        + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$")
        + "/login-sessions/"
        + _arguments.path_segment("login_session_id", login_session_id),
    )
