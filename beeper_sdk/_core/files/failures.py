"""Which failures of a URL mean that the file is not available there, and the errors for files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import (
    AnsweredError,
    APIStatusError,
    AssetUnavailable,
    MissingScope,
    NotFoundError,
    OperationFailed,
    ResponseTooLarge,
)
from ...errors._context import AnswerInfo, CallInfo
from ..generated import AnyRequest, api
from ..http.error_bodies import is_unknown_route

if TYPE_CHECKING:
    from ...errors import APIError

SERVING = (4, 2, 509)
"""The first app with assets.serve."""
_GONE = frozenset({400, 403, 404, 410, 422, 502})
"""400: a scheme that is not served. 403: a local file outside the media folder. 502: gone from its network."""
OUTSIDE = "the server refuses file:// URLs outside its media folder (status 403)"


def is_unavailable(error: APIError) -> bool:
    """Whether a file is not at this URL and will not be. A proxy or another server says nothing about the file."""
    if isinstance(error, AssetUnavailable | OperationFailed):
        return True
    if not isinstance(error, APIStatusError) or isinstance(error, MissingScope):
        return False
    is_of_app = error.code is not None or error.server_version is not None
    return error.status in _GONE and is_of_app


def lacks_route(error: NotFoundError) -> bool:
    """Whether a 404 is of an app that cannot send files, and not about a file."""
    return is_unknown_route(error.server_message)


def reason(error: APIError, scheme: str) -> str:
    """Why a URL failed, in words without private data."""
    if isinstance(error, AssetUnavailable):
        return "; ".join(error.reasons)
    if isinstance(error, OperationFailed):
        return "the app could not download it"
    if error.status == 403 and scheme == "file":
        return OUTSIDE
    return f"the server responded with status {error.status}"


def call_info(request: AnyRequest) -> CallInfo:
    """The call of an error without a request that was sent."""
    operation = request.operation
    return CallInfo(operation.name, operation.method, operation.template, "", 0)


def serving_info() -> CallInfo:
    """The same for assets.serve."""
    return call_info(api.assets.serve(url="-"))


def too_large(media_type: str, length: int, max_bytes: int) -> AnsweredError:
    """The error for a file that is larger than `max_bytes`."""
    answer = AnswerInfo(200, content_type=media_type, length=length)
    return ResponseTooLarge(serving_info(), answer, "$", f"the file is larger than max_bytes ({max_bytes} bytes)")
