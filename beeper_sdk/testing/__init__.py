"""A fake server for tests: ``FakeBeeper`` serves made-up accounts, chats and messages over HTTP, in this process.

FastAPI and uvicorn, which it needs, are installed with ``beeper-sdk[testing]``. They are imported when it starts.
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
    from .view.people import Me as Me
    from .view.people import Person as Person
    from .wire.requests import RecordedRequest as RecordedRequest
    from .wire.requests import Requests as Requests

__all__ = [
    "QUIRKS",
    "FakeBeeper",
    "Me",
    "Person",
    "Quirk",
    "QuirkHandle",
    "RecordedRequest",
    "Requests",
    "Room",
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
            "Me": ".view.people",
            "Person": ".view.people",
            "Quirk": ".quirks._base",
            "QuirkHandle": ".quirks",
            "RecordedRequest": ".wire.requests",
            "Requests": ".wire.requests",
            "Room": "._protocols",
            "World": "._protocols",
            "WorldView": ".view",
        },
    )
