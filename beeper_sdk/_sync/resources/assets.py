# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import resources
from ..._core.util.override import override

if TYPE_CHECKING:
    from ..._core.files.progress import Progress
    from ..._core.generated import FileLike, models
    from ..engine.sender import RequestSender


class Assets(resources.AssetsApi):
    """Media files: download, stream and upload them."""

    __slots__ = ("_engine",)

    def __init__(self, engine: RequestSender) -> None:
        super().__init__(engine)
        self._engine = engine

    @override
    def upload(
        self,
        *,
        file: FileLike,
        file_name: str | None = None,
        mime_type: str | None = None,
        progress: Progress | None = None,
    ) -> models.AssetUploadResult:
        """Upload a file, of at most 500 MB, for messages and drafts. It is read while it is sent.

        The upload is temporary. Pass the result to `messages.send` as ``attachment``. To upload a file and send it,
        pass it to `messages.send` as ``file``.

        Args:
            file: A path, bytes, a file opened with ``"rb"``, or (file name, one of these[, content type]). A file with
                neither a known extension nor a content type gets the type that its first bytes show.
            file_name: File name, instead of that of the part.
            mime_type: MIME type, instead of that of the part.
            progress: Called with the number of bytes that were sent and the size of the file (None if it is not known).
                The numbers start again when the upload is retried. An exception that it raises ends the upload.

        Raises:
            DeliveryUncertain: No response confirms the outcome. The file can be uploaded again.
            OperationFailed: The response is only an error, with status 200.
            TypeError, ValueError, OSError: An argument is invalid, or the file cannot be read; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.499. Required scope:
        write. Endpoint: POST /v1/assets/upload.
        """
        from ..._core.files.outgoing import OutgoingFile
        from ..files.upload import examine_file, upload

        outgoing = OutgoingFile(file, file_name, mime_type, progress)
        examine_file(outgoing, size=False)
        return upload(self._engine, outgoing)
