"""What makes the fake server fast changes nothing that clients see."""

from __future__ import annotations

import asyncio
import json
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk.testing.server.http_connection import JoinedWrites
from beeper_sdk.testing.wire import json_values

TEXTS = st.text(st.characters(exclude_categories=()))
"""Half emoji are among them."""
NUMBERS = st.integers() | st.floats(-1e6, 1e6).map(lambda number: round(number, 3))
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@given(JSON)
def test_the_bytes_are_the_same_with_orjson_and_without(value: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        fast = json_values.dumps(value)
        patch.setattr(json_values, "_fast", None)
        assert json_values.dumps(value) == fast
    assert json.loads(fast) == value


class Recorder:
    """A transport that notes what is called."""

    def __init__(self) -> None:
        self.calls: list[object] = []

    def write(self, data: bytes) -> None:
        self.calls.append(data)

    def close(self) -> None:
        self.calls.append("close")

    def abort(self) -> None:
        self.calls.append("abort")

    def is_closing(self) -> bool:
        return "close" in self.calls


HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n"


def _calls(*steps: bytes | str | None) -> list[object]:
    """What a transport does for these writes and calls; None lets the event loop run."""
    recorder = Recorder()

    async def act() -> None:
        joined = JoinedWrites(cast("Any", recorder), asyncio.get_running_loop())
        for step in steps:
            if step is None:
                await asyncio.sleep(0)
            elif isinstance(step, bytes):
                joined.write(step)
            else:
                getattr(joined, step)()
        assert joined.is_closing() == recorder.is_closing()

    asyncio.run(act())
    return recorder.calls


def test_a_head_is_sent_with_the_body_that_follows_it() -> None:
    assert _calls(HEAD, b"{}", b"more") == [HEAD + b"{}", b"more"]


def test_a_head_does_not_wait_for_a_body_that_comes_later_or_never() -> None:
    assert _calls(HEAD, None) == _calls(HEAD, None, None) == [HEAD]
    assert _calls(HEAD, None, b"{}") == [HEAD, b"{}"]
    assert _calls(HEAD, "close") == [HEAD, "close"]
    assert _calls(HEAD, "abort") == [HEAD, "abort"]
    assert _calls("abort") == ["abort"]


def test_a_body_that_looks_like_a_head_is_sent_at_once() -> None:
    assert _calls(HEAD, HEAD, HEAD, None) == [HEAD + HEAD, HEAD]
