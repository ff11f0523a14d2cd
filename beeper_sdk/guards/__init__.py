"""What refuses or paces calls on this side: `WritePolicy`, with the `Write` it asks about, and `RateLimit`.

Pure: nothing in this package sends. Where guards act is ``_async/engine/guard_check``.
"""

from __future__ import annotations

from .._core.config.rate_limit import RateLimit
from ._policy import Confirm, Write, WritePolicy

__all__ = ["Confirm", "RateLimit", "Write", "WritePolicy"]


def __dir__() -> list[str]:
    return sorted(__all__)
