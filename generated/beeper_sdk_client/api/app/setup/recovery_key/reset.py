# @generated

"""The operations of app.setup.recovery_key.reset: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..... import _arguments
from ....._decoding import JsonDecoder
from ....._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .....models.app import RecoveryKeyResetResult, SessionResult


def _create_reader() -> Callable[[Any], RecoveryKeyResetResult]:
    from .....models.app import RecoveryKeyResetResult

    return RecoveryKeyResetResult._read


CREATE: Operation[RecoveryKeyResetResult] = Operation(
    "app.setup.recovery_key.reset.create",
    "POST",
    "/v1/app/setup/verification/recovery-key/reset",
    "once",
    "required",
    JsonDecoder(_create_reader),
)


def create(*, existing_recovery_key: str | None = None) -> Request[RecoveryKeyResetResult]:
    """Create a new recovery key.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.recovery_key.reset.create` for its arguments and errors.
    """
    return Request(
        CREATE,
        "/v1/app/setup/verification/recovery-key/reset",
        body=JsonBody(
            _arguments.body(
                (
                    "existingRecoveryKey",
                    _arguments.optional(_arguments.string("existing_recovery_key", existing_recovery_key)),
                )
            )
        ),
    )


def _confirm_reader() -> Callable[[Any], SessionResult]:
    from .....models.app import SessionResult

    return SessionResult._read


CONFIRM: Operation[SessionResult] = Operation(
    "app.setup.recovery_key.reset.confirm",
    "POST",
    "/v1/app/setup/verification/recovery-key/reset/confirm",
    "once",
    "required",
    JsonDecoder(_confirm_reader),
)


def confirm(*, recovery_key: str) -> Request[SessionResult]:
    """Confirm the new recovery key, so that it takes effect.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.recovery_key.reset.confirm` for its arguments and errors.
    """
    return Request(
        CONFIRM,
        "/v1/app/setup/verification/recovery-key/reset/confirm",
        body=JsonBody(
            _arguments.body(
                ("recoveryKey", _arguments.string("recovery_key", _arguments.required("recovery_key", recovery_key), 1))
            )
        ),
    )
