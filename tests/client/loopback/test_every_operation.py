"""Every operation of the contract, called through the resource methods of both clients over real HTTP.

Each thing that is written is read back through another operation. The calls are in `stories`. That the async client
works on trio as well is seen in the other tests of this folder.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk_client._contract import OPERATIONS  # noqa: TID251 - what is called is compared with the contract itself
from tests.client.loopback.helpers import BOTH, Kind, Story, play
from tests.client.loopback.stories import bridges, chats, matrix, media, messages, oauth, setup, v0

SIGNED_IN: tuple[Callable[[FakeBeeper], Story], ...] = tuple(
    story for module in (chats, messages, media, bridges, oauth, matrix, v0) for story in module.STORIES
)
STORIES = (*SIGNED_IN, *setup.STORIES)


@cache
def called(kind: Kind, story: Callable[[FakeBeeper], Story]) -> frozenset[str]:
    """Play a story in a world of its own; the operations it called."""
    with FakeBeeper(signed_in=story in SIGNED_IN) as fake:
        return play(kind, fake, story(fake))


def _name(story: Callable[[FakeBeeper], Story]) -> str:
    return f"{story.__module__.rpartition('.')[2]}.{story.__name__}"


@pytest.mark.parametrize("story", STORIES, ids=_name)
@pytest.mark.parametrize("kind", BOTH)
def test_what_is_written_is_read_back(kind: Kind, story: Callable[[FakeBeeper], Story]) -> None:
    assert called(kind, story)


@pytest.mark.parametrize("kind", BOTH)
def test_no_operation_of_the_contract_is_left_out(kind: Kind) -> None:
    assert frozenset().union(*(called(kind, story) for story in STORIES)) == OPERATIONS.keys()
