"""Connecting, sending and receiving with sockets that do not block, as in `sockets`.

anyio waits until a socket is ready, on asyncio and on trio. Its own streams are not used: they read ahead, so that a
surplus response could stay in them unseen, and they go on sending after a call was cancelled.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from anyio import move_on_after, wait_readable, wait_writable
from anyio.lowlevel import checkpoint

from .sockets import RECEIVED, check_connected, new_socket, seconds_left, start_connecting

if TYPE_CHECKING:
    from ..budget import Budget
    from .connection import Connection

_LARGE = 2**15


async def connect(address: str, port: int, budget: Budget) -> socket.socket:
    """A new connection. Raises OSError; TimeoutError after the time of a step."""
    sock = new_socket(address)
    try:
        if start_connecting(sock, address, port):
            await _until_writable(sock, budget)
        check_connected(sock)
    except BaseException:
        sock.close()
        raise
    return sock


async def send_some(connection: Connection, data: bytes | memoryview, budget: Budget) -> int:
    """Send the beginning of the data, and return its length. Raises OSError; TimeoutError after the time of a step."""
    while True:
        try:
            sent = connection.sock.send(data)
        except BlockingIOError:
            await _until_writable(connection.sock, budget)
        else:
            if sent >= _LARGE:
                await checkpoint()  # otherwise an upload to a fast server would stop all other tasks
            return sent


async def receive(connection: Connection, budget: Budget) -> bytes:
    """What was received, once there is something; ``b""`` at the end. Raises like `send_some`."""
    while True:
        with move_on_after(seconds_left(budget)) as scope:
            await wait_readable(connection.sock)
        if scope.cancelled_caught:
            raise TimeoutError
        try:
            return connection.sock.recv(RECEIVED)
        except BlockingIOError:
            continue


async def receive_more(connection: Connection, budget: Budget) -> bytes:
    """The same for what is probably there already: waiting costs more than receiving."""
    seconds_left(budget)
    try:
        data = connection.sock.recv(4 * RECEIVED)
    except BlockingIOError:
        return await receive(connection, budget)
    await checkpoint()  # otherwise a fast server would stop all other tasks
    return data


async def _until_writable(sock: socket.socket, budget: Budget) -> None:
    with move_on_after(seconds_left(budget)) as scope:
        await wait_writable(sock)
    if scope.cancelled_caught:
        raise TimeoutError
