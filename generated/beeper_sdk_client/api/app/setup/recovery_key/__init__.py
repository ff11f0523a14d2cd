# @generated

"""The operations of app.setup.recovery_key: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..... import _arguments
from ....._decoding import JsonDecoder
from ....._lazy import lazy
from ....._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .....models.app import SessionResult
    from . import reset as reset

__all__ = [
    "VERIFY",
    "reset",
    "verify",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(__name__, {}, ("reset",), own=__all__)


def _verify_reader() -> Callable[[Any], SessionResult]:
    from .....models.app import SessionResult

    return SessionResult._read


VERIFY: Operation[SessionResult] = Operation(
    "app.setup.recovery_key.verify",
    "POST",
    "/v1/app/setup/verification/recovery-key",
    "once",
    "required",
    JsonDecoder(_verify_reader),
)


def verify(*, recovery_key: str) -> Request[SessionResult]:
    """Unlock encrypted messages with the recovery key.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.recovery_key.verify` for its arguments and errors.
    """
    return Request(
        VERIFY,
        "/v1/app/setup/verification/recovery-key",
        body=JsonBody(
            _arguments.body(
                ("recoveryKey", _arguments.string("recovery_key", _arguments.required("recovery_key", recovery_key), 1))
            )
        ),
    )
