# @generated

"""The operations of the API: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import by_module, lazy

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

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        by_module(
            _operations="focus FOCUS search SEARCH",
        ),
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
    __all__ = __dir__()
