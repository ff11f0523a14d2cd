# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.delivery import moments
from ..._core.files.limits_of_edits import check_delete, check_edit, shows_edit
from ..._core.generated import api, models, resources
from ...errors import APIError

if TYPE_CHECKING:
    from ..._core.files.limits_of_edits import AgeLimit
    from ..engine.sender import RequestSender


def update(
    engine: RequestSender, message: str | models.Message, chat: str | models.Chat, text: str
) -> models.MessageUpdateResult:
    request = api.messages.update(message, chat_id=chat, text=text)
    _check_age(engine, check_edit(message, chat, text), message, chat)
    result = engine.send(request)
    if not isinstance(result, models.EditedMessage) or shows_edit(message, text, result):
        return result
    try:
        found = resources.MessagesApi(engine).retrieve(message, chat_id=chat)
    except APIError:
        return result  # the edit was made
    return models.EditedMessage.from_dict({**found.to_dict(), "messageID": result.message_id, "success": True})


def delete(
    engine: RequestSender, message: str | models.Message, chat: str | models.Chat, for_everyone: bool | None
) -> None:
    request = api.messages.delete(message, chat_id=chat, for_everyone=for_everyone)
    _check_age(engine, check_delete(message, chat, for_everyone), message, chat)
    engine.send(request)


def _check_age(
    engine: RequestSender, limit: AgeLimit | None, message: str | models.Message, chat: str | models.Chat
) -> None:
    if limit is None or not limit.is_exceeded(moments.wall_clock()):
        return
    try:
        response = engine.raw(api.messages.retrieve(message, chat_id=chat))
        date = response.headers.get("date")
    except APIError:
        date = None
    now = moments.current_moment()
    seconds = moments.reading(date, now).window(now).latest
    if limit.is_exceeded(seconds):
        raise limit.error(seconds)
