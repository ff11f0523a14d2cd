"""The one door to the generated client: no other module of this package imports `beeper_client`.

Modules, not a list of names: what the generated client gains needs no line here. ``api``, ``models``
and ``resources`` are imported when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from beeper_client import _answer as answers
from beeper_client import _base as base
from beeper_client import _request as contract
from beeper_client import _sender as senders
from beeper_client import _times as times

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beeper_client import api, models, resources
    from beeper_client._contract import OperationFacts

__all__ = [
    "AnyRequest",
    "answers",
    "api",
    "base",
    "contract",
    "facts",
    "loads",
    "models",
    "resources",
    "senders",
    "times",
]

AnyRequest: TypeAlias = contract.Request[Any]


def loads(content: bytes) -> object:
    """Read JSON, with the faster reader where it is installed. Raises ValueError."""
    from beeper_client._json import loads as read

    return read(content)


def facts() -> Mapping[str, OperationFacts]:
    """What the spec says of the operations, by name; imported only by what needs it."""
    from beeper_client._contract import OPERATIONS

    return OPERATIONS


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return import_module(f"beeper_client.{name}")
