"""Append the messages of a chat to a file, oldest first, one JSON object per line.

    python archive_to_jsonl.py "Book Club" book-club.jsonl

Run it again to continue: after an interruption where it stopped, later with the messages that are new. Each line has
a message and the checkpoint after it, so that no message is missing and none is there twice.
The token comes from BEEPER_ACCESS_TOKEN or from `beeper login`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from beeper_sdk import Beeper, BeeperError, errors

START = b'{"message": '


def last_checkpoint(path: Path) -> str | None:
    """The checkpoint of the last complete line; what follows it was cut off by an interruption and is removed.

    Raises ValueError if the file is something else, and does not change it.
    """
    content = path.read_bytes()
    complete = content[: content.rfind(b"\n") + 1]
    lines, cut_off = complete.splitlines(), content[len(complete) :]
    try:
        checkpoint: str | None = json.loads(lines[-1])["checkpoint"] if lines else None
    except (ValueError, KeyError, TypeError):
        raise not_an_archive(path, len(lines)) from None
    if not START.startswith(cut_off[: len(START)]):
        raise not_an_archive(path, len(lines) + 1)
    if cut_off:
        os.truncate(path, len(complete))
    return checkpoint


def not_an_archive(path: Path, line: int) -> ValueError:
    """The error for a file with other lines than those of this program."""
    return ValueError(f"{path} is not an archive of this program: see its line {line}. Choose another file")


def archive(beeper: Beeper, chat_id: str, path: Path) -> int:
    """Append what the file does not have yet. Returns the number of messages that were added."""
    path.touch(mode=0o600)  # messages are private: a new file can be read by its owner only
    pager = beeper.messages.list(chat_id, resume=last_checkpoint(path)).oldest_first()
    added = 0
    with path.open("a", encoding="utf-8") as file:
        for message in pager:
            line = {"message": message.to_dict(), "checkpoint": pager.checkpoint}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            added += 1
    return added


def main() -> None:
    """Find the chat and archive it."""
    parser = argparse.ArgumentParser(description="Append the messages of a chat to a JSON Lines file.")
    parser.add_argument("chat", help="title, person, phone number or ID")
    parser.add_argument("file", type=Path)
    parser.add_argument("--network", help="such as WhatsApp, where several chats match")
    given = parser.parse_args()
    with Beeper(read_only=True) as beeper:
        try:
            chat = beeper.chats.find(given.chat, network=given.network)
        except errors.AmbiguousMatch as error:
            sys.exit(f"{len(error.candidates)} chats match {given.chat!r}; use a longer title, an ID or --network")
        if chat.merge is not None:
            sys.exit("this is a merged chat; archive each of its chats: " + " ".join(chat.merge.chat_ids))
        print(f"{archive(beeper, chat.id, given.file)} messages added to {given.file}")


if __name__ == "__main__":
    try:
        main()
    except (BeeperError, OSError, ValueError) as error:  # ValueError: an invalid argument, or a file with other lines
        sys.exit(f"{type(error).__name__}: {error}")
