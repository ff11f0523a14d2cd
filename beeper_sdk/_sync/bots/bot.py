# @generated


from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from attrs import evolve

from ..._core.bots.handlers import common_options, make_handler, needs_networks
from ..._core.bots.memory_position import MemoryPosition, warn_of_gap, warn_without_position
from ..._core.bots.stopping import Stopped, StopSignals
from ..._core.changes.change import Gap, MessageAdded
from ..._core.changes.selection import names_of_networks
from ..._core.changes.store import open_position
from ..._core.concurrency.primitives import call_blocking, resolve_result
from ..._core.generated import resources
from .driver import StoppableDriver

if TYPE_CHECKING:
    from ..._core.bots.handlers import Handler, MessageHandler, OnError, OnGap, Running
    from ..._core.changes.options import Options
    from ..._core.changes.selection import Networks
    from ..._core.changes.store import PositionLike
    from ..engine.sender import RequestSender


class Bot:
    def __init__(self, engine: RequestSender) -> None:
        self._engine = engine
        self._handlers: list[Handler] = []
        self._networks: Networks | None = None
        self._stop = threading.Event()
        self._is_running = threading.Lock()

    def add(self, function: MessageHandler, options: Options) -> None:
        if self._is_running.locked():
            raise RuntimeError("handlers must be registered before run_forever is called")
        handler = make_handler(function, options)
        common_options([*self._handlers, handler])
        self._handlers.append(handler)

    def stop(self) -> None:
        self._stop.set()

    def run(self, position: PositionLike | None, running: Running) -> None:
        if not self._handlers:
            raise RuntimeError("there are no handlers: register one first, with @beeper.on_message()")
        if not self._is_running.acquire(blocking=False):
            raise RuntimeError("run_forever of this client is running already")
        try:
            self._stop.clear()
            with StopSignals(self.stop):
                self._run(position, running)
        finally:
            self._is_running.release()

    def _run(self, position: PositionLike | None, running: Running) -> None:
        wanted = common_options(self._handlers)
        given = running.options
        options = evolve(given, chats=wanted.chats, accounts=wanted.accounts, networks=wanted.networks, own=wanted.own)
        opened = MemoryPosition() if position is None else call_blocking(open_position, position)
        if position is None:
            warn_without_position()
        driver = StoppableDriver(self._engine, opened, options, self._stop)
        try:
            self._follow(driver, running)
        except Stopped:
            pass
        finally:
            driver.close()

    def _follow(self, driver: StoppableDriver, running: Running) -> None:
        driver.start()
        while (change := driver.next_change()) is not None:
            if isinstance(change, MessageAdded):
                self._pass_on(change, running.on_error)
            elif isinstance(change, Gap):
                self._report(change, running.on_gap)
            driver.commit()

    def _pass_on(self, change: MessageAdded, on_error: OnError | None) -> None:
        for handler in self._handlers_of(change):
            try:
                resolve_result(handler.call(change), "a handler of on_message")
            except Exception as error:
                if on_error is None:
                    raise
                resolve_result(on_error(error, change), "on_error")

    def _handlers_of(self, change: MessageAdded) -> list[Handler]:
        if len(self._handlers) == 1:  # the filters of the stream are its own
            return self._handlers
        networks = self._names_of_networks()
        is_mine = self._engine.state.identity.is_mine(change.message) is True
        return [each for each in self._handlers if each.accepts(change, networks, is_mine=is_mine)]

    def _names_of_networks(self) -> Networks:
        if self._networks is None:
            accounts = resources.AccountsApi(self._engine).list() if needs_networks(self._handlers) else []
            self._networks = names_of_networks(accounts)
        return self._networks

    @staticmethod
    def _report(gap: Gap, on_gap: OnGap | None) -> None:
        if on_gap is None:
            warn_of_gap(gap)
        else:
            resolve_result(on_gap(gap), "on_gap")
