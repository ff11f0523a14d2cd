"""Measures the starts of the fake server, and the message pages that it serves on four connections."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter
from urllib.parse import quote, urlsplit

from scripts.bench import report
from scripts.bench.contest import FAST, Times, amount
from scripts.bench.environment import Place

CONNECTIONS = 4
MOST = {"first start": 0.8, "later start": 0.04, "message page": 1 / 1400}
"""Seconds that each may take. The first start includes the import; pages are those of all connections together."""


def rows(_: Place) -> list[report.Row]:
    """Measure with the packages of this interpreter, as the server needs the extra `testing`."""
    from beeper_sdk.testing import FakeBeeper

    place = Place(Path(sys.executable))
    times = place.measure("fake_server", FAST, "starts")
    with FakeBeeper(world="demo") as fake:
        chat = max(fake.world.chats(), key=lambda chat: len(fake.world.messages(chat["id"])))["id"]
        times += place.measure("fake_server", FAST, "pages", fake.url, fake.token, str(chat))
    made: list[report.Row] = []
    for what, most in MOST.items():
        value = times.middle(what)
        made.append(
            report.Row(f"fake server: {what}", report.seconds(value), report.seconds(most), value / most, "<= 1")
        )
    return made


def measure(kind: str, what: str, *arguments: str) -> Times:
    """The wall times; they are noted as CPU times, which budgets are about."""
    del kind
    return _starts() if what == "starts" else _pages(*arguments)


def _starts() -> Times:
    began = perf_counter()
    from beeper_sdk.testing import FakeBeeper

    fake = FakeBeeper().start()
    times = Times({"first start": [perf_counter() - began], "later start": []})
    fake.stop()
    for _ in range(amount(20, 1)):
        began = perf_counter()
        fake.start()
        times.cpu["later start"].append(perf_counter() - began)
        fake.stop()
    return times


def _pages(url: str, token: str, chat: str) -> Times:
    count = amount(2000, 5)
    path = f"/v1/chats/{quote(chat, safe='')}/messages"

    def read(_: int) -> None:
        connection = HTTPConnection(urlsplit(url).netloc)
        for _ in range(count):
            connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
            response = connection.getresponse()
            if response.status != 200 or not response.read():
                raise RuntimeError(f"{path}: {response.status}")
        connection.close()

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        began = perf_counter()
        list(pool.map(read, range(CONNECTIONS)))
        return Times({"message page": [(perf_counter() - began) / count / CONNECTIONS]})
