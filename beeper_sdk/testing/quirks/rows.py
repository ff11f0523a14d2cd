"""What real servers were observed to do, by the number that `Quirk.row` has, and how the fake server does the same."""

from __future__ import annotations

from . import QUIRKS

ALWAYS = {
    5: "The items of a page are newest first, in both directions.",
    6: "Unknown names in a query are ignored; a list that is written with commas matches nothing.",
    7: "Each list has limits of its own; a limit out of range is 422.",
    12: "The IDs of chats have characters such as !, :, #, /, % and emoji.",
    14: "Reactions and notices are hidden rows of a chat; linkedMessageID is that of a reply or of a reaction.",
    16: "assets/download responds with 200 and only an error for a file that does not exist.",
    17: "srcURL is an mxc://, localmxc:// or file:// URL, some with a key in the query.",
    21: "Edits and deletions do not change lastActivity.",
    23: "Events are not repeated, seq counts per connection, and none is sent before subscriptions.updated.",
    41: "HEAD works; a file:// URL outside the media folder is 403, and an https:// URL is 400.",
    44: "A reaction is two events; own messages have events, at times before the response; iMessage chats have none.",
}
"""What the fake server does without any quirk."""
ROWS: dict[int, tuple[str, ...]] = {
    row: tuple(name for name, quirk in QUIRKS.items() if quirk.row == row)
    for row in sorted({*ALWAYS, *(quirk.row for quirk in QUIRKS.values() if quirk.row is not None)})
}
"""The quirks of each observation; none if it is reproduced always."""
