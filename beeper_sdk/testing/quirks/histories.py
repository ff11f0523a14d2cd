"""Quirks of the history that an installation of the app has."""

from __future__ import annotations

from ..rules.reindex import reindex
from ._base import Quirk, only

HISTORIES = (
    Quirk(
        "reinstall",
        "All messages and chats get other IDs, sort keys and local IDs once, when it is switched on; old ones and old "
        "cursors are unknown. IDs of chats stay.",
        19,
        begin=reindex,
        whole=True,
    ),
    Quirk(
        "backfill",
        "Five older messages arrive after the oldest page of a chat was read, three times in each chat.",
        20,
        only("messages.list"),
    ),
)
