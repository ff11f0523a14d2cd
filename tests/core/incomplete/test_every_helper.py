"""Whatever one field of some items is, lists are returned whole, and every helper returns something or says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple
from zlib import crc32

import pytest

from beeper_sdk import Beeper, errors, sanitize
from beeper_sdk.testing import FakeBeeper
from tests.core.incomplete.mutations import WRONG, Mutating, Mutation, Reads, mutations
from tests.sweeps import LONG, examples


class Sample(NamedTuple):
    """What there is where nothing is wrong."""

    chats: int
    chat: str
    group: str
    messages: int


def answer(function: Callable[[], object]) -> object:
    """What a helper returns, or the error with which it says that it found nothing."""
    try:
        return function()
    except (errors.NoMatch, errors.AmbiguousMatch, errors.SelfUserUnknown) as error:
        return error


HELPERS: dict[str, Callable[[Beeper, Sample], object]] = {
    "titles": lambda beeper, _: [beeper.chats.title(chat) for chat in beeper.chats.list().collect(4)],
    "names": lambda beeper, sample: [
        beeper.people.display_name(message) for message in beeper.messages.list(sample.chat).collect(4)
    ],
    "rosters": lambda beeper, _: [list(beeper.chats.participants(chat)) for chat in beeper.chats.list().collect(2)],
    "roster by ID": lambda beeper, sample: list(beeper.chats.participants(sample.group)),
    "own messages": lambda beeper, sample: [
        beeper.messages.is_mine(message) for message in beeper.messages.list(sample.chat).collect(4)
    ],
    "reports": lambda beeper, _: [(repr(chat), chat.missing_fields) for chat in beeper.chats.list().collect(4)],
    "sanitized": lambda beeper, sample: sanitize(
        [*beeper.messages.list(sample.chat).collect(4), *beeper.chats.list().collect(4)], key=b"k" * 32
    ),
    "selves": lambda beeper, _: beeper.accounts.selves(complete=True),
    "self in chats": lambda beeper, _: [
        answer(partial(beeper.chats.self_user, chat)) for chat in beeper.chats.list().collect(3)
    ],
    "complete": lambda beeper, sample: beeper.chats.complete(sample.group),
    "people": lambda beeper, _: answer(lambda: beeper.people.find("Erin")),
    "chats": lambda beeper, _: answer(lambda: beeper.chats.find("Photo Walks")),
    "search": lambda beeper, _: beeper.search(query="a"),
    "message search": lambda beeper, sample: beeper.messages.search(query="a", chat_ids=[sample.chat]).collect(30),
    "oldest first": lambda beeper, sample: beeper.messages.list(sample.chat).oldest_first().collect(5),
}


@pytest.fixture(scope="module")
def server() -> Iterator[FakeBeeper]:
    with FakeBeeper() as fake:
        yield fake


@pytest.fixture(scope="module")
def reads() -> Iterator[Reads]:
    responses = Reads()
    yield responses
    responses.close()


@pytest.fixture(scope="module")
def sample(server: FakeBeeper) -> Sample:
    with Beeper(server.token, base_url=server.url) as beeper:
        chats = beeper.chats.list().collect()
        group = max(chats, key=lambda chat: chat.participants.total)
        return Sample(len(chats), chats[0].id, group.id, len(beeper.messages.list(chats[0].id).collect(60)))


def tried() -> list[Mutation]:
    """One way to be wrong for each field, and those seen; all of them in the long form. Each takes half a second."""
    ways = list(WRONG)
    if examples(1) == LONG:
        return list(mutations())
    seen = {("timestamp", "null"), ("unreadCount", "null"), ("participants", "missing"), ("user", "missing")}
    return [m for m in mutations() if m in seen or m.wrong == ways[crc32(m.field.encode()) % len(ways)]]


@pytest.mark.parametrize("mutation", tried(), ids=str)
def test_lists_are_whole_and_helpers_work(mutation: Mutation, server: FakeBeeper, reads: Reads, sample: Sample) -> None:
    with Beeper(server.token, base_url=server.url, transport=Mutating(mutation, reads)) as beeper:
        assert len(beeper.chats.list().collect()) == sample.chats
        assert len(beeper.messages.list(sample.chat).collect(60)) == sample.messages
        for name, helper in HELPERS.items():
            try:
                helper(beeper, sample)
            except Exception as error:
                error.add_note(name)
                raise
