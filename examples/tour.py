"""A tour of the SDK against a fake server, or with --live against your own Beeper, which is only read.

`scripts/demo` runs it, or `python -m examples.tour` in a clone. Each step prints its code and then its output.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import anyio

from beeper_sdk import AsyncBeeper, Beeper, BeeperError, errors
from examples import tour_async
from examples._screen import Screen, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beeper_sdk import models
    from beeper_sdk.testing import FakeBeeper

NEXT = """
What next

  Start a fake server to try things against:
    {python} -m beeper_sdk serve
  Connect to your own Beeper, and run this tour against it without changing anything:
    {python} -m beeper_sdk login
    {demo} --live
  Copy a program: unread_digest.py, archive_to_jsonl.py, guarded_assistant.py and test_a_bot.py in examples/
  Read README.md, and docs/ for one subject at a time
"""


def accounts(beeper: Beeper) -> None:
    """The accounts, and who you are on each"""
    for account in beeper.accounts.list():
        print(f"{account.network:10} {account.status:10} {account.user.full_name}")


def newest_chats(beeper: Beeper) -> list[models.ChatWithPreview]:
    """The chats of all accounts, newest activity first"""
    chats = beeper.chats.list().collect(limit=50)
    for chat in chats[:5]:
        print(f"{chat.network:10} {beeper.chats.title(chat):20} {chat.unread_count} unread")
    return chats


def all_members(beeper: Beeper, chats: list[models.ChatWithPreview]) -> None:
    """All members of a large chat: the server leaves most of them out of its lists"""
    big = max(chats, key=lambda chat: chat.participants.total)
    everyone = beeper.chats.participants(big).collect()
    me = beeper.chats.self_user(big)
    print(f"{big.title}: {len(big.participants.items)} members in the list of chats, {len(everyone)} in all")
    print(f"{me.full_name} is you")


def messages(beeper: Beeper, chats: list[models.ChatWithPreview]) -> None:
    """The newest messages of a chat; pages are fetched when they are needed"""
    chat = next(chat for chat in chats if chat.merge is None)  # a merged chat has no messages of its own
    for message in islice(beeper.messages.list(chat.id), 5):
        sender = "you" if beeper.messages.is_mine(message) else message.sender_name
        print(f"{message.timestamp:%d %b %H:%M}  {sender}: {one_line(message)}")


def resume(beeper: Beeper, chats: list[models.ChatWithPreview]) -> None:
    """A list that stops and continues later: the checkpoint is a string to store, for another process too"""
    chat = next(chat for chat in chats if chat.merge is None)
    pager = beeper.messages.list(chat.id)
    before = {message.id for message in islice(pager, 30)}
    after = {message.id for message in islice(beeper.messages.list(chat.id, resume=pager.checkpoint), 30)}
    print(f"{len(before)} messages, then {len(after)} others; {len(before & after)} in both")


def send(beeper: Beeper) -> None:
    """Send a message to a chat found by part of its title, and wait for the result"""
    chat = beeper.chats.find("book club")
    sent = beeper.messages.send(chat.id, text="Hello from the demo")
    result = beeper.messages.wait(sent)
    print(f"{chat.title}: {result.status}")


def uncertain(beeper: Beeper, fake: FakeBeeper) -> None:
    """Send to a server that delivers the message and still answers 500: nothing is sent twice, and `check` finds it"""
    fake.quirk("send_then_500", times=1, operation="messages.send")
    chat = beeper.chats.find("book club")
    try:
        beeper.messages.send(chat.id, text="Shall we meet on Thursday?")
    except errors.DeliveryUncertain as error:
        print(f"{type(error).__name__}: {beeper.messages.check(error).status}")


def version_0(beeper: Beeper) -> None:
    """The API before v1, for code that still uses it"""
    try:
        print(f"{len(beeper.v0.get_accounts())} accounts")
    except errors.NotFoundError:
        print("this Beeper no longer serves v0")


def tour(beeper: Beeper, screen: Screen, fake: FakeBeeper | None) -> None:
    """All steps. Those that change something need a fake server."""
    with screen.step(accounts):
        accounts(beeper)
    with screen.step(newest_chats):
        chats = newest_chats(beeper)
    if any(chat.merge is None for chat in chats):
        for step in (all_members, messages, resume):
            with screen.step(step):
                step(beeper, chats)
    if fake is not None:
        with screen.step(send):
            send(beeper)
        with screen.step(uncertain):
            uncertain(beeper, fake)
    with screen.step(version_0):
        version_0(beeper)


def what_next() -> str:
    """The end of the tour, with commands that work as printed."""
    python = Path(sys.executable)
    if python.is_relative_to(Path.cwd()):
        python = python.relative_to(Path.cwd())
    return NEXT.format(python=python, demo="py scripts/demo" if os.name == "nt" else "scripts/demo")


def main(arguments: Sequence[str]) -> int:
    """Start a fake server or connect to a real one, and run both tours."""
    parser = argparse.ArgumentParser(prog="scripts/demo", description=__doc__)
    parser.add_argument("--live", action="store_true", help="read from your own Beeper, with its token")
    live: bool = parser.parse_args(arguments).live
    with ExitStack() as stack:
        fake = url = token = None
        if not live:
            from beeper_sdk.testing import FakeBeeper

            fake = stack.enter_context(FakeBeeper())
            url, token = fake.url, fake.token
            print(f"A fake Beeper server runs at {url} until the tour ends.")
        screen = Screen(fake.requests if fake is not None else None)
        try:
            with Beeper(token, base_url=url, read_only=live) as beeper:
                tour(beeper, screen, fake)
            anyio.run(tour_async.tour, AsyncBeeper(token, base_url=url, read_only=live), screen, fake)
        except BeeperError as error:
            print(f"\n{type(error).__name__}: {error}", file=sys.stderr)
            return 1
    print(what_next(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
