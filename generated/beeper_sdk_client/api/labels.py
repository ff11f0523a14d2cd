# @generated

"""The operations of labels: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._decoding import JsonDecoder
from .._model import as_list
from .._request import Operation, Request

if TYPE_CHECKING:
    from builtins import list as List
    from collections.abc import Callable

    from ..models.label import Label


def _list_reader() -> Callable[[Any], List[Label]]:
    from ..models.label import Label

    def read(data: Any) -> List[Label]:
        return [*map(Label._read, data)] if data else as_list(data)

    return read


LIST: Operation[List[Label]] = Operation(
    "labels.list",
    "GET",
    "/v1/labels",
    "read",
    "required",
    JsonDecoder(_list_reader),
)


def list() -> Request[List[Label]]:
    """List the labels of the user, by name.

    See `Beeper.labels.list` for its errors.
    """
    return Request(
        LIST,
        "/v1/labels",
    )
