"""The results of ``beeper.messages.check`` (`Delivery`) and ``beeper.messages.wait`` (`Sent`).

Their repr does not contain the message, because results of sends often end up in logs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, Protocol, TypeAlias, TypeVar

from attrs import field, frozen

from ..util.override import override

if TYPE_CHECKING:
    from ..generated import models

DeliveryStatus: TypeAlias = Literal["delivered", "failed", "not-seen", "unknown"]
"""What is known of a call after `DeliveryUncertain`, see `Delivery`."""
SentStatus: TypeAlias = Literal["sent", "failed", "unknown"]
"""What is known of a send, see `Sent`."""
S = TypeVar("S", bound=str)


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
class SendOutcome(Generic[S]):
    """The base of `Delivery` and `Sent`. Its repr shows the status only."""

    status: S
    """What is known: see the class."""
    reason: str
    """A description of what was found, without private data."""
    message: models.Message | None = field(default=None)
    """The message, as it was when it was last read. With ``unknown``, the only message that might be it."""
    code: str | None = field(default=None)
    """The server's code for a failure, if it sent one."""
    may_retry: bool | None = field(default=None)
    """For a failure: whether Beeper reports it as temporary, so that sending again may succeed."""

    @property
    def was_sent(self) -> bool | None:
        """True for ``sent`` and ``delivered``, False for ``failed``, None if it is not known."""
        return None if self.status in ("unknown", "not-seen") else self.status != "failed"

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status}>"


@frozen(repr=False)
class Delivery(SendOutcome[DeliveryStatus]):
    """The outcome of a call that ended in `DeliveryUncertain`.

    ``delivered``: the call succeeded. ``failed``: Beeper reports a failure, or did not send the text of a started chat.
    ``not-seen``: the chat does not contain the message, which may still arrive. ``unknown``: nothing is certain."""


@frozen(repr=False)
class Sent(SendOutcome[SentStatus]):
    """The outcome of a send.

    ``sent``: the message has its final ID, and no failure is reported. ``failed``: Beeper reports a failure.
    ``unknown``: neither was known before the timeout."""
