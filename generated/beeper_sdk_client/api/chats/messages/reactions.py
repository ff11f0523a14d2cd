# @generated

"""The operations of chats.messages.reactions: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .... import _arguments, _objects
from ...._decoding import JsonDecoder
from ...._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....models.chat import Chat
    from ....models.message import Message
    from ....models.reaction_add_result import ReactionAddResult
    from ....models.reaction_delete_result import ReactionDeleteResult


def _add_reader() -> Callable[[Any], ReactionAddResult]:
    from ....models.reaction_add_result import ReactionAddResult

    return ReactionAddResult._read


ADD: Operation[ReactionAddResult] = Operation(
    "chats.messages.reactions.add",
    "POST",
    "/v1/chats/{chatID}/messages/{messageID}/reactions",
    "once",
    "required",
    JsonDecoder(_add_reader),
)


def add(
    message_id: str | Message, *, chat_id: str | Chat, reaction_key: str, transaction_id: str | None = None
) -> Request[ReactionAddResult]:
    """React to a message.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.chats.messages.reactions.add` for its arguments and errors.
    """
    _arguments.check_chat("message_id", message_id, "chat_id", chat_id)
    return Request(
        ADD,
        "/v1/chats/"
        + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id)
        + "/messages/"
        + _arguments.path_segment("message_id", message_id, of=_objects.message_id)
        + "/reactions",
        body=JsonBody(
            _arguments.body(
                (
                    "reactionKey",
                    _arguments.string("reaction_key", _arguments.required("reaction_key", reaction_key), 1),
                ),
                ("transactionID", _arguments.optional(_arguments.string("transaction_id", transaction_id, 1))),
            )
        ),
    )


def _delete_reader() -> Callable[[Any], ReactionDeleteResult]:
    from ....models.reaction_delete_result import ReactionDeleteResult

    return ReactionDeleteResult._read


DELETE: Operation[ReactionDeleteResult] = Operation(
    "chats.messages.reactions.delete",
    "DELETE",
    "/v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}",
    "idempotent",
    "required",
    JsonDecoder(_delete_reader),
)


def delete(reaction_key: str, *, chat_id: str | Chat, message_id: str | Message) -> Request[ReactionDeleteResult]:
    """Remove a reaction of the user.

    See `Beeper.chats.messages.reactions.delete` for its arguments and errors.
    """
    _arguments.check_chat("message_id", message_id, "chat_id", chat_id)
    return Request(
        DELETE,
        "/v1/chats/"
        + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id)
        + "/messages/"
        + _arguments.path_segment("message_id", message_id, of=_objects.message_id)
        + "/reactions/"
        + _arguments.path_segment("reaction_key", reaction_key),
    )
