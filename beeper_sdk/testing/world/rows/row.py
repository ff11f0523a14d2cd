"""A row of a chat: a message, or an event that is shown as one. It is the JSON that the API has."""

from __future__ import annotations

from ...wire.json_values import Json


def sort_key(message: Json) -> int:
    """The number that orders a message among all messages."""
    return int(message["sortKey"])


def is_shown(message: Json) -> bool:
    """Whether a message is one that a person sees as a message of its own."""
    return not message.get("isHidden") and not message.get("isDeleted")
