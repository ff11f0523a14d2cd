"""What shows objects in a REPL or notebook: the functions that reprs call. Each is imported when something is shown.

The classes that are shown import only this module, because `_core.display` imports them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .display import model_display
    from .display.changes import chat_change, gap_text, message_change
    from .display.people import person_table, person_text, roster_table, roster_text
    from .display.tables import table_of_items

__all__ = [
    "chat_change",
    "gap_text",
    "message_change",
    "model_display",
    "person_table",
    "person_text",
    "roster_table",
    "roster_text",
    "table_of_items",
]

if not TYPE_CHECKING:
    from .util.lazy import by_module, lazy

    __getattr__, __dir__ = lazy(
        __name__,
        by_module(
            {
                ".display.changes": "chat_change gap_text message_change",
                ".display.people": "person_table person_text roster_table roster_text",
                ".display.tables": "table_of_items",
            }
        ),
        {"model_display": ".display.model_display"},
    )
