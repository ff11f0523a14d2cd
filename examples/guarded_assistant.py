"""Reply to new questions, but only in the chats that are named, and only a few times per minute.

    python guarded_assistant.py "Book Club" "Board Games"
    python guarded_assistant.py "Book Club" --per-minute 2 --send

Without --send it is a dry run, which prints the replies and sends nothing. Replace `reply_to` with your own model: the
policy is enforced by the client, so that no answer of a model can write to another chat or delete anything.
The token comes from BEEPER_ACCESS_TOKEN or from `beeper login`.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from beeper_sdk import Beeper, BeeperError, WritePolicy, errors

if TYPE_CHECKING:
    from beeper_sdk import models


def reply_to(message: models.Message) -> str | None:
    """The reply to a message, or None for no reply."""
    if "?" not in (message.text or ""):
        return None
    return "Thank you for the question. I will answer tonight."


def answer(beeper: Beeper, chat: models.Chat) -> str:
    """Reply to the newest message of a chat. Returns what was done."""
    message = beeper.messages.list(chat.id).first()
    if message is None or beeper.messages.is_mine(message) is not False:
        return "nothing to answer"  # this also prevents a second reply when the program runs again
    text = reply_to(message)
    if text is None:
        return "no reply needed"
    try:
        beeper.messages.send(chat.id, text=text, reply_to_message_id=message.id)
    except errors.DryRun:
        return f"would send: {text}"
    except errors.WriteLimitReached as error:
        return f"limit reached; possible again in {error.retry_after:.0f} s"
    except errors.DeliveryUncertain as error:
        return f"uncertain whether it was sent: {beeper.messages.check(error).status}"
    return f"sent: {text}"


def main() -> None:
    """Find the chats, then answer in them with a client that can do nothing else."""
    parser = argparse.ArgumentParser(description="Reply to new questions in the chats that are named.")
    parser.add_argument("chats", nargs="+", help="titles, people, phone numbers or IDs")
    parser.add_argument("--per-minute", type=int, default=5, help="replies per minute at most (default: %(default)s)")
    parser.add_argument("--send", action="store_true", help="send the replies instead of printing them")
    given = parser.parse_args()
    with Beeper(read_only=True) as beeper:
        chats = [beeper.chats.find(name) for name in given.chats]
    policy = WritePolicy(
        chats=[chat.id for chat in chats],
        operations=["messages.send"],
        per_minute=given.per_minute,
        dry_run=not given.send,
    )
    with Beeper(guard=policy) as beeper:
        for chat in chats:
            print(f"{beeper.chats.title(chat)}: {answer(beeper, chat)}")


if __name__ == "__main__":
    try:
        main()
    except (BeeperError, ValueError) as error:  # ValueError: an argument or environment variable is invalid
        sys.exit(f"{type(error).__name__}: {error}")
