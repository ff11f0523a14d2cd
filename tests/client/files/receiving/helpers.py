"""A file that somebody sent, and the three ways to receive it, with both clients."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import anyio

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, models
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import Kind

AT_ONCE = RetryPolicy(attempts=3, base=0)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 3 + bytes(68)
"""844 bytes that begin like a picture."""
HELPERS = ("save", "read", "open")


class Received(NamedTuple):
    """What a helper gave."""

    content: bytes
    media_type: str | None = None
    name: str | None = None
    size: int | None = None


@contextmanager
def fake_with_file(
    name: str = "p.png", content: bytes = PNG, *, version: str | None = None
) -> Generator[tuple[FakeBeeper, models.Message]]:
    """A server, and a message with a file, as this version of the app sends it."""
    options: dict[str, Any] = {} if version is None else {"version": version}
    with FakeBeeper(world="small", **options) as fake, Beeper(fake.token, base_url=fake.url) as beeper:
        chat = str(fake.world.chat("Bob Birchwood")["id"])
        fake.world.person("Bob").send(chat, file=(name, content))
        if version is None or version > "4.1.294":
            message = beeper.messages.list(chat).first()
        else:
            message = beeper.messages.search(chat_ids=[chat], media_types=["image"]).first()
        assert message is not None
        fake.requests.clear()
        yield fake, message


Act: TypeAlias = Callable[[Any], Any]


def act(kind: Kind, fake: FakeBeeper, action: Callable[[Any], Any], **options: Any) -> Any:
    """What an action gives for a client of this kind."""
    settings: dict[str, Any] = {"base_url": fake.url, "retry": AT_ONCE, **options}
    if kind == "sync":
        with Beeper(fake.token, **settings) as beeper:
            return action(beeper)

    async def run() -> Any:
        async with AsyncBeeper(fake.token, **settings) as beeper:
            return await action(beeper)

    return anyio.run(run, backend=kind)


def receive(kind: Kind, helper: str, source: object, folder: Path) -> Callable[[Any], Any]:
    """The action that receives a file with one of `HELPERS`. Its result is a `Received`."""
    return (_receive if kind == "sync" else _async_receive)(helper, source, folder)


def _receive(helper: str, source: object, folder: Path) -> Callable[[Any], Any]:
    def action(beeper: Any) -> Received:
        if helper == "save":
            path = beeper.attachments.save(source, folder)
            return Received(path.read_bytes(), name=path.name)
        if helper == "read":
            return Received(beeper.attachments.read(source))
        with beeper.attachments.open(source) as file:
            return Received(b"".join(file.iter_bytes()), file.media_type, file.name, file.size)

    return action


def _async_receive(helper: str, source: object, folder: Path) -> Callable[[Any], Any]:
    async def action(beeper: Any) -> Received:
        if helper == "save":
            path = await beeper.attachments.save(source, folder)
            return Received(await anyio.Path(path).read_bytes(), name=path.name)
        if helper == "read":
            return Received(await beeper.attachments.read(source))
        async with beeper.attachments.open(source) as file:
            content = b"".join([piece async for piece in file.iter_bytes()])
            return Received(content, file.media_type, file.name, file.size)

    return action
