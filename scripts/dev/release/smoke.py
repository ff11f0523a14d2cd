"""A first use of an installed release, run where only its three dependencies are: python smoke.py VERSION.

Where the Beeper is, the environment says. It prints one line when all is well, and raises where not. It is not a test
of what the SDK does: only that what is packed starts, sync and async.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.metadata
import importlib.util
import pickle
import sys
from pathlib import Path

import beeper_sdk
from beeper_sdk import AsyncBeeper, Beeper, errors

ABSENT = ("fastapi", "libcst", "opentelemetry", "orjson", "pydantic", "pytest", "uvicorn", "yaml")


def installed(version: str) -> None:
    """It is this release, from this environment, with nothing but what it asks for."""
    home = Path(beeper_sdk.__file__).resolve()
    assert home.is_relative_to(Path(sys.prefix).resolve()), f"it is imported from {home}"
    assert beeper_sdk.__version__ == importlib.metadata.version("beeper-sdk") == version, beeper_sdk.__version__
    found = [name for name in ABSENT if importlib.util.find_spec(name)]
    assert not found, f"this environment is not empty: {', '.join(found)}"
    for name in beeper_sdk.__all__:
        getattr(beeper_sdk, name)


def sync() -> str:
    """A list, a send, an error: the id of what was sent."""
    with Beeper() as beeper:
        chat = beeper.chats.search(type="group").collect(limit=1)[0]  # a merged chat has no messages
        sent = beeper.messages.send(chat.id, text="It works")
        assert beeper.messages.wait(sent, timeout=20).status == "sent", "what was sent did not come to an end"
        assert pickle.loads(pickle.dumps(not_found(beeper))).status == 404, "an error does not pickle"
        copied: Beeper = pickle.loads(pickle.dumps(beeper))
        with copied:
            assert copied.chats.retrieve(chat.id) == beeper.chats.retrieve(chat.id), "a client does not pickle"
    return chat.id


def not_found(beeper: Beeper) -> errors.NotFoundError:
    """What the server says of a chat that is not there."""
    try:
        beeper.chats.retrieve("!gone:beeper.local")
    except errors.NotFoundError as error:
        return error
    raise AssertionError("a chat that is gone was found")


async def concurrent(chat_id: str) -> None:
    """The same chat, and what was sent to it."""
    async with AsyncBeeper() as beeper:
        latest = await beeper.messages.list(chat_id).first()
        assert [latest and latest.text] == ["It works"], "what was sent is not the latest message"
        assert await beeper.accounts.list(), "there are no accounts"


def main() -> None:
    """All of it."""
    installed(sys.argv[1])
    asyncio.run(concurrent(sync()))
    print(f"ok: {beeper_sdk.__version__} on Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
