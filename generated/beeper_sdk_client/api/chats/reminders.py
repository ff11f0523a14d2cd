# @generated

"""The operations of chats.reminders: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import _arguments, _objects
from ..._decoding import NoContent
from ..._request import JsonBody, Operation, Request

if TYPE_CHECKING:
    from ...models.chat import Chat
    from ...models.input_dicts import ReminderInputDict
    from ...models.inputs import ReminderInput


CREATE: Operation[None] = Operation(
    "chats.reminders.create",
    "POST",
    "/v1/chats/{chatID}/reminders",
    "idempotent",
    "required",
    NoContent(),
)


def create(chat_id: str | Chat, *, reminder: ReminderInput | ReminderInputDict) -> Request[None]:
    """Set the reminder of a chat.

    See `Beeper.chats.reminders.create` for its arguments and errors.
    """
    from ...models.inputs import ReminderInput

    return Request(
        CREATE,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id) + "/reminders",
        body=JsonBody(_arguments.body(("reminder", _arguments.model_json(ReminderInput, "reminder", reminder)))),
    )


DELETE: Operation[None] = Operation(
    "chats.reminders.delete",
    "DELETE",
    "/v1/chats/{chatID}/reminders",
    "idempotent",
    "required",
    NoContent(),
)


def delete(chat_id: str | Chat) -> Request[None]:
    """Clear the reminder of a chat.

    See `Beeper.chats.reminders.delete` for its arguments and errors.
    """
    return Request(
        DELETE,
        "/v1/chats/" + _arguments.path_segment("chat_id", chat_id, of=_objects.chat_id) + "/reminders",
    )
