"""Which chats and messages of an event are missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, TypeGuard, TypeVar

from ..generated import models
from ..util.validation import usable_id

Upserted: TypeAlias = models.ChatUpserted | models.MessageUpserted
T = TypeVar("T", models.Chat, models.Message)


def is_upsert(event: object) -> TypeGuard[Upserted]:
    """Whether an event can have entries."""
    return isinstance(event, Upserted)


def missing_ids(event: Upserted) -> list[str]:
    """The IDs of the chats or messages that are missing from the entries, or that are incomplete in them."""
    present = {entry.id for entry in event.entries or () if not entry.missing_fields}
    return [wanted for wanted in event.ids if usable_id(wanted) and wanted not in present]


def with_fetched(event: Upserted, fetched: Mapping[str, models.Chat | models.Message]) -> None:
    """Add what was fetched to the entries. Incomplete entries are replaced, and left out if that is not possible."""
    if isinstance(event, models.ChatUpserted):
        event.entries = _merged(event.ids, event.entries, _only(fetched, models.Chat))
    else:
        event.entries = _merged(event.ids, event.entries, _only(fetched, models.Message))


def _only(fetched: Mapping[str, object], model: type[T]) -> dict[str, T]:
    return {wanted: entry for wanted, entry in fetched.items() if isinstance(entry, model)}


def _merged(ids: list[str], entries: list[T] | None, fetched: dict[str, T]) -> list[T]:
    """The entries, in the order of the IDs."""
    kept = [entry for entry in entries or () if not entry.missing_fields]
    known = {entry.id: entry for entry in kept} | fetched
    ordered = [known[wanted] for wanted in dict.fromkeys(ids) if wanted in known]
    return ordered + [entry for entry in kept if entry.id not in ids]
