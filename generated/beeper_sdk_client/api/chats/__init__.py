# @generated

"""The operations of chats: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import _arguments, _objects
from ..._decoding import JsonDecoder, NoContent
from ..._lazy import lazy
from ..._model import UNSET
from ..._protocols import PageRule
from ..._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..._model import Unset
    from ..._protocols import ItemsOf
    from ..._times import When
    from ...models._enums import ChatSearchScope, ChatTypeFilter, ChatTypeInput, Direction, InboxName
    from ...models.chat import Chat
    from ...models.chat_create_result import ChatCreateResult
    from ...models.chat_page import ChatPage
    from ...models.chat_with_preview_page import ChatWithPreview, ChatWithPreviewPage
    from ...models.created_chat import CreatedChat
    from ...models.input_dicts import ChatDraftInputDict, StartChatUserDict
    from ...models.inputs import ChatDraftInput, StartChatUser
    from ...models.message import Message
    from . import messages as messages
    from . import reminders as reminders

__all__ = [
    "ARCHIVE",
    "CREATE",
    "LIST",
    "LIST_PAGES",
    "MARK_READ",
    "MARK_UNREAD",
    "NOTIFY_ANYWAY",
    "RETRIEVE",
    "SEARCH",
    "SEARCH_PAGES",
    "START",
    "UPDATE",
    "archive",
    "create",
    "list",
    "mark_read",
    "mark_unread",
    "messages",
    "notify_anyway",
    "reminders",
    "retrieve",
    "search",
    "start",
    "update",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        {},
        (
            "messages",
            "reminders",
        ),
        own=__all__,
    )


def _list_reader() -> Callable[[Any], ChatWithPreviewPage]:
    from ...models.chat_with_preview_page import ChatWithPreviewPage

    return ChatWithPreviewPage._read


LIST: Operation[ChatWithPreviewPage] = Operation(
    "chats.list",
    "GET",
    "/v1/chats",
    "read",
    "required",
    JsonDecoder(_list_reader, "items"),
)
LIST_PAGES: PageRule[ChatWithPreviewPage, ChatWithPreview] = PageRule(
    items=lambda page: page.items,
    has_more=lambda page: page.has_more,
    before=lambda page: page.oldest_cursor,
    after=lambda page: page.newest_cursor,
    key=lambda item: item.id,
    cursor_param="cursor",
    direction_param="direction",
    newest_first=True,
)


def list(
    *,
    account_ids: ItemsOf[str] | None = None,
    cursor: str | None = None,
    direction: Direction | None = None,
    limit: int | None = None,
) -> Request[ChatWithPreviewPage]:
    """List chats of all accounts.

    See `Beeper.chats.list` for its arguments and errors.
    """
    return Request(
        LIST,
        "/v1/chats",
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
            ("limit", _arguments.integer("limit", limit, 1, 200)),
        ),
        matches_nothing=_arguments.is_empty(account_ids),
    )


def _create_reader() -> Callable[[Any], ChatCreateResult]:
    from ...models.chat_create_result import load_chat_create_result

    return load_chat_create_result


CREATE: Operation[ChatCreateResult] = Operation(
    "chats.create",
    "POST",
    "/v1/chats",
    "once",
    "required",
    JsonDecoder(_create_reader),
)


def create(
    *,
    account_id: str,
    participant_ids: ItemsOf[str],
    type: ChatTypeInput,
    message_text: str | None = None,
    title: str | None = None,
) -> Request[ChatCreateResult]:
    """Create a direct or group chat from user IDs.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.chats.create` for its arguments and errors.
    """
    return Request(
        CREATE,
        "/v1/chats",
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


def _start_reader() -> Callable[[Any], CreatedChat]:
    from ...models.created_chat import CreatedChat

    return CreatedChat._read


START: Operation[CreatedChat] = Operation(
    "chats.start",
    "POST",
    "/v1/chats/start",
    "once",
    "required",
    JsonDecoder(_start_reader),
)


def start(
    *,
    account_id: str,
    user: StartChatUser | StartChatUserDict,
    allow_invite: bool | None = None,
    message_text: str | None = None,
) -> Request[CreatedChat]:
    """Open a direct chat with a person.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.chats.start` for its arguments and errors.
    """
    from ...models.inputs import StartChatUser

    _arguments.check_any("user must have a value for at least one of its keys", _arguments.has_value(user))
    return Request(
        START,
        "/v1/chats/start",
        body=JsonBody(
            _arguments.body(
                ("accountID", _arguments.string("account_id", _arguments.required("account_id", account_id), 1)),
                ("user", _arguments.model_json(StartChatUser, "user", user)),
                ("allowInvite", _arguments.optional(_arguments.boolean("allow_invite", allow_invite))),
                ("messageText", _arguments.optional(_arguments.string("message_text", message_text, 1))),
            )
        ),
    )


def _search_reader() -> Callable[[Any], ChatPage]:
    from ...models.chat_page import ChatPage

    return ChatPage._read


SEARCH: Operation[ChatPage] = Operation(
    "chats.search",
    "GET",
    "/v1/chats/search",
    "read",
    "required",
    JsonDecoder(_search_reader, "items"),
)
SEARCH_PAGES: PageRule[ChatPage, Chat] = PageRule(
    items=lambda page: page.items,
    has_more=lambda page: page.has_more,
    before=lambda page: page.oldest_cursor,
    after=lambda page: page.newest_cursor,
    key=lambda item: item.id,
    cursor_param="cursor",
    direction_param="direction",
    newest_first=True,
)


def search(
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
) -> Request[ChatPage]:
    """Search chats.

    See `Beeper.chats.search` for its arguments and errors.
    """
    return Request(
        SEARCH,
        "/v1/chats/search",
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
            ("labelID", _arguments.string("label_id", label_id, 1)),
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


def _retrieve_reader() -> Callable[[Any], Chat]:
    from ...models.chat import Chat

    return Chat._read


RETRIEVE: Operation[Chat] = Operation(
    "chats.retrieve",
    "GET",
    "/v1/chats/{chatID}",
    "read",
    "required",
    JsonDecoder(_retrieve_reader),
)


def retrieve(chat_id: str | Chat, *, max_participant_count: int | None = None) -> Request[Chat]:
    """Get one chat.

    See `Beeper.chats.retrieve` for its arguments and errors.
    """
    return Request(
        RETRIEVE,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, reserved=("search",), of=_objects.chat_id),
        query=_arguments.pairs(
            ("maxParticipantCount", _arguments.integer("max_participant_count", max_participant_count, -1, 500))
        ),
    )


def _update_reader() -> Callable[[Any], Chat]:
    from ...models.chat import Chat

    return Chat._read


UPDATE: Operation[Chat] = Operation(
    "chats.update",
    "PATCH",
    "/v1/chats/{chatID}",
    "idempotent",
    "required",
    JsonDecoder(_update_reader),
)


def update(
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
) -> Request[Chat]:
    """Change the state of a chat.

    See `Beeper.chats.update` for its arguments and errors.
    """
    from ...models.inputs import ChatDraftInput

    _arguments.check_any(
        "title, description, img_url, draft, is_archived, is_low_priority, is_muted, is_pinned or message_expiry_seconds is required",
        title is not UNSET,
        description is not UNSET,
        img_url is not UNSET,
        draft is not UNSET,
        is_archived is not None,
        is_low_priority is not None,
        is_muted is not None,
        is_pinned is not None,
        message_expiry_seconds is not UNSET,
    )
    return Request(
        UPDATE,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id),
        body=JsonBody(
            _arguments.body(
                ("title", _arguments.unless_unset(title, lambda value: _arguments.string("title", value))),
                (
                    "description",
                    _arguments.unless_unset(description, lambda value: _arguments.string("description", value)),
                ),
                ("imgURL", _arguments.unless_unset(img_url, lambda value: _arguments.string("img_url", value))),
                (
                    "draft",
                    _arguments.unless_unset(draft, lambda value: _arguments.model_json(ChatDraftInput, "draft", value)),
                ),
                ("isArchived", _arguments.optional(_arguments.boolean("is_archived", is_archived))),
                ("isLowPriority", _arguments.optional(_arguments.boolean("is_low_priority", is_low_priority))),
                ("isMuted", _arguments.optional(_arguments.boolean("is_muted", is_muted))),
                ("isPinned", _arguments.optional(_arguments.boolean("is_pinned", is_pinned))),
                (
                    "messageExpirySeconds",
                    _arguments.unless_unset(
                        message_expiry_seconds, lambda value: _arguments.integer("message_expiry_seconds", value, 0)
                    ),
                ),
            )
        ),
    )


ARCHIVE: Operation[None] = Operation(
    "chats.archive",
    "POST",
    "/v1/chats/{chatID}/archive",
    "idempotent",
    "required",
    NoContent(),
)


def archive(chat_id: str | Chat, *, archived: bool | None = None) -> Request[None]:
    """Archive or restore a chat.

    See `Beeper.chats.archive` for its arguments and errors.
    """
    return Request(
        ARCHIVE,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id) + "/archive",
        body=JsonBody(_arguments.body(("archived", _arguments.optional(_arguments.boolean("archived", archived))))),
    )


def _mark_read_reader() -> Callable[[Any], Chat]:
    from ...models.chat import Chat

    return Chat._read


MARK_READ: Operation[Chat] = Operation(
    "chats.mark_read",
    "POST",
    "/v1/chats/{chatID}/read",
    "idempotent",
    "required",
    JsonDecoder(_mark_read_reader),
)


def mark_read(chat_id: str | Chat, *, message_id: str | Message | None = None) -> Request[Chat]:
    """Mark a chat read.

    See `Beeper.chats.mark_read` for its arguments and errors.
    """
    _arguments.check_chat("message_id", message_id, "chat_id", chat_id)
    return Request(
        MARK_READ,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id) + "/read",
        body=JsonBody(
            _arguments.body(
                (
                    "messageID",
                    _arguments.optional(_arguments.string("message_id", message_id, 1, of=_objects.message_id)),
                )
            )
        ),
    )


def _mark_unread_reader() -> Callable[[Any], Chat]:
    from ...models.chat import Chat

    return Chat._read


MARK_UNREAD: Operation[Chat] = Operation(
    "chats.mark_unread",
    "POST",
    "/v1/chats/{chatID}/unread",
    "idempotent",
    "required",
    JsonDecoder(_mark_unread_reader),
)


def mark_unread(chat_id: str | Chat, *, message_id: str | Message | None = None) -> Request[Chat]:
    """Mark a chat unread.

    See `Beeper.chats.mark_unread` for its arguments and errors.
    """
    _arguments.check_chat("message_id", message_id, "chat_id", chat_id)
    return Request(
        MARK_UNREAD,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id) + "/unread",
        body=JsonBody(
            _arguments.body(
                (
                    "messageID",
                    _arguments.optional(_arguments.string("message_id", message_id, 1, of=_objects.message_id)),
                )
            )
        ),
    )


def _notify_anyway_reader() -> Callable[[Any], Chat]:
    from ...models.chat import Chat

    return Chat._read


NOTIFY_ANYWAY: Operation[Chat] = Operation(
    "chats.notify_anyway",
    "POST",
    "/v1/chats/{chatID}/notify-anyway",
    "once",
    "required",
    JsonDecoder(_notify_anyway_reader),
)


def notify_anyway(chat_id: str | Chat) -> Request[Chat]:
    """Notify the recipient in spite of their focus state.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.chats.notify_anyway` for its arguments and errors.
    """
    return Request(
        NOTIFY_ANYWAY,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id) + "/notify-anyway",
        body=JsonBody(_arguments.body()),
    )
