# @generated


from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import sleep
from ..._core.config.rate_limit import turns_of
from ..._core.util.validation import MAX_SECONDS

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.config.rate_limit import RateLimit


def wait_for_turn(limit: RateLimit, call: AnyCall) -> None:
    started_at = monotonic()
    turns = turns_of(limit)
    turn = turns.take_turn()
    try:
        seconds = turns.seconds_until(turn)
        while seconds > 0:  # a long queue at a low rate may wait for longer than a sleep can be
            sleep(min(seconds, MAX_SECONDS))
            seconds -= MAX_SECONDS
    except BaseException:  # cancellation, or KeyboardInterrupt
        turns.give_back(turn)
        raise
    call.add_waiting(monotonic() - started_at)
