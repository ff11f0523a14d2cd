"""Runs an ASGI application on a thread of its own, on both loopback addresses, and ends it in bounded time."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import uvicorn

from ..._core.util.override import override
from ..._core.util.urls import LOOPBACKS
from .calls import NOT_RUNNING, PATIENCE, call, run
from .http_connection import HttpConnection
from .listeners import free_listeners, listeners, neighbour_listeners

if TYPE_CHECKING:
    from uvicorn.server import ServerState

    from .app import Application

T = TypeVar("T")
GRACE = 1.0
"""Seconds that requests get to end when the server is stopped."""
MAX_FRAME = 64 * 1024
"""Bytes of a WebSocket frame of a client; a longer one closes the connection with 1009."""


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
        await self._finish_accepting()
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
        for connection in list(state.connections):  # of clients that receive nothing: closing waits for them
            connection.transport.abort()

    async def _finish_accepting(self) -> None:
        """Accept no more connections, and create the transports of those that were accepted just now: if the server is
        closed first, asyncio drops their sockets without closing them."""
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError):  # the proactor event loop of Windows has no readers to remove
            for server in self.servers:
                for listening in server.sockets:
                    loop.remove_reader(listening.fileno())
        for _ in range(2):  # one iteration of the loop creates the transport, another passes the connection to uvicorn
            await asyncio.sleep(0)

    def _hang_up_on_the_silent(self) -> None:
        for connection in list(self.server_state.connections):
            if getattr(connection, "client", None) in self._app.silent:
                connection.transport.abort()

    async def move(self, opened: list[socket.socket], dropped: list[socket.socket]) -> None:
        """Listen on other sockets, and close all connections."""
        gone, kept = {listening.fileno() for listening in dropped}, list(self.servers)
        for server in self.servers:
            if gone & {listening.fileno() for listening in server.sockets}:
                server.close()
                kept.remove(server)
        await super().startup(sockets=opened)
        self.servers += kept
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


def _websocket_class(pings: tuple[float, float]) -> type[asyncio.Protocol]:
    """What uvicorn creates for a WebSocket. Only the first one imports the library, which takes 60 ms."""

    class Connecting(asyncio.Protocol):
        def __new__(cls, config: uvicorn.Config, server_state: ServerState, app_state: dict[str, Any]) -> Any:
            from .websocket.connection import Connection

            return Connection(config, server_state, app_state, pings)

    return Connecting


def _config(app: Application, pings: tuple[float, float]) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        loop="asyncio",
        http=HttpConnection,
        ws=_websocket_class(pings),
        ws_max_size=MAX_FRAME,
        ws_per_message_deflate=False,
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,  # nothing stands in front of it, and a request cannot say where it came from
    )


class ServerThread:
    """One running server."""

    def __init__(
        self, app: Application, port: int, *, addresses: Sequence[str] = LOOPBACKS, pings: tuple[float, float]
    ) -> None:
        self._sockets = listeners(addresses, port) if port else free_listeners(addresses)
        self.addresses: tuple[str, ...] = tuple(addresses)
        """The addresses that it listens on, except ::1 where the machine does not have it."""
        self.port: int = self._sockets[addresses[0]].getsockname()[1]
        self._home = self.port
        self._server = _Server(_config(app, pings), app)
        name = f"FakeBeeper:{self.port}"
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._silence = _Silence(name)

    def _run(self) -> None:
        self._server.run(sockets=list(self._sockets.values()))

    def start(self) -> None:
        """Wait until the server accepts connections."""
        logging.getLogger("uvicorn.error").addFilter(self._silence)
        self._thread.start()
        if not self._server.listening.wait(PATIENCE):
            raise RuntimeError("the fake server did not start")

    def listen(self, addresses: Sequence[str], *, moved: bool = False) -> None:
        """Listen on other addresses, and with a neighbouring port or the first one.

        Raises:
            OSError: The port, or all neighbouring ones, are in use there.
        """
        moves = moved != (self.port != self._home)
        if not moves and tuple(addresses) == self.addresses:
            return
        loop = self._loop()
        kept = {} if moves else {address: each for address, each in self._sockets.items() if address in addresses}
        missing = [address for address in addresses if address not in kept]
        if moves and moved:
            opened = neighbour_listeners(missing, self._home)
        else:
            opened = listeners(missing, self._home if moves else self.port, optional=bool(kept))
        dropped = [each for address, each in self._sockets.items() if address not in kept]
        run(self._server.move(list(opened.values()), dropped), loop, self._thread)
        self._sockets, self.addresses = kept | opened, tuple(addresses)
        self.port = next(iter(self._sockets.values())).getsockname()[1]
        for listening in dropped:
            listening.close()

    def stop(self) -> None:
        """Stop the server and wait for its thread. Active requests have a second to finish."""
        self._server.end()
        self._thread.join(PATIENCE)
        for listening in self._sockets.values():
            listening.close()
        logging.getLogger("uvicorn.error").removeFilter(self._silence)

    def run(self, function: Callable[[], T]) -> T:
        """The result of a function that runs on the server's loop, between two requests.

        On the thread of the server, such as in a function of `FakeBeeper.before`, it is called at once.
        """
        if self._on_own_thread():
            return function()

        return call(function, self._loop(), self._thread)

    def _on_own_thread(self) -> bool:
        return threading.current_thread() is self._thread

    def _loop(self) -> asyncio.AbstractEventLoop:
        """The loop, which another thread may wait for."""
        loop = self._server.loop
        if loop is None or not self._thread.is_alive():
            raise RuntimeError(NOT_RUNNING)
        if self._on_own_thread():
            raise RuntimeError("this cannot be done in a function that the fake server calls")
        return loop
