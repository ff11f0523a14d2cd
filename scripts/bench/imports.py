"""Measures startup: imports, and the first use. Each measurement runs in a new process."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from scripts.bench import call, report, sample

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scripts.bench.environment import Place

ROUNDS = 15
BASE = "import httpx, attrs"
OPERATION = "from beeper_sdk import api; api.chats.retrieve('x')"

IMPORTS = {
    BASE: BASE,
    "ours": f"{BASE}\n{OPERATION}",
    "ours, without httpx": f"{OPERATION}\nassert 'httpx' not in sys.modules",
    "official": "from beeper_desktop_api import BeeperDesktop",
    "stock": "from stock_client import AuthenticatedClient; from stock_client.api.chats import chats_retrieve",
}

DECODED = "from scripts.bench.sample import CHAT, Answer, chat; import json"
FIRST_USE = {
    BASE: f"{DECODED}\n{BASE}",
    "ours": (
        f"{DECODED}\nfrom beeper_sdk import Beeper, api\n"
        "client = Beeper('t', base_url='http://127.0.0.1:1')\n"
        "client.chats, api.chats.retrieve(CHAT).decode(Answer(chat()))"
    ),
    "official": (
        f"{DECODED}\nfrom beeper_desktop_api import BeeperDesktop\n"
        "client = BeeperDesktop(access_token='t', base_url='http://127.0.0.1:1')\n"
        "from beeper_desktop_api.types import Chat; client.chats, Chat.construct(**json.loads(chat()))"
    ),
    "stock": (
        f"{DECODED}\nfrom stock_client import AuthenticatedClient; from stock_client.api.chats import chats_retrieve\n"
        "AuthenticatedClient(base_url='http://127.0.0.1:1', token='t').get_httpx_client()\n"
        "from stock_client.models import Chat; Chat.from_dict(json.loads(chat()))"
    ),
}
FIRST_CALL = {
    "bare httpx": (
        f"import httpx\nhttpx.Client(trust_env=False, verify=False).get(URL + '/v1/chats/{sample.CHAT}').json()"
    ),
    "ours": f"from beeper_sdk import Beeper\nBeeper('t', base_url=URL).chats.retrieve({sample.CHAT!r})",
    "official": (
        "from beeper_desktop_api import BeeperDesktop\n"
        f"BeeperDesktop(access_token='t', base_url=URL).chats.retrieve({sample.CHAT!r})"
    ),
}


def rows(place: Place) -> list[report.Row]:
    """Measure imports, the first use without network, and the first call to a server that only writes bytes."""
    imports = best(place, IMPORTS)
    first = best(place, FIRST_USE)
    with call.server() as port:
        called = best(place, FIRST_CALL, url=f"http://127.0.0.1:{port}")
    what, used, called_name = (
        "import beeper_sdk and one operation",
        "create a client and decode a chat",
        "first call, including imports",
    )
    return [
        *report.compare(what, imports, "ours", BASE, "<= 1.15"),
        *report.compare(f"{what}, without httpx", imports, "ours, without httpx", BASE, "<= 0.5"),
        *report.faster(what, imports, "ours", "official"),
        *report.faster(what, imports, "ours", "stock"),
        *report.compare(used, first, "ours", BASE, "<= 1.4"),
        *report.faster(used, first, "ours", "official"),
        *report.faster(used, first, "ours", "stock"),
        *report.compare(called_name, called, "ours", "bare httpx"),
        *report.faster(called_name, called, "ours", "official"),
    ]


def best(place: Place, codes: Mapping[str, str], url: str = "") -> dict[str, float]:
    """The best time of each program, measured in alternating rounds, without those that cannot run here."""
    times: dict[str, float] = {}
    missing: set[str] = set()
    for _ in range(ROUNDS):
        for name in codes.keys() - missing:
            try:
                times[name] = min(times.get(name, float("inf")), once(place, codes[name], url))
            except subprocess.CalledProcessError:
                if name.startswith("ours"):
                    raise
                missing.add(name)
    return times


def once(place: Place, code: str, url: str) -> float:
    """The time of the code in a new process in seconds, without the startup of Python."""
    before = f"import sys; from time import perf_counter\nURL = {url!r}; started = perf_counter()"
    return float(place.run(["-c", f"{before}\n{code}\nprint(perf_counter() - started)"]))
