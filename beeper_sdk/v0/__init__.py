"""Code written for v0 of the API goes on working: its fourteen calls, and its payloads as those of v1 and back.

``v0.Client`` and ``v0.AsyncClient`` have the calls of v0 with its names, parameters and models (`models.V0Chat`, …).
On a server with v1 they are carried out through v1, on one with v0 only through v0. ``v0.upgrade`` and
``v0.downgrade`` convert payloads without any I/O. All of it is deprecated: docs/migration.md says what to use instead.
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
