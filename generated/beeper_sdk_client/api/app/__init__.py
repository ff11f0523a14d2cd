# @generated

"""The operations of app: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._lazy import by_module, lazy

if TYPE_CHECKING:
    from . import setup as setup

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        by_module(),
        ("setup",),
    )
    __all__ = __dir__()
