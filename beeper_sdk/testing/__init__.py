"""A fake server for tests: ``FakeBeeper`` serves made-up accounts, chats and messages over HTTP, and their changes over
WebSocket, in this process.

uvicorn, pydantic, starlette and websockets, which it needs, are installed with ``beeper-sdk[testing]``. uvicorn and the
core of pydantic are imported when it starts; starlette by the first upload or OAuth form, and websockets when a client
opens a WebSocket.

Programs in other languages, which cannot call `FakeBeeper.fail`, choose outcomes by values that always have them. They
work in ``messages.send`` and in the send of v0, if the text begins exactly so:

========================  ==========================================================================================
text, number or ID        outcome
========================  ==========================================================================================
``FAIL: 503``             the request fails with this status, from 400 to 599; nothing is sent
``FAIL: permanent``       the message is accepted, and ends with the send status ``FAIL_PERMANENT``
``FAIL: retriable``       the message is accepted, and ends with the send status ``FAIL_RETRIABLE``
``PENDING: hi``           the message has the send status ``PENDING`` until its chat is read for the second time
``SLOW: 0.5 hi``          the message is sent after this many seconds, less than 100, and the request responds then
``+15550199999``          a phone number that no search of contacts and no start of a chat finds
``!missing:beeper.local`` the ID of a chat that is never found: 404
========================  ==========================================================================================

Any other text after ``FAIL:`` or ``SLOW:`` is sent as an ordinary message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._options import FakeOptions as FakeOptions
    from ._protocols import Room as Room
    from ._protocols import World as World
    from .clock import FakeClock as FakeClock
    from .fake import FakeBeeper as FakeBeeper
    from .faults.rules import RuleHandle as RuleHandle
    from .quirks import QUIRKS as QUIRKS
    from .quirks._base import Quirk as Quirk
    from .recorded.request import Headers as Headers
    from .recorded.request import RecordedRequest as RecordedRequest
    from .recorded.requests import RequestList as RequestList
    from .recorded.requests import Requests as Requests
    from .view import WorldView as WorldView
    from .view.people import Me as Me
    from .view.people import Person as Person
    from .websockets import WebSocket as WebSocket
    from .websockets import WebSockets as WebSockets

__all__ = [
    "QUIRKS",
    "FakeBeeper",
    "FakeClock",
    "FakeOptions",
    "Headers",
    "Me",
    "Person",
    "Quirk",
    "RecordedRequest",
    "RequestList",
    "Requests",
    "Room",
    "RuleHandle",
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
            "FakeClock": ".clock",
            "FakeOptions": "._options",
            "Me": ".view.people",
            "Person": ".view.people",
            "Quirk": ".quirks._base",
            "Headers": ".recorded.request",
            "RecordedRequest": ".recorded.request",
            "RequestList": ".recorded.requests",
            "Requests": ".recorded.requests",
            "Room": "._protocols",
            "RuleHandle": ".faults.rules",
            "WebSocket": ".websockets",
            "WebSockets": ".websockets",
            "World": "._protocols",
            "WorldView": ".view",
        },
    )
