# @generated

"""The operations of bridges.login_sessions.steps: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .... import _arguments
from ...._decoding import JsonDecoder
from ...._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ....models._enums import LoginStepKind, LoginStepSource
    from ....models.bridges import LoginSession


def _submit_reader() -> Callable[[Any], LoginSession]:
    from ....models.bridges import LoginSession

    return LoginSession._read


SUBMIT: Operation[LoginSession] = Operation(
    "bridges.login_sessions.steps.submit",
    "POST",
    "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}/steps/{stepID}",
    "once",
    "required",
    JsonDecoder(_submit_reader),
)


def submit(
    step_id: str,
    *,
    bridge_id: str,
    login_session_id: str,
    type: LoginStepKind,
    fields: Mapping[str, str] | None = None,
    source: LoginStepSource | None = None,
    last_url: str | None = None,
) -> Request[LoginSession]:
    """Submit the current step of a sign-in session.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.bridges.login_sessions.steps.submit` for its arguments and errors.
    """
    return Request(
        SUBMIT,
        "/v1/bridges/"
        + _arguments.path_segment("bridge_id", bridge_id, pattern="^[A-Za-z0-9_-]+$")
        + "/login-sessions/"
        + _arguments.path_segment("login_session_id", login_session_id)
        + "/steps/"
        + _arguments.path_segment("step_id", step_id),
        body=JsonBody(
            _arguments.body(
                (
                    "type",
                    _arguments.choice(
                        "type", _arguments.required("type", type), ("user_input", "cookies", "display_and_wait")
                    ),
                ),
                ("fields", _arguments.optional(None if fields is None else _arguments.mapping("fields", fields))),
                (
                    "source",
                    _arguments.optional(_arguments.choice("source", source, ("api", "webview", "browser_extension"))),
                ),
                ("lastURL", _arguments.optional(_arguments.string("last_url", last_url))),
            )
        ),
    )
