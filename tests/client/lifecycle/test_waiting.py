"""A client sends a limited number of calls at once. To wait for the others is no failure of a healthy server."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors
from beeper_sdk._core.generated import api
from beeper_sdk._transport import slots, slots_async
from tests.client.lifecycle.counting_server import PlainServer
from tests.scripted_server import KINDS, Kind

pytestmark = pytest.mark.usefixtures("transport")

CALLS = 20
ONCE = RetryPolicy(attempts=1, deadline=0.8)
"""Of the calls that a server answers after 0.1 s, two at a time, the last ones wait for longer than that."""


@pytest.mark.parametrize("kind", KINDS)
def test_calls_that_wait_for_others_to_end_are_all_answered(
    kind: Kind, plain: PlainServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (slots, slots_async):
        monkeypatch.setattr(module, "MAX_CALLS", 2)
    options: Any = {"base_url": plain.url, "retry": ONCE}

    async def tasks() -> None:
        async with AsyncBeeper("t", **options) as beeper, anyio.create_task_group() as group:
            await beeper.with_options(retry=RetryPolicy()).chats.retrieve("first")  # the first call imports
            for number in range(CALLS):
                group.start_soon(beeper.chats.retrieve, str(number))

    with plain.being("slow"):
        if kind == "sync":
            with Beeper("t", **options) as beeper, ThreadPoolExecutor(CALLS) as threads:
                beeper.with_options(retry=RetryPolicy()).chats.retrieve("first")
                list(threads.map(beeper.chats.retrieve, map(str, range(CALLS))))
        else:
            anyio.run(tasks, backend=kind)
    assert len(plain.requests) == CALLS + 1


def test_a_thread_that_waits_while_no_call_ends_times_out(plain: PlainServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "MAX_CALLS", 1)
    with Beeper("t", base_url=plain.url) as beeper, beeper.stream(api.assets.serve(url="mxc://a/b")):
        sent = len(plain.requests)
        with pytest.raises(errors.APITimeoutError, match="free connection"):
            beeper.with_options(timeout=0.01, retry=RetryPolicy(attempts=1)).messages.send("a", text="x")
        assert len(plain.requests) == sent
