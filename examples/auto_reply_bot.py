"""Reply to new messages in the chats that are named: at most once an hour in each, and not while you write there.

    python auto_reply_bot.py "Book Club" "Board Games"
    python auto_reply_bot.py "Book Club" --text "Back on Monday." --send

Without --send it prints what it would send. It never replies to itself, and never twice to a message, wherever it is
stopped: a message is noted before the reply is sent. What arrived while it did not run is answered at its next start.
Stop it with Ctrl-C. The token comes from BEEPER_ACCESS_TOKEN or from `beeper login`.
"""

from __future__ import annotations

import argparse
import sys
from datetime import timedelta
from pathlib import Path

from beeper_sdk import Beeper, BeeperError, WritePolicy, errors, models

PAUSE = timedelta(hours=1)


def is_first_time(file: Path, message: models.Message) -> bool:
    """Note a message. Returns whether it was not noted before."""
    key = f"{message.chat_id} {message.id}"
    with file.open("a+", encoding="utf-8") as lines:
        lines.seek(0)
        if key in lines.read().splitlines():
            return False
        lines.write(f"{key}\n")
    return True


def wrote_lately(beeper: Beeper, message: models.Message) -> bool:
    """Whether you, or this program, wrote in the chat in the hour before the message, or after it."""
    if message.missing_fields:
        return True  # without its time or sender, it is better not to answer
    for row in beeper.messages.list(message.chat_id):
        if "timestamp" not in row.missing_fields and row.timestamp < message.timestamp - PAUSE:
            return False
        if row.kind != "reaction" and beeper.messages.is_mine(row):
            return True
    return False


def reply(beeper: Beeper, message: models.Message, text: str) -> str:
    """Send the reply. Returns what was done."""
    try:
        beeper.messages.send(message.chat_id, text=text, reply_to_message_id=message.id)
    except errors.DryRun:
        return "would send"
    except errors.DeliveryUncertain as error:
        return f"uncertain: {beeper.messages.check(error).status}"
    return "sent"


def main() -> None:
    """Find the chats, then reply in them with a client that can do nothing else."""
    parser = argparse.ArgumentParser(description="Reply to new messages in the chats that are named.")
    parser.add_argument("chats", nargs="+", help="titles, people, phone numbers or IDs")
    parser.add_argument("--text", default="I am away until Monday.", help="the reply (default: %(default)s)")
    parser.add_argument("--position", type=Path, default=Path("bot.json"), help="file (default: %(default)s)")
    parser.add_argument("--send", action="store_true", help="send the replies instead of printing them")
    given = parser.parse_args()
    with Beeper(read_only=True) as beeper:
        chats = [beeper.chats.find(name) for name in given.chats]
    members = [member for chat in chats for member in (chat.merge.chat_ids if chat.merge else [chat.id])]
    policy = WritePolicy(chats=members, operations=["messages.send"], per_minute=5, dry_run=not given.send)
    with Beeper(guard=policy) as beeper:

        @beeper.on_message(chats=chats)
        def answer(message: models.Message, chat: models.Chat) -> None:
            is_noted = given.send and not is_first_time(given.position.with_suffix(".answered"), message)
            if not is_noted and not wrote_lately(beeper, message):
                print(f"{beeper.chats.title(chat)}: {reply(beeper, message, given.text)}", flush=True)

        beeper.run_forever(given.position)


if __name__ == "__main__":
    try:
        main()
    except (BeeperError, OSError, ValueError) as error:  # ValueError: an argument or environment variable is invalid
        sys.exit(f"{type(error).__name__}: {error}")
