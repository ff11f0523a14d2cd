"""A message with a file: its arguments, and the requests that are checked and sent. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import BeeperError
from ..generated import api, base, contract, models
from ..util.validation import check_kind, is_number, similar_names
from .limits import capabilities_of, check_text
from .limits_of_files import MSGTYPES, TYPES, FileFacts, check_file, stated_facts
from .outgoing import OutgoingFile, attachment_of, uploaded_facts

if TYPE_CHECKING:
    from ..generated import FileLike
    from ..generated import models as m
    from .progress import Progress

    Attachment = m.MessageAttachmentInput | m.MessageAttachmentInputDict | m.AssetUploadResult

NOT_SENT = "no message was sent"
UPLOADED = "the file was uploaded: to send it without another upload, pass attachment=error.upload"


class OutgoingMessage:
    """A message that is sent, and the file that is uploaded for it.

    Raises:
        TypeError, ValueError, OSError: An argument is invalid, or the file cannot be read.
    """

    def __init__(
        self,
        chat: str | m.Chat,
        text: str | None,
        reply_to: str | m.Message | None,
        attachment: Attachment | None,
        file: FileLike | None,
        file_type: m.AttachmentHint | None,
        duration: float | None,
        progress: Progress | None,
    ) -> None:
        self._chat, self._text, self._reply_to = chat, text, reply_to
        self._file_type: m.AttachmentHint | None = _check_type(file_type)
        self._duration = _check_duration(duration)
        if file is not None and attachment is not None:
            raise ValueError("file and attachment must not both be given: a message has one attachment")
        if file is None and progress is not None:
            raise ValueError("progress must be None without file: nothing is uploaded")
        upload = attachment if isinstance(attachment, models.AssetUploadResult) else None
        if file is None and upload is None and (file_type is not None or duration is not None):
            raise ValueError("file_type and duration are only valid with file, or with an upload as attachment")
        self._given = None if isinstance(attachment, models.AssetUploadResult) else attachment
        self._upload = upload
        self.file: OutgoingFile | None = None if file is None else OutgoingFile(file, progress=progress)
        """The file to upload; None if there is none."""

    @property
    def has_limits(self) -> bool:
        """Whether the chat is known to have limits, for which the size of the file is needed."""
        return capabilities_of(self._chat) is not None

    def request(self) -> contract.Request[m.MessageSendResult]:
        """The request that sends the message. If it has a file that was not uploaded yet, it is only for checks.

        Raises:
            NetworkLimit: The chat does not allow the message. Also TypeError, ValueError for an invalid argument.
        """
        facts: FileFacts | None = None
        attachment: m.MessageAttachmentInput | m.MessageAttachmentInputDict | None = self._given
        media_type = None if self.file is None else self.file.part[2]
        if self._upload is not None:
            facts = uploaded_facts(self._upload, self._file_type, self._duration, self._chat, media_type)
            attachment = attachment_of(self._upload, facts)
        elif self.file is not None:
            facts = self.file.facts(self._file_type, self._duration, self._chat)
            attachment = self.file.planned(facts)
        request = api.messages.send(
            self._chat, text=self._text, reply_to_message_id=self._reply_to, attachment=attachment
        )
        self._check(facts or _stated(request))
        return request

    def _check(self, facts: FileFacts | None) -> None:
        if facts is not None:
            check_file(self._chat, facts, self._text)
        elif self._given is None:
            check_text(self._chat, self._text, "messages.send")

    def uploaded(self, upload: m.AssetUploadResult) -> None:
        """The file was uploaded."""
        self._upload = upload


def _stated(request: contract.Request[m.MessageSendResult]) -> FileFacts | None:
    """What a message states of an attachment that was given as it is sent."""
    body = request.body
    value = body.value if isinstance(body, contract.JsonBody) else None
    return stated_facts(value.get("attachment")) if base.is_object(value) else None


def _check_type(file_type: object) -> m.AttachmentHint | None:
    if file_type is None:
        return None
    check_kind("file_type", file_type, str, "a str or None")
    found = TYPES.get(str(file_type))
    if found is None:
        hint = similar_names(str(file_type), MSGTYPES, "None determines it by the media type")
        raise ValueError(f"file_type must be one of {', '.join(map(repr, MSGTYPES))}; {hint}")
    return found


def _check_duration(duration: object) -> float | None:
    if duration is None:
        return None
    check_kind("duration", duration, int | float, "a number of seconds or None")
    if not is_number(duration) or not 0 <= duration < float("inf"):
        raise ValueError("duration must be a number of seconds of at least 0")
    return duration


def add_clause(error: BaseException, clause: str) -> None:
    """Add what it means for the message to an error: to its text, or as a note to an exception of another class."""
    if isinstance(error, BeeperError):
        error.args = (f"{error}; {clause}",)
    else:
        error.add_note(clause)
