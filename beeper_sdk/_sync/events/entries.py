# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.events.entries import missing_ids, with_fetched
from ..._core.generated import api, models
from ...errors import APIError, AuthenticationError, NotFoundError, PermissionDeniedError

if TYPE_CHECKING:
    from ..._core.events.entries import Upserted
    from ..engine.protocols import Engine


def fetch_entries(engine: Engine, event: Upserted) -> bool:
    fetched: dict[str, models.Chat | models.Message] = {}
    complete = True
    for wanted in missing_ids(event):
        try:
            fetched[wanted] = _fetch(engine, event, wanted)
        except NotFoundError:
            continue
        except (AuthenticationError, PermissionDeniedError):
            raise
        except APIError:
            complete = False
    with_fetched(event, fetched)
    return complete


def _fetch(engine: Engine, event: Upserted, wanted: str) -> models.Chat | models.Message:
    if isinstance(event, models.ChatUpserted):
        return engine.send(api.chats.retrieve(wanted))
    return engine.send(api.messages.retrieve(wanted, chat_id=event.chat_id))
