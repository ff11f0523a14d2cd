"""Each place that calls v0 is warned, once, and learns what to call instead."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

import beeper_sdk
from beeper_sdk import v0
from tests.core.compat.helpers import Kind
from tests.scripted_server import Script, answer, chat
from tests.v0.calls import CALLS, old_call

OLD_CHAT = answer(chat() | {"network": "x"}, x_beeper_desktop_version="4.3.73")


def line_of(mark: str) -> int:
    lines = Path(__file__).read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.endswith(f"# {mark}"))


def test_each_place_that_calls_is_warned_once(kind: Kind) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        old_call(kind, Script(OLD_CHAT), lambda client: _calls(kind, client), api="v1")
    assert [warning.lineno for warning in caught] == [line_of(f"{kind[:4]} one"), line_of(f"{kind[:4]} two")]
    assert {warning.filename for warning in caught} == {__file__}
    assert {warning.category for warning in caught} == {DeprecationWarning}
    text = str(caught[0].message)
    assert "beeper.chats.retrieve" in text
    assert "2.0" in text


def _calls(kind: Kind, client: Any) -> Any:
    if kind == "sync":
        for _ in range(3):
            client.get_chat(chat_id="a")  # sync one
        return client.get_chat(chat_id="a")  # sync two
    return _asyncio(client)


async def _asyncio(client: Any) -> None:
    for _ in range(3):
        await client.get_chat(chat_id="a")  # asyn one
    later = client.get_chat(chat_id="a")  # asyn two
    await later


def test_warnings_that_are_errors_come_every_time() -> None:
    client = v0.Client("t")
    for _ in range(2):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(DeprecationWarning, match=r"use beeper\.accounts\.list"):
                client.get_accounts()
    client.close()


def test_each_call_names_a_call_of_today() -> None:
    with beeper_sdk.Beeper("t") as beeper, v0.Client("t") as client:
        for name in CALLS:
            with pytest.warns(DeprecationWarning, match=r"use beeper\.(\S+) of") as caught, pytest.raises(TypeError):
                getattr(client, name)(no_such_argument=1)
            target: Any = beeper
            for attribute in str(caught[0].message).split("beeper.")[1].split(" of")[0].split("."):
                target = getattr(target, attribute)
            assert callable(target)
