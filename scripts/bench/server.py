"""The server of the benchmarks, in a process of its own: it only writes prepared bytes. One thread per connection.

It listens on 127.0.0.1 and ends when its standard input is closed, so with the process that started it.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from contextlib import contextmanager, suppress
from itertools import count
from threading import BoundedSemaphore, Thread
from typing import TYPE_CHECKING

from scripts.bench import app_sample, sample
from scripts.bench.environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

END = b"\r\n\r\n"
MOST_CONNECTIONS = 512
MOST_BYTES = 1 << 28
"""Of one request or response."""
BLOCK = bytes(1 << 18)
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
FILE = re.compile(rb"size-(\d+)")
CURSOR = re.compile(rb"[?&]cursor=(\d+)")


def head(length: int, kind: str = "application/json; charset=utf-8") -> bytes:
    """The start of a response, with the headers of the app."""
    lines = ("HTTP/1.1 200 OK", f"content-type: {kind}", "date: Mon, 30 Nov 2026 04:50:56 GMT")
    more = ("x-beeper-desktop-version: 4.3.160", f"content-length: {length}", "connection: keep-alive")
    return "\r\n".join((*lines, *more)).encode() + END


def whole(body: bytes) -> bytes:
    """A response with this body."""
    return head(len(body)) + body


class Site:
    """The prepared responses."""

    def __init__(self) -> None:
        self.chat = whole(sample.chat())
        self.large = whole(app_sample.large())
        self.sent = whole(json.dumps({"chatID": sample.CHAT, "pendingMessageID": app_sample.PAGE_MARK}).encode())
        self.sends = count(app_sample.FIRST)
        self.uploaded = whole(json.dumps({"uploadID": "u17", "fileName": "file.bin", "fileSize": 1.0}).encode())
        self.page = whole(app_sample.walk_page(more=True))
        self.last = whole(app_sample.walk_page(more=False))

    def answer(self, method: bytes, target: bytes) -> Iterable[bytes]:
        """The pieces of the response to a request."""
        if method == b"POST":
            return (self.uploaded if b"/assets/" in target else numbered(self.sent, next(self.sends)),)
        if size := FILE.search(target):
            return file(min(int(size[1]), MOST_BYTES))
        if b"/messages" not in target:
            return (self.chat,)
        return (self.large,) if b"large" in target else (self.list(CURSOR.search(target)),)

    def list(self, cursor: re.Match[bytes] | None) -> bytes:
        """One page of the walk: its number and the next cursor are put into the prepared bytes."""
        number = int(cursor[1]) if cursor else app_sample.FIRST
        page = self.page if number < app_sample.FIRST + app_sample.PAGES - 1 else self.last
        return numbered(page.replace(app_sample.CURSOR_MARK.encode(), b"%d" % (number + 1)), number)


def numbered(answer: bytes, number: int) -> bytes:
    """A prepared response with its number, which makes its IDs different from those of others."""
    return answer.replace(app_sample.PAGE_MARK.encode(), b"%d" % number)


def file(size: int) -> Iterable[bytes]:
    """A file of so many bytes."""
    yield head(size, "application/octet-stream")
    while size > 0:
        yield BLOCK[:size]
        size -= len(BLOCK)


def converse(connection: socket.socket, site: Site, free: BoundedSemaphore) -> None:
    """Answer the requests of one connection until it is closed."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with free, suppress(OSError), connection:
        held = b""
        while data := connection.recv(65536):
            held += data
            while END in held:
                start, _, held = held.partition(END)
                held = after_body(connection, start, held)
                method, target, _ = start.split(b" ", 2)
                for piece in site.answer(method, target):
                    connection.sendall(piece)


def after_body(connection: socket.socket, start: bytes, held: bytes) -> bytes:
    """Receive the body of a request; returns what follows it."""
    if b"transfer-encoding: chunked" in start.lower():
        while not held.endswith(b"\r\n0" + END) and held != b"0" + END:
            held = held[-8:] + receive(connection)
        return b""
    declared = LENGTH.search(start)
    left = min(int(declared[1]), MOST_BYTES) if declared else 0
    while left > len(held):
        left -= len(held)
        held = receive(connection)
    return held[left:]


def receive(connection: socket.socket) -> bytes:
    """Some bytes. Raises ConnectionError at the end."""
    if data := connection.recv(1 << 18):
        return data
    raise ConnectionError


def serve() -> None:
    """Print the port and answer until standard input ends."""
    site, free = Site(), BoundedSemaphore(MOST_CONNECTIONS)
    listening = socket.create_server(("127.0.0.1", 0), backlog=MOST_CONNECTIONS)

    def accept() -> None:
        while True:
            connection, _ = listening.accept()
            Thread(target=converse, args=(connection, site, free), daemon=True).start()

    Thread(target=accept, daemon=True).start()
    print(listening.getsockname()[1], flush=True)
    sys.stdin.buffer.read()
    os._exit(0)


@contextmanager
def running() -> Generator[str]:
    """Run the server in another process; yields its URL."""
    command = [sys.executable, "-m", "scripts.bench.server"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield f"http://127.0.0.1:{int(next(iter(process.stdout or ())))}"
        finally:
            process.terminate()


if __name__ == "__main__":
    serve()
