# @generated

"""The operations of chats.messages: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...._lazy import by_module, lazy

if TYPE_CHECKING:
    from . import reactions as reactions

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        by_module(),
        ("reactions",),
    )
    __all__ = __dir__()
