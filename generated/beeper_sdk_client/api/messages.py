# @generated

"""The operations of messages: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _arguments, _objects
from .._decoding import JsonDecoder, NoContent
from .._protocols import PageRule
from .._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._protocols import ItemsOf
    from .._times import When
    from ..models._enums import ChatTypeInput, Direction, MediaType
    from ..models.chat import Chat
    from ..models.input_dicts import MessageAttachmentInputDict
    from ..models.inputs import MessageAttachmentInput
    from ..models.message import Message
    from ..models.message_page import MessagePage
    from ..models.message_search_page import MessageSearchPage
    from ..models.message_send_result import MessageSendResult
    from ..models.message_update_result import MessageUpdateResult


def _list_reader() -> Callable[[Any], MessagePage]:
    from ..models.message_page import MessagePage

    return MessagePage._read


LIST: Operation[MessagePage] = Operation(
    "messages.list",
    "GET",
    "/v1/chats/{chatID}/messages",
    "read",
    "required",
    JsonDecoder(_list_reader, "items"),
)
LIST_PAGES: PageRule[MessagePage, Message] = PageRule(
    items=lambda page: page.items,
    has_more=lambda page: page.has_more,
    before=lambda page: page.oldest_cursor,
    after=lambda page: page.newest_cursor,
    key=lambda item: item.id,
    fallback=lambda item: item.sort_key,
    cursor_param="cursor",
    direction_param="direction",
    newest_first=True,
)


def list(chat_id: str | Chat, *, cursor: str | None = None, direction: Direction | None = None) -> Request[MessagePage]:
    """List messages of a chat.

    See `Beeper.messages.list` for its arguments and errors.
    """
    return Request(
        LIST,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id) + "/messages",
        query=_arguments.pairs(
            ("cursor", _arguments.string("cursor", cursor, 1)),
            ("direction", _arguments.choice("direction", direction, ("after", "before"))),
        ),
    )


def _send_reader() -> Callable[[Any], MessageSendResult]:
    from ..models.message_send_result import MessageSendResult

    return MessageSendResult._read


SEND: Operation[MessageSendResult] = Operation(
    "messages.send",
    "POST",
    "/v1/chats/{chatID}/messages",
    "once",
    "required",
    JsonDecoder(_send_reader),
)


def send(
    chat_id: str | Chat,
    *,
    text: str | None = None,
    reply_to_message_id: str | Message | None = None,
    attachment: MessageAttachmentInput | MessageAttachmentInputDict | None = None,
) -> Request[MessageSendResult]:
    """Send text, one attachment, or both.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.messages.send` for its arguments and errors.
    """
    from ..models.inputs import MessageAttachmentInput

    _arguments.check_any(
        "text or attachment is required; text must not be blank", _arguments.not_blank(text), attachment is not None
    )
    _arguments.check_chat("reply_to_message_id", reply_to_message_id, "chat_id", chat_id)
    return Request(
        SEND,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id) + "/messages",
        body=JsonBody(
            _arguments.body(
                ("text", _arguments.optional(_arguments.string("text", text))),
                (
                    "replyToMessageID",
                    _arguments.optional(
                        _arguments.string("reply_to_message_id", reply_to_message_id, 1, of=_objects.message_id)
                    ),
                ),
                (
                    "attachment",
                    _arguments.optional(
                        None
                        if attachment is None
                        else _arguments.model_json(MessageAttachmentInput, "attachment", attachment)
                    ),
                ),
            )
        ),
    )


def _search_reader() -> Callable[[Any], MessageSearchPage]:
    from ..models.message_search_page import MessageSearchPage

    return MessageSearchPage._read


SEARCH: Operation[MessageSearchPage] = Operation(
    "messages.search",
    "GET",
    "/v1/messages/search",
    "read",
    "required",
    JsonDecoder(_search_reader, "items"),
)
SEARCH_PAGES: PageRule[MessageSearchPage, Message] = PageRule(
    items=lambda page: page.items,
    has_more=lambda page: page.has_more,
    before=lambda page: page.oldest_cursor,
    after=lambda page: page.newest_cursor,
    key=lambda item: item.id,
    cursor_param="cursor",
    direction_param="direction",
    newest_first=False,
)


def search(
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
) -> Request[MessageSearchPage]:
    """Search messages across chats.

    See `Beeper.messages.search` for its arguments and errors.
    """
    return Request(
        SEARCH,
        "/v1/messages/search",
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
            ("limit", _arguments.integer("limit", limit, None, 20, 0)),
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


def _retrieve_reader() -> Callable[[Any], Message]:
    from ..models.message import Message

    return Message._read


RETRIEVE: Operation[Message] = Operation(
    "messages.retrieve",
    "GET",
    "/v1/chats/{chatID}/messages/{messageID}",
    "read",
    "required",
    JsonDecoder(_retrieve_reader),
)


def retrieve(message_id: str | Message, *, chat_id: str | Chat) -> Request[Message]:
    """Get one message.

    See `Beeper.messages.retrieve` for its arguments and errors.
    """
    _arguments.check_chat("message_id", message_id, "chat_id", chat_id)
    return Request(
        RETRIEVE,
        "/v1/chats/"
        + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id)
        + "/messages/"
        + _arguments.path_segment("message_id", message_id, of=_objects.message_id),
    )


def _update_reader() -> Callable[[Any], MessageUpdateResult]:
    from ..models.message_update_result import load_message_update_result

    return load_message_update_result


UPDATE: Operation[MessageUpdateResult] = Operation(
    "messages.update",
    "PUT",
    "/v1/chats/{chatID}/messages/{messageID}",
    "idempotent",
    "required",
    JsonDecoder(_update_reader),
)


def update(message_id: str | Message, *, chat_id: str | Chat, text: str) -> Request[MessageUpdateResult]:
    """Edit the text of a message.

    See `Beeper.messages.update` for its arguments and errors.
    """
    _arguments.check_any("text must not be blank", _arguments.not_blank(text))
    _arguments.check_chat("message_id", message_id, "chat_id", chat_id)
    return Request(
        UPDATE,
        "/v1/chats/"
        + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id)
        + "/messages/"
        + _arguments.path_segment("message_id", message_id, of=_objects.message_id),
        body=JsonBody(_arguments.body(("text", _arguments.string("text", _arguments.required("text", text), 1)))),
    )


DELETE: Operation[None] = Operation(
    "messages.delete",
    "DELETE",
    "/v1/chats/{chatID}/messages/{messageID}",
    "idempotent",
    "required",
    NoContent(empty=True),
)


def delete(message_id: str | Message, *, chat_id: str | Chat, for_everyone: bool | None = None) -> Request[None]:
    """Delete a message.

    See `Beeper.messages.delete` for its arguments and errors.
    """
    _arguments.check_chat("message_id", message_id, "chat_id", chat_id)
    return Request(
        DELETE,
        "/v1/chats/"
        + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id)
        + "/messages/"
        + _arguments.path_segment("message_id", message_id, of=_objects.message_id),
        query=_arguments.pairs(("forEveryone", _arguments.boolean("for_everyone", for_everyone))),
    )
