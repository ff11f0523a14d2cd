"""Ctrl-C at every line of a call: no slot and no connection is lost or given back twice, and the next call works."""

from __future__ import annotations

import gc
import sys
import warnings
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from beeper_sdk import Beeper
from beeper_sdk._transport import budget
from tests.sweeps import examples
from tests.transport.direct.peers import FILE, ONCE, Peer, accounts, serving

HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
OUTSIDE = frozenset({"slots.py"})
"""An interrupt between the parts of `threading.Semaphore.acquire` may cost a slot; nothing can prevent that."""
ALONE = frozenset({"wait_for_slot", "_end", "open", "send", "read", "close", "next", "<genexpr>"})
"""They pass a slot on between two calls, where an interrupt is hardly possible: Python looks for one when a function
begins and after a call, but a trace function is called at every line."""

STEP = 11


def respond(peer: Peer) -> None:
    while True:
        peer.request()
        peer.send(HEAD)
        peer.send(b"2\r\n[]\r\n")
        peer.send(b"0\r\n\r\n")


class Interrupt:
    """Raises KeyboardInterrupt at the n-th line or call in the transport."""

    def __init__(self, number: int) -> None:
        self.left = number
        self.place = ""

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        folder, _, name = frame.f_code.co_filename.rpartition("/")
        if "beeper_sdk" not in folder:
            return None
        is_possible = event in ("call", "line") and frame.f_code.co_name not in ALONE
        if "_transport" in folder and name not in OUTSIDE and is_possible:
            self.left -= 1
            if self.left == 0:
                self.place = f"{name}:{frame.f_lineno} ({event})"
                raise KeyboardInterrupt
        return self

    def run(self, act: Callable[[], object]) -> None:
        sys.settrace(self)
        try:
            act()
        except KeyboardInterrupt:
            pass
        finally:
            sys.settrace(None)


def download(beeper: Beeper) -> None:
    with beeper.stream(FILE) as file:
        for _ in file.iter_bytes():
            pass


@pytest.mark.parametrize(("act", "first"), [(accounts, False), (accounts, True), (download, True)])
def test_an_interrupt_at_any_line_loses_nothing(act: Callable[[Beeper], object], first: bool) -> None:
    step = 1 if examples(1) > 1 else STEP  # all of them in the long form
    number, places = 1, 0
    with serving(respond) as server:
        while True:
            interrupt = Interrupt(number)
            with warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                places += _interrupted(server.url, interrupt, act, first)
                gc.collect(0)
            assert warned == [], interrupt.place
            if not interrupt.place:
                break
            number += step
    assert places > 20


def _interrupted(url: str, interrupt: Interrupt, act: Callable[[Beeper], object], first: bool) -> bool:
    with Beeper("t", base_url=url, retry=ONCE) as beeper:
        if first:
            beeper.accounts.list()
        interrupt.run(lambda: act(beeper))
        http: Any = beeper._engine.http
        pool, slots = http._pools.current()
        assert (slots._free.qsize(), len(pool)) == (budget.MAX_CALLS, len(pool._idle)), interrupt.place
        assert beeper.accounts.list() == []
        return bool(interrupt.place)


def test_a_call_in_an_except_block_raises_the_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    """httptools raises an error of its own for what a callback raises, and the interrupt is only its context: which is
    the exception that is handled, if there is one."""
    pytest.importorskip("httptools")
    from beeper_sdk._transport.parsing import httptools_parser

    class Alarm(Exception):
        pass

    for raised in (KeyboardInterrupt, Alarm):

        def interrupted(*_: object, raised: type[BaseException] = raised) -> None:
            raise raised

        monkeypatch.setattr(httptools_parser._Message, "on_body", interrupted)
        with serving(respond) as server, Beeper("t", base_url=server.url, retry=ONCE) as beeper:
            with pytest.raises(raised):
                beeper.accounts.list()
            try:
                raise ValueError
            except ValueError:
                with pytest.raises(KeyboardInterrupt):
                    beeper.accounts.list()
