"""Print a line for each new message of somebody else, except in muted chats. It only reads.

    python notifier.py
    python notifier.py --once --position seen.json

The first run shows nothing that was there before. Each later run goes on where the one before ended, so none is missed.
With --once it prints what is new and ends: for cron jobs. Stop it with Ctrl-C.
The token comes from BEEPER_ACCESS_TOKEN or from `beeper login`.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from textwrap import shorten
from typing import TYPE_CHECKING

from beeper_sdk import Beeper, BeeperError, render
from beeper_sdk.changes import Gap, MessageAdded

if TYPE_CHECKING:
    from beeper_sdk import models
    from beeper_sdk.changes import Change


def one_line(message: models.Message) -> str:
    """What a message says, in one line."""
    return shorten(render.plain(message), 70, placeholder=" …")


def line_for(beeper: Beeper, change: Change) -> str | None:
    """What to print for a change, or None."""
    match change:
        case MessageAdded(message, chat) if not chat.is_muted:
            sender = message.sender_name or "unknown sender"
            at = "" if "timestamp" in message.missing_fields else f"{message.timestamp.astimezone():%H:%M}"
            return f"{at:5}  {beeper.chats.title(chat)}  {sender}: {one_line(message)}"
        case Gap(chats, reason):
            return f"messages of {len(chats)} chats may be missing: {reason}"
        case _:
            return None


def main() -> None:
    """Read the arguments and print what is new."""
    parser = argparse.ArgumentParser(description="Print new messages of others.")
    parser.add_argument("--position", default="notifier.json", help="file for the position (default: %(default)s)")
    parser.add_argument("--once", action="store_true", help="print what is new now, and end")
    given = parser.parse_args()
    with Beeper(read_only=True) as beeper:
        changes = beeper.changes(given.position, own="none")
        with changes.until_now() if given.once else changes as new:
            for change in new:
                line = line_for(beeper, change)
                if line is not None:
                    print(line, flush=True)


if __name__ == "__main__":
    try:
        with suppress(KeyboardInterrupt):
            main()
    except (BeeperError, OSError, ValueError) as error:  # ValueError: an argument or environment variable is invalid
        sys.exit(f"{type(error).__name__}: {error}")
