"""The ASGI messages of requests and responses."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import closing
from typing import Any, TypeAlias

from ..wire.errors import Refused, envelope, family_of
from ..wire.file_part import PART_BYTES
from ..wire.json_values import dumps
from ..wire.requests import ServerResponse

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Asgi: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

MAX_HEAD = 16 * 1024
"""Bytes of the request line and headers that Node.js, on which the app runs, accepts."""


CONTROL = b"/_fake"
"""The path below which a server is controlled over HTTP, if it is."""


def is_control(scope: Scope) -> bool:
    """Whether a request is for the control of the server."""
    path: bytes = scope.get("raw_path", b"").partition(b"?")[0]
    return path == CONTROL or path.startswith(CONTROL + b"/")


async def closed(receive: Receive) -> None:
    """Wait until the connection is closed."""
    while (await receive())["type"] not in ("http.disconnect", "websocket.disconnect"):
        pass


async def close(receive: Receive) -> None:
    """Close the connection without a response. ASGI has no message for this; uvicorn has the connection at hand."""
    cycle: Any = getattr(receive, "__self__")  # noqa: B009 - a function of this type need not have it
    cycle.transport.close()
    await closed(receive)


async def read(receive: Receive) -> bytes:
    """The whole body of a request.

    Raises:
        Refused: The connection was closed before its end. What was received must not pass for the whole request.
    """
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "The request broke off")
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


def again(content: bytes, receive: Receive) -> Receive:
    """Returns a body that was read already, then further messages of the connection."""
    waiting: list[Message] = [{"type": "http.request", "body": content, "more_body": False}]

    async def give() -> Message:
        return waiting.pop() if waiting else await receive()

    return give


def oversized(scope: Scope) -> ServerResponse | None:
    """The response of Node.js to too long a request line and headers: it does not reach the app."""
    line = len(scope["raw_path"]) + len(scope["query_string"])
    size = line + sum(len(name) + len(value) + 4 for name, value in scope["headers"])
    return ServerResponse(431, (("connection", "close"),), b"") if size > MAX_HEAD else None


def refusal(refused: Refused, path: str, allowed: tuple[str, ...] = ()) -> ServerResponse:
    """The answer a refusal becomes on a path."""
    body = dumps(envelope(refused, family_of(path)))
    headers = [("content-type", "application/json; charset=utf-8")]
    if refused.status == 401:
        headers.append(("www-authenticate", "Bearer"))
    if allowed:
        headers.append(("allow", ", ".join(allowed)))
    return ServerResponse(refused.status, tuple(headers), body)


async def send_body(answer: ServerResponse, receive: Receive, send: Send) -> None:
    """Send the body of a response, up to where it is cut: the rest of it never follows, so the server hangs up.

    A file is read part by part, as fast as the client receives them, until the client disconnects.
    """
    cut = answer.cut_after is not None
    short = answer if answer.cut_after is None else answer.first(answer.cut_after)
    if short.file is None or short.size <= PART_BYTES:
        body = short.body if short.file is None else b"".join(short.file.parts())
        await send({"type": "http.response.body", "body": body, "more_body": cut})
        return
    left, gone = short.size, asyncio.ensure_future(closed(receive))
    try:
        with closing(short.file.parts()) as parts:
            for part in parts:
                left -= len(part)
                await send({"type": "http.response.body", "body": part, "more_body": cut or left > 0})
                await asyncio.sleep(0)  # for a client that is as fast, sending does not wait: others are served here
                if gone.done():
                    return
    finally:
        gone.cancel()
