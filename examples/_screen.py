"""How scripts/demo prints: parts with a heading, the requests they took, and lines in columns. No calls here."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Sized
    from datetime import datetime

    from beeper_sdk import models

WIDTHS = (18, 24)


class Screen:
    """Prints parts; says how many requests each took where it can count them."""

    def __init__(self) -> None:
        self.requests: Sized | None = None

    @contextmanager
    def part(self, heading: str) -> Generator[None]:
        """A heading, and under what is printed inside, the number of requests."""
        print(f"\n{heading}", flush=True)
        before = self._count()
        yield
        taken = self._count() - before
        if self.requests is not None:
            print(f"  ({taken} request{'s' * (taken != 1)})", flush=True)

    def line(self, *cells: str | None) -> None:
        """Cells in columns."""
        padded = [(cell or "").ljust(width) for cell, width in zip(cells, (*WIDTHS, 0), strict=False)]
        print("  " + " ".join(padded).rstrip(), flush=True)

    def _count(self) -> int:
        return len(self.requests) if self.requests is not None else 0


def when(moment: datetime | None) -> str:
    """A moment as text, in the zone of this machine."""
    return f"{moment.astimezone():%d %b %Y %H:%M}" if moment is not None else "never"


def first_line(message: models.Message) -> str:
    """What a message says, in one line."""
    text = (message.text or f"({(message.type or 'message').lower()})").splitlines()[0]
    return text if len(text) <= 60 else f"{text[:59]}…"


def biggest(chats: list[models.ChatWithPreview]) -> models.ChatWithPreview:
    """The chat with most members."""
    return max(chats, key=lambda chat: chat.participants.total)


def own(chats: list[models.ChatWithPreview]) -> models.ChatWithPreview:
    """The newest chat with messages of its own: a merged chat shows those of its members."""
    return next((chat for chat in chats if chat.merge is None), chats[0])
