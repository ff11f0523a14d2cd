"""The connections of one process or event loop. The most recently used one is used next, in constant time.

Nothing here waits. Threads share a pool without a lock, which a fork could leave locked: each operation on the deque
and the set is atomic, and a connection that was taken from the deque belongs to its thread.
"""

from __future__ import annotations

from collections import deque
from os import getpid
from typing import TYPE_CHECKING
from weakref import ref

if TYPE_CHECKING:
    from .connection import Connection


class Pool:
    """The open connections, and which of them are idle."""

    def __init__(self) -> None:
        self.closed: bool = False
        self._idle: deque[Connection] = deque()
        self._open: set[ref[Connection]] = set()
        """Weak: a connection that an interrupt took from its call is closed with the last reference to its socket."""
        self._process = getpid()

    def __len__(self) -> int:
        return len(self._open)

    def take(self, max_idle: float | None) -> Connection | None:
        """An idle connection on which a request can be sent; None if there is none."""
        while self._idle:
            try:
                connection = self._idle.pop()
            except IndexError:  # another thread has removed the last one
                return None
            if not connection.is_expired(max_idle) and not connection.is_readable():
                return connection
            self.discard(connection)
        return None

    def add(self, connection: Connection) -> bool:
        """Add a new connection, which is in use. False if the pool was closed meanwhile, and the connection with it."""
        self._open.add(ref(connection, self._open.discard))
        if self.closed:
            self.discard(connection)
        return not self.closed

    def release(self, connection: Connection) -> None:
        """Keep a connection for the next request, if its response allows that; otherwise close it."""
        if not connection.parser.reusable:
            self.discard(connection)
            return
        connection.end()
        self._idle.append(connection)
        if len(self._idle) > 1:
            self._discard_oldest()
        if self.closed:  # also by another thread just now, which may not have found it
            self._close_idle()

    def _discard_oldest(self) -> None:
        """Close the connection that is idle for the longest time if it has expired: after many calls at once, those
        that no later call uses would stay open."""
        try:
            oldest = self._idle.popleft()
        except IndexError:  # another thread has removed it
            return
        if oldest.is_expired(None):
            self.discard(oldest)
        else:
            self._idle.appendleft(oldest)

    def discard(self, connection: Connection) -> None:
        """Close a connection that the caller took or added."""
        self._open.discard(ref(connection))
        connection.sock.close()

    def _close_idle(self) -> None:
        while self._idle:
            try:
                self.discard(self._idle.pop())
            except IndexError:
                return

    def close(self) -> None:
        """Close the idle connections, and end the calls on the others. In the child of a fork, close its copies of the
        sockets only: to shut them down would end the calls of the parent."""
        self.closed = True
        self._close_idle()
        is_own = getpid() == self._process
        for connection in filter(None, [known() for known in list(self._open)]):
            if is_own:
                connection.shut_down()
            else:
                self.discard(connection)
