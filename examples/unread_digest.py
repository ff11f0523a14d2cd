"""Print unread messages, chat by chat. It only reads: nothing is sent, and nothing is marked as read.

    python unread_digest.py
    python unread_digest.py --messages 5 --muted

The token comes from BEEPER_ACCESS_TOKEN or from `beeper login`.
"""

from __future__ import annotations

import argparse
import sys
from textwrap import shorten
from typing import TYPE_CHECKING

from beeper_sdk import Beeper, BeeperError, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beeper_sdk import models


def one_line(message: models.Message) -> str:
    """What a message says, in one line."""
    return shorten(render.plain(message), 70, placeholder=" …")


def digest(beeper: Beeper, most: int, muted: bool) -> Iterator[str]:
    """The lines of the digest."""
    for chat in beeper.chats.unread(include_muted=muted):
        yield f"\n{beeper.chats.title(chat)} ({chat.network}): {chat.unread_count} unread"
        for message in beeper.messages.unread(chat)[-most:]:
            sender = message.sender_name or "unknown sender"
            yield f"  {message.timestamp.astimezone():%d %b %H:%M}  {sender}: {one_line(message)}"


def main() -> None:
    """Read the arguments and print the digest."""
    parser = argparse.ArgumentParser(description="Print unread messages, chat by chat.")
    parser.add_argument("--messages", type=int, default=3, help="messages per chat at most (default: %(default)s)")
    parser.add_argument("--muted", action="store_true", help="include muted chats")
    given = parser.parse_args()
    if given.messages < 1:
        parser.error("--messages must be at least 1")
    with Beeper(read_only=True) as beeper:
        for line in digest(beeper, given.messages, given.muted):
            print(line)


if __name__ == "__main__":
    try:
        main()
    except (BeeperError, ValueError) as error:  # ValueError: an environment variable is invalid
        sys.exit(f"{type(error).__name__}: {error}")
