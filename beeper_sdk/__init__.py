"""The Beeper SDK for Python: `Beeper` and `AsyncBeeper`, with what they need. Names are imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._version import __version__ as __version__

if TYPE_CHECKING:
    from . import errors as errors
    from . import v0 as v0
    from ._api import api as api
    from ._api import models as models
    from ._async.client import AsyncBeeper as AsyncBeeper
    from ._sync.client import Beeper as Beeper
    from .errors import BeeperError as BeeperError
    from .response import Response as Response
    from .retry import RetryPolicy as RetryPolicy

__all__ = [
    "AsyncBeeper",
    "Beeper",
    "BeeperError",
    "Response",
    "RetryPolicy",
    "__version__",
    "api",
    "errors",
    "models",
    "v0",
]

if not TYPE_CHECKING:
    _HOMES = {
        "AsyncBeeper": "_async.client",
        "Beeper": "_sync.client",
        "BeeperError": "errors",
        "Response": "response",
        "RetryPolicy": "retry",
        "api": "_api",
        "models": "_api",
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name in ("errors", "v0"):
            return import_module(f".{name}", __name__)
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
        globals()[name] = value  # the next look-up does not come here
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
