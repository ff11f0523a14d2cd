# @generated from openapi.yaml; do not edit

"""The operations of the API: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy

if TYPE_CHECKING:
    from . import accounts as accounts
    from . import app as app
    from . import assets as assets
    from . import bridges as bridges
    from . import chats as chats
    from . import info as info
    from . import labels as labels
    from . import matrix as matrix
    from . import messages as messages
    from . import oauth as oauth
    from . import v0 as v0
    from ._operations import FOCUS as FOCUS
    from ._operations import SEARCH as SEARCH
    from ._operations import focus as focus
    from ._operations import search as search

__all__ = [
    "FOCUS",
    "SEARCH",
    "accounts",
    "app",
    "assets",
    "bridges",
    "chats",
    "focus",
    "info",
    "labels",
    "matrix",
    "messages",
    "oauth",
    "search",
    "v0",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        {
            "focus": "_operations",
            "FOCUS": "_operations",
            "search": "_operations",
            "SEARCH": "_operations",
        },
        (
            "accounts",
            "app",
            "assets",
            "bridges",
            "chats",
            "info",
            "labels",
            "matrix",
            "messages",
            "oauth",
            "v0",
        ),
    )
