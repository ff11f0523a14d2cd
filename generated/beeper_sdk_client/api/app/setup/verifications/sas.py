# @generated

"""The operations of app.setup.verifications.sas: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..... import _arguments
from ....._decoding import JsonDecoder
from ....._request import Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .....models.app import VerificationResult


def _start_reader() -> Callable[[Any], VerificationResult]:
    from .....models.app import VerificationResult

    return VerificationResult._read


START: Operation[VerificationResult] = Operation(
    "app.setup.verifications.sas.start",
    "POST",
    "/v1/app/setup/verifications/{verificationID}/sas/start",
    "once",
    "required",
    JsonDecoder(_start_reader),
)


def start(verification_id: str) -> Request[VerificationResult]:
    """Start comparing emoji.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.verifications.sas.start` for its arguments and errors.
    """
    return Request(
        START,
        "/v1/app/setup/verifications/" + _arguments.path_segment("verification_id", verification_id) + "/sas/start",
    )


def _confirm_reader() -> Callable[[Any], VerificationResult]:
    from .....models.app import VerificationResult

    return VerificationResult._read


CONFIRM: Operation[VerificationResult] = Operation(
    "app.setup.verifications.sas.confirm",
    "POST",
    "/v1/app/setup/verifications/{verificationID}/sas/confirm",
    "once",
    "required",
    JsonDecoder(_confirm_reader),
)


def confirm(verification_id: str) -> Request[VerificationResult]:
    """Confirm that the emoji are the same.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.verifications.sas.confirm` for its arguments and errors.
    """
    return Request(
        CONFIRM,
        "/v1/app/setup/verifications/" + _arguments.path_segment("verification_id", verification_id) + "/sas/confirm",
    )
