# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api import v0 as _v0

if TYPE_CHECKING:
    from .._protocols import AsyncPager, AsyncSender, ItemsOf, Pager, Sender
    from .._times import When
    from ..models._enums import ChatSearchScope, ChatTypeFilter, ChatTypeInput, Direction, InboxName, MediaType
    from ..models.asset_download_result import AssetDownloadResult
    from ..models.chat import Chat
    from ..models.contact_search_result import ContactSearchResult
    from ..models.input_dicts import V0ReminderInputDict
    from ..models.v0 import (
        V0Account,
        V0BaseResponse,
        V0Chat,
        V0ChatCreateResponse,
        V0Message,
        V0MessageSendResponse,
        V0OpenAppResponse,
        V0ReminderInput,
        V0UnifiedSearchResult,
    )


class V0Api:
    """Version 0 of the API, deprecated since app 4.1.294."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def get_accounts(self) -> list[V0Account]:
        """List connected accounts.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `accounts.list`.
        Endpoint: GET /v0/get-accounts; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return self._sender.send(_v0.get_accounts())

    def search(self, *, query: str) -> V0UnifiedSearchResult:
        """Search once for chats, groups by participant and messages.

        Args:
            query: Words as typed. At least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `search`. Endpoint: GET
        /v0/search; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return self._sender.send(_v0.search(query=query))

    def search_users(self, *, account_id: str, query: str) -> ContactSearchResult:
        """Search contacts of an account.

        For starting new chats.

        Args:
            account_id: Account to search on.
            query: Text to search for, at least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use
        `accounts.contacts.search`. Endpoint: GET /v0/search-users; error statuses: 400, 401, 403,
        404, 422, 429, 500.
        """
        return self._sender.send(_v0.search_users(account_id=account_id, query=query))

    def open_app(
        self,
        *,
        chat_id: str | None = None,
        message_id: str | None = None,
        draft_text: str | None = None,
        draft_attachment_path: str | None = None,
    ) -> V0OpenAppResponse:
        """Bring Beeper to the front.

        Args:
            chat_id: Chat to open, by chat ID or local chat ID.
            message_id: Message to jump to.
            draft_text: Plain text to prefill.
            draft_attachment_path: Path of an image to prefill, on the machine of the app.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. Required scope: write.
        Deprecated: use `focus`. Endpoint: POST /v0/open-app; error statuses: 400, 401, 403, 404,
        422, 429, 500.
        """
        return self._sender.send(
            _v0.open_app(
                chat_id=chat_id,
                message_id=message_id,
                draft_text=draft_text,
                draft_attachment_path=draft_attachment_path,
            )
        )

    def get_chat(self, *, chat_id: str, max_participant_count: int | None = None) -> V0Chat:
        """Get one chat.

        Returns at most 20 participants unless `max_participant_count` is larger. Not available for
        iMessage chats.

        Args:
            chat_id: Chat ID. iMessage chats are not available.
            max_participant_count: Members to return: 0 to 500, or -1 for all. (-1 to 500; the
                server's default is 20)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `chats.retrieve`.
        Endpoint: GET /v0/get-chat; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return self._sender.send(_v0.get_chat(chat_id=chat_id, max_participant_count=max_participant_count))

    def search_chats(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        cursor: str | None = None,
        direction: Direction | None = None,
        inbox: InboxName | None = None,
        include_muted: bool | None = None,
        last_activity_after: When | None = None,
        last_activity_before: When | None = None,
        limit: int | None = None,
        query: str | None = None,
        scope: ChatSearchScope | None = None,
        type: ChatTypeFilter | None = None,
        unread_only: bool | None = None,
        resume: str | None = None,
    ) -> Pager[V0Chat]:
        """Search chats.

        Args:
            account_ids: Only these accounts; all if omitted.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            inbox: Only chats in this inbox; all chats if omitted.
            include_muted: Include muted chats. (the server's default is `True`)
            last_activity_after: Only chats active after this time. (a datetime, a timedelta or
                relativedelta from now, or a date string; local time unless it names a zone)
            last_activity_before: Only chats active before this time. (a datetime, a timedelta
                or relativedelta from now, or a date string; local time unless it names a zone)
            limit: Chats per page. (1 to 200; the server's default is 50)
            query: Literal words, at least 1 character. All must match.
            scope: Where to look: titles or participants. (the server's default is titles)
            type: Kind of chat. (the server's default is any)
            unread_only: Only chats with unread messages.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `chats.search`. Endpoint:
        GET /v0/search-chats; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        request = _v0.search_chats(
            account_ids=account_ids,
            cursor=cursor,
            direction=direction,
            inbox=inbox,
            include_muted=include_muted,
            last_activity_after=last_activity_after,
            last_activity_before=last_activity_before,
            limit=limit,
            query=query,
            scope=scope,
            type=type,
            unread_only=unread_only,
        )
        return self._sender.paginate(request, _v0.SEARCH_CHATS_PAGES, resume)

    def search_messages(
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
    ) -> Pager[V0Message]:
        """Search messages across chats.

        Before app 4.1.244 the text of messages is truncated to 500 characters.

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
            limit: Messages per page: 1 to 500 are accepted, but a page holds at most 20. (the
                server's default is 20)
            media_types: Only messages with one of these kinds of media.
            query: Literal words; only the other filters when left out.
            sender: Only messages of this sender: me, others or a user ID.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `messages.search`.
        Endpoint: GET /v0/search-messages; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        request = _v0.search_messages(
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
        return self._sender.paginate(request, _v0.SEARCH_MESSAGES_PAGES, resume)

    def send_message(
        self, *, chat_id: str, text: str | None = None, reply_to_message_id: str | None = None
    ) -> V0MessageSendResponse:
        """Send a text.

        Args:
            chat_id: Chat to send to, by chat ID or local chat ID.
            text: Plain text or Markdown.
            reply_to_message_id: Message to reply to.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        Required scope: write. Deprecated: use `messages.send`. Endpoint: POST /v0/send-message;
        error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return self._sender.send(_v0.send_message(chat_id=chat_id, text=text, reply_to_message_id=reply_to_message_id))

    def create_chat(
        self,
        *,
        account_id: str,
        participant_ids: ItemsOf[str],
        type: ChatTypeInput,
        message_text: str | None = None,
        title: str | None = None,
    ) -> V0ChatCreateResponse:
        """Create a chat.

        Args:
            account_id: Account to use.
            participant_ids: User IDs, at least 1.
            type: Kind of chat; single needs exactly one participant.
            message_text: First message, if the network needs one.
            title: Title of a group.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        Required scope: write. Deprecated: use `chats.create`. Endpoint: POST /v0/create-chat; error
        statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return self._sender.send(
            _v0.create_chat(
                account_id=account_id,
                participant_ids=participant_ids,
                type=type,
                message_text=message_text,
                title=title,
            )
        )

    def download_asset(self, *, url: str) -> AssetDownloadResult:
        """Fetch media and get its local URL.

        Args:
            url: mxc:// or localmxc:// URL; at least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `assets.download`.
        Endpoint: POST /v0/download-asset; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return self._sender.send(_v0.download_asset(url=url))

    def archive_chat(self, *, chat_id: str, archived: bool | None = None) -> V0BaseResponse:
        """Archive or restore a chat.

        Args:
            chat_id: Chat to archive, by chat ID or local chat ID.
            archived: If `True`, archive the chat; if `False`, restore it. (the server's default
                is `True`)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. Required scope: write.
        Deprecated: use `chats.archive`. Endpoint: POST /v0/archive-chat; error statuses: 400, 401,
        403, 404, 422, 429, 500.
        """
        return self._sender.send(_v0.archive_chat(chat_id=chat_id, archived=archived))

    def set_chat_reminder(self, *, chat_id: str, reminder: V0ReminderInput | V0ReminderInputDict) -> V0BaseResponse:
        """Set the reminder of a chat.

        Args:
            chat_id: Chat to be reminded of, by chat ID or local chat ID.
            reminder: The reminder.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. Required scope: write.
        Deprecated: use `chats.reminders.create`. Endpoint: POST /v0/set-chat-reminder; error
        statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return self._sender.send(_v0.set_chat_reminder(chat_id=chat_id, reminder=reminder))

    def clear_chat_reminder(self, *, chat_id: str) -> V0BaseResponse:
        """Clear the reminder of a chat.

        Args:
            chat_id: Chat whose reminder is cleared, by chat ID or local chat ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. Required scope: write.
        Deprecated: use `chats.reminders.delete`. Endpoint: POST /v0/clear-chat-reminder; error
        statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return self._sender.send(_v0.clear_chat_reminder(chat_id=chat_id))


class AsyncV0Api:
    """Version 0 of the API, deprecated since app 4.1.294."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def get_accounts(self) -> list[V0Account]:
        """List connected accounts.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `accounts.list`.
        Endpoint: GET /v0/get-accounts; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return await self._sender.send(_v0.get_accounts())

    async def search(self, *, query: str) -> V0UnifiedSearchResult:
        """Search once for chats, groups by participant and messages.

        Args:
            query: Words as typed. At least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `search`. Endpoint: GET
        /v0/search; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return await self._sender.send(_v0.search(query=query))

    async def search_users(self, *, account_id: str, query: str) -> ContactSearchResult:
        """Search contacts of an account.

        For starting new chats.

        Args:
            account_id: Account to search on.
            query: Text to search for, at least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use
        `accounts.contacts.search`. Endpoint: GET /v0/search-users; error statuses: 400, 401, 403,
        404, 422, 429, 500.
        """
        return await self._sender.send(_v0.search_users(account_id=account_id, query=query))

    async def open_app(
        self,
        *,
        chat_id: str | None = None,
        message_id: str | None = None,
        draft_text: str | None = None,
        draft_attachment_path: str | None = None,
    ) -> V0OpenAppResponse:
        """Bring Beeper to the front.

        Args:
            chat_id: Chat to open, by chat ID or local chat ID.
            message_id: Message to jump to.
            draft_text: Plain text to prefill.
            draft_attachment_path: Path of an image to prefill, on the machine of the app.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. Required scope: write.
        Deprecated: use `focus`. Endpoint: POST /v0/open-app; error statuses: 400, 401, 403, 404,
        422, 429, 500.
        """
        return await self._sender.send(
            _v0.open_app(
                chat_id=chat_id,
                message_id=message_id,
                draft_text=draft_text,
                draft_attachment_path=draft_attachment_path,
            )
        )

    async def get_chat(self, *, chat_id: str, max_participant_count: int | None = None) -> V0Chat:
        """Get one chat.

        Returns at most 20 participants unless `max_participant_count` is larger. Not available for
        iMessage chats.

        Args:
            chat_id: Chat ID. iMessage chats are not available.
            max_participant_count: Members to return: 0 to 500, or -1 for all. (-1 to 500; the
                server's default is 20)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `chats.retrieve`.
        Endpoint: GET /v0/get-chat; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return await self._sender.send(_v0.get_chat(chat_id=chat_id, max_participant_count=max_participant_count))

    def search_chats(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        cursor: str | None = None,
        direction: Direction | None = None,
        inbox: InboxName | None = None,
        include_muted: bool | None = None,
        last_activity_after: When | None = None,
        last_activity_before: When | None = None,
        limit: int | None = None,
        query: str | None = None,
        scope: ChatSearchScope | None = None,
        type: ChatTypeFilter | None = None,
        unread_only: bool | None = None,
        resume: str | None = None,
    ) -> AsyncPager[V0Chat]:
        """Search chats.

        Args:
            account_ids: Only these accounts; all if omitted.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            inbox: Only chats in this inbox; all chats if omitted.
            include_muted: Include muted chats. (the server's default is `True`)
            last_activity_after: Only chats active after this time. (a datetime, a timedelta or
                relativedelta from now, or a date string; local time unless it names a zone)
            last_activity_before: Only chats active before this time. (a datetime, a timedelta
                or relativedelta from now, or a date string; local time unless it names a zone)
            limit: Chats per page. (1 to 200; the server's default is 50)
            query: Literal words, at least 1 character. All must match.
            scope: Where to look: titles or participants. (the server's default is titles)
            type: Kind of chat. (the server's default is any)
            unread_only: Only chats with unread messages.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `chats.search`. Endpoint:
        GET /v0/search-chats; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        request = _v0.search_chats(
            account_ids=account_ids,
            cursor=cursor,
            direction=direction,
            inbox=inbox,
            include_muted=include_muted,
            last_activity_after=last_activity_after,
            last_activity_before=last_activity_before,
            limit=limit,
            query=query,
            scope=scope,
            type=type,
            unread_only=unread_only,
        )
        return self._sender.paginate(request, _v0.SEARCH_CHATS_PAGES, resume)

    def search_messages(
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
    ) -> AsyncPager[V0Message]:
        """Search messages across chats.

        Before app 4.1.244 the text of messages is truncated to 500 characters.

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
            limit: Messages per page: 1 to 500 are accepted, but a page holds at most 20. (the
                server's default is 20)
            media_types: Only messages with one of these kinds of media.
            query: Literal words; only the other filters when left out.
            sender: Only messages of this sender: me, others or a user ID.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `messages.search`.
        Endpoint: GET /v0/search-messages; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        request = _v0.search_messages(
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
        return self._sender.paginate(request, _v0.SEARCH_MESSAGES_PAGES, resume)

    async def send_message(
        self, *, chat_id: str, text: str | None = None, reply_to_message_id: str | None = None
    ) -> V0MessageSendResponse:
        """Send a text.

        Args:
            chat_id: Chat to send to, by chat ID or local chat ID.
            text: Plain text or Markdown.
            reply_to_message_id: Message to reply to.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        Required scope: write. Deprecated: use `messages.send`. Endpoint: POST /v0/send-message;
        error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return await self._sender.send(
            _v0.send_message(chat_id=chat_id, text=text, reply_to_message_id=reply_to_message_id)
        )

    async def create_chat(
        self,
        *,
        account_id: str,
        participant_ids: ItemsOf[str],
        type: ChatTypeInput,
        message_text: str | None = None,
        title: str | None = None,
    ) -> V0ChatCreateResponse:
        """Create a chat.

        Args:
            account_id: Account to use.
            participant_ids: User IDs, at least 1.
            type: Kind of chat; single needs exactly one participant.
            message_text: First message, if the network needs one.
            title: Title of a group.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        Required scope: write. Deprecated: use `chats.create`. Endpoint: POST /v0/create-chat; error
        statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return await self._sender.send(
            _v0.create_chat(
                account_id=account_id,
                participant_ids=participant_ids,
                type=type,
                message_text=message_text,
                title=title,
            )
        )

    async def download_asset(self, *, url: str) -> AssetDownloadResult:
        """Fetch media and get its local URL.

        Args:
            url: mxc:// or localmxc:// URL; at least 1 character.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.92. Required scope: read. Deprecated: use `assets.download`.
        Endpoint: POST /v0/download-asset; error statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return await self._sender.send(_v0.download_asset(url=url))

    async def archive_chat(self, *, chat_id: str, archived: bool | None = None) -> V0BaseResponse:
        """Archive or restore a chat.

        Args:
            chat_id: Chat to archive, by chat ID or local chat ID.
            archived: If `True`, archive the chat; if `False`, restore it. (the server's default
                is `True`)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. Required scope: write.
        Deprecated: use `chats.archive`. Endpoint: POST /v0/archive-chat; error statuses: 400, 401,
        403, 404, 422, 429, 500.
        """
        return await self._sender.send(_v0.archive_chat(chat_id=chat_id, archived=archived))

    async def set_chat_reminder(
        self, *, chat_id: str, reminder: V0ReminderInput | V0ReminderInputDict
    ) -> V0BaseResponse:
        """Set the reminder of a chat.

        Args:
            chat_id: Chat to be reminded of, by chat ID or local chat ID.
            reminder: The reminder.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. Required scope: write.
        Deprecated: use `chats.reminders.create`. Endpoint: POST /v0/set-chat-reminder; error
        statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return await self._sender.send(_v0.set_chat_reminder(chat_id=chat_id, reminder=reminder))

    async def clear_chat_reminder(self, *, chat_id: str) -> V0BaseResponse:
        """Clear the reminder of a chat.

        Args:
            chat_id: Chat whose reminder is cleared, by chat ID or local chat ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. Required scope: write.
        Deprecated: use `chats.reminders.delete`. Endpoint: POST /v0/clear-chat-reminder; error
        statuses: 400, 401, 403, 404, 422, 429, 500.
        """
        return await self._sender.send(_v0.clear_chat_reminder(chat_id=chat_id))
