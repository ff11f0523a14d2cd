"""The asynchronous clients, with the calls of the blocking ones."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

from scripts.bench import sample
from scripts.bench.clients import CHAT, FILE, FILE_URL, HEADERS, LARGE, MOST, PAIRS, SEND, TEXT, Calls
from scripts.bench.contest import KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


async def ours(url: str) -> Calls:
    """This SDK."""
    from beeper_sdk import AsyncBeeper, api

    beeper = AsyncBeeper(KEY, base_url=url)
    return Calls(
        lambda: beeper.chats.retrieve(sample.CHAT),
        lambda: beeper.assets.serve(url=FILE_URL),
        lambda: beeper.raw(api.messages.list("large")),
        lambda: beeper.messages.send(sample.CHAT, text=TEXT),
    )


async def bare_httpx(url: str) -> Calls:
    """What httpx alone does."""
    import httpx

    bare = httpx.AsyncClient(base_url=url, headers=HEADERS, trust_env=False)

    async def page() -> Any:
        return json.loads((await bare.get(LARGE)).content)

    return Calls(lambda: bare.get(CHAT), lambda: bare.get(FILE), page, lambda: bare.post(SEND, json={"text": TEXT}))


async def httpcore_alone(url: str) -> Calls:
    """The connections of httpx without its requests and responses."""
    import httpcore

    pool = httpcore.AsyncConnectionPool(max_connections=MOST, max_keepalive_connections=MOST)
    return Calls(
        lambda: pool.request("GET", url + CHAT, headers=PAIRS),
        lambda: pool.request("GET", url + FILE, headers=PAIRS),
    )


async def aiohttp(url: str) -> Calls:
    """A session of aiohttp, whose parser is compiled."""
    session = import_module("aiohttp").ClientSession(url, headers=HEADERS)

    async def get(path: str) -> bytes:
        async with session.get(path) as response:
            body: bytes = await response.read()
            return body

    return Calls(lambda: get(CHAT), lambda: get(FILE))


async def official(url: str) -> Calls:
    """The official SDK."""
    client = import_module("beeper_desktop_api").AsyncBeeperDesktop(access_token=KEY, base_url=url)

    async def page() -> Any:
        return await client.messages.list("large")

    async def file() -> Any:
        return await (await client.assets.serve(url=FILE_URL)).read()

    return Calls(
        lambda: client.chats.retrieve(sample.CHAT),
        file,
        page,
        lambda: client.messages.send(sample.CHAT, text=TEXT),
    )


CLIENTS: Mapping[str, Callable[[str], Any]] = {
    "ours": ours,
    "bare httpx": bare_httpx,
    "httpcore": httpcore_alone,
    "aiohttp": aiohttp,
    "official": official,
}
DECODING = ("ours", "bare httpx", "official")
