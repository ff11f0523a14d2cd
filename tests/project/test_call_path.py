"""One call from the client to the socket and back passes through few modules and functions of ours."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

import beeper_sdk
from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper

PACKAGE = str(Path(beeper_sdk.__file__).parent)
TRANSPORT = "_transport"
CALLS: dict[str, Callable[[Beeper, str], object]] = {
    "chats.retrieve": lambda beeper, chat_id: beeper.chats.retrieve(chat_id),
    "messages.send": lambda beeper, chat_id: beeper.messages.send(chat_id, text="Hello"),
}


def entered(call: Callable[[], object]) -> set[tuple[str, str]]:
    """The functions of the hand-written package that run in this thread, comprehensions not counted."""
    found: set[tuple[str, str]] = set()

    def profile(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(PACKAGE) and not code.co_name.startswith("<"):
            found.add((code.co_filename, code.co_qualname))

    sys.setprofile(profile)
    try:
        call()
    finally:
        sys.setprofile(None)
    return found


@pytest.mark.parametrize("name", CALLS)
def test_a_call_enters_few_modules_and_functions(name: str, fake_beeper: FakeBeeper) -> None:
    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        chat_id = beeper.chats.search(type="single").collect(1)[0].id
        CALLS[name](beeper, chat_id)  # the first call imports and connects
        functions = entered(lambda: CALLS[name](beeper, chat_id))
    transport = {(path, name) for path, name in functions if TRANSPORT in Path(path).parts}
    for part, files, most in ((functions - transport, 12, 50), (transport, 15, 52)):
        assert len({path for path, _ in part}) <= files
        assert len(part) <= most
