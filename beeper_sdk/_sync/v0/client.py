# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import api
from ...v0._deprecation import deprecated
from ...v0._message_pages import MessagePages
from .base_client import V0Base

if TYPE_CHECKING:
    from ..._core.generated import ItemsOf, models
    from ..._core.times import When


class Client(V0Base):
    """A client with the calls of v0 of the API. Deprecated: use `Beeper`, see docs/coming_from/v0.md.

    On a server with v1, each call is executed through v1 and its response converted to v0. On a server with v0 only, v0
    is called. The first call determines which it is, with one more request, or two on v0. Data that v0 does not have
    (drafts, labels, admin flags, …) is not in the results; `v0.downgrade` lists it. As in v0, some rejected calls (400
    and 409 in v1) return ``success: false`` and ``error``. All other errors are raised.

    See `Beeper` for its arguments. ``api="v1"`` or ``"v0"`` selects the generation without a request.
    """

    @deprecated("accounts.list")
    def get_accounts(self) -> list[models.V0Account]:
        """The connected accounts."""
        return self._execute(api.v0.get_accounts())

    @deprecated("search")
    def search(self, *, query: str) -> models.V0UnifiedSearchResult:
        """Chats by title, groups by member, and the first messages found.

        Args:
            query: Literal words, in any order.
        """
        return self._execute(api.v0.search(query=query))

    @deprecated("accounts.contacts.search")
    def search_users(self, *, account_id: str, query: str) -> models.ContactSearchResult:
        """Contacts of an account.

        Args:
            account_id: The account whose contacts are searched.
            query: Text to search for, at least 1 character.
        """
        return self._execute(api.v0.search_users(account_id=account_id, query=query))

    @deprecated("focus")
    def open_app(
        self,
        *,
        chat_id: str | None = None,
        message_id: str | None = None,
        draft_text: str | None = None,
        draft_attachment_path: str | None = None,
    ) -> models.V0OpenAppResponse:
        """Bring the app to the front, at a chat or message, with a draft.

        Args:
            chat_id: Chat to show; None for the app alone.
            message_id: Message to show in the chat.
            draft_text: Text for the input field of the chat.
            draft_attachment_path: Path of a file to attach to the draft, on the machine of the app.
        """
        return self._execute(
            api.v0.open_app(
                chat_id=chat_id,
                message_id=message_id,
                draft_text=draft_text,
                draft_attachment_path=draft_attachment_path,
            )
        )

    @deprecated("chats.retrieve")
    def get_chat(self, *, chat_id: str, max_participant_count: int | None = None) -> models.V0Chat:
        """A chat, by default with at most 20 participants: 0 to 500, or -1 for all.

        Args:
            chat_id: Chat ID.
            max_participant_count: Maximum number of participants in the result: 0 to 500, or -1 for all. The server's
                default is 20.
        """
        return self._execute(api.v0.get_chat(chat_id=chat_id, max_participant_count=max_participant_count))

    @deprecated("chats.search")
    def search_chats(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        cursor: str | None = None,
        direction: models.Direction | None = None,
        inbox: models.InboxName | None = None,
        include_muted: bool | None = None,
        last_activity_after: When | None = None,
        last_activity_before: When | None = None,
        limit: int | None = None,
        query: str | None = None,
        scope: models.ChatSearchScope | None = None,
        type: models.ChatTypeFilter | None = None,  # noqa: A002 - its name in v0
        unread_only: bool | None = None,
    ) -> models.V0ChatPage:
        """One page of 1 to 200 chats (default 50). Its cursors refer to the next pages.

        See `chats.search` for its arguments.
        """
        return self._execute(
            api.v0.search_chats(
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
        )

    @deprecated("messages.search")
    def search_messages(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        chat_ids: ItemsOf[str | models.Chat] | None = None,
        chat_type: models.ChatTypeInput | None = None,
        cursor: str | None = None,
        date_after: When | None = None,
        date_before: When | None = None,
        direction: models.Direction | None = None,
        exclude_low_priority: bool | None = None,
        include_muted: bool | None = None,
        limit: int | None = None,
        media_types: ItemsOf[models.MediaType] | None = None,
        query: str | None = None,
        sender: str | None = None,
    ) -> models.V0MessageSearchPage:
        """1 to 500 messages (default 20) and their chats. The cursors refer to the next messages.

        Apps return at most 20 messages per page. For a higher limit, several pages are requested and combined.

        See `messages.search` for its arguments.
        """
        pages = MessagePages(
            api.v0.search_messages(
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
        )
        while (request := pages.next_request()) is not None:
            pages.receive_page(self._execute(request))
        return pages.page()

    @deprecated("messages.send")
    def send_message(
        self, *, chat_id: str, text: str | None = None, reply_to_message_id: str | None = None
    ) -> models.V0MessageSendResponse:
        """Send a text message. It is never sent twice.

        Args:
            chat_id: Chat ID.
            text: Plain text or Markdown.
            reply_to_message_id: ID of the message to reply to.
        """
        return self._execute(api.v0.send_message(chat_id=chat_id, text=text, reply_to_message_id=reply_to_message_id))

    @deprecated("chats.create")
    def create_chat(
        self,
        *,
        account_id: str,
        participant_ids: ItemsOf[str],
        type: models.ChatTypeInput,  # noqa: A002 - its name in v0
        message_text: str | None = None,
        title: str | None = None,
    ) -> models.V0ChatCreateResponse:
        """Create a chat. Returns its ID.

        Args:
            account_id: Account in which the chat is created.
            participant_ids: User IDs of the members, without your own.
            type: ``single`` for one participant, ``group`` for several.
            message_text: First message, if the network needs one.
            title: Title of a group. Ignored for ``single``.
        """
        return self._execute(
            api.v0.create_chat(
                account_id=account_id,
                participant_ids=participant_ids,
                type=type,
                message_text=message_text,
                title=title,
            )
        )

    @deprecated("assets.download")
    def download_asset(self, *, url: str) -> models.AssetDownloadResult:
        """Download media. Returns its local URL, or an error.

        Args:
            url: An ``mxc://`` or ``localmxc://`` URL, as in an attachment.
        """
        return self._execute(api.v0.download_asset(url=url))

    @deprecated("chats.archive")
    def archive_chat(self, *, chat_id: str, archived: bool | None = None) -> models.V0BaseResponse:
        """Archive a chat, or unarchive it with ``archived=False``.

        Args:
            chat_id: Chat ID.
            archived: False to unarchive it. The server's default is True.
        """
        return self._execute(api.v0.archive_chat(chat_id=chat_id, archived=archived))

    @deprecated("chats.reminders.create")
    def set_chat_reminder(
        self, *, chat_id: str, reminder: models.V0ReminderInput | models.V0ReminderInputDict
    ) -> models.V0BaseResponse:
        """Set the reminder of a chat: ``remind_at_ms`` in Unix milliseconds.

        Args:
            chat_id: Chat ID.
            reminder: The reminder; it replaces an existing one.
        """
        return self._execute(api.v0.set_chat_reminder(chat_id=chat_id, reminder=reminder))

    @deprecated("chats.reminders.delete")
    def clear_chat_reminder(self, *, chat_id: str) -> models.V0BaseResponse:
        """Clear the reminder of a chat.

        Args:
            chat_id: Chat ID.
        """
        return self._execute(api.v0.clear_chat_reminder(chat_id=chat_id))

    @deprecated("oauth.userinfo")
    def userinfo(self) -> models.TokenUserInfo:
        """Information about the current token; the same in all versions."""
        return self._beeper.oauth.userinfo()
