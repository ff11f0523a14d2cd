"""What child processes of the tests do. A module, so that spawned ones can import it."""

from __future__ import annotations

import os
import pickle
import select
import signal
from collections.abc import Callable
from typing import Any

import anyio

from beeper_sdk import AsyncBeeper, Beeper

PATIENCE = 30.0


def talk(beeper: Beeper, name: str, turns: int) -> list[bool]:
    """Read and send; is each answer one's own?"""
    own: list[bool] = []
    for round_number in range(turns):
        own.append(beeper.chats.retrieve(f"{name}-{round_number}").title == f"title of {name}-{round_number}")
        pending = beeper.messages.send(name, text=f"{name}-{round_number}").pending_message_id
        own.append(pending.partition(" #")[0] == f"sent {name}-{round_number}")
    return own


async def async_talk(beeper: AsyncBeeper, name: str, turns: int) -> list[bool]:
    """The same."""
    return [(await beeper.chats.retrieve(f"{name}-{t}")).title == f"title of {name}-{t}" for t in range(turns)]


def work(beeper: Beeper | AsyncBeeper, name: str, turns: int) -> list[bool]:
    """A life: talk and close."""
    if isinstance(beeper, Beeper):
        with beeper:
            return talk(beeper, name, turns)
    return anyio.run(closing, beeper, name, turns)


async def closing(beeper: AsyncBeeper, name: str, turns: int) -> list[bool]:
    async with beeper:
        return await async_talk(beeper, name, turns)


class Child:
    """A forked process that computes something."""

    def __init__(self, compute: Callable[[], Any]) -> None:
        self._read, write = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            code = 1
            try:
                os.write(write, pickle.dumps(compute()))
                code = 0
            finally:
                os._exit(code)  # nothing of the parent's is run twice
        os.close(write)

    def result(self) -> Any:
        """What it computed. One that hangs is killed."""
        try:
            if not select.select([self._read], [], [], PATIENCE)[0]:
                os.kill(self._process, signal.SIGKILL)
                raise TimeoutError
            parts: list[bytes] = []
            while part := os.read(self._read, 65536):
                parts.append(part)
            return pickle.loads(b"".join(parts))
        finally:
            os.close(self._read)
            os.waitpid(self._process, 0)
