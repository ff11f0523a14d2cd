"""Carries out the steps of one iteration over what is new, and saves its position."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ..._core.changes.run import Run
from ..._core.changes.run_state import Environment
from ..._core.changes.sent_ids import record_pending
from ..._core.changes.steps import Deliver, Fetch, Save, Step, Wait
from ..._core.concurrency.primitives import async_sleep
from ..._core.util.log import WARNING, log
from ...errors import APIError
from .live import AsyncLiveEvents

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..._core.changes.change import Change
    from ..._core.changes.options import Options
    from ..._core.changes.position_data import PositionData, Record
    from ..._core.changes.store import OpenPosition
    from ..engine.sender import AsyncRequestSender

DRAIN_EVERY = 1.0
"""Seconds after which events are received while chats are read: servers disconnect a client that does not read."""
ASLEEP = 30.0
"""If the time of day moved this many seconds more than the steady clock, the machine was suspended."""
AWAKE = 15.0
"""Seconds after which a wait ends in any case, to find out whether the machine was suspended: on Linux a wait does not
count that time, and would go on for the rest of `sweep_every`."""


class AsyncDriver:
    """One iteration. It is used by one task at a time."""

    def __init__(self, engine: AsyncRequestSender, opened: OpenPosition, options: Options) -> None:
        self._engine = engine
        self._opened = opened
        state = engine.state
        is_mine = state.identity.is_mine
        environment = Environment(is_mine, state.sent.is_sending, time.monotonic, lambda: round(time.time() * 1000))
        self._run = Run(options, opened.data, environment)
        self._steps = self._run.steps()
        self._step: Step | None = None
        self.is_broken: bool = False
        """Whether the rules were interrupted, for example by Ctrl-C: they would seem to have reached their end."""
        self._live = AsyncLiveEvents(engine, self._run) if options.live and not options.until_now else None
        self._records: list[Record] = []
        self._delivered = 0
        self._drained_at = 0.0
        self._on_accepted: Callable[[str, str, str], None] | None = None
        if options.own == "elsewhere":
            self._on_accepted = self._record_send
            state.sent.listeners.append(self._on_accepted)

    def _record_send(self, chat_id: str, pending_id: str, text: str) -> None:
        table = self._opened.data.tables["sent"]
        try:
            self._opened.write(record_pending(table, chat_id, pending_id, self._run.prints.sent_text(text)))
        except Exception as error:  # noqa: BLE001 - the message was sent: its send must not fail
            log(WARNING, "changes: the ID of a sent message could not be saved (%s)", type(error).__name__)

    async def start(self) -> None:
        """Begin the position, if it is new. Its ``now`` is when this returns."""
        while not self._run.is_begun:
            step = await self._advance(wait=False)
            if isinstance(step, Deliver):
                return
            if step is None and not self._run.is_begun:
                await self._advance(wait=True)  # the app cannot be reached

    async def next_change(self, *, wait: bool = True) -> Change | None:
        """The next change. None at the end; or, unless `wait`, if there is none at the moment."""
        while True:
            step = await self._advance(wait=wait)
            if step is None:
                return None
            if isinstance(step, Deliver):
                self._step = None
                self._records += step.records
                self._delivered += 1
                return step.change

    async def _advance(self, *, wait: bool) -> Step | None:
        """Carry out the next step. A step that is cancelled is repeated. None if there is no change for now."""
        if self._live is not None and not self._live.is_started:
            await self._live.start()
        if self._step is None:
            self.is_broken = True  # until the rules have decided
            self._step = next(self._steps, None)
            self.is_broken = False
        step = self._step
        if isinstance(step, Fetch):
            await self._fetch(step)
        elif isinstance(step, Save):
            self._records += step.records
            if not self._delivered:
                self.commit()
        elif step is None or isinstance(step, Deliver):
            return step
        elif step.is_pause:
            if not wait:
                return None
            await self._pause(step)
        else:
            # If the wait is cancelled, the rules decide again: otherwise each wait would be of the whole time.
            self._step = None
            if not wait:
                return None
            await self._wait(min(step.seconds, AWAKE), is_pause=False)
        self._step = None
        return step

    async def _pause(self, step: Wait) -> None:
        """Pause. A pause that is cancelled is continued."""
        ends = time.monotonic() + step.seconds
        try:
            await self._wait(step.seconds, is_pause=True)
        finally:
            step.seconds = max(0.0, ends - time.monotonic())

    async def _fetch(self, step: Fetch[Any]) -> None:
        try:
            response = await self._engine.raw(step.request)
        except APIError as error:
            step.error = error
        else:
            step.value, step.date = response.value, response.headers.get("date")
        if self._live is not None and time.monotonic() - self._drained_at > DRAIN_EVERY:
            await self._live.wait(0)
            self._drained_at = time.monotonic()

    async def _wait(self, seconds: float, *, is_pause: bool) -> None:
        wall, steady = time.time(), time.monotonic()
        if self._live is None or is_pause:
            await async_sleep(seconds)
        else:
            await self._live.wait(seconds)
        if time.time() - wall - (time.monotonic() - steady) > ASLEEP:
            self._run.interrupted()

    def commit(self) -> None:
        """Save that all changes that were delivered have been processed."""
        if self._records:
            self._opened.write(self._records)
        self._records, self._delivered = [], 0

    def position(self) -> PositionData:
        """The position after all changes that were delivered."""
        return self._opened.data.after(self._records)

    async def close(self) -> None:
        """Close the connection, and release the position. What was not committed is delivered again the next time."""
        self.release()
        if self._live is not None:
            await self._live.close()

    def release(self) -> None:
        """Release the position."""
        if self._on_accepted is not None and self._on_accepted in self._engine.state.sent.listeners:
            self._engine.state.sent.listeners.remove(self._on_accepted)
        self._steps.close()
        self._opened.close()
