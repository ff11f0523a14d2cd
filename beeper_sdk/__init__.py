"""The Beeper SDK for Python: `Beeper` and `AsyncBeeper`, with what they need. Names are imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._version import __version__ as __version__

if TYPE_CHECKING:
    from . import auth as auth
    from . import errors as errors
    from . import v0 as v0
    from ._api import api as api
    from ._api import models as models
    from ._async.client import AsyncBeeper as AsyncBeeper
    from ._sync.client import Beeper as Beeper
    from .delivery import Delivery as Delivery
    from .delivery import Sent as Sent
    from .diagnostics import Diagnostics as Diagnostics
    from .errors import BeeperError as BeeperError
    from .guards.policy import WritePolicy as WritePolicy
    from .guards.rate import RateLimit as RateLimit
    from .hooks import Hooks as Hooks
    from .response import Response as Response
    from .retry import RetryPolicy as RetryPolicy
    from .sanitizing import sanitize as sanitize

__all__ = [
    "AsyncBeeper",
    "Beeper",
    "BeeperError",
    "Delivery",
    "Diagnostics",
    "Hooks",
    "RateLimit",
    "Response",
    "RetryPolicy",
    "Sent",
    "WritePolicy",
    "__version__",
    "api",
    "auth",
    "errors",
    "models",
    "sanitize",
    "v0",
]

if not TYPE_CHECKING:
    _HOMES = {
        "AsyncBeeper": "_async.client",
        "Beeper": "_sync.client",
        "BeeperError": "errors",
        "Delivery": "delivery",
        "Diagnostics": "diagnostics",
        "Hooks": "hooks",
        "RateLimit": "guards.rate",
        "Response": "response",
        "RetryPolicy": "retry",
        "Sent": "delivery",
        "WritePolicy": "guards.policy",
        "api": "_api",
        "models": "_api",
        "sanitize": "sanitizing",
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name in ("auth", "errors", "v0"):
            return import_module(f".{name}", __name__)
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
        globals()[name] = value  # the next look-up does not come here
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
