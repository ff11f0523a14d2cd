"""What `changes` of a client needs: where the position of a change stream is kept.

    from beeper_sdk.changes import Position, SqlitePosition, PositionStore

    for change in beeper.changes(Position("position.json")): ...

Each name is imported when it is first used. `PositionInUse` is the error of a position that is already in use; it is in
`beeper_sdk.errors` too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._core.changes.batch import Batch
    from ._core.changes.change import (
        Change,
        ChatChanged,
        Gap,
        GapReason,
        MessageAdded,
        MessageDeleted,
        MessageEdited,
        ReactionsChanged,
    )
    from ._core.changes.content_key import content_key
    from ._core.changes.file_position import Position
    from ._core.changes.sqlite_position import SqlitePosition
    from ._core.changes.store import PositionStore
    from .errors import PositionInUse

__all__ = [
    "Batch",
    "Change",
    "ChatChanged",
    "Gap",
    "GapReason",
    "MessageAdded",
    "MessageDeleted",
    "MessageEdited",
    "Position",
    "PositionInUse",
    "PositionStore",
    "ReactionsChanged",
    "SqlitePosition",
    "content_key",
]

if not TYPE_CHECKING:
    from ._core.util.lazy import by_module, lazy

    __getattr__, __dir__ = lazy(
        __name__,
        by_module(
            {
                "._core.changes.batch": "Batch",
                "._core.changes.change": "Change ChatChanged Gap GapReason MessageAdded MessageDeleted MessageEdited "
                "ReactionsChanged",
                "._core.changes.content_key": "content_key",
                "._core.changes.file_position": "Position",
                "._core.changes.sqlite_position": "SqlitePosition",
                "._core.changes.store": "PositionStore",
                ".errors": "PositionInUse",
            }
        ),
    )
