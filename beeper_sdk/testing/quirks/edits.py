"""Quirks of edits and deletions of messages."""

from __future__ import annotations

from ._base import Quirk, only

EDITS = (
    Quirk(
        "edit_too_late",
        "An edit after editMaxAge or editMaxCount responds with 200 and the new text, and the message stays as it was.",
        42,
        only("messages.update"),
    ),
    Quirk(
        "stale_edit",
        "An edit responds with the message as it was before; reading it again gives the new text.",
        15,
        only("messages.update"),
    ),
    Quirk(
        "silent_edit",
        "Edits and deletions of messages, by anybody, have no events. No edit or deletion ever changes lastActivity.",
        21,
        lambda _: True,
    ),
)
