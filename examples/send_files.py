"""Send files to a chat, one message each.

    python send_files.py "Book Club" plan.pdf beach.jpg --text "From the weekend"
    python send_files.py "Erin" memo.ogg --type voice-note

The text goes with the first file. A send whose outcome is not known is looked up and never repeated. The token comes
from BEEPER_ACCESS_TOKEN or from `beeper login`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import get_args

from beeper_sdk import Beeper, BeeperError, errors, models


def show(done: int, total: int | None) -> None:
    """Show how much of a file was sent, in a terminal."""
    if sys.stderr.isatty():
        print(f"\r{done:>12,} of {total or '?':>12,} bytes", end="", file=sys.stderr)


def send(beeper: Beeper, chat: models.Chat, path: Path, text: str | None, kind: models.AttachmentHint | None) -> str:
    """Send a file and wait for the outcome. Returns what happened."""
    try:
        sent = beeper.messages.send(chat, text=text, file=path, file_type=kind, progress=show)
    except errors.DeliveryUncertain as error:
        return f"uncertain: {beeper.messages.check(error).status}"
    return beeper.messages.wait(sent).status


def main() -> None:
    """Send the files in the order in which they are given; stop at the first that is not sent."""
    parser = argparse.ArgumentParser(description="Send files to a chat.")
    parser.add_argument("chat", help="a title, person, phone number or ID")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--text", help="a text that goes with the first file")
    kinds = get_args(models.AttachmentHint)
    parser.add_argument("--type", choices=kinds, help="how the files are sent (default: by their content)")
    given = parser.parse_args()
    with Beeper() as beeper:
        chat = beeper.chats.find(given.chat)
        for number, path in enumerate(given.files):
            status = send(beeper, chat, path, given.text if number == 0 else None, given.type)
            print(f"{path.name}: {status}")
            if status not in ("sent", "delivered"):
                sys.exit(1)


if __name__ == "__main__":
    try:
        main()
    except (BeeperError, OSError, ValueError) as error:  # ValueError: an argument or environment variable is invalid
        sys.exit(f"{type(error).__name__}: {error}")
