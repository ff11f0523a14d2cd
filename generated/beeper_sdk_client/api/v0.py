# @generated

"""The operations of v0: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _arguments, _objects
from .._decoding import JsonDecoder
from .._model import as_list
from .._protocols import PageRule
from .._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._protocols import ItemsOf
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
        V0ChatPage,
        V0Message,
        V0MessageSearchPage,
        V0MessageSendResponse,
        V0OpenAppResponse,
        V0ReminderInput,
        V0UnifiedSearchResult,
    )


def _get_accounts_reader() -> Callable[[Any], list[V0Account]]:
    from ..models.v0 import V0Account

    def read(data: Any) -> list[V0Account]:
        return [*map(V0Account._read, data)] if data else as_list(data)

    return read


GET_ACCOUNTS: Operation[list[V0Account]] = Operation(
    "v0.get_accounts",
    "GET",
    "/v0/get-accounts",
    "read",
    "required",
    JsonDecoder(_get_accounts_reader),
)


def get_accounts() -> Request[list[V0Account]]:
    """List connected accounts.

    See `Beeper.accounts.list` for its errors.
    """
    return Request(
        GET_ACCOUNTS,
        "/v0/get-accounts",
    )


def _search_reader() -> Callable[[Any], V0UnifiedSearchResult]:
    from ..models.v0 import V0UnifiedSearchResult

    return V0UnifiedSearchResult._read


SEARCH: Operation[V0UnifiedSearchResult] = Operation(
    "v0.search",
    "GET",
    "/v0/search",
    "read",
    "required",
    JsonDecoder(_search_reader),
)


def search(*, query: str) -> Request[V0UnifiedSearchResult]:
    """Search once for chats, groups by participant and messages.

    See `Beeper.search` for its arguments and errors.
    """
    return Request(
        SEARCH,
        "/v0/search",
        query=_arguments.pairs(("query", _arguments.string("query", _arguments.required("query", query), 1))),
    )


def _search_users_reader() -> Callable[[Any], ContactSearchResult]:
    from ..models.contact_search_result import ContactSearchResult

    return ContactSearchResult._read


SEARCH_USERS: Operation[ContactSearchResult] = Operation(
    "v0.search_users",
    "GET",
    "/v0/search-users",
    "read",
    "required",
    JsonDecoder(_search_users_reader),
)


def search_users(*, account_id: str, query: str) -> Request[ContactSearchResult]:
    """Search contacts of an account.

    See `Beeper.accounts.contacts.search` for its arguments and errors.
    """
    return Request(
        SEARCH_USERS,
        "/v0/search-users",
        query=_arguments.pairs(
            ("accountID", _arguments.string("account_id", _arguments.required("account_id", account_id), 1)),
            ("query", _arguments.string("query", _arguments.required("query", query), 1)),
        ),
    )


def _open_app_reader() -> Callable[[Any], V0OpenAppResponse]:
    from ..models.v0 import V0OpenAppResponse

    return V0OpenAppResponse._read


OPEN_APP: Operation[V0OpenAppResponse] = Operation(
    "v0.open_app",
    "POST",
    "/v0/open-app",
    "idempotent",
    "required",
    JsonDecoder(_open_app_reader),
)


def open_app(
    *,
    chat_id: str | None = None,
    message_id: str | None = None,
    draft_text: str | None = None,
    draft_attachment_path: str | None = None,
) -> Request[V0OpenAppResponse]:
    """Bring Beeper to the front.

    See `Beeper.focus` for its arguments and errors.
    """
    return Request(
        OPEN_APP,
        "/v0/open-app",
        body=JsonBody(
            _arguments.body(
                ("chatID", _arguments.optional(_arguments.string("chat_id", chat_id, 1))),
                ("messageID", _arguments.optional(_arguments.string("message_id", message_id, 1))),
                ("draftText", _arguments.optional(_arguments.string("draft_text", draft_text))),
                (
                    "draftAttachmentPath",
                    _arguments.optional(_arguments.string("draft_attachment_path", draft_attachment_path)),
                ),
            )
        ),
    )


def _get_chat_reader() -> Callable[[Any], V0Chat]:
    from ..models.v0 import V0Chat

    return V0Chat._read


GET_CHAT: Operation[V0Chat] = Operation(
    "v0.get_chat",
    "GET",
    "/v0/get-chat",
    "read",
    "required",
    JsonDecoder(_get_chat_reader),
)


def get_chat(*, chat_id: str, max_participant_count: int | None = None) -> Request[V0Chat]:
    """Get one chat.

    See `Beeper.chats.retrieve` for its arguments and errors.
    """
    return Request(
        GET_CHAT,
        "/v0/get-chat",
        query=_arguments.pairs(
            ("chatID", _arguments.string("chat_id", _arguments.required("chat_id", chat_id), 1)),
            ("maxParticipantCount", _arguments.integer("max_participant_count", max_participant_count, -1, 500)),
        ),
    )


def _search_chats_reader() -> Callable[[Any], V0ChatPage]:
    from ..models.v0 import V0ChatPage

    return V0ChatPage._read


SEARCH_CHATS: Operation[V0ChatPage] = Operation(
    "v0.search_chats",
    "GET",
    "/v0/search-chats",
    "read",
    "required",
    JsonDecoder(_search_chats_reader, "items"),
)
SEARCH_CHATS_PAGES: PageRule[V0ChatPage, V0Chat] = PageRule(
    items=lambda page: page.items,
    has_more=lambda page: page.has_more,
    before=lambda page: page.oldest_cursor,
    after=lambda page: page.newest_cursor,
    key=lambda item: item.id,
    cursor_param="cursor",
    direction_param="direction",
    newest_first=False,
)


def search_chats(
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
) -> Request[V0ChatPage]:
    """Search chats.

    See `Beeper.chats.search` for its arguments and errors.
    """
    return Request(
        SEARCH_CHATS,
        "/v0/search-chats",
        query=_arguments.pairs(
            (
                "accountIDs",
                _arguments.convert_items(
                    "account_ids",
                    _arguments.sequence("account_ids", account_ids),
                    lambda item, at: _arguments.string(at, item),
                ),
            ),
            ("cursor", _arguments.string("cursor", cursor, 1)),
            ("direction", _arguments.choice("direction", direction, ("after", "before"))),
            ("inbox", _arguments.choice("inbox", inbox, ("primary", "low-priority", "archive"))),
            ("includeMuted", _arguments.boolean("include_muted", include_muted)),
            ("lastActivityAfter", _arguments.past_timestamp("last_activity_after", last_activity_after)),
            ("lastActivityBefore", _arguments.past_timestamp("last_activity_before", last_activity_before)),
            ("limit", _arguments.integer("limit", limit, 1, 200)),
            ("query", _arguments.string("query", query, 1)),
            ("scope", _arguments.choice("scope", scope, ("titles", "participants"))),
            ("type", _arguments.choice("type", type, ("single", "group", "any"))),
            ("unreadOnly", _arguments.boolean("unread_only", unread_only)),
        ),
        matches_nothing=_arguments.is_empty(account_ids),
    )


def _search_messages_reader() -> Callable[[Any], V0MessageSearchPage]:
    from ..models.v0 import V0MessageSearchPage

    return V0MessageSearchPage._read


SEARCH_MESSAGES: Operation[V0MessageSearchPage] = Operation(
    "v0.search_messages",
    "GET",
    "/v0/search-messages",
    "read",
    "required",
    JsonDecoder(_search_messages_reader, "items"),
)
SEARCH_MESSAGES_PAGES: PageRule[V0MessageSearchPage, V0Message] = PageRule(
    items=lambda page: page.items,
    has_more=lambda page: page.has_more,
    before=lambda page: page.oldest_cursor,
    after=lambda page: page.newest_cursor,
    key=lambda item: item.id,
    cursor_param="cursor",
    direction_param="direction",
    newest_first=False,
)


def search_messages(
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
) -> Request[V0MessageSearchPage]:
    """Search messages across chats.

    See `Beeper.messages.search` for its arguments and errors.
    """
    return Request(
        SEARCH_MESSAGES,
        "/v0/search-messages",
        query=_arguments.pairs(
            (
                "accountIDs",
                _arguments.convert_items(
                    "account_ids",
                    _arguments.sequence("account_ids", account_ids),
                    lambda item, at: _arguments.string(at, item),
                ),
            ),
            (
                "chatIDs",
                _arguments.convert_items(
                    "chat_ids",
                    _arguments.sequence("chat_ids", chat_ids),
                    lambda item, at: _arguments.string(at, item, of=_objects.chat_id),
                ),
            ),
            ("chatType", _arguments.choice("chat_type", chat_type, ("single", "group"))),
            ("cursor", _arguments.string("cursor", cursor, 1)),
            ("dateAfter", _arguments.past_timestamp("date_after", date_after)),
            ("dateBefore", _arguments.past_timestamp("date_before", date_before)),
            ("direction", _arguments.choice("direction", direction, ("after", "before"))),
            ("excludeLowPriority", _arguments.boolean("exclude_low_priority", exclude_low_priority)),
            ("includeMuted", _arguments.boolean("include_muted", include_muted)),
            ("limit", _arguments.integer("limit", limit, 1, 500)),
            (
                "mediaTypes",
                _arguments.convert_items(
                    "media_types",
                    _arguments.sequence("media_types", media_types),
                    lambda item, at: _arguments.choice(at, item, ("any", "video", "image", "link", "file")),
                ),
            ),
            ("query", _arguments.string("query", query)),
            ("sender", _arguments.string("sender", sender, 1)),
        ),
        matches_nothing=_arguments.is_empty(account_ids, chat_ids, media_types),
    )


def _send_message_reader() -> Callable[[Any], V0MessageSendResponse]:
    from ..models.v0 import V0MessageSendResponse

    return V0MessageSendResponse._read


SEND_MESSAGE: Operation[V0MessageSendResponse] = Operation(
    "v0.send_message",
    "POST",
    "/v0/send-message",
    "once",
    "required",
    JsonDecoder(_send_message_reader),
)


def send_message(
    *, chat_id: str, text: str | None = None, reply_to_message_id: str | None = None
) -> Request[V0MessageSendResponse]:
    """Send a text.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.messages.send` for its arguments and errors.
    """
    _arguments.check_any("text must not be blank", _arguments.not_blank(text))
    return Request(
        SEND_MESSAGE,
        "/v0/send-message",
        body=JsonBody(
            _arguments.body(
                ("chatID", _arguments.string("chat_id", _arguments.required("chat_id", chat_id), 1)),
                ("text", _arguments.optional(_arguments.string("text", text))),
                (
                    "replyToMessageID",
                    _arguments.optional(_arguments.string("reply_to_message_id", reply_to_message_id, 1)),
                ),
            )
        ),
    )


def _create_chat_reader() -> Callable[[Any], V0ChatCreateResponse]:
    from ..models.v0 import V0ChatCreateResponse

    return V0ChatCreateResponse._read


CREATE_CHAT: Operation[V0ChatCreateResponse] = Operation(
    "v0.create_chat",
    "POST",
    "/v0/create-chat",
    "once",
    "required",
    JsonDecoder(_create_chat_reader),
)


def create_chat(
    *,
    account_id: str,
    participant_ids: ItemsOf[str],
    type: ChatTypeInput,
    message_text: str | None = None,
    title: str | None = None,
) -> Request[V0ChatCreateResponse]:
    """Create a chat.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.chats.create` for its arguments and errors.
    """
    return Request(
        CREATE_CHAT,
        "/v0/create-chat",
        body=JsonBody(
            _arguments.body(
                ("accountID", _arguments.string("account_id", _arguments.required("account_id", account_id), 1)),
                (
                    "participantIDs",
                    _arguments.convert_items(
                        "participant_ids",
                        _arguments.sequence(
                            "participant_ids", _arguments.required("participant_ids", participant_ids), 1
                        ),
                        lambda item, at: _arguments.string(at, item),
                    ),
                ),
                ("type", _arguments.choice("type", _arguments.required("type", type), ("single", "group"))),
                ("messageText", _arguments.optional(_arguments.string("message_text", message_text, 1))),
                ("title", _arguments.optional(_arguments.string("title", title))),
            )
        ),
    )


def _download_asset_reader() -> Callable[[Any], AssetDownloadResult]:
    from ..models.asset_download_result import AssetDownloadResult

    return AssetDownloadResult._read


DOWNLOAD_ASSET: Operation[AssetDownloadResult] = Operation(
    "v0.download_asset",
    "POST",
    "/v0/download-asset",
    "read",
    "required",
    JsonDecoder(_download_asset_reader),
)


def download_asset(*, url: str) -> Request[AssetDownloadResult]:
    """Fetch media and get its local URL.

    See `Beeper.assets.download` for its arguments and errors.
    """
    return Request(
        DOWNLOAD_ASSET,
        "/v0/download-asset",
        body=JsonBody(_arguments.body(("url", _arguments.string("url", _arguments.required("url", url), 1)))),
    )


def _archive_chat_reader() -> Callable[[Any], V0BaseResponse]:
    from ..models.v0 import V0BaseResponse

    return V0BaseResponse._read


ARCHIVE_CHAT: Operation[V0BaseResponse] = Operation(
    "v0.archive_chat",
    "POST",
    "/v0/archive-chat",
    "idempotent",
    "required",
    JsonDecoder(_archive_chat_reader),
)


def archive_chat(*, chat_id: str, archived: bool | None = None) -> Request[V0BaseResponse]:
    """Archive or restore a chat.

    See `Beeper.chats.archive` for its arguments and errors.
    """
    return Request(
        ARCHIVE_CHAT,
        "/v0/archive-chat",
        body=JsonBody(
            _arguments.body(
                ("chatID", _arguments.string("chat_id", _arguments.required("chat_id", chat_id), 1)),
                ("archived", _arguments.optional(_arguments.boolean("archived", archived))),
            )
        ),
    )


def _set_chat_reminder_reader() -> Callable[[Any], V0BaseResponse]:
    from ..models.v0 import V0BaseResponse

    return V0BaseResponse._read


SET_CHAT_REMINDER: Operation[V0BaseResponse] = Operation(
    "v0.set_chat_reminder",
    "POST",
    "/v0/set-chat-reminder",
    "idempotent",
    "required",
    JsonDecoder(_set_chat_reminder_reader),
)


def set_chat_reminder(*, chat_id: str, reminder: V0ReminderInput | V0ReminderInputDict) -> Request[V0BaseResponse]:
    """Set the reminder of a chat.

    See `Beeper.chats.reminders.create` for its arguments and errors.
    """
    from ..models.v0 import V0ReminderInput

    return Request(
        SET_CHAT_REMINDER,
        "/v0/set-chat-reminder",
        body=JsonBody(
            _arguments.body(
                ("chatID", _arguments.string("chat_id", _arguments.required("chat_id", chat_id), 1)),
                ("reminder", _arguments.model_json(V0ReminderInput, "reminder", reminder)),
            )
        ),
    )


def _clear_chat_reminder_reader() -> Callable[[Any], V0BaseResponse]:
    from ..models.v0 import V0BaseResponse

    return V0BaseResponse._read


CLEAR_CHAT_REMINDER: Operation[V0BaseResponse] = Operation(
    "v0.clear_chat_reminder",
    "POST",
    "/v0/clear-chat-reminder",
    "idempotent",
    "required",
    JsonDecoder(_clear_chat_reminder_reader),
)


def clear_chat_reminder(*, chat_id: str) -> Request[V0BaseResponse]:
    """Clear the reminder of a chat.

    See `Beeper.chats.reminders.delete` for its arguments and errors.
    """
    return Request(
        CLEAR_CHAT_REMINDER,
        "/v0/clear-chat-reminder",
        body=JsonBody(
            _arguments.body(("chatID", _arguments.string("chat_id", _arguments.required("chat_id", chat_id), 1)))
        ),
    )
