"""A run: messages arrive in a fake Beeper while a consumer follows them and is killed, and the network fails."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from beeper_sdk.testing import FakeBeeper

PATIENCE = 120.0
"""Seconds without progress after which the rest counts as missed."""


@dataclass
class Result:
    """What a run found."""

    changes: int = 0
    kills: int = 0
    restarts: int = 0
    repeated: int = 0
    """Changes that were delivered again after a kill: at most one for each."""
    problems: list[str] = field(default_factory=list[str])
    requests: Counter[str] = field(default_factory=Counter[str])
    seconds: float = 0.0


class Scenario:
    """One run."""

    def __init__(
        self, folder: Path, *, changes: int, chats: int, kills: int, seed: int, polling: bool, sqlite: bool, rate: float
    ) -> None:
        self._output = folder / "delivered"
        self._random = Random(seed)
        self._count, self._chats, self._rate = changes, chats, rate
        self._kill_at = sorted(self._random.sample(range(changes), min(kills, changes)))
        self._arguments = [str(folder / "position"), str(self._output)]
        self._arguments += ["--polling"] * polling + ["--sqlite"] * sqlite
        self._polling, self._seed = polling, seed
        self._sent: dict[str, list[str]] = {}
        self._consumer: subprocess.Popen[bytes] | None = None
        self._fake = FakeBeeper(world="empty")
        self.result = Result(changes=changes)

    def run(self) -> Result:
        """Run it."""
        began = time.monotonic()
        with self._fake as fake:
            account = fake.world.add_account("whatsapp")
            people = ["Alice", "Bob", "Carol"]
            ids = [fake.world.add_chat(f"Chat {number}", people, account=account) for number in range(self._chats)]
            self._start()
            self._wait_for(b"begun\n", 1)
            fake.chaos(self._seed, rate=self._rate, max_delay=0.05)
            self._send(ids)
            self._finish()
            self.result.requests = Counter(request.operation for request in fake.requests)
        self.result.seconds = time.monotonic() - began
        self._compare()
        return self.result

    def _start(self) -> None:
        command = [sys.executable, "-m", "tests.following.consumer", self._fake.url, self._fake.token, *self._arguments]
        self._consumer = subprocess.Popen(command)

    def _kill(self) -> None:
        assert self._consumer is not None
        self._consumer.kill()
        self._consumer.wait()
        self.result.kills += 1

    def _send(self, ids: list[str]) -> None:
        """Let messages arrive, more in some chats than in others, in bursts."""
        for number in range(self._count):
            chat_id = ids[min(int(self._random.expovariate(4) * len(ids)), len(ids) - 1)]
            self._fake.world.receive(chat_id, f"{number}")
            self._sent.setdefault(chat_id, []).append(f"{number}")
            if self._kill_at and number == self._kill_at[0]:
                del self._kill_at[0]
                self._kill()
                self._start()
            self._disturb(number)

    def _disturb(self, number: int) -> None:
        roll = self._random.random()
        if roll < 0.0003:
            self._restart()
        elif roll < 0.001 and not self._polling:
            self._fake.websockets.drop()
        if roll < 0.02:
            time.sleep(self._random.random() * 0.2)
        self._wait_if_ahead(number)

    def _restart(self) -> None:
        """Close all connections and refuse new ones for a while, as an app that is started again."""
        with self._fake.quirk("ipv6_only", optional=True):
            time.sleep(0.3)
        self.result.restarts += 1

    def _wait_if_ahead(self, number: int) -> None:
        """Do not get far ahead of the consumer: there would be nothing to kill it in."""
        give_up = time.monotonic() + PATIENCE
        while number - self._delivered() > 5_000 and time.monotonic() < give_up:
            time.sleep(0.1)

    def _delivered(self) -> int:
        return self._output.stat().st_size // 25 if self._output.exists() else 0

    def _wait_for(self, line: bytes, count: int) -> None:
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up:
            if self._output.exists() and self._output.read_bytes().count(line) >= count:
                return
            time.sleep(0.05)
        raise TimeoutError("the consumer did not begin")

    def _finish(self) -> None:
        """Wait until everything was delivered, or nothing is any more."""
        size, progress = -1, time.monotonic()
        while time.monotonic() - progress < PATIENCE:
            now = self._output.stat().st_size
            if now != size:
                size, progress = now, time.monotonic()
                if len(set(self._lines())) >= self._count:
                    break
            time.sleep(0.5)
        time.sleep(1.0)
        assert self._consumer is not None
        self._consumer.kill()
        self._consumer.wait()

    def _lines(self) -> list[str]:
        return [line for line in self._output.read_text().splitlines() if line != "begun"]

    def _compare(self) -> None:
        delivered: dict[str, list[str]] = {}
        for line in self._lines():
            chat_id, _, text = line.partition(" ")
            delivered.setdefault(chat_id, []).append(text)
        for chat_id in delivered.keys() - self._sent.keys():
            self.result.problems.append(f"{chat_id}: {delivered[chat_id][:3]}")
        for chat_id, sent in self._sent.items():
            found = delivered.get(chat_id, [])
            once = list(dict.fromkeys(found))
            self.result.repeated += len(found) - len(once)
            if missing := set(sent) - set(once):
                self.result.problems.append(f"missed in {chat_id}: {len(missing)}, the first {min(missing, key=int)}")
            elif once != sent:
                self.result.problems.append(f"not in order in {chat_id}")
        if self.result.repeated > self.result.kills:
            self.result.problems.append("more changes were repeated than the consumer was killed")
