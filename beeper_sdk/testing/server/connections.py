"""What a server does to a connection instead of responding, or before it does."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any, TypeAlias

from .request_body import Receive

Scope: TypeAlias = MutableMapping[str, Any]


async def outlasts(scope: Scope, receive: Receive, silent: set[object], seconds: float | None) -> bool:
    """Wait for a time, or without a limit; whether the connection is still open then.

    Meanwhile its client is in ``silent``: it is disconnected when the server stops.
    """
    client = tuple(scope["client"])
    silent.add(client)
    try:
        async with asyncio.timeout(seconds):
            await _closed(receive)
    except TimeoutError:
        return True
    finally:
        silent.discard(client)
    return False


async def close(receive: Receive) -> None:
    """Close the connection without a response. ASGI has no message for this; uvicorn has the connection at hand."""
    cycle: Any = getattr(receive, "__self__")  # noqa: B009 - a function of this type need not have it
    cycle.transport.close()
    await _closed(receive)


async def _closed(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
