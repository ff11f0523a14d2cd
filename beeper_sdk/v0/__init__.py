"""Deprecated: clients for code that was written for v0 of the API, and conversion of payloads between v0 and v1.

``v0.Client`` and ``v0.AsyncClient`` have the fourteen calls of v0 with their names, parameters and models
(`models.V0Chat`, …). They use v1 of the API if the server has it, and v0 otherwise. ``v0.upgrade`` and ``v0.downgrade``
convert payloads without I/O. Use `Beeper` in new code: docs/coming_from/v0.md lists the replacement of each call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._async.v0.client import AsyncClient as AsyncClient
    from .._core.compat.payloads.field_mapping import Converted as Converted
    from .._sync.v0.client import Client as Client
    from . import downgrade as downgrade
    from . import upgrade as upgrade

__all__ = ["AsyncClient", "Client", "Converted", "downgrade", "upgrade"]

if not TYPE_CHECKING:
    from .._core.util.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        {
            "AsyncClient": ".._async.v0.client",
            "Client": ".._sync.v0.client",
            "Converted": ".._core.compat.payloads.field_mapping",
        },
        {
            "downgrade": ".downgrade",
            "upgrade": ".upgrade",
        },
    )
