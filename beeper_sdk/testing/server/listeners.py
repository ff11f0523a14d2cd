"""The sockets that a server listens on: one for each of its addresses, with the same port."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Sequence
from contextlib import suppress

NEIGHBOURS = 20
"""How many ports the app may have: its own, and those that follow."""
ATTEMPTS = 20
"""How many free ports of one address are tried on the other."""
_NO_IPV6 = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


def _bound(address: str, port: int) -> socket.socket:
    # asyncio switches Nagle's algorithm off only where the protocol is named; left on, it costs 40 ms an answer.
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((address, port))
    except OSError:
        bound.close()
        raise
    return bound


def _listener(address: str, port: int) -> socket.socket:
    listener = _bound(address, port)
    try:
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def listeners(addresses: Sequence[str], port: int, *, optional: bool = False) -> dict[str, socket.socket]:
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


def is_free(port: int) -> bool:
    """Whether no program listens on a port of this machine. Nothing connects to it.

    Addresses are tried one by one: macOS does not count a socket of all addresses as using each of them.
    """
    for address in ("127.0.0.1", "::1", "0.0.0.0", "::"):  # noqa: S104 - these sockets accept no connections
        try:
            with _bound(address, port):
                pass
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return False
    return True


def free_listeners(addresses: Sequence[str]) -> dict[str, socket.socket]:
    """The same with a port that is free on all of them: the system chooses one that is free on the first."""
    for _ in range(ATTEMPTS):
        with suppress(OSError):
            return listeners(addresses, 0)
    return listeners(addresses, 0)


def neighbour_listeners(addresses: Sequence[str], port: int) -> dict[str, socket.socket]:
    """A socket for each of these addresses, with the next port that is free."""
    for neighbour in range(port + 1, min(port + NEIGHBOURS, 65536)):
        try:
            return listeners(addresses, neighbour)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, f"none of the {NEIGHBOURS - 1} ports after {port} is free")
