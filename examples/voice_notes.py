"""List the voice messages of a chat with their transcriptions, and save those that have none.

    python voice_notes.py "Carol Maplecroft"
    python voice_notes.py "Carol Maplecroft" --last 10 --to voice

Beeper transcribes voice messages if the user has turned that on. Each file is named after the time of its message, so
that another program can transcribe it. The token comes from BEEPER_ACCESS_TOKEN or from `beeper login`.
"""

from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from beeper_sdk import Beeper, BeeperError, errors, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beeper_sdk import models


def voice_messages(beeper: Beeper, chat: models.Chat) -> Iterator[models.Message]:
    """The voice messages of a chat, newest first."""
    return (message for message in beeper.messages.list(chat, include_service=False) if message.kind == "voice")


def is_transcribed(message: models.Message) -> bool:
    """Whether Beeper has transcribed the message."""
    return all(note.transcription is not None for note in message.attachments or ())


def save(beeper: Beeper, message: models.Message, to: Path) -> str:
    """Save the voice message. Returns where, or why not."""
    suffix = next((Path(note.file_name or "").suffix for note in message.attachments or ()), "")
    name = f"{message.timestamp.astimezone():%Y-%m-%d %H.%M.%S}{suffix if suffix[1:].isalnum() else '.ogg'}"
    try:
        return str(beeper.attachments.save(message, to, name=name))
    except errors.AssetUnavailable:
        return "gone: the network has deleted it"


def main() -> None:
    """Print the voice messages, the oldest first."""
    parser = argparse.ArgumentParser(description="List and save the voice messages of a chat.")
    parser.add_argument("chat", help="a title, person, phone number or ID")
    parser.add_argument("--last", type=int, default=20, help="number of voice messages (default: %(default)s)")
    parser.add_argument("--to", type=Path, help="the folder for those that are not transcribed")
    given = parser.parse_args()
    with Beeper(read_only=True) as beeper:
        newest = list(islice(voice_messages(beeper, beeper.chats.find(given.chat)), given.last))
        for message in reversed(newest):
            sender = beeper.people.display_name(message)
            print(f"{message.timestamp.astimezone():%d %b %H:%M}  {sender}: {render.plain(message)}")
            if given.to is not None and not is_transcribed(message):
                print(f"  {save(beeper, message, given.to)}")


if __name__ == "__main__":
    try:
        main()
    except (BeeperError, OSError, ValueError) as error:  # ValueError: an argument or environment variable is invalid
        sys.exit(f"{type(error).__name__}: {error}")
