# @generated

"""The operations of app.setup.verifications: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..... import _arguments
from ....._decoding import JsonDecoder
from ....._lazy import lazy
from ....._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .....models._enums import VerificationPurposeInput
    from .....models.app import VerificationList, VerificationResult
    from . import qr as qr
    from . import sas as sas

__all__ = [
    "ACCEPT",
    "CANCEL",
    "CREATE",
    "LIST",
    "RETRIEVE",
    "accept",
    "cancel",
    "create",
    "list",
    "qr",
    "retrieve",
    "sas",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        {},
        (
            "qr",
            "sas",
        ),
        own=__all__,
    )


def _list_reader() -> Callable[[Any], VerificationList]:
    from .....models.app import VerificationList

    return VerificationList._read


LIST: Operation[VerificationList] = Operation(
    "app.setup.verifications.list",
    "GET",
    "/v1/app/setup/verifications",
    "read",
    "required",
    JsonDecoder(_list_reader),
)


def list() -> Request[VerificationList]:
    """List pending and active verifications.

    See `Beeper.app.setup.verifications.list` for its errors.
    """
    return Request(
        LIST,
        "/v1/app/setup/verifications",
    )


def _create_reader() -> Callable[[Any], VerificationResult]:
    from .....models.app import VerificationResult

    return VerificationResult._read


CREATE: Operation[VerificationResult] = Operation(
    "app.setup.verifications.create",
    "POST",
    "/v1/app/setup/verifications",
    "once",
    "required",
    JsonDecoder(_create_reader),
)


def create(
    *, user_id: str | None = None, purpose: VerificationPurposeInput | None = None
) -> Request[VerificationResult]:
    """Start verifying this device from another one.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.verifications.create` for its arguments and errors.
    """
    return Request(
        CREATE,
        "/v1/app/setup/verifications",
        body=JsonBody(
            _arguments.body(
                ("userID", _arguments.optional(_arguments.string("user_id", user_id, 1))),
                ("purpose", _arguments.optional(_arguments.choice("purpose", purpose, ("login", "device")))),
            )
        ),
    )


def _retrieve_reader() -> Callable[[Any], VerificationResult]:
    from .....models.app import VerificationResult

    return VerificationResult._read


RETRIEVE: Operation[VerificationResult] = Operation(
    "app.setup.verifications.retrieve",
    "GET",
    "/v1/app/setup/verifications/{verificationID}",
    "read",
    "required",
    JsonDecoder(_retrieve_reader),
)


def retrieve(verification_id: str) -> Request[VerificationResult]:
    """Get one verification.

    See `Beeper.app.setup.verifications.retrieve` for its arguments and errors.
    """
    return Request(
        RETRIEVE,
        "/v1/app/setup/verifications/" + _arguments.path_segment("verification_id", verification_id),
    )


def _accept_reader() -> Callable[[Any], VerificationResult]:
    from .....models.app import VerificationResult

    return VerificationResult._read


ACCEPT: Operation[VerificationResult] = Operation(
    "app.setup.verifications.accept",
    "POST",
    "/v1/app/setup/verifications/{verificationID}/accept",
    "once",
    "required",
    JsonDecoder(_accept_reader),
)


def accept(verification_id: str) -> Request[VerificationResult]:
    """Accept an incoming verification.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.app.setup.verifications.accept` for its arguments and errors.
    """
    return Request(
        ACCEPT,
        "/v1/app/setup/verifications/" + _arguments.path_segment("verification_id", verification_id) + "/accept",
    )


def _cancel_reader() -> Callable[[Any], VerificationResult]:
    from .....models.app import VerificationResult

    return VerificationResult._read


CANCEL: Operation[VerificationResult] = Operation(
    "app.setup.verifications.cancel",
    "POST",
    "/v1/app/setup/verifications/{verificationID}/cancel",
    "idempotent",
    "required",
    JsonDecoder(_cancel_reader),
)


def cancel(verification_id: str, *, code: str | None = None, reason: str | None = None) -> Request[VerificationResult]:
    """Cancel a verification.

    See `Beeper.app.setup.verifications.cancel` for its arguments and errors.
    """
    return Request(
        CANCEL,
        "/v1/app/setup/verifications/" + _arguments.path_segment("verification_id", verification_id) + "/cancel",
        body=JsonBody(
            _arguments.body(
                ("code", _arguments.optional(_arguments.string("code", code))),
                ("reason", _arguments.optional(_arguments.string("reason", reason))),
            )
        ),
    )
