# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api import assets as _assets

if TYPE_CHECKING:
    from .._decoding import Content
    from .._protocols import AsyncSender, Sender
    from .._request import FileLike
    from ..models.asset_download_result import AssetDownloadResult
    from ..models.assets import AssetUploadResult


class AssetsApi:
    """Media files: download, stream and upload them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def download(self, *, url: str) -> AssetDownloadResult:
        """Fetch media and get its local URL.

        Downloads the file to the machine of the app and returns its local URL. A failed download
        can be a successful response that holds only `error`.

        Args:
            url: mxc:// or localmxc:// URL; at least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: POST /v1/assets/download;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_assets.download(url=url))

    def serve(self, *, url: str, range: str | None = None) -> Content:
        """Stream a media file.

        The app downloads the file first if it is not cached. Returns a part of the file if a byte
        range is given. Status 502 means that the file is permanently unavailable.

        Args:
            url: mxc://, localmxc:// or file:// URL of the media.
            range: Byte range, e.g. bytes=0-1023.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.2.509. Required scope: read. Endpoint: GET /v1/assets/serve; error
        statuses: 400, 401, 403, 404, 409, 416, 422, 429, 500, 502.
        """
        return self._sender.send(_assets.serve(url=url, range=range))

    def upload(
        self, *, file: FileLike, file_name: str | None = None, mime_type: str | None = None
    ) -> AssetUploadResult:
        """Upload a file.

        The upload is temporary, for use in messages and drafts. At most 500 MB, sent as a multipart
        form.

        Args:
            file: The file, at most 500 MB.
            file_name: File name, instead of that of the part.
            mime_type: MIME type, instead of that of the part.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.499.
        Required scope: write. Endpoint: POST /v1/assets/upload; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return self._sender.send(_assets.upload(file=file, file_name=file_name, mime_type=mime_type))

    def upload_base64(
        self, *, content: str, file_name: str | None = None, mime_type: str | None = None
    ) -> AssetUploadResult:
        """Upload a file as a base64 string.

        The upload is temporary, for use in messages and drafts. The file is sent as a base64 string
        in JSON.

        Args:
            content: The file as a base64 string, 1 to 750,000,000 characters (about 500 MB).
            file_name: File name; generated if omitted.
            mime_type: MIME type; detected if omitted.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.499.
        Required scope: write. Endpoint: POST /v1/assets/upload/base64; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_assets.upload_base64(content=content, file_name=file_name, mime_type=mime_type))


class AsyncAssetsApi:
    """Media files: download, stream and upload them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def download(self, *, url: str) -> AssetDownloadResult:
        """Fetch media and get its local URL.

        Downloads the file to the machine of the app and returns its local URL. A failed download
        can be a successful response that holds only `error`.

        Args:
            url: mxc:// or localmxc:// URL; at least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: POST /v1/assets/download;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_assets.download(url=url))

    async def serve(self, *, url: str, range: str | None = None) -> Content:
        """Stream a media file.

        The app downloads the file first if it is not cached. Returns a part of the file if a byte
        range is given. Status 502 means that the file is permanently unavailable.

        Args:
            url: mxc://, localmxc:// or file:// URL of the media.
            range: Byte range, e.g. bytes=0-1023.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.2.509. Required scope: read. Endpoint: GET /v1/assets/serve; error
        statuses: 400, 401, 403, 404, 409, 416, 422, 429, 500, 502.
        """
        return await self._sender.send(_assets.serve(url=url, range=range))

    async def upload(
        self, *, file: FileLike, file_name: str | None = None, mime_type: str | None = None
    ) -> AssetUploadResult:
        """Upload a file.

        The upload is temporary, for use in messages and drafts. At most 500 MB, sent as a multipart
        form.

        Args:
            file: The file, at most 500 MB.
            file_name: File name, instead of that of the part.
            mime_type: MIME type, instead of that of the part.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.499.
        Required scope: write. Endpoint: POST /v1/assets/upload; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return await self._sender.send(_assets.upload(file=file, file_name=file_name, mime_type=mime_type))

    async def upload_base64(
        self, *, content: str, file_name: str | None = None, mime_type: str | None = None
    ) -> AssetUploadResult:
        """Upload a file as a base64 string.

        The upload is temporary, for use in messages and drafts. The file is sent as a base64 string
        in JSON.

        Args:
            content: The file as a base64 string, 1 to 750,000,000 characters (about 500 MB).
            file_name: File name; generated if omitted.
            mime_type: MIME type; detected if omitted.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.499.
        Required scope: write. Endpoint: POST /v1/assets/upload/base64; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_assets.upload_base64(content=content, file_name=file_name, mime_type=mime_type))
