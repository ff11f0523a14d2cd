"""Quirks of the time in which a network lets a message be changed."""

from __future__ import annotations

from ._base import Quirk, only

WINDOWS = (
    Quirk(
        "edit_too_late",
        "An edit after editMaxAge or editMaxCount responds with 200 and the new text, and the message stays as it was.",
        42,
        only("messages.update"),
    ),
)
