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
    _HOMES = {
        "AsyncClient": ".._async.v0.client",
        "Client": ".._sync.v0.client",
        "Converted": ".._core.compat.payloads.field_mapping",
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name in ("downgrade", "upgrade"):
            return import_module(f".{name}", __name__)
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name], __name__), name)
        globals()[name] = value  # the next look-up does not come here
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
