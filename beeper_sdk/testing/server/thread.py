"""Runs an ASGI application on a thread of its own, on both loopback addresses, and ends it in bounded time."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import uvicorn

from ..._core.util.override import override
from ..._core.util.urls import LOOPBACKS

if TYPE_CHECKING:
    from uvicorn.server import ServerState

    from .app import Application

T = TypeVar("T")
PATIENCE = 10.0
GRACE = 1.0
"""Seconds that requests get to end when the server is stopped."""
ATTEMPTS = 20
"""How many free ports of one address are tried on the other."""
MAX_FRAME = 64 * 1024
"""Bytes of a WebSocket frame of a client; a longer one closes the connection with 1009."""
_NO_IPV6 = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


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


def _listener(address: str, port: int) -> socket.socket:
    # asyncio switches Nagle's algorithm off only where the protocol is named; left on, it costs 40 ms an answer.
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def _listeners(addresses: Sequence[str], port: int, *, optional: bool = False) -> dict[str, socket.socket]:
    """A socket for each of these addresses, with one port.

    A machine without IPv6 has no ::1, which is an error only if it is the first address. `optional`: or not even then.
    """
    opened: dict[str, socket.socket] = {}
    for address in addresses:
        try:
            opened[address] = _listener(address, port)
        except OSError as error:
            if error.errno in _NO_IPV6 and (opened or optional):
                continue
            for other in opened.values():
                other.close()
            raise
        port = opened[address].getsockname()[1]
    return opened


def _free_listeners(addresses: Sequence[str]) -> dict[str, socket.socket]:
    """The same with a port that is free on all of them: the system chooses one that is free on the first."""
    for _ in range(ATTEMPTS):
        with suppress(OSError):
            return _listeners(addresses, 0)
    return _listeners(addresses, 0)


def _websocket_class(pings: tuple[float, float]) -> type[asyncio.Protocol]:
    """What uvicorn creates for a WebSocket. Only the first one imports the library, which takes 60 ms."""

    class Connecting(asyncio.Protocol):
        def __new__(cls, config: uvicorn.Config, server_state: ServerState, app_state: dict[str, Any]) -> Any:
            from .websocket.connection import Connection

            return Connection(config, server_state, app_state, pings)

    return Connecting


class ServerThread:
    """One running server."""

    def __init__(
        self, app: Application, port: int, *, addresses: Sequence[str] = LOOPBACKS, pings: tuple[float, float]
    ) -> None:
        self._sockets = _listeners(addresses, port) if port else _free_listeners(addresses)
        self.addresses: tuple[str, ...] = tuple(addresses)
        """The addresses that it listens on, except ::1 where the machine does not have it."""
        self.port: int = self._sockets[addresses[0]].getsockname()[1]
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
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
        self._server = _Server(config, app)
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

    def listen(self, addresses: Sequence[str]) -> None:
        """Listen on other addresses, with the same port. Raises OSError if the port is in use there."""
        if tuple(addresses) == self.addresses:
            return
        missing = [address for address in addresses if address not in self._sockets]
        opened = _listeners(missing, self.port, optional=len(missing) < len(addresses))
        dropped = {address: each for address, each in self._sockets.items() if address not in addresses}
        self._result(self._server.move(list(opened.values()), list(dropped.values())))
        self._sockets = {address: each for address, each in self._sockets.items() if address not in dropped} | opened
        self.addresses = tuple(addresses)
        for listening in dropped.values():
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

        async def call() -> T:
            return function()

        return self._result(call())

    def _on_own_thread(self) -> bool:
        return threading.current_thread() is self._thread

    def _result(self, coroutine: Coroutine[None, None, T]) -> T:
        loop = self._server.loop
        if loop is None or not self._thread.is_alive():
            coroutine.close()
            raise RuntimeError("the fake server is not running")
        if self._on_own_thread():
            coroutine.close()
            raise RuntimeError("this cannot be done in a function that the fake server calls")
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result(PATIENCE)
