"""Groups of the values of ``Message.kind``: what else than messages the rows of a chat are."""

from __future__ import annotations

SERVICE_KINDS = ("reaction", "notice")
"""Rows that nobody wrote as a message: reactions, and notices such as "Carol left"."""
NO_CONTENT_KINDS = (*SERVICE_KINDS, "deleted")
"""The same, and what is left of deleted messages: nothing new to read, and nothing to reply to."""
