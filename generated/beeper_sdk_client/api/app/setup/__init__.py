# @generated

"""The operations of app.setup: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .... import _arguments
from ...._decoding import JsonDecoder, NoContent
from ...._lazy import lazy
from ...._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from ....models.app import AppStateSnapshot, SetupCompleteResult, SetupResponseResult, SetupStartResult
    from . import recovery_key as recovery_key
    from . import verifications as verifications

__all__ = [
    "EMAIL",
    "REGISTER",
    "RESPONSE",
    "RETRIEVE",
    "START",
    "email",
    "recovery_key",
    "register",
    "response",
    "retrieve",
    "start",
    "verifications",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        {},
        (
            "recovery_key",
            "verifications",
        ),
        own=__all__,
    )


def _retrieve_reader() -> Callable[[Any], AppStateSnapshot]:
    from ....models.app import AppStateSnapshot

    return AppStateSnapshot._read


RETRIEVE: Operation[AppStateSnapshot] = Operation(
    "app.setup.retrieve",
    "GET",
    "/v1/app/setup",
    "read",
    "optional",
    JsonDecoder(_retrieve_reader),
)


def retrieve() -> Request[AppStateSnapshot]:
    """Get the state of sign-in and encryption setup.

    See `Beeper.app.setup.retrieve` for its errors.
    """
    return Request(
        RETRIEVE,
        "/v1/app/setup",
    )


def _start_reader() -> Callable[[Any], SetupStartResult]:
    from ....models.app import SetupStartResult

    return SetupStartResult._read


START: Operation[SetupStartResult] = Operation(
    "app.setup.start",
    "POST",
    "/v1/app/setup/start",
    "once",
    "none",
    JsonDecoder(_start_reader),
)


def start() -> Request[SetupStartResult]:
    """Begin sign-in or sign-up.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.start` for its errors.
    """
    return Request(
        START,
        "/v1/app/setup/start",
    )


EMAIL: Operation[None] = Operation(
    "app.setup.email",
    "POST",
    "/v1/app/setup/email",
    "once",
    "none",
    NoContent(),
)


def email(*, setup_request_id: str, email: str) -> Request[None]:
    """Send a sign-in code by e-mail.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.email` for its arguments and errors.
    """
    return Request(
        EMAIL,
        "/v1/app/setup/email",
        body=JsonBody(
            _arguments.body(
                (
                    "setupRequestID",
                    _arguments.string("setup_request_id", _arguments.required("setup_request_id", setup_request_id), 1),
                ),
                ("email", _arguments.string("email", _arguments.required("email", email))),
            )
        ),
    )


def _response_reader() -> Callable[[Any], SetupResponseResult]:
    from ....models.app import load_setup_response_result

    return load_setup_response_result


RESPONSE: Operation[SetupResponseResult] = Operation(
    "app.setup.response",
    "POST",
    "/v1/app/setup/response",
    "once",
    "none",
    JsonDecoder(_response_reader),
)


def response(*, setup_request_id: str, response: str) -> Request[SetupResponseResult]:
    """Finish sign-in with the code from the e-mail.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.response` for its arguments and errors.
    """
    return Request(
        RESPONSE,
        "/v1/app/setup/response",
        body=JsonBody(
            _arguments.body(
                (
                    "setupRequestID",
                    _arguments.string("setup_request_id", _arguments.required("setup_request_id", setup_request_id), 1),
                ),
                ("response", _arguments.string("response", _arguments.required("response", response))),
            )
        ),
    )


def _register_reader() -> Callable[[Any], SetupCompleteResult]:
    from ....models.app import SetupCompleteResult

    return SetupCompleteResult._read


REGISTER: Operation[SetupCompleteResult] = Operation(
    "app.setup.register",
    "POST",
    "/v1/app/setup/register",
    "once",
    "none",
    JsonDecoder(_register_reader),
)


def register(
    *, setup_request_id: str, lead_token: str, username: str, accept_terms: Literal[True]
) -> Request[SetupCompleteResult]:
    """Create the Beeper account and finish sign-in.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.register` for its arguments and errors.
    """
    return Request(
        REGISTER,
        "/v1/app/setup/register",
        body=JsonBody(
            _arguments.body(
                (
                    "setupRequestID",
                    _arguments.string("setup_request_id", _arguments.required("setup_request_id", setup_request_id), 1),
                ),
                ("leadToken", _arguments.string("lead_token", _arguments.required("lead_token", lead_token))),
                ("username", _arguments.string("username", _arguments.required("username", username), 1)),
                (
                    "acceptTerms",
                    _arguments.constant("accept_terms", _arguments.required("accept_terms", accept_terms), True),
                ),
            )
        ),
    )
