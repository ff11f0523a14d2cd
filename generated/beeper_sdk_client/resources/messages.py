# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api import messages as _messages

if TYPE_CHECKING:
    from .._protocols import AsyncPager, AsyncSender, ItemsOf, Pager, Sender
    from .._times import When
    from ..models._enums import ChatTypeInput, Direction, MediaType
    from ..models.chat import Chat
    from ..models.input_dicts import MessageAttachmentInputDict
    from ..models.inputs import MessageAttachmentInput
    from ..models.message import Message
    from ..models.message_send_result import MessageSendResult
    from ..models.message_update_result import MessageUpdateResult


class MessagesApi:
    """Messages: list, search, send, edit and delete them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def list(
        self,
        chat_id: str | Chat,
        *,
        cursor: str | None = None,
        direction: Direction | None = None,
        resume: str | None = None,
    ) -> Pager[Message]:
        """List messages of a chat.

        Each page holds about 20 messages, newest first, in both directions. The server may set
        `has_more` to `True` even at the start of the history; pagination stops at an empty page, a
        repeated cursor, or a page without a new message. A merged chat has no messages of its own.
        Before app 4.2.808 pages have no cursors, and the `sort_key` of the last message is used
        instead.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET
        /v1/chats/{chatID}/messages; error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        request = _messages.list(chat_id, cursor=cursor, direction=direction)
        return self._sender.paginate(request, _messages.LIST_PAGES, resume)

    def send(
        self,
        chat_id: str | Chat,
        *,
        text: str | None = None,
        reply_to_message_id: str | Message | None = None,
        attachment: MessageAttachmentInput | MessageAttachmentInputDict | None = None,
    ) -> MessageSendResult:
        """Send text, one attachment, or both.

        A successful response means that the message is queued; whether it was delivered is reported
        later, in `Message.send_status`. The API has no idempotency key, so sending the same message
        again can deliver it twice. Read-only chats (`Chat.is_read_only`) reject messages.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            text: Plain text or Markdown. HTML in JSON quotes is sent unchanged, as Matrix HTML.
            reply_to_message_id: Message to reply to. A `Message` is accepted too.
            attachment: One attachment.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.294.
        Required scope: write. Endpoint: POST /v1/chats/{chatID}/messages; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(
            _messages.send(chat_id, text=text, reply_to_message_id=reply_to_message_id, attachment=attachment)
        )

    def search(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        chat_ids: ItemsOf[str | Chat] | None = None,
        chat_type: ChatTypeInput | None = None,
        cursor: str | None = None,
        date_after: When | None = None,
        date_before: When | None = None,
        direction: Direction | None = None,
        exclude_low_priority: bool | None = None,
        include_muted: bool | None = None,
        limit: int | None = None,
        media_types: ItemsOf[MediaType] | tuple[MediaType, ...] | None = None,
        query: str | None = None,
        sender: str | None = None,
        resume: str | None = None,
    ) -> Pager[Message]:
        """Search messages across chats.

        The response includes the chats of the messages that were found.

        Args:
            account_ids: Only these accounts; all if omitted.
            chat_ids: Only these chats, by chat ID or local chat ID; all if omitted. A `Chat` is
                accepted too.
            chat_type: Only chats of this kind.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            date_after: Only messages strictly after this time. (a datetime, a timedelta or
                relativedelta from now, or a date string; local time unless it names a zone)
            date_before: Only messages strictly before this time. (a datetime, a timedelta or
                relativedelta from now, or a date string; local time unless it names a zone)
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            exclude_low_priority: Exclude chats in the low-priority inbox. (the server's default
                is `True`)
            include_muted: Include muted chats. (the server's default is `True`)
            limit: Messages per page. (1 to 20; the server's default is 20)
            media_types: Only messages with one of these kinds of media.
            query: Literal words, in any order. If omitted, only the other filters apply.
            sender: Only messages of this sender: me, others or a user ID.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/messages/search; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        request = _messages.search(
            account_ids=account_ids,
            chat_ids=chat_ids,
            chat_type=chat_type,
            cursor=cursor,
            date_after=date_after,
            date_before=date_before,
            direction=direction,
            exclude_low_priority=exclude_low_priority,
            include_muted=include_muted,
            limit=limit,
            media_types=media_types,
            query=query,
            sender=sender,
        )
        return self._sender.paginate(request, _messages.SEARCH_PAGES, resume)

    def retrieve(self, message_id: str | Message, *, chat_id: str | Chat) -> Message:
        """Get one message.

        Accepts a final ID, a `pending_message_id` or a Matrix event ID.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.2.808. Required scope: read. Endpoint: GET
        /v1/chats/{chatID}/messages/{messageID}; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        return self._sender.send(_messages.retrieve(message_id, chat_id=chat_id))

    def update(self, message_id: str | Message, *, chat_id: str | Chat, text: str) -> MessageUpdateResult:
        """Edit the text of a message.

        Messages with attachments cannot be edited. Before app 4.2.808 the response holds only IDs.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.
            text: New text, at least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.499. Required scope: write.
        Endpoint: PUT /v1/chats/{chatID}/messages/{messageID}; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return self._sender.send(_messages.update(message_id, chat_id=chat_id, text=text))

    def delete(self, message_id: str | Message, *, chat_id: str | Chat, for_everyone: bool | None = None) -> None:
        """Delete a message.

        Only final IDs are accepted; pending IDs are rejected. By default the message is deleted for
        everyone.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.
            for_everyone: If `True`, delete for everyone, where the network allows it; if
                `False`, only for the user. (the server's default is `True`)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: DELETE /v1/chats/{chatID}/messages/{messageID}; error statuses: 400, 401, 403,
        404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_messages.delete(message_id, chat_id=chat_id, for_everyone=for_everyone))


class AsyncMessagesApi:
    """Messages: list, search, send, edit and delete them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def list(
        self,
        chat_id: str | Chat,
        *,
        cursor: str | None = None,
        direction: Direction | None = None,
        resume: str | None = None,
    ) -> AsyncPager[Message]:
        """List messages of a chat.

        Each page holds about 20 messages, newest first, in both directions. The server may set
        `has_more` to `True` even at the start of the history; pagination stops at an empty page, a
        repeated cursor, or a page without a new message. A merged chat has no messages of its own.
        Before app 4.2.808 pages have no cursors, and the `sort_key` of the last message is used
        instead.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET
        /v1/chats/{chatID}/messages; error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        request = _messages.list(chat_id, cursor=cursor, direction=direction)
        return self._sender.paginate(request, _messages.LIST_PAGES, resume)

    async def send(
        self,
        chat_id: str | Chat,
        *,
        text: str | None = None,
        reply_to_message_id: str | Message | None = None,
        attachment: MessageAttachmentInput | MessageAttachmentInputDict | None = None,
    ) -> MessageSendResult:
        """Send text, one attachment, or both.

        A successful response means that the message is queued; whether it was delivered is reported
        later, in `Message.send_status`. The API has no idempotency key, so sending the same message
        again can deliver it twice. Read-only chats (`Chat.is_read_only`) reject messages.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            text: Plain text or Markdown. HTML in JSON quotes is sent unchanged, as Matrix HTML.
            reply_to_message_id: Message to reply to. A `Message` is accepted too.
            attachment: One attachment.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.294.
        Required scope: write. Endpoint: POST /v1/chats/{chatID}/messages; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(
            _messages.send(chat_id, text=text, reply_to_message_id=reply_to_message_id, attachment=attachment)
        )

    def search(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        chat_ids: ItemsOf[str | Chat] | None = None,
        chat_type: ChatTypeInput | None = None,
        cursor: str | None = None,
        date_after: When | None = None,
        date_before: When | None = None,
        direction: Direction | None = None,
        exclude_low_priority: bool | None = None,
        include_muted: bool | None = None,
        limit: int | None = None,
        media_types: ItemsOf[MediaType] | tuple[MediaType, ...] | None = None,
        query: str | None = None,
        sender: str | None = None,
        resume: str | None = None,
    ) -> AsyncPager[Message]:
        """Search messages across chats.

        The response includes the chats of the messages that were found.

        Args:
            account_ids: Only these accounts; all if omitted.
            chat_ids: Only these chats, by chat ID or local chat ID; all if omitted. A `Chat` is
                accepted too.
            chat_type: Only chats of this kind.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            date_after: Only messages strictly after this time. (a datetime, a timedelta or
                relativedelta from now, or a date string; local time unless it names a zone)
            date_before: Only messages strictly before this time. (a datetime, a timedelta or
                relativedelta from now, or a date string; local time unless it names a zone)
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            exclude_low_priority: Exclude chats in the low-priority inbox. (the server's default
                is `True`)
            include_muted: Include muted chats. (the server's default is `True`)
            limit: Messages per page. (1 to 20; the server's default is 20)
            media_types: Only messages with one of these kinds of media.
            query: Literal words, in any order. If omitted, only the other filters apply.
            sender: Only messages of this sender: me, others or a user ID.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/messages/search; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        request = _messages.search(
            account_ids=account_ids,
            chat_ids=chat_ids,
            chat_type=chat_type,
            cursor=cursor,
            date_after=date_after,
            date_before=date_before,
            direction=direction,
            exclude_low_priority=exclude_low_priority,
            include_muted=include_muted,
            limit=limit,
            media_types=media_types,
            query=query,
            sender=sender,
        )
        return self._sender.paginate(request, _messages.SEARCH_PAGES, resume)

    async def retrieve(self, message_id: str | Message, *, chat_id: str | Chat) -> Message:
        """Get one message.

        Accepts a final ID, a `pending_message_id` or a Matrix event ID.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.2.808. Required scope: read. Endpoint: GET
        /v1/chats/{chatID}/messages/{messageID}; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        return await self._sender.send(_messages.retrieve(message_id, chat_id=chat_id))

    async def update(self, message_id: str | Message, *, chat_id: str | Chat, text: str) -> MessageUpdateResult:
        """Edit the text of a message.

        Messages with attachments cannot be edited. Before app 4.2.808 the response holds only IDs.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.
            text: New text, at least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.499. Required scope: write.
        Endpoint: PUT /v1/chats/{chatID}/messages/{messageID}; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return await self._sender.send(_messages.update(message_id, chat_id=chat_id, text=text))

    async def delete(self, message_id: str | Message, *, chat_id: str | Chat, for_everyone: bool | None = None) -> None:
        """Delete a message.

        Only final IDs are accepted; pending IDs are rejected. By default the message is deleted for
        everyone.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.
            for_everyone: If `True`, delete for everyone, where the network allows it; if
                `False`, only for the user. (the server's default is `True`)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: DELETE /v1/chats/{chatID}/messages/{messageID}; error statuses: 400, 401, 403,
        404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_messages.delete(message_id, chat_id=chat_id, for_everyone=for_everyone))
