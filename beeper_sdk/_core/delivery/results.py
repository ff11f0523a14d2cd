"""The results of ``beeper.messages.check`` (`Delivery`) and ``beeper.messages.wait`` (`Sent`).

Their repr does not contain the message, because results of sends often end up in logs.
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
    """The result of a send."""

    @property
    def chat_id(self) -> str:
        """ID of the chat."""
        ...

    @property
    def pending_message_id(self) -> str:
        """Temporary ID of the message."""
        ...


@frozen(repr=False)
class Delivery:
    """The outcome of a call that ended in `DeliveryUncertain`. Its repr shows the status only."""

    status: DeliveryStatus
    """``delivered``: the call succeeded. ``not-seen``: the chat was read and does not contain the message; it may still
    arrive. ``unknown``: the outcome cannot be determined."""
    reason: str
    """A description of what was found, without private data."""
    message: models.Message | None = field(default=None)
    """The message that was sent or reacted to. With ``unknown``, the only message that might be it."""

    @override
    def __repr__(self) -> str:
        return f"<Delivery {self.status}>"


@frozen(repr=False)
class Sent:
    """The outcome of a send. Its repr shows the status only."""

    status: SentStatus
    """``sent``: the message has its final ID, and no failure is reported. ``failed``: Beeper reports a failure.
    ``unknown``: neither was known before the timeout."""
    reason: str
    """A description of what was found, without private data."""
    message: models.Message | None = field(default=None)
    """The message, as it was when it was last read."""
    code: str | None = field(default=None)
    """The server's code for the failure, if it sent one."""
    may_retry: bool | None = field(default=None)
    """For a failure: whether Beeper reports it as temporary, so that sending again may succeed."""

    @override
    def __repr__(self) -> str:
        return f"<Sent {self.status}>"
