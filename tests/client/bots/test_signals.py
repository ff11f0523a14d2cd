"""SIGTERM and SIGINT end a run after its handler, with the position saved; a second signal ends it at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from beeper_sdk import Beeper, models
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower
from tests.scripted_server import KINDS, Kind

ROOT = Path(__file__).resolve().parents[3]
ERIN = "!erin:small.local"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows cannot send these signals to a process")


@contextmanager
def program(kind: Kind, fake: FakeBeeper, position: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.client.bots.programs", kind, fake.url, fake.token, str(position)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'generated'}"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def begin(fake: FakeBeeper, position: Path) -> None:
    """Let the position begin, so that the program misses nothing however late it starts."""
    with Follower("sync", fake, position) as follower:
        assert follower.news() == []


@pytest.mark.parametrize(
    ("kind", "number"), [("sync", signal.SIGTERM), ("asyncio", signal.SIGINT), ("trio", signal.SIGINT)]
)
def test_the_running_handler_ends_and_the_rest_is_for_the_next_run(
    kind: Kind, number: signal.Signals, fake: FakeBeeper, tmp_path: Path
) -> None:
    position = tmp_path / "position.json"
    begin(fake, position)
    for text in ("one", "two"):
        fake.world.person("Erin").send(ERIN, text)
    with program(kind, fake, position) as process:
        assert [line(process), line(process)] == ["ready", "begin one"]
        process.send_signal(number)
        assert [line(process), line(process)] == ["end one", "returned"]
        assert process.wait(20) == 0
    with Follower("sync", fake, position) as follower:
        assert follower.texts() == ["two"]


@pytest.mark.parametrize("kind", ["sync"])
def test_a_run_that_waits_ends_soon(kind: Kind, fake: FakeBeeper, tmp_path: Path) -> None:
    position = tmp_path / "position.json"
    begin(fake, position)
    fake.world.person("Erin").send(ERIN, "one")
    with program(kind, fake, position) as process:
        assert [line(process), line(process), line(process)] == ["ready", "begin one", "end one"]
        process.send_signal(signal.SIGTERM)
        assert line(process) == "returned"
        assert process.wait(20) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_signal_interrupts_the_handler(kind: Kind, fake: FakeBeeper, tmp_path: Path) -> None:
    position = tmp_path / "position.json"
    begin(fake, position)
    fake.world.person("Erin").send(ERIN, "forever")
    with program(kind, fake, position) as process:
        assert [line(process), line(process)] == ["ready", "begin forever"]
        process.send_signal(signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.5)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
        assert process.returncode != 0
        assert "KeyboardInterrupt" in errors
    with Follower("sync", fake, position) as follower:
        assert follower.texts() == ["forever"]


def test_the_handlers_of_the_program_are_restored(fake: FakeBeeper, tmp_path: Path) -> None:
    received: list[int] = []
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGTERM, lambda number, _: received.append(number))
    try:
        mine = signal.getsignal(signal.SIGTERM)
        with Beeper(fake.token, base_url=fake.url) as beeper:
            begin(fake, tmp_path / "position.json")
            fake.world.person("Erin").send(ERIN, "one")

            @beeper.on_message
            def twice(_: models.Message) -> None:
                assert signal.getsignal(signal.SIGTERM) is not mine
                os.kill(os.getpid(), signal.SIGTERM)
                assert received == []
                os.kill(os.getpid(), signal.SIGTERM)
                assert received == [signal.SIGTERM]

            beeper.run_forever(tmp_path / "position.json", live=False)
        assert signal.getsignal(signal.SIGTERM) is mine
        assert signal.getsignal(signal.SIGINT) is before[signal.SIGINT]
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_in_another_thread_signals_are_not_touched(fake: FakeBeeper, tmp_path: Path) -> None:
    begin(fake, tmp_path / "position.json")
    fake.world.person("Erin").send(ERIN, "one")
    handler = signal.getsignal(signal.SIGTERM)
    seen: list[object] = []
    with Beeper(fake.token, base_url=fake.url) as beeper:

        @beeper.on_message
        def stop(_: models.Message) -> None:
            seen.append(signal.getsignal(signal.SIGTERM))

        run = threading.Thread(
            target=beeper.run_forever, args=(tmp_path / "position.json",), kwargs={"live": False, "poll_every": 0.05}
        )
        run.start()
        while not seen:
            run.join(0.01)
        beeper.stop()
        run.join(20)
        assert not run.is_alive()
    assert seen == [handler]
