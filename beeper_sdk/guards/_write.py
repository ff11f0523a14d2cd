"""What a person is shown before a write goes out."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen


@frozen(eq=False)
class Write:
    """A write that is about to be sent, as ``WritePolicy(confirm=...)`` is asked about it.

    Its repr names the operation only: printing what is in it is up to you. Changing ``body`` changes nothing.
    """

    operation: str
    """As in ``beeper.messages.send``: ``messages.send``."""
    chat_id: str | None = field(repr=False)
    """The chat; None where it is about none, or about several."""
    account_id: str | None = field(repr=False)
    """The account; None where that is not known. With ``accounts`` it always is."""
    text: str | None = field(repr=False)
    """What people will read: the message, its new text, or the draft."""
    body: Any = field(repr=False)
    """All that is sent, as JSON; of an upload what goes with the file. None for nothing."""
