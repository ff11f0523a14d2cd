"""What scripts/demo shows: the SDK's main calls, first sync and then async, against FakeBeeper or a real Beeper.

It runs in the project's environment, uses only what a user of the SDK has, and with --live changes nothing.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING

import anyio

from beeper_sdk import AsyncBeeper, Beeper, BeeperError, errors
from examples import tour_async as _demo_async
from examples._screen import Screen, biggest, first_line, own, when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beeper_sdk import models


def accounts(beeper: Beeper, screen: Screen) -> None:
    """Which accounts there are, and who the user is on each."""
    with screen.part("Accounts"):
        for account in beeper.accounts.list():
            screen.line(account.network, account.status, account.account_id)
    with screen.part("Who I am on each"):
        for me in beeper.accounts.selves().values():
            screen.line(me.full_name, me.phone_number or me.username, me.id)


def newest(beeper: Beeper, screen: Screen) -> list[models.ChatWithPreview]:
    """The newest chats, of all accounts. Gives the newest 50."""
    with screen.part("The newest chats, of all accounts"):
        chats = beeper.chats.list().collect(limit=50)
        for chat in chats[:6]:
            screen.line(when(chat.last_activity), chat.title, f"{chat.unread_count} unread")
    return chats


def people(beeper: Beeper, screen: Screen, chat: models.Chat) -> None:
    """A big chat's participants: as many as one answer gives, then all of them; and who the user is in it."""
    with screen.part(f"{chat.title}: its first 50 members"):
        cut = beeper.chats.retrieve(chat.id, max_participant_count=50)
        screen.line(f"{len(cut.participants.items)} of {cut.participants.total}")
    with screen.part(f"{chat.title}: all its members"):
        everyone = beeper.chats.participants(chat.id).collect()
        screen.line(f"{len(everyone)}, from {everyone[0].full_name} to {everyone[-1].full_name}")
    with screen.part(f"{chat.title}: who I am in it"):
        screen.line(beeper.chats.self_user(cut).full_name)


def history(beeper: Beeper, screen: Screen, chat: models.Chat) -> None:
    """Messages, newest first; the pager fetches a page when it is needed."""
    with screen.part(f"{chat.title}: messages, walked backwards"):
        for message in islice(beeper.messages.list(chat.id, direction="before"), 5):
            screen.line(when(message.timestamp), message.sender_name, first_line(message))


def send(beeper: Beeper, screen: Screen, chat: models.Chat) -> None:
    """Send a message, and read it back."""
    with screen.part(f"{chat.title}: a message sent, and read back"):
        beeper.messages.send(chat.id, text="Hello from the demo")
        message = beeper.messages.list(chat.id).first()
        if message is not None:
            screen.line(when(message.timestamp), message.sender_name, first_line(message))


def version_0(beeper: Beeper, screen: Screen) -> None:
    """The API before v1, which old scripts still speak."""
    with screen.part("A call of v0"):
        try:
            for account in beeper.v0.get_accounts():
                screen.line(account.network, account.user.full_name)
        except errors.NotFoundError:
            screen.line("this Beeper serves v0 no longer")


def tour(beeper: Beeper, screen: Screen, *, live: bool) -> None:
    """All of it; what would change something is left out of a live one."""
    accounts(beeper, screen)
    chats = newest(beeper, screen)
    if chats:
        people(beeper, screen, biggest(chats))
        history(beeper, screen, own(chats))
        if not live:
            send(beeper, screen, own(chats))
    version_0(beeper, screen)


def main(arguments: Sequence[str]) -> int:
    """Start a FakeBeeper, or find the real one, and show everything twice."""
    parser = argparse.ArgumentParser(prog="scripts/demo", description=__doc__)
    parser.add_argument(
        "--live",
        action="store_true",
        help="the Beeper of this machine instead, reading only; token in BEEPER_ACCESS_TOKEN",
    )
    live: bool = parser.parse_args(arguments).live
    with ExitStack() as stack:
        screen = Screen()
        url = token = None  # from the environment, as for any client
        if not live:
            from beeper_sdk.testing import FakeBeeper

            fake = stack.enter_context(FakeBeeper())
            screen.requests, url, token = fake.requests, fake.url, fake.token
            print(f"A FakeBeeper runs at {url} while this lasts.")
        try:
            with Beeper(token, base_url=url, read_only=live) as beeper:
                tour(beeper, screen, live=live)
            anyio.run(_demo_async.tour, screen, AsyncBeeper(token, base_url=url, read_only=live), live)
        except BeeperError as error:
            print(f"\n{type(error).__name__}: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
