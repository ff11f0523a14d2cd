# @generated

"""The operations of app.setup.verifications.qr: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..... import _arguments
from ....._decoding import JsonDecoder
from ....._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .....models.app import VerificationResult


def _scan_reader() -> Callable[[Any], VerificationResult]:
    from .....models.app import VerificationResult

    return VerificationResult._read


SCAN: Operation[VerificationResult] = Operation(
    "app.setup.verifications.qr.scan",
    "POST",
    "/v1/app/setup/verifications/qr/scan",
    "once",
    "required",
    JsonDecoder(_scan_reader),
)


def scan(*, data: str) -> Request[VerificationResult]:
    """Submit a QR code scanned from another device.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.verifications.qr.scan` for its arguments and errors.
    """
    return Request(
        SCAN,
        "/v1/app/setup/verifications/qr/scan",
        body=JsonBody(_arguments.body(("data", _arguments.string("data", _arguments.required("data", data))))),
    )


def _confirm_scanned_reader() -> Callable[[Any], VerificationResult]:
    from .....models.app import VerificationResult

    return VerificationResult._read


CONFIRM_SCANNED: Operation[VerificationResult] = Operation(
    "app.setup.verifications.qr.confirm_scanned",
    "POST",
    "/v1/app/setup/verifications/{verificationID}/qr/confirm-scanned",
    "once",
    "required",
    JsonDecoder(_confirm_scanned_reader),
)


def confirm_scanned(verification_id: str) -> Request[VerificationResult]:
    """Confirm that the other device scanned the QR code of this device.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.verifications.qr.confirm_scanned` for its arguments and errors.
    """
    return Request(
        CONFIRM_SCANNED,
        "/v1/app/setup/verifications/"
        + _arguments.path_segment("verification_id", verification_id)
        + "/qr/confirm-scanned",
    )
