"""The sockets that a server listens on: one for each of its addresses, with the same port."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Sequence

NEIGHBOURS = 20
"""How many ports the app may have: its own, and those that follow."""
ATTEMPTS = 20
"""How many free ports of one address are tried on the other."""
_NO_IPV6 = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


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


def listeners(addresses: Sequence[str], port: int, attempts: int = ATTEMPTS) -> dict[str, socket.socket]:
    """A socket for each of these addresses, with one port; 0 for one that is free on all of them.

    A machine without IPv6 has no ::1; that is an error only if no other address is asked for.
    """
    first, *others = addresses
    opened = {first: _listener(first, port)}
    try:
        for other in others:
            opened[other] = _listener(other, opened[first].getsockname()[1])
    except OSError as error:
        if error.errno in _NO_IPV6:
            return opened
        opened[first].close()
        if port or attempts == 1:
            raise
        return listeners(addresses, port, attempts - 1)
    return opened


def neighbour_listeners(addresses: Sequence[str], port: int) -> dict[str, socket.socket]:
    """A socket for each of these addresses, with the next port that is free."""
    for neighbour in range(port + 1, min(port + NEIGHBOURS, 65536)):
        try:
            return listeners(addresses, neighbour)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, f"none of the {NEIGHBOURS - 1} ports after {port} is free")
