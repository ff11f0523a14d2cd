"""A fake server for tests: ``FakeBeeper`` serves made-up accounts, chats and messages over HTTP, and their changes over
WebSocket, in this process.

FastAPI, uvicorn and websockets, which it needs, are installed with ``beeper-sdk[testing]``. The first two are imported
when it starts, the last one when a client opens a WebSocket.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._protocols import Room as Room
    from ._protocols import World as World
    from .fake import FakeBeeper as FakeBeeper
    from .quirks import QUIRKS as QUIRKS
    from .quirks import QuirkHandle as QuirkHandle
    from .quirks._base import Quirk as Quirk
    from .view import WorldView as WorldView
    from .websockets import WebSocket as WebSocket
    from .websockets import WebSockets as WebSockets
    from .wire.requests import RecordedRequest as RecordedRequest
    from .wire.requests import Requests as Requests

__all__ = [
    "QUIRKS",
    "FakeBeeper",
    "Quirk",
    "QuirkHandle",
    "RecordedRequest",
    "Requests",
    "Room",
    "WebSocket",
    "WebSockets",
    "World",
    "WorldView",
]

if not TYPE_CHECKING:
    from .._core.util.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        {
            "QUIRKS": ".quirks",
            "FakeBeeper": ".fake",
            "Quirk": ".quirks._base",
            "QuirkHandle": ".quirks",
            "RecordedRequest": ".wire.requests",
            "Requests": ".wire.requests",
            "Room": "._protocols",
            "WebSocket": ".websockets",
            "WebSockets": ".websockets",
            "World": "._protocols",
            "WorldView": ".view",
        },
    )
