"""A Beeper to test against: ``FakeBeeper`` serves a made-up world over real HTTP, in this process.

Nothing heavy is imported until a FakeBeeper starts; fastapi and uvicorn come with ``beeper-sdk[testing]``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .fake import FakeBeeper as FakeBeeper
    from .quirks import QUIRKS as QUIRKS
    from .quirks._base import Quirk as Quirk
    from .view import WorldView as WorldView
    from .wire.requests import RecordedRequest as RecordedRequest
    from .world.world import World as World

__all__ = ["QUIRKS", "FakeBeeper", "Quirk", "RecordedRequest", "World", "WorldView"]

_HOME = {
    "QUIRKS": "quirks",
    "FakeBeeper": "fake",
    "Quirk": "quirks._base",
    "RecordedRequest": "wire.requests",
    "World": "world.world",
    "WorldView": "view",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
