"""Waits for the turn of a request in a `RateLimit`. Imported when it is first needed."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_sleep
from ..._core.config.rate_limit import turns_of
from ..._core.util.validation import MAX_SECONDS

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.config.rate_limit import RateLimit


async def wait_for_turn(limit: RateLimit, call: AnyCall) -> None:
    """Wait until an attempt may be sent, and give the turn back if that is cancelled.

    The clock of the call stops meanwhile: the server has no part in this wait, and a deadline that ran would report a
    timeout of a healthy server."""
    started_at = monotonic()
    turns = turns_of(limit)
    turn = turns.take_turn()
    try:
        seconds = turns.seconds_until(turn)
        while seconds > 0:  # a long queue at a low rate may wait for longer than a sleep can be
            await async_sleep(min(seconds, MAX_SECONDS))
            seconds -= MAX_SECONDS
    except BaseException:  # cancellation, or KeyboardInterrupt
        turns.give_back(turn)
        raise
    call.add_waiting(monotonic() - started_at)
