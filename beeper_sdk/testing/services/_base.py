"""What every service does: answer with stored JSON as it is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from ..faults.magic import perform
from ..rules.messages import Manner
from ..state import SITE, Site
from ..wire.json_values import dumps, to_ms
from ..wire.pages import Ask
from ..wire.requests import ServerResponse
from ..world.world import World

_JSON = (("content-type", "application/json; charset=utf-8"),)


class Service:
    """A service; which server it works for is known only while it handles a request."""

    @property
    def _site(self) -> Site:
        return SITE.get()

    @property
    def _world(self) -> World:
        return SITE.get().world


def answer(value: object, status: int = 200) -> ServerResponse:
    """A JSON answer."""
    return ServerResponse(status, _JSON, dumps(value))


def nothing() -> ServerResponse:
    """204, without a body."""
    return ServerResponse(204, (), b"")


def ask(cursor: str | None, direction: str | None, limit: int) -> Ask:
    """The page a request asks for."""
    late = cursor is None and SITE.get().quirks.applies("empty_first_page")
    return Ask(cursor, None if direction is None else str(direction), limit, late=late)


async def manner(text: object) -> Manner:
    """How a send of the current request goes.

    Raises:
        Refused: The text says that it fails.
    """
    status = await perform(text)
    applies = SITE.get().quirks.applies
    late, pending, silent = applies("slow_delivery"), applies("send_pending"), applies("no_send_status")
    outcome = "FAIL_PERMANENT" if applies("send_fails") else "FAIL_RETRIABLE" if applies("send_fails_for_now") else None
    pending = pending or status == "PENDING"
    outcome = status if status not in (None, "PENDING") else outcome
    return Manner(late=late, pending=pending, outcome=outcome, silent=silent)


def ms(moment: datetime | None) -> int | None:
    """Unix milliseconds of a parameter that is a date."""
    return None if moment is None else to_ms(moment)


def chosen(values: Collection[str] | None) -> Collection[str] | None:
    """A list parameter that was left out, or is empty, chooses everything."""
    return values or None
