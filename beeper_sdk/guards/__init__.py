"""Client-side limits: `WritePolicy`, the `Write` that its ``confirm`` function receives, and `RateLimit`.

This package does no I/O. Guards are applied in ``_async/engine/guard_check``.
"""

from __future__ import annotations

from .._core.config.rate_limit import RateLimit
from ._policy import Confirm, Write, WritePolicy

__all__ = ["Confirm", "RateLimit", "Write", "WritePolicy"]


def __dir__() -> list[str]:
    return sorted(__all__)
