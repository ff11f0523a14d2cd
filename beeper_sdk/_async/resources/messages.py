"""Messages: their lists, whether a message is from the current user, and the outcome of sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import api
from ..._core.util.override import override
from .message_reading import AsyncReading

if TYPE_CHECKING:
    from ..._core.delivery.check_rules import Started
    from ..._core.delivery.replies import IsReply
    from ..._core.delivery.results import Delivery, Pending, Sent
    from ..._core.files.progress import Progress
    from ..._core.generated import FileLike, models
    from ...errors import DeliveryUncertain


class AsyncMessages(AsyncReading):
    """Messages: list, search, send, edit and delete them, and check whether a send succeeded."""

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
        """
        from ..delivery.edits import delete

        await delete(self._engine, message_id, chat_id, for_everyone)

    async def is_mine(self, message: models.Message) -> bool | None:
        """Whether you sent a message; None if that cannot be determined.

        Makes no request if the message has ``is_sender``, or if this client knows the sender from chats that mark you
        or from your own messages. Otherwise the accounts are listed, once per client. Some bridges leave out
        ``is_sender``, and the user of an account may have another ID than your messages. In that case, call
        `beeper.chats.self_user(chat)` before: it checks more, and the client remembers the result.
        """
        from ..people.self_lookup import AsyncSelfLookup

        return await AsyncSelfLookup(self._engine).is_mine(message)

    async def check(
        self,
        error: DeliveryUncertain | Started,
        *,
        chat_id: str | models.Chat | None = None,
        text: str | None = None,
        upload_id: str | models.AssetUploadResult | None = None,
    ) -> Delivery:
        """Check whether a call that raised DeliveryUncertain succeeded. Usually one request.

        For a send, the chat is read back to before the attempt. A message matches if it is your own, is not older than
        the attempt, and has the same text (apart from markup), file and reply. If one seems to be older or from the
        future, and no other send accounts for it, the result is ``unknown``: clocks may differ. For a reaction, its
        message is read. For other calls the result is ``unknown``. Equal texts that you send in the app or from another
        program at the same time cannot be distinguished.

        Args:
            error: The DeliveryUncertain, or an item of `uncertain`. Or the result of `chats.start` or `chats.create`:
                whether its ``message_text`` was sent.
            chat_id: The chat of the message, or its ID. Required if the error was unpickled.
            text: The text of the message, as it was passed to `send`. Required if the error was unpickled.
            upload_id: The upload that was sent or its ID, instead of ``text``.

        Returns:
            Its ``status`` is ``delivered`` or ``failed`` (with the ``message``), ``not-seen`` or ``unknown``, and
            ``reason`` explains it; ``was_sent`` is True, False or None. ``not-seen`` means that the message is not in
            the chat now; it may still arrive, because Beeper may not have finished sending it.

        Raises:
            TypeError, ValueError: an argument is invalid or missing.
            APIError: the chat could not be read.
        """
        from ..delivery.check import check

        return await check(self._engine, error, chat_id, text, upload_id)

    def uncertain(self) -> list[DeliveryUncertain]:
        """The sends and reactions of this client whose outcome is not known, newest first. Makes no request.

        They raised DeliveryUncertain, or were interrupted: by Ctrl-C, a cancellation, or a timeout around the call.
        Pass them to `check`. One leaves the list when `check` returns ``delivered`` or ``failed`` for it, when 500 more
        recent sends (100 more recent reactions) were made, and by ``clear_cache``. The list is in memory only.
        """
        return self._engine.state.sent.uncertain()

    async def wait(
        self,
        sent: Pending,
        *,
        text: str | None = None,
        timeout: float = 60.0,  # noqa: ASYNC109  # returns a value at the timeout, raises no error
    ) -> Sent:
        """Wait for the outcome of a send. It is polled, after 0.1 seconds at first and up to every 5 seconds later.

        The message is retrieved by its pending ID. With apps before 4.2.808 it is searched in the chat as by `check`.
        For that the client keeps the last 500 sends, in memory only.

        Args:
            sent: The result of `send`.
            text: The text that was sent. Needed for a send of another client or process.
            timeout: Maximum seconds to wait.

        Returns:
            Its ``status`` is ``sent`` (with the ``message``), ``failed`` (with the server's ``code``) or ``unknown``;
            ``was_sent`` is True, False or None, as for `check`.
            Not every network reports the outcome: ``sent`` means that the message has its final ID and no failure is
            reported.

        Raises:
            TypeError, ValueError: an argument is invalid.
            APIStatusError: the messages cannot be read, for example because of a 401 or 403.
        """
        from ..delivery.wait import AsyncSendWatcher

        return await AsyncSendWatcher(self._engine, sent, text, timeout).end()

    async def wait_for_reply(
        self,
        sent_or_chat: Pending | models.Message | models.Chat | str,
        *,
        timeout: float = 60.0,  # noqa: ASYNC109  # returns None at the timeout, raises no error
        matching: IsReply | None = None,
    ) -> models.Message | None:
        """Wait for a message of somebody else. The chat is polled, after 0.25 seconds at first, later every 2 seconds.
        Reactions, notices and deleted messages do not count. In a merged chat, all members count. Apps before 4.2.808
        cannot look up a send: its message is searched as by `check`, or if another client sent it, now counts instead.

        Args:
            sent_or_chat: The result of `send`, or a message: all that came after it counts. Or a chat or its ID: what
                comes from now on counts.
            timeout: Maximum seconds to wait.
            matching: Called once for each message that came; returns whether it is the one to wait for.

        Returns:
            The message; None at the timeout. Until then, temporary errors are ignored.

        Raises:
            TypeError, ValueError: an argument is invalid.
            APIStatusError: the chat cannot be read, for example because of a 401 or 404.
        """
        from ..delivery.wait_for_reply import AsyncReplyWaiter

        return await AsyncReplyWaiter(self._engine, sent_or_chat, timeout, matching).reply()
