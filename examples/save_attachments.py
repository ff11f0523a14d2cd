"""Save the files of a chat. Run it again to save only those that are new.

    python save_attachments.py "Book Club"
    python save_attachments.py "Book Club" --to photos --since "2026-11-01" --kind image

What was saved is in saved.txt in the folder, so that an interrupted run goes on where it was. Files that the
network has deleted are skipped. The token comes from BEEPER_ACCESS_TOKEN or from `beeper login`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from beeper_sdk import Beeper, BeeperError, errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beeper_sdk import models

TYPES = {"image": "img", "video": "video", "audio": "audio"}


def show(done: int, total: int | None) -> None:
    """Show how much of a file was received, in a terminal."""
    if sys.stderr.isatty():
        print(f"\r{done:>12,} of {total or '?':>12,} bytes", end="", file=sys.stderr)


def files(
    beeper: Beeper, chat: models.Chat, since: str | None, kind: str | None
) -> Iterator[tuple[str, models.Attachment]]:
    """The files of the chat, newest first, each with a name for saved.txt."""
    for message in beeper.messages.list(chat, since=since):
        for number, attachment in enumerate(message.attachments or ()):
            if kind is None or attachment.type == TYPES[kind]:
                yield f"{message.chat_id} {message.id} {number}", attachment


def save(beeper: Beeper, attachment: models.Attachment, to: Path) -> str | None:
    """Save a file. Returns what was done; None if the file cannot be received at the moment."""
    try:
        return f"saved {beeper.attachments.save(attachment, to, progress=show).name}"
    except errors.AssetUnavailable:
        return "gone: the network has deleted it"
    except errors.APIError as error:
        print(f"later: {type(error).__name__}", file=sys.stderr)
        return None


def main() -> None:
    """Save the files that are not in saved.txt yet."""
    parser = argparse.ArgumentParser(description="Save the files of a chat.")
    parser.add_argument("chat", help="a title, person, phone number or ID")
    parser.add_argument("--to", type=Path, default=Path("files"), help="the folder (default: %(default)s)")
    parser.add_argument("--since", help="only messages since this date")
    parser.add_argument("--kind", choices=TYPES, help="only files of this kind")
    given = parser.parse_args()
    with Beeper(read_only=True) as beeper:
        chat = beeper.chats.find(given.chat)
        given.to.mkdir(parents=True, exist_ok=True)
        ledger = given.to / "saved.txt"
        known = set(ledger.read_text(encoding="utf-8").splitlines()) if ledger.exists() else set[str]()
        with ledger.open("a", encoding="utf-8") as done:
            for name, attachment in files(beeper, chat, given.since, given.kind):
                if name not in known and (what := save(beeper, attachment, given.to)) is not None:
                    print(what)
                    print(name, file=done, flush=True)


if __name__ == "__main__":
    try:
        main()
    except (BeeperError, OSError, ValueError) as error:  # ValueError: an argument or environment variable is invalid
        sys.exit(f"{type(error).__name__}: {error}")
