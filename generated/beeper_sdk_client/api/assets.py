# @generated

"""The operations of assets: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _arguments
from .._decoding import BinaryDecoder, Content, JsonDecoder
from .._request import JsonBody, MultipartBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._request import FileLike
    from ..models.asset_download_result import AssetDownloadResult
    from ..models.assets import AssetUploadResult


def _download_reader() -> Callable[[Any], AssetDownloadResult]:
    from ..models.asset_download_result import AssetDownloadResult

    return AssetDownloadResult._read


DOWNLOAD: Operation[AssetDownloadResult] = Operation(
    "assets.download",
    "POST",
    "/v1/assets/download",
    "read",
    "required",
    JsonDecoder(_download_reader),
)


def download(*, url: str) -> Request[AssetDownloadResult]:
    """Fetch media and get its local URL.

    See `Beeper.assets.download` for its arguments and errors.
    """
    return Request(
        DOWNLOAD,
        "/v1/assets/download",
        body=JsonBody(_arguments.body(("url", _arguments.string("url", _arguments.required("url", url), 1)))),
    )


SERVE: Operation[Content] = Operation(
    "assets.serve",
    "GET",
    "/v1/assets/serve",
    "read",
    "required",
    BinaryDecoder(),
    final=frozenset({502}),
    stream=True,
)


def serve(*, url: str, range: str | None = None) -> Request[Content]:
    """Stream a media file.

    See `Beeper.assets.serve` for its arguments and errors.
    """
    return Request(
        SERVE,
        "/v1/assets/serve",
        query=_arguments.pairs(("url", _arguments.string("url", _arguments.required("url", url), 1))),
        headers=_arguments.headers(("Range", _arguments.string("range", range))),
    )


def _upload_reader() -> Callable[[Any], AssetUploadResult]:
    from ..models.assets import AssetUploadResult

    return AssetUploadResult._read


UPLOAD: Operation[AssetUploadResult] = Operation(
    "assets.upload",
    "POST",
    "/v1/assets/upload",
    "once",
    "required",
    JsonDecoder(_upload_reader),
)


def upload(*, file: FileLike, file_name: str | None = None, mime_type: str | None = None) -> Request[AssetUploadResult]:
    """Upload a file.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.assets.upload` for its arguments and errors.
    """
    return Request(
        UPLOAD,
        "/v1/assets/upload",
        body=MultipartBody(
            _arguments.files(("file", _arguments.upload("file", file))),
            _arguments.pairs(
                ("fileName", _arguments.string("file_name", file_name)),
                ("mimeType", _arguments.string("mime_type", mime_type)),
            ),
        ),
    )


def _upload_base64_reader() -> Callable[[Any], AssetUploadResult]:
    from ..models.assets import AssetUploadResult

    return AssetUploadResult._read


UPLOAD_BASE64: Operation[AssetUploadResult] = Operation(
    "assets.upload_base64",
    "POST",
    "/v1/assets/upload/base64",
    "once",
    "required",
    JsonDecoder(_upload_base64_reader),
)


def upload_base64(
    *, content: str, file_name: str | None = None, mime_type: str | None = None
) -> Request[AssetUploadResult]:
    """Upload a file as a base64 string.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.assets.upload_base64` for its arguments and errors.
    """
    return Request(
        UPLOAD_BASE64,
        "/v1/assets/upload/base64",
        body=JsonBody(
            _arguments.body(
                ("content", _arguments.string("content", _arguments.required("content", content), 1, 750000000)),
                ("fileName", _arguments.optional(_arguments.string("file_name", file_name))),
                ("mimeType", _arguments.optional(_arguments.string("mime_type", mime_type))),
            )
        ),
    )
