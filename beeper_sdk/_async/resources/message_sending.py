"""Sending, editing and deleting messages, with files and the limits of networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import api
from ..._core.util.override import override
from .message_reading import AsyncReading

if TYPE_CHECKING:
    from ..._core.files.progress import Progress
    from ..._core.generated import FileLike, models


class AsyncSending(AsyncReading):
    """Messages: read, send, edit and delete them."""

    __slots__ = ()

    @override
    async def send(
        self,
        chat_id: str | models.Chat,
        *,
        text: str | None = None,
        reply_to_message_id: str | models.Message | None = None,
        attachment: (
            models.MessageAttachmentInput | models.MessageAttachmentInputDict | models.AssetUploadResult | None
        ) = None,
        file: FileLike | None = None,
        file_type: models.AttachmentHint | None = None,
        duration: float | None = None,
        progress: Progress | None = None,
    ) -> models.MessageSendResult:
        """Send text, one file, or both: one request, or two with ``file``, which is uploaded before.

        ```python
        await beeper.messages.send(chat, text="Hello")
        await beeper.messages.send(chat, text="The garden", file="garden.jpg")
        ```

        A successful response means that the message is queued; see `wait`. It is sent at most once. With a `Chat`, its
        ``capabilities`` are checked first; with an ID, only the server checks. The client's guard checks the message
        before the file is uploaded, and a `WritePolicy` counts both as one write.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            text: Plain text or Markdown. HTML in JSON quotes is sent unchanged, as Matrix HTML. With a file, its
                caption.
            reply_to_message_id: Message to reply to. A `Message` is accepted too.
            attachment: A file that was uploaded: the result of `assets.upload`, or a `MessageAttachmentInput`.
            file: A file to upload: a path, bytes, a file opened with ``"rb"``, or (file name, one of these[, content
                type]).
            file_type: ``image``, ``video``, ``audio``, ``file``, ``gif``, ``voice-note`` or ``sticker``. By default it
                follows from the media type: image/gif is a ``gif``, what is neither image, video nor audio a ``file``.
            duration: Length of audio or video in seconds, if the app does not determine it.
            progress: Called with the number of bytes that were uploaded and the size of the file, as by
                `assets.upload`.

        Returns:
            The pending ID, and the chat that received the message: of a merged chat, the member.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the message may have been sent, and was not retried.
            NetworkLimit: The network of the chat does not allow the message; nothing was sent.
            TypeError, ValueError, OSError: An argument is invalid, or the file cannot be read; nothing was sent.
            APIError: An error of the upload says that no message was sent. One after it has the upload in ``upload``,
                to be passed as ``attachment``.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.294; files since 4.2.499.
        Required scope: write. Endpoint: POST /v1/chats/{chatID}/messages.
        """
        others = (attachment, file, file_type, duration, progress)
        if isinstance(chat_id, str) and all(value is None for value in others):
            request = api.messages.send(chat_id, text=text, reply_to_message_id=reply_to_message_id)
            return await self._engine.send(request)
        from ..._core.files.outgoing_message import OutgoingMessage
        from ..files.upload import send

        message = OutgoingMessage(chat_id, text, reply_to_message_id, attachment, file, file_type, duration, progress)
        return await send(self._engine, message)

    @override
    async def update(
        self, message_id: str | models.Message, *, chat_id: str | models.Chat, text: str
    ) -> models.MessageUpdateResult:
        """Edit the text of a message. One request, and a second one if the response is not the edited message.

        Messages with attachments cannot be edited. With a `Chat`, its ``capabilities`` are checked first, and with a
        `Message` too, its age: an edit that is too late is dropped without an error. Before it is refused for that
        reason, one request reads the clock of the server.

        Args:
            message_id: Message ID. A `Message` is accepted too.
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            text: New text, at least 1 character.

        Returns:
            The edited message. If it cannot be read again, the response, which may be the message before the edit.
            Before app 4.2.808, only its IDs.

        Raises:
            NetworkLimit: The network of the chat does not allow the edit; nothing was sent.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.499. Required scope: write. Endpoint: PUT
        /v1/chats/{chatID}/messages/{messageID}.
        """
        from ..delivery.edits import update

        return await update(self._engine, message_id, chat_id, text)

    @override
    async def delete(
        self, message_id: str | models.Message, *, chat_id: str | models.Chat, for_everyone: bool | None = None
    ) -> None:
        """Delete a message. One request.

        With a `Chat`, its ``capabilities`` are checked first, and with a `Message` too, its age, as by `update`.

        Args:
            message_id: Message ID; pending IDs are rejected. A `Message` is accepted too.
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            for_everyone: If `True`, delete for everyone, where the network allows it; if `False`, only for the user.
                (the server's default is `True`)

        Raises:
            NetworkLimit: The network of the chat does not allow it; nothing was sent.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write. Endpoint: DELETE
        /v1/chats/{chatID}/messages/{messageID}.
        """
        from ..delivery.edits import delete

        await delete(self._engine, message_id, chat_id, for_everyone)
