"""Bots that run as programs of their own, to be ended by signals."""

from __future__ import annotations

import sys
import time

import anyio

from beeper_sdk import AsyncBeeper, Beeper, models


def blocking(url: str, token: str, position: str) -> None:
    with Beeper(token, base_url=url) as beeper:

        @beeper.on_message
        def show(message: models.Message) -> None:
            print("begin", message.text, flush=True)
            time.sleep(0.3 if message.text != "forever" else 60)
            print("end", message.text, flush=True)

        print("ready", flush=True)
        beeper.run_forever(position, poll_every=0.05, live=False)
    print("returned", flush=True)


async def cooperative(url: str, token: str, position: str) -> None:
    async with AsyncBeeper(token, base_url=url) as beeper:

        @beeper.on_message
        async def show(message: models.Message) -> None:
            print("begin", message.text, flush=True)
            await anyio.sleep(0.3 if message.text != "forever" else 60)
            print("end", message.text, flush=True)

        print("ready", flush=True)
        await beeper.run_forever(position, poll_every=0.05, live=False)
    print("returned", flush=True)


if __name__ == "__main__":
    kind, url, token, position = sys.argv[1:]
    if kind == "sync":
        blocking(url, token, position)
    else:
        anyio.run(cooperative, url, token, position, backend=kind)
