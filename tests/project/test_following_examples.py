"""The programs in examples/ that follow what is new, against a FakeBeeper."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

import pytest

from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from tests.project.programs import command, run, use

ERIN, BOB, TEAM = "!erin:small.local", "!bob:small.local", "!team:small.local"
PATIENCE = 20.0


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeBeeper]:
    """A Beeper where the programs look for one. They run in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    with FakeBeeper(world="small") as fake:
        use(fake, monkeypatch)
        yield fake


def start(name: str, *arguments: str) -> subprocess.Popen[str]:
    """Run a program in a process of its own."""
    words, environment = command(name, *arguments)
    return subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_the_notifier_prints_what_is_new_since_its_last_run(
    fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    muted = fake.world.add_chat("Quiet", ["Erin", "Frank"], account="signal", muted=True)
    run(monkeypatch, "notifier", "--once")
    assert capsys.readouterr().out == ""
    fake.world.person("Erin").send(ERIN, "Read <a href='https://example.com'>the plan</a><br>&amp; answer")
    fake.world.person("Erin").send(muted, "psst")
    fake.world.me.send(ERIN, "mine")
    run(monkeypatch, "notifier", "--once")
    shown = capsys.readouterr().out
    assert re.fullmatch(
        r"\d\d:\d\d  Erin Elmcroft  Erin Elmcroft: Read the plan \(https://example\.com\) & answer\n", shown
    )
    run(monkeypatch, "notifier", "--once")
    assert capsys.readouterr().out == ""
    assert [request.path for request in fake.requests if request.method != "GET"] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send these signals to a process")
def test_the_bot_replies_once_an_hour_and_never_twice(fake: FakeBeeper) -> None:
    def replies() -> int:
        return sum(request.operation == "messages.send" for request in list(fake.requests))

    with start("auto_reply_bot", "Erin", "--text", "Later.", "--send") as bot:
        try:
            until(lambda: Path("bot.json").exists())
            fake.world.person("Erin").send(ERIN, "one")
            fake.world.person("Erin").send(ERIN, "two")
            fake.world.person("Bob").send(BOB, "another chat")
            assert bot.stdout is not None
            assert bot.stdout.readline() == "Erin Elmcroft: sent\n"
            bot.send_signal(signal.SIGTERM)
            assert bot.wait(PATIENCE) == 0
        finally:
            bot.kill()
    fake.world.person("Erin").send(ERIN, "three")
    fake.clock.advance(hours=2)
    fake.world.person("Erin").send(ERIN, "four")
    with start("auto_reply_bot", "Erin", "--text", "Later.", "--send") as bot:
        try:
            until(lambda: replies() == 2)
            bot.send_signal(signal.SIGINT)
            assert bot.wait(PATIENCE) == 0
        finally:
            bot.kill()
    assert replies() == 2
    answered = Path("bot.answered").read_text(encoding="utf-8").splitlines()
    assert len(answered) == len(set(answered)) == 4


def _kill(program: subprocess.Popen[str], _: object) -> None:
    program.kill()


class Receiver(ThreadingHTTPServer):
    """A URL that accepts messages. `statuses` are those of the next responses."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Accepting)
        self.statuses: list[int] = []
        self.received: list[tuple[str, str]] = []
        self.on_request: Callable[[], None] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.received]


def _at(number: int, act: Callable[[], None]) -> Callable[[], None]:
    """A function that acts when it is called for this time."""
    numbers = count(1)
    return lambda: act() if next(numbers) == number else None


class _Accepting(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        receiver = self.server
        assert isinstance(receiver, Receiver)
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status = receiver.statuses.pop(0) if receiver.statuses else 204
        if status < 300:
            receiver.received.append((self.headers["Idempotency-Key"], body["message"]["text"]))
        if receiver.on_request is not None:
            receiver.on_request()
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the base class
        pass


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        thread = threading.Thread(target=receiver.serve_forever, args=(0.02,))
        thread.start()
        yield receiver
        receiver.shutdown()
        thread.join()


def test_the_outbox_repeats_what_failed_and_goes_on_in_order(
    fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch, receiver: Receiver, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "webhook_outbox", receiver.url, "--once")
    for text in ("one", "two", "three"):
        fake.world.person("Erin").send(ERIN, text)
    receiver.statuses = [503]
    with pytest.raises(SystemExit, match="delivered by the next run"):
        run(monkeypatch, "webhook_outbox", receiver.url, "--once")
    assert receiver.texts == []
    receiver.statuses = [204, 422]
    run(monkeypatch, "webhook_outbox", receiver.url, "--once")
    assert receiver.texts == ["one", "three"]
    assert capsys.readouterr().err == "the URL refused a message with status 422\n"
    assert len({key for key, _ in receiver.received}) == 2
    assert [request.path for request in fake.requests if request.method != "GET"] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot kill a process in this way")
def test_the_outbox_misses_nothing_when_it_is_killed_anywhere(
    fake: FakeBeeper, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(monkeypatch, "webhook_outbox", receiver.url, "--once")  # the position begins
    texts: list[str] = []
    for posts in (1, 3, 0):  # 0: while it reads
        for word in ("a", "b", "c"):
            texts.append(f"{posts} {word}")
            fake.world.person("Erin").send(ERIN, texts[-1])
        with start("webhook_outbox", receiver.url) as program:
            receiver.on_request = _at(posts, program.kill)
            if not posts:
                fake.before("messages.list", partial(_kill, program))
            program.wait(PATIENCE)
    receiver.on_request = None
    run(monkeypatch, "webhook_outbox", receiver.url, "--once")
    assert [text for index, text in enumerate(receiver.texts) if text not in receiver.texts[:index]] == texts
    assert len(set(receiver.received)) == len(texts)  # one key for each message
    assert len(receiver.received) <= len(texts) + 3  # what was being posted at each kill is posted again
