"""Measures the fake server with a million messages, in one chat and in a thousand, against what it may take at most.

Client and server share a process, so that the CPU times are those of both.
"""

from __future__ import annotations

import gc
import json
import sys
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from scripts.bench import report
from scripts.bench.contest import FAST, Times, amount
from scripts.bench.environment import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from beeper_sdk.testing import FakeBeeper

CHATS = {"one chat": 1, "many chats": 1000}
BYTES = 400
"""What a message may take, of memory."""
MOST = {
    "add_messages, a thousand": 0.03,
    "newest page": 0.003,
    "page in the middle": 0.003,
    "send": 0.003,
    "receive": 0.003,
    "search, rare word": 0.2,
    "search, frequent word": 0.2,
    "search, no match": 0.2,
    "search, media": 0.2,
    "messages(), a thousand": 0.03,
    "mark all unread": 0.2,
    "mark all read": 0.2,
    "read by a person": 0.2,
    "keep": 0.5,
    "reset to what was kept": 0.1,
}
"""Seconds that each may take."""
SEARCHES = {"rare word": "needle", "frequent word": "message", "no match": "zebra"}


def rows(_: Place) -> list[report.Row]:
    """Measure both worlds, with the packages of this interpreter, as the server needs the extra `testing`."""
    made: list[report.Row] = []
    for chats in CHATS:
        times = Place(Path(sys.executable)).measure("big_world", FAST, chats)
        size = times.middle("memory")
        made.append(report.Row(f"{chats}: memory of a message", f"{size:.0f} B", f"{BYTES} B", size / BYTES, "<= 1"))
        for what, most in MOST.items():
            value = times.middle(what)
            against = report.seconds(most)
            made.append(report.Row(f"{chats}: {what}", report.seconds(value), against, value / most, "<= 1"))
    return made


def measure(kind: str, chats: str) -> Times:
    """The bytes of a message, and the times."""
    del kind
    from beeper_sdk.testing import FakeBeeper

    with FakeBeeper(world="small") as fake:
        return _measured(fake, amount(CHATS[chats], 1), amount(1_000_000, 3_000))


def _measured(fake: FakeBeeper, chats: int, messages: int) -> Times:
    ids = [fake.world.add_chat(f"Chat {number}", ["Bob", "Carol", "Dave"]) for number in range(chats)]
    times, get = Times(), _client(fake)
    get("/v1/messages/search?query=warm")
    before = _memory()
    each = messages // chats
    took = _seconds(lambda: [fake.world.add_messages(chat, each) for chat in ids])
    times.cpu["add_messages, a thousand"] = [took / messages * 1000]
    times.cpu["memory"] = [(_memory() - before) / messages]
    big = ids[len(ids) // 2]
    fake.world.person("Bob").send(big, "a needle of gold")
    middle = fake.world.read(lambda world: str(world.rooms[big].messages[each // 2]["sortKey"]))
    page = f"/v1/chats/{quote(big, safe='')}/messages"
    acts: dict[str, Callable[[], object]] = {
        "newest page": lambda: get(page),
        "page in the middle": lambda: get(f"{page}?cursor={middle}&direction=before"),
        "send": lambda: get(page, {"text": "hello"}),
        "receive": lambda: fake.world.receive(big, "hello"),
        "search, media": lambda: get("/v1/messages/search?mediaTypes=image"),
        **{
            f"search, {what}": partial(get, f"/v1/messages/search?{urlencode({'query': word})}")
            for what, word in SEARCHES.items()
        },
    }
    for what, act in acts.items():
        act()
        times.cpu[what] = [_seconds(act) for _ in range(amount(20, 1))]
    took = _seconds(lambda: [fake.world.messages(chat) for chat in ids])
    times.cpu["messages(), a thousand"] = [took / messages * 1000]
    for what, act in _changes_of_all(fake, get, big, page.removesuffix("/messages")).items():
        times.cpu[what] = [_seconds(act)]
    return times


def _changes_of_all(
    fake: FakeBeeper, get: Callable[..., object], big: str, path: str
) -> dict[str, Callable[[], object]]:
    """What changes or keeps all messages, to be measured once."""
    first = fake.world.read(lambda world: str(world.rooms[big].messages[0]["id"]))
    return {
        "mark all unread": lambda: get(f"{path}/unread", {"messageID": first}),
        "mark all read": lambda: get(f"{path}/read", {}),
        "read by a person": lambda: fake.world.person("Bob").read(big),
        "keep": lambda: fake.keep("full"),
        "reset to what was kept": lambda: fake.reset(state="full"),
    }


def _client(fake: FakeBeeper) -> Callable[..., object]:
    connection = HTTPConnection("127.0.0.1", int(fake.url.rpartition(":")[2]))

    def get(path: str, body: object = None) -> object:
        headers = {"Authorization": f"Bearer {fake.token}", "Content-Type": "application/json"}
        content = None if body is None else json.dumps(body)
        try:
            connection.request("GET" if body is None else "POST", path, content, headers)
            response = connection.getresponse()
        except ConnectionError:  # the server has closed it while messages were added
            connection.close()
            return get(path, body)
        found: object = json.loads(response.read())
        if response.status != 200:
            raise RuntimeError(f"{path}: {response.status}")
        return found

    return get


def _seconds(act: Callable[[], object]) -> float:
    began = process_time()
    act()
    return process_time() - began


def _memory() -> float:
    gc.collect()
    if not Path("/proc/self/statm").exists():
        return 0.0
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096
