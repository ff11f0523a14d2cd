"""A file that is sent: the request that uploads it, and the attachment of the message. No I/O."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ..generated import api, contract, models
from ..util.validation import string
from .limits_of_files import FileFacts, measure, type_for
from .media_types import UNKNOWN
from .outgoing_progress import SendingProgress, check_progress
from .outgoing_type import Content, Part, has_type, named, shows_type, typed

if TYPE_CHECKING:
    from ..generated import FileLike
    from ..generated import models as m
    from .progress import Progress

NOT_UPLOADED = "(not uploaded yet)"
"""The upload ID in a request that is only checked."""


class OutgoingFile:
    """A file to upload, as it was passed. Nothing is read when it is created; a path is opened once.

    Raises:
        TypeError, ValueError, OSError: The file, its name, its type or the progress function is invalid.
    """

    def __init__(
        self,
        file: FileLike,
        file_name: str | None = None,
        mime_type: str | None = None,
        progress: Progress | None = None,
    ) -> None:
        check_progress(progress)
        self._request = api.assets.upload(file=file, file_name=file_name, mime_type=mime_type)
        self._part, is_typed = part_of(self._request), has_type(file)
        name = file_name or self._part[0]
        if not is_typed:
            self._part = named(self._part, name)
        self._progress = progress
        self.needs_head: bool = not is_typed and mime_type is None and not shows_type(name)
        """Whether its first bytes are needed to determine its type."""
        self.size: int | None = None
        """In bytes; None if it is not known."""

    @property
    def part(self) -> Part:
        """The name, content and media type."""
        return self._part

    @property
    def may_block(self) -> bool:
        """Whether reading it may take long."""
        return _body(self._request).may_block

    def add(self, content: Content) -> None:
        """Add what is known of the content."""
        self.size = content.size
        if self.needs_head:
            self._part = typed(self._part, content.head)

    def facts(self, file_type: m.AttachmentHint | None, duration: float | None, chat: object) -> FileFacts:
        """What is known of the file before it is uploaded."""
        media_type = self._part[2]
        return FileFacts(file_type or type_for(media_type, chat), media_type, self.size, duration=duration)

    def request(self) -> tuple[contract.Request[m.AssetUploadResult], SendingProgress | None]:
        """The request, and the progress of it that is reported."""
        name, content, media_type = self._part
        if self._progress is not None and isinstance(content, bytes):
            content = part_of(api.assets.upload(file=(name, io.BytesIO(content), media_type)))[1]
        given = self._request
        body = contract.MultipartBody({"file": (name, content, media_type)}, _body(given).fields)
        sending = None if self._progress is None else SendingProgress(self._progress, content)
        body.report = None if sending is None else sending.report
        return contract.Request(given.operation, given.path, body=body), sending

    def planned(self, facts: FileFacts) -> m.MessageAttachmentInputDict:
        """The attachment as far as it is known before the upload."""
        found: m.MessageAttachmentInputDict = {
            "upload_id": NOT_UPLOADED,
            "type": facts.type,
            "file_name": self._part[0],
            "mime_type": facts.media_type,
        }
        if facts.duration is not None:
            found["duration"] = facts.duration
        return found


def _body(request: contract.Request[m.AssetUploadResult]) -> contract.MultipartBody:
    assert isinstance(request.body, contract.MultipartBody)  # noqa: S101 - as the compiler writes it
    return request.body


def part_of(request: contract.Request[m.AssetUploadResult]) -> Part:
    """The file of a request to upload one."""
    part = _body(request).files["file"]
    assert isinstance(part, tuple)  # noqa: S101 - as the compiler writes it
    assert len(part) == 3  # noqa: S101
    return part


def uploaded_facts(
    upload: m.AssetUploadResult,
    file_type: m.AttachmentHint | None,
    duration: float | None,
    chat: object,
    media_type: str | None = None,
) -> FileFacts:
    """What is known of a file after its upload. `media_type` is the type that it was sent with."""
    known = string(upload.mime_type)
    if known is None or known == UNKNOWN:
        known = media_type or known or UNKNOWN
    seconds = duration if duration is not None else measure(upload.duration)
    size = measure(upload.file_size)
    return FileFacts(
        file_type or type_for(known, chat), known, size, measure(upload.width), measure(upload.height), seconds
    )


def attachment_of(upload: m.AssetUploadResult, facts: FileFacts) -> m.MessageAttachmentInput:
    """The attachment that sends an upload."""
    size = None
    if facts.width and facts.height:
        size = models.RequiredDimensions(width=facts.width, height=facts.height)
    return models.MessageAttachmentInput(
        upload_id=upload,
        type=facts.type,
        file_name=string(upload.file_name),
        mime_type=None if facts.media_type == UNKNOWN else facts.media_type,
        size=size,
        duration=facts.duration,
    )
