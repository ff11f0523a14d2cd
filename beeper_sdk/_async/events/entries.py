"""Fetches the chats and messages of an event that the server left out, or that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.events.entries import missing_ids, with_fetched
from ..._core.generated import api, models
from ...errors import APIError, AuthenticationError, NotFoundError, PermissionDeniedError

if TYPE_CHECKING:
    from ..._core.events.entries import Upserted
    from ..engine.protocols import AsyncEngine


async def fetch_entries(engine: AsyncEngine, event: Upserted) -> bool:
    """Complete the entries of an event. What does not exist any more is skipped.

    Returns:
        False if some could not be fetched.

    Raises:
        AuthenticationError, PermissionDeniedError: the server does not accept the token.
    """
    fetched: dict[str, models.Chat | models.Message] = {}
    complete = True
    for wanted in missing_ids(event):
        try:
            fetched[wanted] = await _fetch(engine, event, wanted)
        except NotFoundError:
            continue
        except (AuthenticationError, PermissionDeniedError):
            raise
        except APIError:
            complete = False
    with_fetched(event, fetched)
    return complete


async def _fetch(engine: AsyncEngine, event: Upserted, wanted: str) -> models.Chat | models.Message:
    if isinstance(event, models.ChatUpserted):
        return await engine.send(api.chats.retrieve(wanted))
    return await engine.send(api.messages.retrieve(wanted, chat_id=event.chat_id))
