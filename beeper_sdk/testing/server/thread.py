"""Runs an ASGI application on a thread of its own, on a free port of 127.0.0.1, and ends it in bounded time."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import uvicorn

from ..._core.util.override import override
from ..._core.util.urls import LOOPBACKS

if TYPE_CHECKING:
    from .app import Application

T = TypeVar("T")
PATIENCE = 10.0
GRACE = 1.0
"""Seconds that requests get to end when the server is stopped."""


class _Server(uvicorn.Server):
    """A uvicorn server that reports when and where it listens, and stops at once instead of at its next poll."""

    def __init__(self, config: uvicorn.Config, app: Application) -> None:
        super().__init__(config)
        self._app = app
        self.listening = threading.Event()
        self.loop: asyncio.AbstractEventLoop | None = None
        self._end = asyncio.Event()

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.loop = asyncio.get_running_loop()
        self.listening.set()

    @override
    async def main_loop(self) -> None:
        await self._end.wait()

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # As uvicorn's own, without its fixed pause of a tenth of a second: every test that starts a server pays it.
        await self._let_in_who_came()
        for server in self.servers:
            server.close()
        for open_socket in sockets or []:
            open_socket.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        give_up = time.monotonic() + GRACE
        state = self.server_state
        while (state.connections or state.tasks) and time.monotonic() < give_up:
            self._hang_up_on_the_silent()
            await asyncio.sleep(0.002)
        for task in state.tasks:
            task.cancel()

    async def _let_in_who_came(self) -> None:
        """Accept nobody more, and see those through who were accepted just now: asyncio would drop their sockets,
        unclosed, when the server is closed first."""
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError):  # the event loop of Windows waits for connections in another way
            for server in self.servers:
                for listening in server.sockets:
                    loop.remove_reader(listening.fileno())
        for _ in range(2):  # one iteration of the loop creates the transport, another passes the connection to uvicorn
            await asyncio.sleep(0)

    def _hang_up_on_the_silent(self) -> None:
        for connection in list(self.server_state.connections):
            if getattr(connection, "client", None) in self._app.silent:
                connection.transport.abort()

    async def move(self, listener: socket.socket) -> None:
        """Listen on another socket only, and close all connections."""
        for server in self.servers:
            server.close()
        await super().startup(sockets=[listener])
        for connection in list(self.server_state.connections):
            connection.shutdown()

    def end(self) -> None:
        """Leave the main loop; from any thread."""
        self.should_exit = True
        if self.loop is not None:
            self.loop.call_soon_threadsafe(self._end.set)


class _Silence(logging.Filter):
    """Keeps uvicorn's messages about one server, mostly about truncated responses, out of the logs of tests."""

    def __init__(self, thread_name: str) -> None:
        super().__init__()
        self._thread_name = thread_name

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        return record.threadName != self._thread_name


def _listener(port: int, ipv6: bool) -> socket.socket:
    # asyncio switches Nagle's algorithm off only where the protocol is named; left on, it costs 40 ms an answer.
    listener = socket.socket(socket.AF_INET6 if ipv6 else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACKS[ipv6], port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


class ServerThread:
    """One running server."""

    def __init__(self, app: Application, port: int, *, ipv6: bool) -> None:
        self._socket = _listener(port, ipv6)
        self.ipv6: bool = ipv6
        """Whether it listens on ::1 only, instead of on 127.0.0.1 only."""
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,  # nothing stands in front of it, and a request cannot say where it came from
        )
        self._server = _Server(config, app)
        name = f"FakeBeeper:{self.port}"
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._silence = _Silence(name)

    def _run(self) -> None:
        self._server.run(sockets=[self._socket])

    def start(self) -> None:
        """Wait until the server accepts connections."""
        logging.getLogger("uvicorn.error").addFilter(self._silence)
        self._thread.start()
        if not self._server.listening.wait(PATIENCE):
            raise RuntimeError("the fake server did not start")

    def listen(self, *, ipv6: bool) -> None:
        """Listen on ::1 only, or on 127.0.0.1 only, with the same port. Raises OSError if the port is in use there."""
        if ipv6 == self.ipv6:
            return
        old, new = self._socket, _listener(self.port, ipv6)
        self._result(self._server.move(new))
        self._socket, self.ipv6 = new, ipv6
        old.close()

    def stop(self) -> None:
        """Stop the server and wait for its thread. Active requests have a second to finish."""
        self._server.end()
        self._thread.join(PATIENCE)
        self._socket.close()
        logging.getLogger("uvicorn.error").removeFilter(self._silence)

    def run(self, function: Callable[[], T]) -> T:
        """The result of a function that runs on the server's loop, between two requests."""

        async def call() -> T:
            return function()

        return self._result(call())

    def _result(self, coroutine: Coroutine[None, None, T]) -> T:
        loop = self._server.loop
        if loop is None or not self._thread.is_alive():
            coroutine.close()
            raise RuntimeError("the fake server is not running")
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result(PATIENCE)
