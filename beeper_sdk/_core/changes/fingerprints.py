"""Short digests of messages and chats, by which a position recognises them without keeping what they say.

They are keyed with random bytes of the position: without the key, which is stored beside them, no table of digests of
common texts exists.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from ..delivery.text_similarity import received_forms, sent_forms
from ..generated import base

if TYPE_CHECKING:
    from ..generated import models

BYTES = 5
LENGTH = 2 * BYTES
NO_IDENTITY = "0" * LENGTH
DELETED, TOMBSTONE = "deleted", "x"
"""The kind of a deleted message, and what follows its digests: its deletion was delivered, or it never was."""
_IGNORED_OF_CHATS = ("preview", "lastActivity", "draft", "capabilities", "localChatID")
"""Fields of a chat that change with each message, while someone types, or with the app."""


def milliseconds(moment: object) -> int | None:
    """A time as Unix milliseconds; None if it is missing, or at the epoch, where some apps put unknown times."""
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return None
    found = round((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1000)
    return found if found > 0 else None


class Fingerprints:
    """Computes digests with the key of a position."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()

    def _digest(self, *parts: object) -> str:
        text = json.dumps(parts, separators=(",", ":"), default=str)
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=BYTES, key=self._key).hexdigest()

    def identity(self, message: models.Message) -> str:
        """A digest that stays when the app gives the message another ID or it is edited. `NO_IDENTITY` without a time:
        it would be that of many messages."""
        moment = milliseconds(message.timestamp)
        return NO_IDENTITY if moment is None else self._digest(message.sender_id, moment)

    def is_same(self, message: models.Message, digest: str) -> bool:
        """Whether a message with the ID of a known one can be that one. `digest`: what is kept of the known one."""
        known, identity = digest[:LENGTH], self.identity(message)
        return known == identity or NO_IDENTITY in (known, identity)

    def content(self, message: models.Message) -> str:
        """A digest that changes with an edit."""
        attachments = [(part.id, part.file_name) for part in message.attachments or ()]
        return self._digest(message.text, milliseconds(message.edited_timestamp), attachments)

    def reactions(self, message: models.Message) -> str:
        """A digest that changes with the reactions."""
        found = ([part.participant_id, part.reaction_key] for part in message.reactions or ())
        return self._digest(sorted(found, key=repr))

    def state(self, message: models.Message) -> str:
        """The three digests, and `TOMBSTONE` for a deleted message."""
        end = TOMBSTONE if message.kind == DELETED else ""
        return self.identity(message) + self.content(message) + self.reactions(message) + end

    def sent_text(self, text: str) -> frozenset[str]:
        """Digests of a text that is sent, for each way in which it may be received."""
        return frozenset(self._digest(form) for form in sent_forms(text))

    def received_text(self, message: models.Message) -> frozenset[str]:
        """Digests of the text of a message: one is that of the text that was sent. Networks give files their name as
        text."""
        texts = [message.text or ""] + ([""] if message.attachments else [])
        return frozenset(self._digest(form) for text in texts for form in received_forms(text))

    def chat(self, chat: models.Chat) -> str:
        """A digest that changes with what is shown of the chat, apart from its messages."""
        wire = {key: value for key, value in chat.to_dict().items() if key not in _IGNORED_OF_CHATS}
        return self._digest(wire)


def key_of(message: models.Message) -> str:
    """The ID of a message; for one without, what identifies it by its content."""
    return base.item_key(message.id, message)
