"""What became of a send: `Delivery`, as ``beeper.messages.check`` gives it, and `Sent`, of ``beeper.messages.wait``.

Values only. What counts as evidence is decided in `send_matching`, and looked for in ``_async/delivery``. Neither shows
the message it holds when printed, for results of sends end up in logs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from attrs import field, frozen

from ..util.override import override

if TYPE_CHECKING:
    from ..generated import models

DeliveryStatus: TypeAlias = Literal["delivered", "not-seen", "unknown"]
SentStatus: TypeAlias = Literal["sent", "failed", "unknown"]


class Pending(Protocol):
    """What a send answered."""

    @property
    def chat_id(self) -> str:
        """Chat it went to."""
        ...

    @property
    def pending_message_id(self) -> str:
        """Temporary ID."""
        ...


@frozen(repr=False)
class Delivery:
    """Whether a call happened that nobody knows of. Printed, it shows its status only."""

    status: DeliveryStatus
    """``delivered``: it happened. ``not-seen``: there is no trace of it, though one was looked for where it must be;
    it may still come. ``unknown``: what there is proves neither."""
    reason: str
    """What was found, in words without private data."""
    message: models.Message | None = field(default=None)
    """The message that was sent or reacted to; with ``unknown`` the only one that might be it."""

    @override
    def __repr__(self) -> str:
        return f"<Delivery {self.status}>"


@frozen(repr=False)
class Sent:
    """How a send ended. Printed, it shows its status only."""

    status: SentStatus
    """``sent``: the message has its final ID, and no failure is reported. ``failed``: Beeper says that it failed.
    ``unknown``: neither showed in time."""
    reason: str
    """What was found, in words without private data."""
    message: models.Message | None = field(default=None)
    """The message, as it was when last seen."""
    code: str | None = field(default=None)
    """The server's reason of a failure, for programs, where it gave one."""
    may_retry: bool | None = field(default=None)
    """Of a failure: does Beeper say that sending it again may help?"""

    @override
    def __repr__(self) -> str:
        return f"<Sent {self.status}>"
