"""Whatever happens between a client and its Beeper, `check` says nothing that is not so."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.core.delivery.helpers import KINDS, Kind, Story, open_chat, play
from tests.sweeps import examples

TEXTS = ("Hi", "**Hi**", "Hi there", "a < b & c", "\N{THUMBS UP SIGN}")
WAYS = {
    "well": (),
    "open": ("send_then_500",),
    "not at all": ("server_error",),
    "late and open": ("slow_delivery", "send_then_500"),
    "late": ("slow_delivery",),
    "refused": ("conflict",),
    "failing": ("send_fails", "send_then_500"),
}


class Do(NamedTuple):
    """One thing that happens."""

    what: str
    text: str


SENDS = st.builds(Do, st.sampled_from(sorted(WAYS)), st.sampled_from(TEXTS))
OTHERS = st.builds(Do, st.sampled_from(["somebody writes", "all arrives"]), st.sampled_from(TEXTS))
ACTIONS = st.lists(st.one_of(SENDS, SENDS, OTHERS), min_size=1, max_size=7)


class UncertainSend(NamedTuple):
    """An error, and whether its message has arrived: now, and once everything is delivered."""

    error: errors.DeliveryUncertain
    arrived: list[bool]


def _run_actions(beeper: Any, fake: FakeBeeper, chat: str, actions: list[Do]) -> Story:
    uncertain_sends: list[UncertainSend] = []
    for action in actions:
        if action.what == "somebody writes":
            fake.world.receive(chat, action.text)
        elif action.what == "all arrives":
            fake.world.deliver()
            for uncertain in uncertain_sends:
                uncertain.arrived[0] = uncertain.arrived[0] or uncertain.arrived[1]
        else:
            yield from _send(beeper, fake, chat, action, uncertain_sends)
    for uncertain in uncertain_sends:
        verdict = yield beeper.messages.check(uncertain.error)
        assert verdict.status != "delivered" or uncertain.arrived[0], "it had not happened"
        assert verdict.status != "not-seen" or not uncertain.arrived[0], "it was there"


def _send(beeper: Any, fake: FakeBeeper, chat: str, action: Do, uncertain_sends: list[UncertainSend]) -> Story:
    with ExitStack() as quirks:
        for name in WAYS[action.what]:
            quirks.enter_context(fake.quirk(name, 1))
        try:
            yield beeper.messages.send(chat, text=action.text)
        except errors.DeliveryUncertain as error:
            delayed = "late" in action.what
            uncertain_sends.append(UncertainSend(error, [not delayed and action.what != "not at all", delayed]))
        except errors.ConflictError:
            pass


@pytest.mark.parametrize(("kind", "number"), [(kind, 30 if kind == "sync" else 8) for kind in KINDS])
def test_check_tells_the_truth(kind: Kind, number: int) -> None:
    with FakeBeeper() as fake:
        account = open_chat(fake)["accountID"]
        fake.world.late_by(10**6)

        @settings(max_examples=examples(number), suppress_health_check=[HealthCheck.too_slow])
        @given(ACTIONS)
        def check(actions: list[Do]) -> None:
            (chat,) = fake.world.add_chats(account, 1)
            play(kind, fake, lambda beeper: _run_actions(beeper, fake, chat, actions))

        check()
