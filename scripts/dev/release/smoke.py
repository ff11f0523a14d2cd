"""Smoke test of an installed release, run in an environment with only its dependencies: python smoke.py VERSION.

Environment variables name the server. It prints one line on success, and raises otherwise. It does not test the
features of the SDK, only that the installed package works, sync and async.
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

ABSENT = (
    "fastapi",
    "httptools",
    "libcst",
    "nh3",
    "opentelemetry",
    "orjson",
    "pydantic",
    "pytest",
    "uvicorn",
    "websockets",
    "yaml",
)


def installed(version: str) -> None:
    """Check that this release is installed in this environment, and nothing but its dependencies."""
    home = Path(beeper_sdk.__file__).resolve()
    assert home.is_relative_to(Path(sys.prefix).resolve()), f"it is imported from {home}"
    assert beeper_sdk.__version__ == importlib.metadata.version("beeper-sdk") == version, beeper_sdk.__version__
    found = [name for name in ABSENT if importlib.util.find_spec(name)]
    assert not found, f"this environment is not empty: {', '.join(found)}"
    for name in beeper_sdk.__all__:
        getattr(beeper_sdk, name)


def sync() -> str:
    """List chats, send a message, raise an error; returns the ID of the chat."""
    with Beeper() as beeper:
        chat = beeper.chats.search(type="group").collect(limit=1)[0]  # a merged chat has no messages
        sent = beeper.messages.send(chat.id, text="It works")
        assert beeper.messages.wait(sent, timeout=20).status == "sent", "the message did not reach its final status"
        assert pickle.loads(pickle.dumps(not_found(beeper))).status == 404, "an error does not pickle"
        copied: Beeper = pickle.loads(pickle.dumps(beeper))
        with copied:
            assert copied.chats.retrieve(chat.id) == beeper.chats.retrieve(chat.id), "a client does not pickle"
    return chat.id


def not_found(beeper: Beeper) -> errors.NotFoundError:
    """The error for a chat that does not exist."""
    try:
        beeper.chats.retrieve("!gone:beeper.local")
    except errors.NotFoundError as error:
        return error
    raise AssertionError("a chat that does not exist was found")


async def concurrent(chat_id: str) -> None:
    """Read the message that was sent, with the async client."""
    async with AsyncBeeper() as beeper:
        latest = await beeper.messages.list(chat_id).first()
        assert [latest and latest.text] == ["It works"], "the sent message is not the latest message"
        assert await beeper.accounts.list(), "there are no accounts"


def main() -> None:
    """Run the smoke test."""
    installed(sys.argv[1])
    asyncio.run(concurrent(sync()))
    print(f"ok: {beeper_sdk.__version__} on Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
