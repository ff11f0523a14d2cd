"""The Beeper SDK for Python: read and send the messages of all your chats through the Beeper app.

    from beeper_sdk import Beeper

    with Beeper() as beeper:
        for chat in beeper.chats.unread():
            print(chat.title, chat.unread_count)

Start with `Beeper`, or `AsyncBeeper`, which has the same methods. `models` has the classes of what they return,
`errors` the exceptions, `events` and `beeper_sdk.changes` what is new, `beeper_sdk.types` the other classes for
annotations. `auth` logs in, `WritePolicy` and `beeper_sdk.guards` restrict writes, `Hooks` and `beeper_sdk.otel`
observe calls, `beeper_sdk.render` shows texts, and `beeper_sdk.testing` has a fake server for tests. `api` builds
requests without sending them.

Names are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._version import __version__ as __version__

if TYPE_CHECKING:
    from . import auth as auth
    from . import errors as errors
    from . import events as events
    from . import v0 as v0
    from ._async.client import AsyncBeeper as AsyncBeeper
    from ._core.calls.response import Response as Response
    from ._core.config.rate_limit import RateLimit as RateLimit
    from ._core.config.retry_policy import RetryPolicy as RetryPolicy
    from ._core.delivery.results import Delivery as Delivery
    from ._core.delivery.results import Sent as Sent
    from ._core.diagnostics.findings import Diagnostics as Diagnostics
    from ._core.generated import api as api
    from ._core.generated import models as models
    from ._core.sanitizing.sanitize import sanitize as sanitize
    from ._sync.client import Beeper as Beeper
    from .errors import BeeperError as BeeperError
    from .guards._policy import WritePolicy as WritePolicy
    from .hooks import Hooks as Hooks

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
    "events",
    "models",
    "sanitize",
    "v0",
]

if not TYPE_CHECKING:
    from ._core.util.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        {
            "AsyncBeeper": "._async.client",
            "Beeper": "._sync.client",
            "BeeperError": ".errors",
            "Delivery": "._core.delivery.results",
            "Diagnostics": "._core.diagnostics.findings",
            "Hooks": ".hooks",
            "RateLimit": "._core.config.rate_limit",
            "Response": "._core.calls.response",
            "RetryPolicy": "._core.config.retry_policy",
            "Sent": "._core.delivery.results",
            "WritePolicy": ".guards._policy",
            "api": "._core.generated",
            "models": "._core.generated",
            "sanitize": "._core.sanitizing.sanitize",
        },
        {
            "auth": ".auth",
            "changes": ".changes",
            "errors": ".errors",
            "events": ".events",
            "guards": ".guards",
            "hooks": ".hooks",
            "otel": ".otel",
            "render": ".render",
            "testing": ".testing",
            "types": ".types",
            "v0": ".v0",
        },
    )
