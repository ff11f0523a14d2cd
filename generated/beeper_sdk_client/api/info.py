# @generated

"""The operations of info: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._decoding import JsonDecoder
from .._model import as_object
from .._request import Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._model import Json
    from ..models.info import ServerInfo


def _retrieve_reader() -> Callable[[Any], ServerInfo]:
    from ..models.info import ServerInfo

    return ServerInfo._read


RETRIEVE: Operation[ServerInfo] = Operation(
    "info.retrieve",
    "GET",
    "/v1/info",
    "read",
    "none",
    JsonDecoder(_retrieve_reader),
)


def retrieve() -> Request[ServerInfo]:
    """Facts about the running app and its endpoints.

    See `Beeper.info.retrieve` for its errors.
    """
    return Request(
        RETRIEVE,
        "/v1/info",
    )


def _spec_reader() -> Callable[[Any], dict[str, Json]]:

    def read(data: Any) -> dict[str, Json]:
        return as_object(data)

    return read


SPEC: Operation[dict[str, Json]] = Operation(
    "info.spec",
    "GET",
    "/v1/spec",
    "read",
    "optional",
    JsonDecoder(_spec_reader),
)


def spec() -> Request[dict[str, Json]]:
    """The OpenAPI document of the running app.

    See `Beeper.info.spec` for its errors.
    """
    return Request(
        SPEC,
        "/v1/spec",
    )
