"""How many requests each helper takes: the table, pinned.

`python -m tests.core.people.test_request_counts` prints it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.core.people.test_participants import BIG, titled
from tests.testing.known_chats import BOB, IMESSAGE, MERGED, SIGNAL

Act = Callable[[Beeper], object]
"""For the other half too: the names are the same."""
LIST, CHAT, SEARCH, FIND = "accounts.list", "chats.retrieve", "messages.search", "chats.search"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    helper: str
    act: Act
    first: tuple[str, ...]
    again: tuple[str, ...]
    quirks: tuple[str, ...] = ()


NATIVE, MARKS, ROWS, OTHER = "accounts_without_native", "no_is_self", "no_is_sender", "account_user_differs"
TABLE = (
    Row("participants(id), 2 people", lambda b: b.chats.participants(BOB).collect(), (CHAT,), (CHAT,)),
    Row("participants(id), the first few of 1,200", lambda b: b.chats.participants(BIG).first(), (CHAT,), (CHAT,)),
    Row("participants(id), all 1,200", lambda b: b.chats.participants(BIG).collect(), (CHAT, CHAT), (CHAT, CHAT)),
    Row("participants(merged id), 2 members", lambda b: b.chats.participants(MERGED).collect(),
        (CHAT,) * 3, (CHAT,) * 3),
    Row("complete(id), 1,200 people", lambda b: b.chats.complete(BIG), (CHAT,), (CHAT,)),
    Row("self_user(id)", lambda b: b.chats.self_user(BIG), (CHAT,), ()),
    Row("self_user(id), no isSelf", lambda b: b.chats.self_user(BIG), (CHAT, LIST), (), (MARKS,)),
    Row("self_user(id), row 10 in full", lambda b: b.chats.self_user(BIG), (CHAT, LIST, SEARCH), (),
        (MARKS, ROWS, OTHER)),
    Row("self_user(merged id)", lambda b: b.chats.self_user(MERGED), (CHAT,), (CHAT,)),
    Row("me(account)", lambda b: b.me(SIGNAL), (LIST,), ()),
    Row("me(native account not listed)", lambda b: b.me(IMESSAGE), (LIST, SEARCH), (), (NATIVE,)),
    Row("selves()", lambda b: b.accounts.selves(), (LIST,), (LIST,)),
    Row("selves(complete=True), 40 chats", lambda b: b.accounts.selves(complete=True), (LIST, FIND), (LIST, FIND)),
    Row("list_all(), 40 chats", lambda b: b.accounts.list_all(), (LIST, FIND), (LIST, FIND), (NATIVE,)),
    Row("list_all(), 40 chats, no isSelf", lambda b: b.accounts.list_all(), (LIST, FIND, SEARCH), (LIST, FIND),
        (NATIVE, MARKS)),
)  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=[row.helper for row in TABLE])
def test_a_helper_takes_exactly_these_requests(kind: Kind, fake_beeper: FakeBeeper, row: Row) -> None:
    for quirk in row.quirks:
        fake_beeper.quirk(quirk)

    def story(beeper: Any) -> Story:
        for wanted in (row.first, row.again):
            yield row.act(beeper)
            assert tuple(operation.split()[0] for operation in arrived(fake_beeper)) == wanted

    play(kind, fake_beeper, story)


MINE = {
    "the message says so": ((), 0),
    "no isSender, nothing learned": ((ROWS,), 1),
    "row 10 in full": ((ROWS, MARKS, OTHER), 1),
}


@pytest.mark.parametrize("case", MINE)
def test_is_mine_lists_the_accounts_once_at_most(kind: Kind, fake_beeper: FakeBeeper, case: str) -> None:
    quirks, wanted = MINE[case]
    for quirk in quirks:
        fake_beeper.quirk(quirk)
    chat_id = titled(fake_beeper, "Board Games")["id"]

    def story(beeper: Any) -> Story:
        messages = yield beeper.messages.list(chat_id).collect(200)
        arrived(fake_beeper)
        for message in messages:
            yield beeper.messages.is_mine(message)
        assert arrived(fake_beeper) == [LIST] * wanted

    play(kind, fake_beeper, story)


def _print() -> None:
    print("| helper | server | first call | again |\n| --- | --- | --- | --- |")
    for row in TABLE:
        first, again = (
            ": ".join(filter(None, (str(len(operations)), ", ".join(operations))))
            for operations in (row.first, row.again)
        )
        print(f"| {row.helper} | {', '.join(row.quirks) or 'as it should be'} | {first} | {again} |")


if __name__ == "__main__":
    _print()
