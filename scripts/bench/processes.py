"""Measures programs in new processes, with cached bytecode: imports, the first call, keeping many messages."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from scripts.bench import report, sample, server
from scripts.bench.contest import Times, amount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scripts.bench.environment import Place

ROUNDS = 11
BASE = "import httpx, attrs"
IMPORTS = {
    "ours": "from beeper_sdk import Beeper",
    "ours, async": "from beeper_sdk import AsyncBeeper",
    BASE: BASE,
    "official": "from beeper_desktop_api import BeeperDesktop",
}
FIRST_CALL = {
    "ours": f"from beeper_sdk import Beeper\nBeeper('t', base_url=URL).chats.retrieve({sample.CHAT!r})",
    "bare httpx, without certificates": (
        f"import httpx\nhttpx.Client(trust_env=False, verify=False).get(URL + '/v1/chats/{sample.CHAT}').json()"
    ),
    "bare httpx": f"import httpx\nhttpx.Client().get(URL + '/v1/chats/{sample.CHAT}').json()",
    "official": (
        "from beeper_desktop_api import BeeperDesktop\n"
        f"BeeperDesktop(access_token='t', base_url=URL).chats.retrieve({sample.CHAT!r})"
    ),
}
THRESHOLD = "gc.set_threshold(50_000, 20, 100)"
KEEP = """
import gc
from scripts.bench import app_sample, decode
decoded = decode.ours(decode.Document('page', app_sample.page()))
{setting}
kept = [decoded() for _ in range({pages})]
"""
BEFORE = """
import json, sys
from time import perf_counter, process_time
sys.modules.update(orjson=None, httptools=None)
URL = {url!r}
wall, cpu = perf_counter(), process_time()
{code}
print(json.dumps([process_time() - cpu, perf_counter() - wall]))
"""


def rows(place: Place) -> list[report.Row]:
    """Measure imports, the first call to the server, and the collection of garbage."""
    imports = measured(place, IMPORTS, ROUNDS)
    with server.running() as url:
        called = measured(place, FIRST_CALL, ROUNDS, url)
    what, first = "import Beeper", "first call, with imports"
    return [
        report.compare(what, imports, "ours", BASE, "<= 0.65"),
        report.compare("import AsyncBeeper", imports, "ours, async", BASE),
        report.compare(what, imports, "ours", "official"),
        report.compare(first, called, "ours", "bare httpx, without certificates", "<= 0.9"),
        report.compare(first, called, "ours", "bare httpx"),
        report.compare(first, called, "ours", "official"),
        *collected(place),
    ]


def collected(place: Place) -> list[report.Row]:
    """What fewer collections save a program that keeps 100,000 messages."""
    pages = amount(100_000 // sample.COUNT, 2)
    settings = {"set": THRESHOLD, "default": "pass"}
    programs = {name: KEEP.format(setting=setting, pages=pages) for name, setting in settings.items()}
    times = measured(place, programs, amount(3, 1))
    return [report.compare(f"keep 100,000 messages, {THRESHOLD}", times, "set", "default")]


def measured(place: Place, codes: Mapping[str, str], rounds: int, url: str = "") -> Times:
    """The time of each program without the startup of Python, in alternating rounds; the first one is not counted."""
    times = Times()
    for number in range(amount(0, 1), amount(rounds, 1) + 1):
        for name in list(codes)[:: -1 if number % 2 else 1]:
            if name in times.missing:
                continue
            try:
                out = place.run(["-c", BEFORE.format(url=url, code=codes[name])])
            except subprocess.CalledProcessError as error:
                times.missing[name] = (error.stderr.splitlines() or ["it failed"])[-1]
                continue
            if number:
                cpu, wall = json.loads(out)
                times.cpu.setdefault(name, []).append(cpu)
                times.wall.setdefault(name, []).append(wall)
    return times
