"""A scripted server with TLS, whose certificate is valid for localhost, 127.0.0.1 and beeper.example."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self, TypeAlias

CERTIFICATE = Path(__file__).with_name("localhost.crt")
_KEY = (
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCmYyy80JH7XaPDTvKX12+IVPLjzco3DpNlZVGgCninGhRANC"
    "AAQu6HhhrR3zNL5mp5NrjhFtcBBlNvyA+PI3HWaDgehhhRBMRW4I8RwVGueQO40WW26D9QD26pNEzA/VW4C43VbJ"
)
"""The key of the certificate, for these tests only."""
Handler: TypeAlias = Callable[[socket.socket, int], None]
"""What is done with a connection, and its number."""


def secured(connection: socket.socket) -> ssl.SSLSocket:
    """The connection after the handshake."""
    return _context().wrap_socket(connection, server_side=True)


@cache
def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    kind = "PRIVATE KEY"
    with TemporaryDirectory() as folder:  # ssl reads keys from files only
        path = Path(folder, "key")
        path.write_text(f"-----BEGIN {kind}-----\n{_KEY}\n-----END {kind}-----\n", encoding="ascii")
        context.load_cert_chain(CERTIFICATE, path)
    return context


def read_head(connection: socket.socket) -> bytes:
    """The head of a request; what was sent of it, if the client closed the connection."""
    head = b""
    while b"\r\n\r\n" not in head and (data := connection.recv(65536)):
        head += data
    return head


class TLSServer:
    """Gives each connection to a handler, in a thread of its own. `plain`: the handler does the handshake, if any."""

    def __init__(self, handler: Handler, *, plain: bool = False) -> None:
        self._handler = handler
        self._plain = plain
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._serve)]
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.url = f"{'http' if plain else 'https'}://{self.address}"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.settimeout(20)
            self._threads.append(threading.Thread(target=self._handle, args=(connection, len(self._threads))))
            self._threads[-1].start()

    def _handle(self, connection: socket.socket, number: int) -> None:
        with connection, suppress(OSError):  # the client may close it at any time
            if self._plain:
                self._handler(connection, number)
                return
            with secured(connection) as channel:
                self._handler(channel, number)
