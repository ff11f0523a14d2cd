"""A server of raw sockets, each connection of which runs a script; and ways to call it with both clients."""

from __future__ import annotations

import inspect
import socket
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from typing import Any, Literal, NamedTuple, TypeAlias

import anyio

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, api
from tests.scripted_server import as_awaitable

Kind: TypeAlias = Literal["sync", "asyncio", "trio"]
KINDS: tuple[Kind, ...] = ("sync", "asyncio", "trio")
ONCE = RetryPolicy(attempts=1)
FILE = api.assets.serve(url="mxc://x/y")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
OK = HEAD + b"Content-Length: 2\r\n\r\n[]"


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for another thread. A test that waits for what never happens fails."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.0005)


class Received(NamedTuple):
    """A request, and the number of the connection that it came on."""

    connection: int
    head: bytes
    body: bytes


class Peer:
    """The server's side of a connection."""

    def __init__(self, sock: socket.socket, number: int, server: Server) -> None:
        self.sock, self.number, self.server = sock, number, server
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = b""

    def head(self) -> bytes:
        """Read the head of a request only."""
        while b"\r\n\r\n" not in self._buffer:
            data = self.sock.recv(2**16)
            if not data:
                raise ConnectionError
            self._buffer += data
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        return head

    def request(self) -> Received:
        """Read a request, and record it."""
        head, size = self.head(), 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                size = int(line.partition(b":")[2])
        parts = [self._buffer]
        while (left := size - sum(map(len, parts))) > 0:
            data = self.sock.recv(min(left, 2**16))
            if not data:
                raise ConnectionError
            parts.append(data)
        body = b"".join(parts)
        self._buffer = body[size:]
        self.server.requests.append(Received(self.number, head, body[:size]))
        return self.server.requests[-1]

    def until(self, end: bytes) -> bytes:
        """Read up to this."""
        data, searched = bytearray(self._buffer), 0
        while (place := data.find(end, searched)) < 0:
            searched = max(0, len(data) - len(end))
            more = self.sock.recv(2**16)
            if not more:
                raise ConnectionError
            data += more
        self._buffer = bytes(data[place + len(end) :])
        return bytes(data[: place + len(end)])

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def until_closed(self) -> None:
        """Wait until the client closes the connection."""
        while self.sock.recv(2**16):
            pass


def accepted(peer: Peer) -> bytes:
    """The response to a message that was sent; no ID is used twice."""
    sent = b'{"chatID":"!a:beeper.com","pendingMessageID":"m%d"}' % len(peer.server.requests)
    return HEAD + b"Content-Length: %d\r\n\r\n%b" % (len(sent), sent)


def accepting(peer: Peer) -> None:
    """Accepts all messages."""
    while True:
        peer.request()
        peer.send(accepted(peer))


Script: TypeAlias = Callable[[Peer], object]


class Server:
    """Runs the script once for each connection, which it then closes."""

    def __init__(self, script: Script, host: str) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._sock = socket.create_server((host, 0), family=family, backlog=256)
        self.port: int = self._sock.getsockname()[1]
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.port}"
        self.requests: list[Received] = []
        self.connections = 0
        self.may_end = threading.Event()
        """For scripts that wait until their test lets them go on."""
        self._script = script
        self.peers: list[Peer] = []
        self._threads = [threading.Thread(target=self._accept, name="accepts")]
        self._threads[0].start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._sock.accept()
            except OSError:
                return
            peer = Peer(sock, self.connections, self)
            self.connections += 1
            self.peers.append(peer)
            self._threads.append(threading.Thread(target=self._run, args=[peer], name=f"serves {peer.number}"))
            self._threads[-1].start()

    def _run(self, peer: Peer) -> None:
        with peer.sock, suppress(OSError):
            self._script(peer)

    def close(self) -> None:
        self.may_end.set()
        with suppress(OSError):  # on macOS, a socket that listens is not connected
            self._sock.shutdown(socket.SHUT_RDWR)
        self._sock.close()
        for peer in self.peers:
            with suppress(OSError):
                peer.sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)


@contextmanager
def serving(script: Script, host: str = "127.0.0.1") -> Generator[Server]:
    """A server that runs."""
    server = Server(script, host)
    try:
        yield server
    finally:
        server.close()


def answering(*responses: bytes) -> Script:
    """Answers the requests of each connection with these responses, and with the last of them for ever."""

    def script(peer: Peer) -> None:
        left = list(responses)
        while True:
            peer.request()
            peer.send(left.pop(0) if len(left) > 1 else left[0])

    return script


def once(response: bytes) -> Script:
    """Answers the first request, and closes the connection."""

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(response)

    return script


def call(kind: Kind, url: str, *acts: Callable[[Any], Any], **options: Any) -> list[Any]:
    """The results or errors of these calls, made one after the other by one client."""
    options = {"access_token": "t", "base_url": url, "retry": ONCE, **options}
    results: list[Any] = []
    if kind == "sync":
        with Beeper(**options) as beeper:
            for act in acts:
                try:
                    results.append(act(beeper))
                except Exception as error:  # noqa: BLE001 - the test judges it
                    results.append(error)
        return results

    async def run() -> None:
        async with AsyncBeeper(**options) as client:
            for act in acts:
                try:
                    result = act(client)
                    results.append(await as_awaitable(result) if inspect.isawaitable(result) else result)
                except Exception as error:  # noqa: BLE001 - as above
                    results.append(error)

    anyio.run(run, backend=kind)
    return results


def accounts(beeper: Any) -> Any:
    return beeper.accounts.list()


def send(beeper: Any) -> Any:
    return beeper.messages.send("!a:beeper.com", text="x")


def download(beeper: Any) -> Any:
    """The pieces of a file, joined."""
    if isinstance(beeper, AsyncBeeper):
        return _download(beeper)
    with beeper.stream(FILE) as file:
        return b"".join(file.iter_bytes())


async def _download(beeper: AsyncBeeper) -> bytes:
    async with beeper.stream(FILE) as file:
        return b"".join([piece async for piece in file.iter_bytes()])
