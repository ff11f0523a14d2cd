"""The result of ``beeper.chats.start``. Imported when a chat is started, because it imports the models of chats."""

from __future__ import annotations

from attrs import define

from ..generated import models
from .wait_rules import Backoff

SECONDS = 1.0
"""How long the text of a started chat is looked for. It usually appears at once."""


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class StartedChat(models.CreatedChat):
    """A chat that was opened by `start`."""

    text_sent: bool | None = None
    """Whether ``message_text`` was sent. True: the chat contains it. False: the chat existed and does not contain it;
    apps may drop it then (WhatsApp). None: it is not known, or there was no text."""


def backoff() -> Backoff:
    """The delays between the reads of a chat."""
    return Backoff(SECONDS)


def with_text(chat: models.CreatedChat, text_sent: bool | None) -> StartedChat:
    """The result."""
    started = StartedChat.from_dict(chat.to_dict())
    started.text_sent = text_sent
    return started
