"""The events that the SDK makes itself, and the type of all events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from ..util.override import override

if TYPE_CHECKING:
    from ..generated import Json, models

Reason: TypeAlias = Literal["connection", "silence", "gap", "undecodable", "overflow", "subscription", "entries"]
"""Why something may have been missed, see `Interrupted`."""

MessageEvent: TypeAlias = "models.MessageUpserted | models.MessageDeleted"
ChatEvent: TypeAlias = "models.ChatUpserted | models.ChatDeleted"
AppEvent: TypeAlias = "models.AppStateUpdated | models.VerificationUpdated | models.VerificationRemoved"
Event: TypeAlias = "MessageEvent | ChatEvent | AppEvent | UnknownEvent | Interrupted"
"""What an iteration over `beeper.events()` returns."""


@frozen
class Interrupted:
    """Something may have been missed before this point; the server does not repeat events. Read what matters over HTTP.

    - ``connection``: the connection was lost, and opened again.
    - ``silence``: the same, because nothing was received for a while, not even responses to pings.
    - ``gap``: the numbers of the events (``seq``) are not consecutive.
    - ``undecodable``: a frame could not be decoded; see `diagnostics`.
    - ``overflow``: events were dropped because too many were waiting; ``dropped`` is their number.
    - ``subscription``: the subscription was changed; the server sends no events meanwhile.
    - ``entries``: chats or messages of the next event could not be fetched.
    """

    reason: Reason
    """One of the words above."""
    dropped: int = 0
    """The number of dropped events, for ``overflow``; otherwise 0, because it is not known."""


@frozen(repr=False)
class UnknownEvent:
    """An event of a type that this version of the SDK does not know."""

    type: str
    """Its type, such as ``message.stream``."""
    data: dict[str, Json]
    """Its JSON. Not in the repr: it may contain private data."""

    @override
    def __repr__(self) -> str:
        return f"<UnknownEvent with {len(self.data)} members>"
