# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import UNSET
from ..api import chats as _chats
from ..api.chats import reminders as _chats_reminders
from ..api.chats.messages import reactions as _chats_messages_reactions

if TYPE_CHECKING:
    from .._model import Unset
    from .._protocols import AsyncPager, AsyncSender, ItemsOf, Pager, Sender
    from .._times import When
    from ..models._enums import ChatSearchScope, ChatTypeFilter, ChatTypeInput, Direction, InboxName
    from ..models.chat import Chat
    from ..models.chat_create_result import ChatCreateResult
    from ..models.chat_with_preview_page import ChatWithPreview
    from ..models.created_chat import CreatedChat
    from ..models.input_dicts import ChatDraftInputDict, ReminderInputDict, StartChatUserDict
    from ..models.inputs import ChatDraftInput, ReminderInput, StartChatUser
    from ..models.message import Message
    from ..models.reaction_add_result import ReactionAddResult
    from ..models.reaction_delete_result import ReactionDeleteResult


class ChatsMessagesReactionsApi:
    """Reactions to messages: add and remove them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def add(
        self, message_id: str | Message, *, chat_id: str | Chat, reaction_key: str, transaction_id: str | None = None
    ) -> ReactionAddResult:
        """React to a message.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.
            reaction_key: Emoji, shortcode or key of the network; at least 1 character.
            transaction_id: ID with which the reaction is tracked and duplicates are dropped.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.557.
        Required scope: write. Endpoint: POST /v1/chats/{chatID}/messages/{messageID}/reactions;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(
            _chats_messages_reactions.add(
                message_id, chat_id=chat_id, reaction_key=reaction_key, transaction_id=transaction_id
            )
        )

    def delete(self, reaction_key: str, *, chat_id: str | Chat, message_id: str | Message) -> ReactionDeleteResult:
        """Remove a reaction of the user.

        In apps 4.2.557 to 4.2.807 the key is a query parameter of DELETE …/reactions; the SDK
        converts it.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.
            reaction_key: Reaction key, as it was added.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: DELETE /v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_chats_messages_reactions.delete(reaction_key, chat_id=chat_id, message_id=message_id))


class AsyncChatsMessagesReactionsApi:
    """Reactions to messages: add and remove them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def add(
        self, message_id: str | Message, *, chat_id: str | Chat, reaction_key: str, transaction_id: str | None = None
    ) -> ReactionAddResult:
        """React to a message.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.
            reaction_key: Emoji, shortcode or key of the network; at least 1 character.
            transaction_id: ID with which the reaction is tracked and duplicates are dropped.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.557.
        Required scope: write. Endpoint: POST /v1/chats/{chatID}/messages/{messageID}/reactions;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(
            _chats_messages_reactions.add(
                message_id, chat_id=chat_id, reaction_key=reaction_key, transaction_id=transaction_id
            )
        )

    async def delete(
        self, reaction_key: str, *, chat_id: str | Chat, message_id: str | Message
    ) -> ReactionDeleteResult:
        """Remove a reaction of the user.

        In apps 4.2.557 to 4.2.807 the key is a query parameter of DELETE …/reactions; the SDK
        converts it.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Message ID. A `Message` is accepted too.
            reaction_key: Reaction key, as it was added.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: DELETE /v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(
            _chats_messages_reactions.delete(reaction_key, chat_id=chat_id, message_id=message_id)
        )


class ChatsMessagesApi:
    """The messages of a chat: their reactions."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def reactions(self) -> ChatsMessagesReactionsApi:
        """Reactions to messages: add and remove them."""
        return ChatsMessagesReactionsApi(self._sender)


class AsyncChatsMessagesApi:
    """The messages of a chat: their reactions."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def reactions(self) -> AsyncChatsMessagesReactionsApi:
        """Reactions to messages: add and remove them."""
        return AsyncChatsMessagesReactionsApi(self._sender)


class ChatsRemindersApi:
    """Reminders of chats: set and clear them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def create(self, chat_id: str | Chat, *, reminder: ReminderInput | ReminderInputDict) -> None:
        """Set the reminder of a chat.

        Apps before 4.2.808 expect Unix milliseconds; the SDK converts the time for them.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            reminder: The reminder.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.294. Required scope: write.
        Endpoint: POST /v1/chats/{chatID}/reminders; error statuses: 400, 401, 403, 404, 409, 422,
        429, 500, 502.
        """
        return self._sender.send(_chats_reminders.create(chat_id, reminder=reminder))

    def delete(self, chat_id: str | Chat) -> None:
        """Clear the reminder of a chat.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.294. Required scope: write.
        Endpoint: DELETE /v1/chats/{chatID}/reminders; error statuses: 400, 401, 403, 404, 409, 422,
        429, 500, 502.
        """
        return self._sender.send(_chats_reminders.delete(chat_id))


class AsyncChatsRemindersApi:
    """Reminders of chats: set and clear them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def create(self, chat_id: str | Chat, *, reminder: ReminderInput | ReminderInputDict) -> None:
        """Set the reminder of a chat.

        Apps before 4.2.808 expect Unix milliseconds; the SDK converts the time for them.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            reminder: The reminder.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.294. Required scope: write.
        Endpoint: POST /v1/chats/{chatID}/reminders; error statuses: 400, 401, 403, 404, 409, 422,
        429, 500, 502.
        """
        return await self._sender.send(_chats_reminders.create(chat_id, reminder=reminder))

    async def delete(self, chat_id: str | Chat) -> None:
        """Clear the reminder of a chat.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.294. Required scope: write.
        Endpoint: DELETE /v1/chats/{chatID}/reminders; error statuses: 400, 401, 403, 404, 409, 422,
        429, 500, 502.
        """
        return await self._sender.send(_chats_reminders.delete(chat_id))


class ChatsApi:
    """Chats: list, search, create and change them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def messages(self) -> ChatsMessagesApi:
        """The messages of a chat: their reactions."""
        return ChatsMessagesApi(self._sender)

    @property
    def reminders(self) -> ChatsRemindersApi:
        """Reminders of chats: set and clear them."""
        return ChatsRemindersApi(self._sender)

    def list(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        cursor: str | None = None,
        direction: Direction | None = None,
        limit: int | None = None,
        resume: str | None = None,
    ) -> Pager[ChatWithPreview]:
        """List chats of all accounts.

        Ordered by last activity, newest first. Each chat includes at most 20 participants. The
        members of a merged chat are not listed, only the merged chat is. To list unread chats only,
        use `chats.search`.

        Args:
            account_ids: Only these accounts; all if omitted.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            limit: Chats per page. Apps up to 4.3.0 ignore it and return 25. (1 to 200; the
                server's default is 25)
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        request = _chats.list(account_ids=account_ids, cursor=cursor, direction=direction, limit=limit)
        return self._sender.paginate(request, _chats.LIST_PAGES, resume)

    def create(
        self,
        *,
        account_id: str,
        participant_ids: ItemsOf[str],
        type: ChatTypeInput,
        message_text: str | None = None,
        title: str | None = None,
    ) -> ChatCreateResult:
        """Create a direct or group chat from user IDs.

        Apps before 4.2.808 return only the ID of the chat. In apps 4.2.557 to 4.2.807, opening a
        direct chat with a person was part of this operation.

        Args:
            account_id: Account to use.
            participant_ids: User IDs, at least 1.
            type: Kind of chat; single needs exactly one participant.
            message_text: First message, if the network needs one. See `text_status` of the
                result.
            title: Title of a group.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.294.
        Required scope: write. Endpoint: POST /v1/chats; error statuses: 400, 401, 403, 404, 409,
        422, 429, 500, 502.
        """
        return self._sender.send(
            _chats.create(
                account_id=account_id,
                participant_ids=participant_ids,
                type=type,
                message_text=message_text,
                title=title,
            )
        )

    def start(
        self,
        *,
        account_id: str,
        user: StartChatUser | StartChatUserDict,
        allow_invite: bool | None = None,
        message_text: str | None = None,
    ) -> CreatedChat:
        """Open a direct chat with a person.

        Looks the person up by the given data. An existing direct chat is reused.

        Args:
            account_id: Account to use.
            user: What is known of the person.
            allow_invite: Allow a direct chat that starts with an invitation. (the server's
                default is `True`)
            message_text: First message, if the network needs one. See `text_status` of the
                result.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.808.
        Required scope: write. Endpoint: POST /v1/chats/start; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return self._sender.send(
            _chats.start(account_id=account_id, user=user, allow_invite=allow_invite, message_text=message_text)
        )

    def search(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        cursor: str | None = None,
        direction: Direction | None = None,
        inbox: InboxName | None = None,
        include_muted: bool | None = None,
        label_id: str | None = None,
        last_activity_after: When | None = None,
        last_activity_before: When | None = None,
        limit: int | None = None,
        query: str | None = None,
        scope: ChatSearchScope | None = None,
        type: ChatTypeFilter | None = None,
        unread_only: bool | None = None,
        resume: str | None = None,
    ) -> Pager[Chat]:
        """Search chats.

        Searches titles and networks, or participants. Ordered by last activity, newest first. Each
        chat includes at most 20 participants.

        Args:
            account_ids: Only these accounts; all if omitted.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            inbox: Only chats in this inbox; all chats if omitted. The primary inbox follows the
                rules of the app.
            include_muted: Include muted chats. (the server's default is `True`)
            label_id: Only chats with this label.
            last_activity_after: Only chats active after this time. (a datetime, a timedelta or
                relativedelta from now, or a date string; local time unless it names a zone)
            last_activity_before: Only chats active before this time. (a datetime, a timedelta
                or relativedelta from now, or a date string; local time unless it names a zone)
            limit: Chats per page. (1 to 200; the server's default is 50)
            query: Literal words, at least 1 character. All must match; case is ignored. Omit it
                to match all chats.
            scope: Where to look: titles (and networks) or participants. (the server's default
                is titles)
            type: Kind of chat. (the server's default is any)
            unread_only: Only chats with unread messages.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats/search; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        request = _chats.search(
            account_ids=account_ids,
            cursor=cursor,
            direction=direction,
            inbox=inbox,
            include_muted=include_muted,
            label_id=label_id,
            last_activity_after=last_activity_after,
            last_activity_before=last_activity_before,
            limit=limit,
            query=query,
            scope=scope,
            type=type,
            unread_only=unread_only,
        )
        return self._sender.paginate(request, _chats.SEARCH_PAGES, resume)

    def retrieve(self, chat_id: str | Chat, *, max_participant_count: int | None = None) -> Chat:
        """Get one chat.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            max_participant_count: Members to return: 0 to 500, or -1 for all. The default is
                100 since app 4.2.808 and was -1 in apps 4.1.294 to 4.2.807. (-1 to 500; the
                server's default is 100)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats/{chatID}; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_chats.retrieve(chat_id, max_participant_count=max_participant_count))

    def update(
        self,
        chat_id: str | Chat,
        *,
        title: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        img_url: str | None | Unset = UNSET,
        draft: ChatDraftInput | ChatDraftInputDict | None | Unset = UNSET,
        is_archived: bool | None = None,
        is_low_priority: bool | None = None,
        is_muted: bool | None = None,
        is_pinned: bool | None = None,
        message_expiry_seconds: int | None | Unset = UNSET,
    ) -> Chat:
        """Change the state of a chat.

        Changes the title, topic, avatar, draft, inbox, notifications, pin or disappearing timer.
        What is omitted is not changed. Replacing a draft needs two calls: first `None`, then the
        new draft.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            title: Title. Use `None` to restore the title of the network.
            description: Topic of a group. Use `None` to clear it.
            img_url: Path of a new avatar, on the machine of the app. Use `None` to clear it.
            draft: Draft to set. Use `None` to clear it. A new draft is accepted only while
                there is none: clear the old one first.
            is_archived: Archive or restore.
            is_low_priority: Move to or out of the low-priority inbox.
            is_muted: Turn notifications off or on.
            is_pinned: Pin or unpin.
            message_expiry_seconds: Timer of disappearing messages, in seconds, at least 0. Use
                `None` to turn it off.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: PATCH /v1/chats/{chatID}; error statuses: 400, 401, 403, 404, 409, 422, 429, 500,
        502.
        """
        return self._sender.send(
            _chats.update(
                chat_id,
                title=title,
                description=description,
                img_url=img_url,
                draft=draft,
                is_archived=is_archived,
                is_low_priority=is_low_priority,
                is_muted=is_muted,
                is_pinned=is_pinned,
                message_expiry_seconds=message_expiry_seconds,
            )
        )

    def archive(self, chat_id: str | Chat, *, archived: bool | None = None) -> None:
        """Archive or restore a chat.

        Some builds between app 4.2.509 and 4.2.557 respond with a body, which is ignored.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            archived: If `True`, archive the chat; if `False`, restore it. (the server's default
                is `True`)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.294. Required scope: write.
        Endpoint: POST /v1/chats/{chatID}/archive; error statuses: 400, 401, 403, 404, 409, 422,
        429, 500, 502.
        """
        return self._sender.send(_chats.archive(chat_id, archived=archived))

    def mark_read(self, chat_id: str | Chat, *, message_id: str | Message | None = None) -> Chat:
        """Mark a chat read.

        Optionally only up to one message.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Mark read up to this message; the whole chat if omitted. A `Message` is
                accepted too.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: POST /v1/chats/{chatID}/read; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        return self._sender.send(_chats.mark_read(chat_id, message_id=message_id))

    def mark_unread(self, chat_id: str | Chat, *, message_id: str | Message | None = None) -> Chat:
        """Mark a chat unread.

        Optionally only from one message on. An archived chat returns to the inbox.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Mark unread from this message on. A `Message` is accepted too.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: POST /v1/chats/{chatID}/unread; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        return self._sender.send(_chats.mark_unread(chat_id, message_id=message_id))

    def notify_anyway(self, chat_id: str | Chat) -> Chat:
        """Notify the recipient in spite of their focus state.

        For iMessage on macOS; other networks respond with an error.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.808.
        Required scope: write. Endpoint: POST /v1/chats/{chatID}/notify-anyway; error statuses: 400,
        401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_chats.notify_anyway(chat_id))


class AsyncChatsApi:
    """Chats: list, search, create and change them."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def messages(self) -> AsyncChatsMessagesApi:
        """The messages of a chat: their reactions."""
        return AsyncChatsMessagesApi(self._sender)

    @property
    def reminders(self) -> AsyncChatsRemindersApi:
        """Reminders of chats: set and clear them."""
        return AsyncChatsRemindersApi(self._sender)

    def list(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        cursor: str | None = None,
        direction: Direction | None = None,
        limit: int | None = None,
        resume: str | None = None,
    ) -> AsyncPager[ChatWithPreview]:
        """List chats of all accounts.

        Ordered by last activity, newest first. Each chat includes at most 20 participants. The
        members of a merged chat are not listed, only the merged chat is. To list unread chats only,
        use `chats.search`.

        Args:
            account_ids: Only these accounts; all if omitted.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            limit: Chats per page. Apps up to 4.3.0 ignore it and return 25. (1 to 200; the
                server's default is 25)
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        request = _chats.list(account_ids=account_ids, cursor=cursor, direction=direction, limit=limit)
        return self._sender.paginate(request, _chats.LIST_PAGES, resume)

    async def create(
        self,
        *,
        account_id: str,
        participant_ids: ItemsOf[str],
        type: ChatTypeInput,
        message_text: str | None = None,
        title: str | None = None,
    ) -> ChatCreateResult:
        """Create a direct or group chat from user IDs.

        Apps before 4.2.808 return only the ID of the chat. In apps 4.2.557 to 4.2.807, opening a
        direct chat with a person was part of this operation.

        Args:
            account_id: Account to use.
            participant_ids: User IDs, at least 1.
            type: Kind of chat; single needs exactly one participant.
            message_text: First message, if the network needs one. See `text_status` of the
                result.
            title: Title of a group.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.294.
        Required scope: write. Endpoint: POST /v1/chats; error statuses: 400, 401, 403, 404, 409,
        422, 429, 500, 502.
        """
        return await self._sender.send(
            _chats.create(
                account_id=account_id,
                participant_ids=participant_ids,
                type=type,
                message_text=message_text,
                title=title,
            )
        )

    async def start(
        self,
        *,
        account_id: str,
        user: StartChatUser | StartChatUserDict,
        allow_invite: bool | None = None,
        message_text: str | None = None,
    ) -> CreatedChat:
        """Open a direct chat with a person.

        Looks the person up by the given data. An existing direct chat is reused.

        Args:
            account_id: Account to use.
            user: What is known of the person.
            allow_invite: Allow a direct chat that starts with an invitation. (the server's
                default is `True`)
            message_text: First message, if the network needs one. See `text_status` of the
                result.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.808.
        Required scope: write. Endpoint: POST /v1/chats/start; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return await self._sender.send(
            _chats.start(account_id=account_id, user=user, allow_invite=allow_invite, message_text=message_text)
        )

    def search(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        cursor: str | None = None,
        direction: Direction | None = None,
        inbox: InboxName | None = None,
        include_muted: bool | None = None,
        label_id: str | None = None,
        last_activity_after: When | None = None,
        last_activity_before: When | None = None,
        limit: int | None = None,
        query: str | None = None,
        scope: ChatSearchScope | None = None,
        type: ChatTypeFilter | None = None,
        unread_only: bool | None = None,
        resume: str | None = None,
    ) -> AsyncPager[Chat]:
        """Search chats.

        Searches titles and networks, or participants. Ordered by last activity, newest first. Each
        chat includes at most 20 participants.

        Args:
            account_ids: Only these accounts; all if omitted.
            cursor: Opaque cursor: `oldest_cursor` or `newest_cursor` of a page. Starts at the
                first page if omitted.
            direction: Use `before` with `oldest_cursor` for older items, or `after` with
                `newest_cursor` for newer ones. The default is `before`.
            inbox: Only chats in this inbox; all chats if omitted. The primary inbox follows the
                rules of the app.
            include_muted: Include muted chats. (the server's default is `True`)
            label_id: Only chats with this label.
            last_activity_after: Only chats active after this time. (a datetime, a timedelta or
                relativedelta from now, or a date string; local time unless it names a zone)
            last_activity_before: Only chats active before this time. (a datetime, a timedelta
                or relativedelta from now, or a date string; local time unless it names a zone)
            limit: Chats per page. (1 to 200; the server's default is 50)
            query: Literal words, at least 1 character. All must match; case is ignored. Omit it
                to match all chats.
            scope: Where to look: titles (and networks) or participants. (the server's default
                is titles)
            type: Kind of chat. (the server's default is any)
            unread_only: Only chats with unread messages.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats/search; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        request = _chats.search(
            account_ids=account_ids,
            cursor=cursor,
            direction=direction,
            inbox=inbox,
            include_muted=include_muted,
            label_id=label_id,
            last_activity_after=last_activity_after,
            last_activity_before=last_activity_before,
            limit=limit,
            query=query,
            scope=scope,
            type=type,
            unread_only=unread_only,
        )
        return self._sender.paginate(request, _chats.SEARCH_PAGES, resume)

    async def retrieve(self, chat_id: str | Chat, *, max_participant_count: int | None = None) -> Chat:
        """Get one chat.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            max_participant_count: Members to return: 0 to 500, or -1 for all. The default is
                100 since app 4.2.808 and was -1 in apps 4.1.294 to 4.2.807. (-1 to 500; the
                server's default is 100)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats/{chatID}; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_chats.retrieve(chat_id, max_participant_count=max_participant_count))

    async def update(
        self,
        chat_id: str | Chat,
        *,
        title: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        img_url: str | None | Unset = UNSET,
        draft: ChatDraftInput | ChatDraftInputDict | None | Unset = UNSET,
        is_archived: bool | None = None,
        is_low_priority: bool | None = None,
        is_muted: bool | None = None,
        is_pinned: bool | None = None,
        message_expiry_seconds: int | None | Unset = UNSET,
    ) -> Chat:
        """Change the state of a chat.

        Changes the title, topic, avatar, draft, inbox, notifications, pin or disappearing timer.
        What is omitted is not changed. Replacing a draft needs two calls: first `None`, then the
        new draft.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            title: Title. Use `None` to restore the title of the network.
            description: Topic of a group. Use `None` to clear it.
            img_url: Path of a new avatar, on the machine of the app. Use `None` to clear it.
            draft: Draft to set. Use `None` to clear it. A new draft is accepted only while
                there is none: clear the old one first.
            is_archived: Archive or restore.
            is_low_priority: Move to or out of the low-priority inbox.
            is_muted: Turn notifications off or on.
            is_pinned: Pin or unpin.
            message_expiry_seconds: Timer of disappearing messages, in seconds, at least 0. Use
                `None` to turn it off.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: PATCH /v1/chats/{chatID}; error statuses: 400, 401, 403, 404, 409, 422, 429, 500,
        502.
        """
        return await self._sender.send(
            _chats.update(
                chat_id,
                title=title,
                description=description,
                img_url=img_url,
                draft=draft,
                is_archived=is_archived,
                is_low_priority=is_low_priority,
                is_muted=is_muted,
                is_pinned=is_pinned,
                message_expiry_seconds=message_expiry_seconds,
            )
        )

    async def archive(self, chat_id: str | Chat, *, archived: bool | None = None) -> None:
        """Archive or restore a chat.

        Some builds between app 4.2.509 and 4.2.557 respond with a body, which is ignored.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            archived: If `True`, archive the chat; if `False`, restore it. (the server's default
                is `True`)

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.294. Required scope: write.
        Endpoint: POST /v1/chats/{chatID}/archive; error statuses: 400, 401, 403, 404, 409, 422,
        429, 500, 502.
        """
        return await self._sender.send(_chats.archive(chat_id, archived=archived))

    async def mark_read(self, chat_id: str | Chat, *, message_id: str | Message | None = None) -> Chat:
        """Mark a chat read.

        Optionally only up to one message.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Mark read up to this message; the whole chat if omitted. A `Message` is
                accepted too.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: POST /v1/chats/{chatID}/read; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        return await self._sender.send(_chats.mark_read(chat_id, message_id=message_id))

    async def mark_unread(self, chat_id: str | Chat, *, message_id: str | Message | None = None) -> Chat:
        """Mark a chat unread.

        Optionally only from one message on. An archived chat returns to the inbox.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            message_id: Mark unread from this message on. A `Message` is accepted too.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.2.808. Required scope: write.
        Endpoint: POST /v1/chats/{chatID}/unread; error statuses: 400, 401, 403, 404, 409, 422, 429,
        500, 502.
        """
        return await self._sender.send(_chats.mark_unread(chat_id, message_id=message_id))

    async def notify_anyway(self, chat_id: str | Chat) -> Chat:
        """Notify the recipient in spite of their focus state.

        For iMessage on macOS; other networks respond with an error.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.2.808.
        Required scope: write. Endpoint: POST /v1/chats/{chatID}/notify-anyway; error statuses: 400,
        401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_chats.notify_anyway(chat_id))
