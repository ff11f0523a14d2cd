"""Parts of a conversation in reading order: the last messages, the unread ones, those around a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.util.validation import check_count
from .message_lists import AsyncSearch

if TYPE_CHECKING:
    from ..._core.generated import models


class AsyncReading(AsyncSearch):
    """Lists of messages, and parts of a conversation in reading order."""

    __slots__ = ()

    async def last(self, chat: str | models.Chat, n: int = 20, *, include_service: bool = True) -> list[models.Message]:
        """The last messages of a chat in reading order, the newest last. Requests no more pages than that needs.

        Args:
            chat: A chat or its ID. Of a merged chat, the last messages of all members.
            n: Maximum number of messages; 0 makes no request.
            include_service: As for `list`.

        Raises:
            TypeError, ValueError: an argument is invalid; nothing was sent.
            NotFoundError: there is no such chat.
        """
        check_count("n", n, 0)
        newest = await self.list(chat, include_service=include_service).collect(limit=n)
        return newest[::-1]

    async def around(
        self,
        message: str | models.Message,
        *,
        chat: str | models.Chat | None = None,
        before: int = 10,
        after: int = 10,
        include_service: bool = True,
    ) -> list[models.Message]:
        """A message and those before and after it, in reading order.

        One request for each side, more if a side needs several pages, and one more for the ID of a message (app
        4.2.808). A `Message` is returned as it is. The cursor is the sort key of the message; if the server rejects or
        ignores it, the message is requested, and if that does not help, the chat is read from its newest message on.

        Args:
            message: A message, or its ID together with ``chat``.
            chat: A chat or its ID. If it is the merged chat of the message's chat, the result has messages of all its
                members; then the merged chat is read from its newest message on. By default, the chat that has the
                message.
            before: Maximum number of older messages, 0 or more.
            after: Maximum number of newer messages, 0 or more.
            include_service: As for `list`. The message itself is returned in any case.

        Raises:
            TypeError, ValueError: an argument is invalid.
            NotFoundError: there is no such chat or message.
        """
        from ..reading.around import AsyncSurroundingReader

        reader = AsyncSurroundingReader(self._engine, before, after, include_service=include_service)
        return await reader.around(message, chat)

    async def unread(self, chat: str | models.Chat) -> list[models.Message]:
        """The unread messages of a chat in reading order, the newest last. The chat is not marked as read.

        Your own messages, deleted ones, reactions, notices and messages that the app hides do not count. A chat that
        was only marked as unread by hand has none.

        The chat is read back to its ``last_read_message_sort_key``. If it has none, or if that is far older than
        ``unread_count`` messages, the newest ``unread_count`` messages of others are returned, at most those among the
        last ``2 * unread_count + 100`` rows.

        Requests: one for the ID of a chat, one for each member of a merged chat, and the pages that are needed; none
        for a chat whose ``unread_count`` is 0. Where a bridge leaves out ``is_sender``, the accounts are listed once.

        Args:
            chat: A chat or its ID. The numbers of a `Chat` are those of the time when it was received: with an old one,
                messages that were read since are returned too, and if it had no unread messages, none are. Pass the ID
                for the current state. Of a merged chat, the unread messages of all members, ordered by time.

        Raises:
            TypeError, ValueError: an argument is invalid; nothing was sent.
            NotFoundError: there is no such chat.
        """
        from ..reading.unread import AsyncUnreadReader

        return await AsyncUnreadReader(self._engine).unread(chat)
