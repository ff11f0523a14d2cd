"""The clients that block, each with the same calls: a small chat, 100 kB as they are, and a decoded page of 100 kB."""

from __future__ import annotations

import http.client
import json
import socket
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from scripts.bench import sample
from scripts.bench.contest import KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TOKEN = f"Bearer {KEY}"
HEADERS = {"authorization": TOKEN}
PAIRS = list(HEADERS.items())
CHAT = f"/v1/chats/{sample.CHAT}"
FILE_URL = "mxc://local/size-100000"
FILE = "/v1/assets/serve?url=mxc%3A%2F%2Flocal%2Fsize-100000"
LARGE = "/v1/chats/large/messages"
SEND = f"{CHAT}/messages"
TEXT = "See you at eight"
MOST = 128
"""Connections of a client, where the package would keep fewer than there are threads or tasks."""


@dataclass(frozen=True)
class Calls:
    """The calls of one client. One that a client has no method for is left out."""

    chat: Callable[[], Any]
    file: Callable[[], Any]
    page: Callable[[], Any] | None = None
    send: Callable[[], Any] | None = None

    def named(self, name: str) -> Callable[[], Any]:
        """One of them by its name."""
        call: Callable[[], Any] | None = getattr(self, name)
        if call is None:
            raise LookupError(f"this client has no call {name}")
        return call


def ours(url: str) -> Calls:
    """This SDK. The file is `beeper.assets.serve`, which decodes nothing."""
    from beeper_sdk import Beeper, api

    beeper = Beeper(KEY, base_url=url)
    return Calls(
        lambda: beeper.chats.retrieve(sample.CHAT),
        lambda: beeper.assets.serve(url=FILE_URL).data,
        lambda: beeper.raw(api.messages.list("large")).value,
        lambda: beeper.messages.send(sample.CHAT, text=TEXT),
    )


def bare_httpx(url: str) -> Calls:
    """What httpx alone does: the response is received, and read as JSON where others decode."""
    import httpx

    bare = httpx.Client(base_url=url, headers=HEADERS, trust_env=False)
    return Calls(
        lambda: bare.get(CHAT),
        lambda: bare.get(FILE).content,
        lambda: json.loads(bare.get(LARGE).content),
        lambda: bare.post(SEND, json={"text": TEXT}).json(),
    )


def httpcore_alone(url: str) -> Calls:
    """The connections of httpx without its requests and responses."""
    import httpcore

    pool = httpcore.ConnectionPool(max_connections=MOST, max_keepalive_connections=MOST)
    return Calls(
        lambda: pool.request("GET", url + CHAT, headers=PAIRS).content,
        lambda: pool.request("GET", url + FILE, headers=PAIRS).content,
    )


def standard_library(url: str) -> Calls:
    """`http.client` of Python, with one connection."""
    connection = http.client.HTTPConnection(url.removeprefix("http://"))

    def get(path: str) -> bytes:
        connection.request("GET", path, headers=HEADERS)
        return connection.getresponse().read()

    return Calls(lambda: get(CHAT), lambda: get(FILE))


def urllib3(url: str) -> Calls:
    """A pool of urllib3."""
    pool = import_module("urllib3").HTTPConnectionPool(*address(url), maxsize=MOST, headers=HEADERS)
    return Calls(lambda: pool.request("GET", CHAT).data, lambda: pool.request("GET", FILE).data)


def official(url: str) -> Calls:
    """The official SDK."""
    client = import_module("beeper_desktop_api").BeeperDesktop(access_token=KEY, base_url=url)
    return Calls(
        lambda: client.chats.retrieve(sample.CHAT),
        lambda: client.assets.serve(url=FILE_URL).read(),
        lambda: client.messages.list("large"),
        lambda: client.messages.send(sample.CHAT, text=TEXT),
    )


def raw_socket(url: str) -> Calls:
    """The round trip itself: a request of prepared bytes, and so many bytes received as the response has."""
    connection = socket.create_connection(address(url))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def call(path: str) -> Callable[[], bytes]:
        request = f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: {TOKEN}\r\n\r\n".encode()
        connection.sendall(request)
        first = connection.recv(65536)
        start, _, body = first.partition(b"\r\n\r\n")
        declared = int(start.lower().partition(b"content-length:")[2].split()[0])
        buffer = bytearray(len(first) - len(body) + declared)

        def again() -> bytes:
            connection.sendall(request)
            return receive(connection, buffer)

        receive(connection, memoryview(buffer)[len(first) :])
        return again

    return Calls(call(CHAT), call(FILE))


def receive(connection: socket.socket, buffer: bytearray | memoryview) -> bytes:
    """Fill the buffer."""
    view = memoryview(buffer)
    while view:
        view = view[connection.recv_into(view) :]
    return bytes(buffer)


def address(url: str) -> tuple[str, int]:
    """Host and port."""
    host, _, port = url.removeprefix("http://").partition(":")
    return host, int(port)


CLIENTS: Mapping[str, Callable[[str], Calls]] = {
    "ours": ours,
    "bare httpx": bare_httpx,
    "httpcore": httpcore_alone,
    "http.client": standard_library,
    "urllib3": urllib3,
    "official": official,
    "raw socket": raw_socket,
}
DECODING = ("ours", "bare httpx", "official")
"""Those that decode a page and send a message."""
