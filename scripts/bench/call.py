"""Measures one call on loopback, to a server that only writes bytes: what each client adds to a round trip.

Run as a module, it measures the clients in alternating rounds and prints the median of each; `serve` is the server.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from scripts.bench import report, sample
from scripts.bench.environment import ROOT, Place, optional

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

ROUNDS = 40
LOOPS = 25
KEY = "bench"
END = b"\r\n\r\n"


def rows(place: Place) -> list[report.Row]:
    """Run the benchmark."""
    times = place.measure("call")
    what = "one call on loopback"
    return [
        *report.compare(what, times, "ours", "bare httpx.Client.get", "<= 1.1"),
        *report.faster(what, times, "ours", "official"),
        *report.compare(what, times, "ours", "stock"),
        *report.compare(what, times, "ours", "socket"),
    ]


def serve() -> None:
    """Respond to every request with the same chat."""
    body = sample.chat()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}{END.decode()}"
    answer = head.encode() + body
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.getsockname()[1], flush=True)
        while True:
            connection, _ = server.accept()
            if not os.fork():
                answer_all(connection, answer)
                os._exit(0)
            connection.close()


def answer_all(connection: socket.socket, answer: bytes) -> None:
    """Serve one connection until it is closed."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    held = b""
    while data := connection.recv(65536):
        held += data
        while END in held:
            held = held.partition(END)[2]
            connection.sendall(answer)


def raw(port: int) -> Callable[[], object]:
    """A call on a plain socket, which measures the round trip itself."""
    connection = socket.create_connection(("127.0.0.1", port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    request = f"GET /v1/chats/x HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {KEY}{END.decode()}".encode()

    def call() -> bytes:
        connection.sendall(request)
        return connection.recv(65536)

    return call


def contestants(port: int) -> dict[str, Callable[[], object]]:
    """The clients that are installed, by name."""
    import httpx

    from beeper_sdk import Beeper

    url = f"http://127.0.0.1:{port}"
    beeper = Beeper(KEY, base_url=url)
    bare = httpx.Client(base_url=url, headers={"authorization": f"Bearer {KEY}"}, trust_env=False)
    found: dict[str, Callable[[], object]] = {
        "ours": lambda: beeper.chats.retrieve(sample.CHAT),
        "bare httpx.Client.get": lambda: bare.get(f"/v1/chats/{sample.CHAT}"),
        "socket": raw(port),
    }
    if official := optional("beeper_desktop_api"):
        theirs = official.BeeperDesktop(access_token=KEY, base_url=url)
        found["official"] = lambda: theirs.chats.retrieve(sample.CHAT)
    if stock := optional("stock_client"):
        retrieve = optional("stock_client.api.chats.chats_retrieve")
        client = stock.AuthenticatedClient(base_url=url, token=KEY)
        found["stock"] = lambda: retrieve.sync(chat_id=sample.CHAT, client=client)
    return found


def middle(found: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median time of each client, measured in alternating rounds."""
    times: dict[str, list[float]] = {name: [] for name in found}
    for call in found.values():
        call()
    for _ in range(ROUNDS):
        for name, call in found.items():
            started = perf_counter()
            for _ in range(LOOPS):
                call()
            times[name].append((perf_counter() - started) / LOOPS)
    return {name: median(rounds) for name, rounds in times.items()}


@contextmanager
def server() -> Generator[int]:
    """Run the server in another process; yields its port."""
    command = [sys.executable, "-m", "scripts.bench.call", "serve"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield int(next(iter(process.stdout or ())))
        finally:
            process.terminate()


if __name__ == "__main__":
    if "serve" in sys.argv:
        serve()
    else:
        with server() as port:
            print(json.dumps(middle(contestants(port))))
