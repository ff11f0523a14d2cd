"""Messages: whether a message is from the current user, the outcome of sends, and waiting for replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .message_sending import AsyncSending

if TYPE_CHECKING:
    from ..._core.delivery.check_rules import Started
    from ..._core.delivery.replies import IsReply
    from ..._core.delivery.results import Delivery, Pending, Sent
    from ..._core.generated import models
    from ...errors import DeliveryUncertain


class AsyncMessages(AsyncSending):
    """Messages: list, search, send, edit and delete them, and check whether a send succeeded."""

    __slots__ = ()

    async def is_mine(self, message: models.Message) -> bool | None:
        """Whether you sent a message; None if that cannot be determined.

        Makes no request if the message has ``is_sender``, or if this client knows the sender from chats that mark you
        or from your own messages. Otherwise the accounts are listed, once per client. Some bridges leave out
        ``is_sender``, and the user of an account may have another ID than your messages. In that case, call
        `beeper.chats.self_user(chat)` before: it checks more, and the client remembers the result.

        Args:
            message: The message, as it was received.

        Raises:
            TypeError: ``message`` is no message.
            APIError: the accounts cannot be listed.
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

        ```python
        try:
            await beeper.messages.send(chat, text="Hello")
        except errors.DeliveryUncertain as error:
            delivery = await beeper.messages.check(error)
        ```

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
            timeout: Maximum seconds to wait, greater than 0.

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
            timeout: Maximum seconds to wait, greater than 0.
            matching: Called once for each message that came; returns whether it is the one to wait for.

        Returns:
            The message; None at the timeout. Until then, temporary errors are ignored.

        Raises:
            TypeError, ValueError: an argument is invalid.
            APIStatusError: the chat cannot be read, for example because of a 401 or 404.
        """
        from ..delivery.wait_for_reply import AsyncReplyWaiter

        return await AsyncReplyWaiter(self._engine, sent_or_chat, timeout, matching).reply()
