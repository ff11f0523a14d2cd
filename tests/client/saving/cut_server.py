"""A server whose connection is cut after any byte of a response, and one way to save its file with both clients."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import anyio
from typing_extensions import override

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, api
from tests.scripted_server import Kind

DATA = bytes(range(256)) * 2
_PART = 180
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n"
_CHUNKS = [DATA[start : start + _PART] for start in range(0, len(DATA), _PART)]
RESPONSES = {
    "length": b"%bContent-Length: %d\r\n\r\n%b" % (_HEAD, len(DATA), DATA),
    "chunked": b"%bTransfer-Encoding: chunked\r\n\r\n%b0\r\n\r\n"
    % (_HEAD, b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in _CHUNKS)),
}


def boundaries(framing: str) -> Iterator[int]:
    """The places at which one part of a response ends and another begins, and one place inside each."""
    response = RESPONSES[framing]
    start = response.index(b"\r\n\r\n") + 4
    yield from (0, start - 1, start, start + 1, len(response) - 1)
    if framing == "chunked":
        for chunk in _CHUNKS:
            at = response.index(chunk)
            yield from (at, at + 1, at + len(chunk), at + len(chunk) + 2)
        yield len(response) - 2


class _Cut(socketserver.BaseRequestHandler):
    @override
    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            received = self.request.recv(65536)
            if not received:
                return
            head += received
        (url,) = parse_qs(urlsplit(head.split()[1].decode()).query)["url"]
        framing, end = url.removeprefix("mxc://x/").split("-")
        self.request.sendall(RESPONSES[framing][: int(end)])


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


@contextmanager
def cut_server() -> Generator[str]:
    """The URL of the server. ``mxc://x/chunked-20`` is a chunked response of which 20 bytes are sent."""
    with _Server(("127.0.0.1", 0), _Cut) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


Trial = tuple[str, Path, Callable[[Exception | None], object]]
"""A URL, the path to save to, and what checks the outcome."""


def save_each(kind: Kind, trials: Iterator[Trial], **options: Any) -> None:
    """Save each file with one client of this kind, and check what happened."""
    options = {"retry": RetryPolicy(attempts=1), **options}
    if kind == "sync":
        with Beeper("canary", **options) as beeper:
            for url, path, check in trials:
                outcome: Exception | None = None
                try:
                    with beeper.stream(api.assets.serve(url=url)) as file:
                        file.save(path)
                except Exception as error:  # noqa: BLE001  # checked by the caller
                    outcome = error
                check(outcome)
        return

    async def run() -> None:
        async with AsyncBeeper("canary", **options) as beeper:
            for url, path, check in trials:
                outcome: Exception | None = None
                try:
                    async with beeper.stream(api.assets.serve(url=url)) as file:
                        await file.save(path)
                except Exception as error:  # noqa: BLE001  # checked by the caller
                    outcome = error
                check(outcome)

    anyio.run(run, backend=kind)
