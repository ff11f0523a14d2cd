# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.bots.stopping import CHECK_EVERY, Stopped
from ..._core.util.override import override
from ..changes.driver import Driver

if TYPE_CHECKING:
    from threading import Event

    from ..._core.changes.options import Options
    from ..._core.changes.steps import Step
    from ..._core.changes.store import OpenPosition
    from ..engine.sender import RequestSender


class StoppableDriver(Driver):
    def __init__(self, engine: RequestSender, opened: OpenPosition, options: Options, stop: Event) -> None:
        super().__init__(engine, opened, options)
        self._stop = stop

    @override
    def _advance(self, *, wait: bool) -> Step | None:
        if self._stop.is_set():
            raise Stopped
        return super()._advance(wait=wait)

    @override
    def _wait(self, seconds: float, *, is_pause: bool) -> None:
        while is_pause and seconds > CHECK_EVERY and not self._stop.is_set():
            super()._wait(CHECK_EVERY, is_pause=True)
            seconds -= CHECK_EVERY
        super()._wait(min(seconds, CHECK_EVERY), is_pause=is_pause)
