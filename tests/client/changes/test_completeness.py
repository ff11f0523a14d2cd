"""Nothing is missed where a rule that looks sufficient is not: many chats, equal times, equal IDs, wrong clocks."""

from __future__ import annotations

from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower, texts
from tests.client.changes.test_changes import send


def test_a_program_that_was_stopped_before_it_had_read_all_chats_goes_on_with_them(
    follower: Follower, fake: FakeBeeper
) -> None:
    """More chats than a page of the list has: the next process must not stop at the chats that were listed."""
    chats = [fake.world.add_chat(f"Chat {number}", ["Erin", "Bob"], network="Signal") for number in range(70)]
    follower.news()
    for number, chat in enumerate(chats):
        send(fake, f"{number}", chat=chat)
    changes = follower.changes()
    found = texts(changes.take(5))
    changes.commit()
    changes.close()
    found += follower.texts()
    assert sorted(map(int, found)) == list(range(70))
