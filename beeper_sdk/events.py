"""The events of ``beeper.events()``.

    from beeper_sdk import events

    with beeper.events() as stream:
        for event in stream:
            match event:
                case events.MessageUpserted(chat_id=chat_id, entries=messages): ...
                case events.Interrupted(reason): ...

Each is imported when it is first used. All except `Interrupted` and `UnknownEvent` are models of the spec, also in
`beeper_sdk.models`: ``seq`` is the number of the event on its connection, and ``ts`` is when it happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._core.events.values import Event, Interrupted, Reason, UnknownEvent
    from ._core.generated import models

    AppStateUpdated = models.AppStateUpdated
    ChatDeleted = models.ChatDeleted
    ChatUpserted = models.ChatUpserted
    MessageDeleted = models.MessageDeleted
    MessageUpserted = models.MessageUpserted
    VerificationRemoved = models.VerificationRemoved
    VerificationUpdated = models.VerificationUpdated

__all__ = [
    "AppStateUpdated",
    "ChatDeleted",
    "ChatUpserted",
    "Event",
    "Interrupted",
    "MessageDeleted",
    "MessageUpserted",
    "Reason",
    "UnknownEvent",
    "VerificationRemoved",
    "VerificationUpdated",
]

if not TYPE_CHECKING:
    from ._core.generated import models
    from ._core.util.lazy import lazy

    _OWN = ("Event", "Interrupted", "Reason", "UnknownEvent")
    __getattr__, __dir__ = lazy(
        __name__, {name: "._core.events.values" if name in _OWN else models.__name__ for name in __all__}
    )
