"""An iteration over what is new that can be stopped while it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.bots.stopping import CHECK_EVERY, Stopped
from ..._core.util.override import override
from ..changes.driver import AsyncDriver

if TYPE_CHECKING:
    from threading import Event

    from ..._core.changes.options import Options
    from ..._core.changes.steps import Step
    from ..._core.changes.store import OpenPosition
    from ..engine.sender import AsyncRequestSender


class AsyncStoppableDriver(AsyncDriver):
    """Raises Stopped instead of the next step when the flag is set."""

    def __init__(self, engine: AsyncRequestSender, opened: OpenPosition, options: Options, stop: Event) -> None:
        super().__init__(engine, opened, options)
        self._stop = stop

    @override
    async def _advance(self, *, wait: bool) -> Step | None:
        if self._stop.is_set():
            raise Stopped
        return await super()._advance(wait=wait)

    @override
    async def _wait(self, seconds: float, *, is_pause: bool) -> None:
        """Wait for a part of the time: the next step is to wait for the rest. A pause is made as a whole."""
        while is_pause and seconds > CHECK_EVERY and not self._stop.is_set():
            await super()._wait(CHECK_EVERY, is_pause=True)
            seconds -= CHECK_EVERY
        await super()._wait(min(seconds, CHECK_EVERY), is_pause=is_pause)
