"""What changed from one app version to the next, where the marks of the spec (``x-beeper-since``) do not say it.

One row, one fact; each is from evolution.md or v0-to-v1.md. What operations, parameters and fields the versions had
stands in the spec and is read from there (``routing``, ``versions.fields``). These rows are applied by
``versions.requests``, ``versions.responses`` and the services. v0 is that of its last document in every version that
serves it; its spellings of August 2025 are not imitated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Version: TypeAlias = tuple[int, ...]

NEWEST = "4.3.73"
SDK_GENERATIONS = {"6.0": NEWEST}
"""Versions of the official SDK that stand for an app: the newest one for SDK 6.0, which names things no app dates."""


def version_number(text: str) -> Version:
    """An app version as numbers that compare."""
    return tuple(int(part) for part in text.split("."))


@dataclass(frozen=True, slots=True)
class Span:
    """The versions from one on and before another; open where there is none."""

    since: Version
    until: Version | None = None

    def __contains__(self, version: Version) -> bool:
        return self.since <= version and (self.until is None or version < self.until)


V1: Version = (4, 1, 294)
"""The first app with v1; before it the API itself wears the error envelope of v0."""
CURSORS: Version = (4, 2, 808)
"""The app that gave v1 most of its present form."""

V0_SERVED = Span((4, 1, 92), (4, 3, 0))
"""No source names the app that dropped v0; the first document without it is that of app 4.3.0."""

NAMED_TO_TOKENS = Span((4, 1, 239), (4, 3, 0))
"""Only answers to a good token carry X-Beeper-Desktop-Version; before none does, afterwards all do."""

PARTICIPANTS = ((Span((0,), V1), 20), (Span(V1, CURSORS), -1), (Span(CURSORS), 100))
"""How many participants retrieving a chat gives unless told otherwise; -1 is all."""

MISSING = {
    ("Account", "network"): Span((4, 2, 557), CURSORS),
    # "Some builds between 4.2.509 and 4.2.807": in the document of January 2026 and in those from February on.
    ("Chat", "network"): Span((4, 2, 510), CURSORS),
    ("V0Chat", "localChatID"): Span((0,), (4, 1, 155)),
}
"""Fields that went missing for a while, or came without a mark."""

TEXT_CUT = Span((0,), (4, 1, 244))
TEXT_LIMIT = 500
"""Messages of the first apps were cut to that many characters."""

SUCCESS_BODIES = Span((4, 2, 510), (4, 2, 557))
"""Archive and reminders answer 200 {success: true} in place of 204."""
ID_ONLY_CREATES = Span(V1, CURSORS)
"""Creating a chat answers {chatID}, and the status too where the mode was start."""
CREATE_MODES = Span((4, 2, 557), CURSORS)
"""Creating a chat takes a mode: create, or start with a person in place of user IDs."""
SHORT_EDITS = Span((4, 2, 499), CURSORS)
"""Editing a message answers {chatID, messageID, success}."""
REACTION_IN_QUERY = Span((4, 2, 557), CURSORS)
"""Taking back a reaction names it in the query: DELETE …/reactions?reactionKey=…"""
REMIND_AT_MS = Span(V1, CURSORS)
"""Reminders are set in Unix milliseconds."""
ATTACHMENTS: Version = (4, 2, 499)
"""The first app that sends files; before it, body fields about them are unknown and ignored."""
FEW_HINTS = Span(ATTACHMENTS, CURSORS)
HINTS = {"gif": "gif", "voiceNote": "voice-note", "sticker": "sticker"}
"""The kinds of attachment those apps knew, and what they are called today."""

FEW_STATUSES = Span((0,), (4, 3, 0))
EARLIER_STATUS = {409: 400, 502: 500}
"""Statuses that came with app 4.3.0, and what their class answered before."""


def default_participants(version: Version) -> int:
    """How many participants an app gives unless told otherwise."""
    return next(count for span, count in PARTICIPANTS if version in span)
